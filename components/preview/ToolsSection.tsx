import { useMemo, useState } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { ToolsPreview } from '../../lib/preview/preview.ts';
import type { ToolEdit } from '../../lib/preview/tools/tool-edit.ts';
import { isHeavy } from '../../lib/preview/preview-words.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { AskedOfPeople } from './tools/AskedOfPeople.tsx';
import { BlockPanel } from './tools/BlockPanel.tsx';
import { GroupList } from './tools/GroupList.tsx';
import {
  fillIn,
  isIncomplete,
  lacksTitle,
  matching,
  withEdits,
  type EditableTool,
  type Edits,
} from './tools/tool-edits.ts';
import { tokenWords } from './tools/tool-words.ts';

/**
 * The tools as Claude’s permission screen groups them, with what they weigh and what they lack. Titles and hints are changed on the
 * spot, and leave as lines of code.
 */
export function ToolsSection({ tools }: { readonly tools: ToolsPreview }) {
  const [edits, setEdits] = useState<Edits>(new Map());
  const [filter, setFilter] = useState({ query: '', incompleteOnly: false });
  const groups = useMemo(() => withEdits(tools, edits), [tools, edits]);
  const all = groups.flatMap((group) => group.tools);
  if (tools.count === 0) return <p>{say('The server lists no tools: there is nothing that Claude could call.')}</p>;
  const found = groups.map((group) => ({ ...group, tools: matching(group.tools, filter) }));
  const edit = (place: number, made: ToolEdit): void => {
    setEdits(new Map(edits).set(place, made));
  };
  return (
    <div className="@container grid min-w-0 gap-5">
      <Weight tools={tools} shown={all.length} />
      <AskedOfPeople />
      <Lacking
        tools={all}
        onFillIn={() => {
          setEdits(fillIn(groups, edits));
        }}
      />
      {all.length > withoutFilter && (
        <div className="grid gap-2">
          <Field
            label={say('Filter the tools')}
            type="search"
            value={filter.query}
            autoComplete="off"
            onChange={(event) => {
              setFilter({ ...filter, query: event.currentTarget.value });
            }}
          />
          <Choice
            label={say('Only those that lack a title or a hint, or were edited')}
            checked={filter.incompleteOnly}
            onChange={(incompleteOnly) => {
              setFilter({ ...filter, incompleteOnly });
            }}
          />
          <p role="status" className="text-xs text-soft">
            {say('{shown} of {all} tools', {
              shown: found.reduce((sum, group) => sum + group.tools.length, 0),
              all: all.length,
            })}
          </p>
        </div>
      )}
      {found.map(({ kind, tools: ofGroup }) => (
        <GroupList key={kind} kind={kind} tools={ofGroup} onEdit={edit} />
      ))}
      <BlockPanel
        edited={all.filter(({ isEdited }) => isEdited)}
        onDiscard={() => {
          setEdits(new Map());
        }}
      />
    </div>
  );
}

/** A shorter list is seen at a glance. */
const withoutFilter = 12;

function Weight({ tools, shown }: { readonly tools: ToolsPreview; readonly shown: number }) {
  const { count, estimatedTokens, isWhole } = tools;
  const words = sayCount(
    count,
    { one: '{count} tool, {weight} in all.', other: '{count} tools, {weight} in all.' },
    { weight: tokenWords(estimatedTokens) },
  );
  const why = say(
    'Names, descriptions and input schemas take that room where Claude loads all tools at once. It is an estimate from their length.',
  );
  return (
    <div className="grid gap-2">
      {isHeavy(tools) ? (
        <Notice tone="degraded" title={say('The list is heavy: {words}', { words })}>
          <p>{why}</p>
          <p>{say('Fewer tools, or shorter descriptions and schemas, leave more room for the conversation.')}</p>
        </Notice>
      ) : (
        <p>
          <strong className="font-semibold">{words}</strong> <span className="text-soft">{why}</span>
        </p>
      )}
      {!isWhole && <p className="text-soft">{say('The server has more: the list could not be read to its end.')}</p>}
      {shown < count && <p className="text-soft">{say('The first {shown} are shown.', { shown })}</p>}
    </div>
  );
}

function Lacking({ tools, onFillIn }: { readonly tools: readonly EditableTool[]; readonly onFillIn: () => void }) {
  const titles = tools.filter(({ edit }) => lacksTitle(edit)).length;
  const hints = tools.filter(({ edit }) => edit.effect === null).length;
  if (titles + hints === 0) return null;
  const lines = [
    titles > 0 && sayCount(titles, { one: '{count} tool has no title.', other: '{count} tools have no title.' }),
    hints > 0 &&
      sayCount(hints, {
        one: '{count} tool does not say, or not clearly, whether it changes anything.',
        other: '{count} tools do not say, or not clearly, whether they change anything.',
      }),
  ].filter((line) => line !== false);
  return (
    <Notice
      tone="degraded"
      title={lines.join(' ')}
      actions={tools.some(isIncomplete) && <Button onClick={onFillIn}>{say('Fill in suggestions')}</Button>}
    >
      <p>
        {say(
          'The directory wants both on every tool. Suggestions are guesses from the names: look at each of them before you take it over into your code.',
        )}
      </p>
    </Notice>
  );
}
