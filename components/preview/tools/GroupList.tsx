import { Eye, PencilLine, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { say, sayCount } from '../../../lib/i18n/say.ts';
import type { ToolGroup } from '../../../lib/preview/preview.ts';
import type { ToolEdit } from '../../../lib/preview/tools/tool-edit.ts';
import { useMore } from '../../exchanges/use-more.ts';
import { Button } from '../../ui/Button.tsx';
import { ToolRow } from './ToolRow.tsx';
import type { EditableTool } from './tool-edits.ts';
import { groupReasons, groupTitles } from './tool-words.ts';

const icons: Readonly<Record<ToolGroup, LucideIcon>> = { 'read-only': Eye, write: PencilLine };

/** One group of the permission screen: the first tools, and more of them at a click. */
export function GroupList({
  kind,
  tools,
  onEdit,
}: {
  readonly kind: ToolGroup;
  readonly tools: readonly EditableTool[];
  readonly onEdit: (place: number, edit: ToolEdit) => void;
}) {
  const id = useId();
  const { shown, left, showMore } = useMore(tools, atOnce);
  const Icon = icons[kind];
  if (tools.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-2">
      <div className="grid gap-0.5">
        <h3 id={id} className="flex items-center gap-2 font-semibold">
          <Icon aria-hidden size={16} className="shrink-0 text-soft" />
          {say('{group} ({count})', { group: say(groupTitles[kind]), count: tools.length })}
        </h3>
        <p className="text-xs text-soft">{say(groupReasons[kind])}</p>
      </div>
      <ul className="m-0 grid list-none overflow-hidden rounded-md border border-line bg-surface p-0">
        {shown.map((each) => (
          <li key={each.place} className="min-w-0 border-t border-line p-2 first:border-t-0">
            <ToolRow
              editable={each}
              kind={kind}
              onEdit={(edit) => {
                onEdit(each.place, edit);
              }}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p>
          <Button size="small" onClick={showMore}>
            {sayCount(Math.min(left, atOnce), { one: 'Show {count} more', other: 'Show {count} more' })}
          </Button>
        </p>
      )}
    </section>
  );
}

const atOnce = 25;
