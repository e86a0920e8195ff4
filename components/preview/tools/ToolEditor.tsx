import { useId } from 'react';
import { say } from '../../../lib/i18n/say.ts';
import type { PreviewTool } from '../../../lib/preview/preview.ts';
import {
  guessedEffect,
  guessedTitle,
  hintsOf,
  type ToolEdit,
  type ToolEffect,
} from '../../../lib/preview/tools/tool-edit.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Foreign } from '../../ui/Foreign.tsx';
import { Say } from '../../ui/Say.tsx';
import { lacksTitle } from './tool-edits.ts';
import { effectWords, guessWords } from './tool-words.ts';

/** The description of a tool, and its title and hints to be changed. */
export function ToolEditor({
  tool,
  edit,
  onEdit,
}: {
  readonly tool: PreviewTool;
  readonly edit: ToolEdit;
  readonly onEdit: (edit: ToolEdit) => void;
}) {
  const suggestion = guessedTitle(tool.name);
  return (
    <>
      <Description text={tool.description} />
      <Field
        label={say('Title')}
        hint={say('What people read where Claude asks for their permission.')}
        value={edit.title}
        dir="auto"
        autoComplete="off"
        onChange={(event) => {
          onEdit({ ...edit, title: event.currentTarget.value });
        }}
      />
      {lacksTitle(edit) && suggestion !== '' && (
        <div className="-mt-2 flex min-w-0 flex-wrap items-center gap-2">
          <span className="min-w-0 text-soft">
            <Say text="Suggested from its name: {title}" with={{ title: <Foreign text={suggestion} /> }} />
          </span>
          <Button
            size="small"
            onClick={() => {
              onEdit({ ...edit, title: suggestion });
            }}
          >
            {say('Take the suggestion')}
          </Button>
        </div>
      )}
      {tool.readOnly === true && tool.destructive === true && (
        <p>{say('It states both readOnlyHint and destructiveHint as true. One of them is wrong: say which it is.')}</p>
      )}
      <Effect edit={edit} onEdit={onEdit} />
    </>
  );
}

function Description({ text }: { readonly text: string | null }) {
  if (text === null || text.trim() === '') {
    return <p className="text-soft">{say('It has no description. Claude then has its name alone to go by.')}</p>;
  }
  return (
    <p
      tabIndex={0}
      role="group"
      aria-label={say('Description')}
      className="max-h-40 overflow-y-auto whitespace-pre-line"
    >
      <Foreign text={text} />
    </p>
  );
}

const effects = ['reads', 'adds', 'destroys'] as const satisfies readonly ToolEffect[];

function Effect({ edit, onEdit }: { readonly edit: ToolEdit; readonly onEdit: (edit: ToolEdit) => void }) {
  const id = useId();
  const guess = guessedEffect(edit.name);
  return (
    <fieldset className="m-0 grid min-w-0 gap-1.5 border-0 p-0">
      <legend className="mb-1 p-0 font-medium">{say('What does it do?')}</legend>
      {effects.map((effect) => (
        <div key={effect} className="flex gap-2">
          <input
            id={`${id}-${effect}`}
            type="radio"
            name={id}
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={edit.effect === effect}
            onChange={() => {
              onEdit({ ...edit, effect });
            }}
          />
          <label htmlFor={`${id}-${effect}`} className="min-w-0">
            {say(effectWords[effect])}
            <code className="block font-mono text-xs wrap-anywhere text-soft">{hintText(effect)}</code>
          </label>
        </div>
      ))}
      {guess && guess.effect !== edit.effect && (
        <p className="text-xs text-soft">{guessWords(guess.effect, guess.verb)}</p>
      )}
    </fieldset>
  );
}

function hintText(effect: ToolEffect): string {
  return Object.entries(hintsOf[effect])
    .map(([hint, value]) => `${hint}: ${String(value)}`)
    .join(', ');
}
