import { Pencil, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import type { ToolGroup } from '../../../lib/preview/preview.ts';
import type { ToolEdit } from '../../../lib/preview/tools/tool-edit.ts';
import { inOneLine } from '../../../lib/parsing/one-line.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Foreign } from '../../ui/Foreign.tsx';
import { ToolEditor } from './ToolEditor.tsx';
import { lacksTitle, type EditableTool } from './tool-edits.ts';
import { groupTitles, tokenWords } from './tool-words.ts';

/** A tool as it is shown, with what it lacks; it opens to its description and to what can be changed. */
export function ToolRow({
  editable,
  kind,
  onEdit,
}: {
  readonly editable: EditableTool;
  readonly kind: ToolGroup;
  readonly onEdit: (edit: ToolEdit) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const { tool, edit, isEdited } = editable;
  const title = inOneLine(edit.title, longestShown);
  const shownAs = title === '' ? tool.name || tool.shownAs : title;
  const group: ToolGroup = edit.effect === 'reads' ? 'read-only' : 'write';
  return (
    <Disclosure
      open={isOpen}
      onToggle={setIsOpen}
      summary={
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Foreign text={shownAs} className="font-medium text-ink" />
          {tool.name !== '' && tool.name !== shownAs && <Foreign text={tool.name} mono className="text-xs text-soft" />}
          <span className="text-xs text-soft">{tokenWords(tool.estimatedTokens)}</span>
          {lacksTitle(edit) && (
            <Badge tone="degraded" icon={TriangleAlert}>
              {say('No title')}
            </Badge>
          )}
          {edit.effect === null && (
            <Badge tone="degraded" icon={TriangleAlert}>
              {tool.readOnly === true && tool.destructive === true ? say('Hints contradict') : say('No hint')}
            </Badge>
          )}
          {isEdited && (
            <Badge tone="neutral" icon={Pencil}>
              {say('Edited')}
            </Badge>
          )}
        </span>
      }
    >
      {isOpen && (
        <div className="grid min-w-0 gap-3 py-2">
          {edit.effect !== null && group !== kind && (
            <p className="text-soft">
              {say('With this change it moves to: {group}', { group: say(groupTitles[group]) })}
            </p>
          )}
          <ToolEditor tool={tool} edit={edit} onEdit={onEdit} />
        </div>
      )}
    </Disclosure>
  );
}

const longestShown = 200;
