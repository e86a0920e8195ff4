import { useId } from 'react';
import { say, spokenLanguage } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { redactionWords } from '../../lib/report/redaction/redaction-words.ts';
import { Choice } from '../ui/Choice.tsx';
import { inputLook } from '../ui/Field.tsx';
import { longestNote } from '../../lib/report/sharing/own-note.ts';
import { NamesInNote } from './NamesInNote.tsx';
import type { Preparation } from './use-preparation.ts';

/** A short note of one’s own, which goes with the report in every form. */
export function NoteField({ preparation }: { readonly preparation: Preparation }) {
  const { typed, came, keepsCame, removed, named, write, keepCame } = preparation;
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {say('A note of your own')}
      </label>
      <textarea
        id={id}
        rows={3}
        value={typed}
        maxLength={Math.max(longestNote, typed.length)}
        aria-describedby={`${id}-hint`}
        className={`${inputLook} block field-sizing-content max-h-64 min-h-16 resize-none wrap-anywhere`}
        onChange={(event) => {
          write(event.currentTarget.value);
        }}
      />
      <div id={`${id}-hint`} className="flex flex-wrap gap-x-4 text-xs text-soft">
        <span className="min-w-0 flex-1 basis-56">
          {say('What you tried, when it began. It goes with the report in every form; secrets in it are taken out.')}
        </span>
        {typed.length >= nearLimit && (
          <span className="tabular-nums">
            {say('{count} of {most} characters', {
              count: typed.length.toLocaleString(spokenLanguage()),
              most: longestNote.toLocaleString(spokenLanguage()),
            })}
          </span>
        )}
      </div>
      {came !== null && (
        <Choice
          label={say('Keep the note that the report came with')}
          hint={say('It stands below yours, told apart from it.')}
          checked={keepsCame}
          onChange={keepCame}
        />
      )}
      <p role="status" className="text-xs font-medium empty:hidden">
        {removed.length > 0 &&
          say('Taken out of your note: {what}.', {
            what: removed.map((each) => plainLine(redactionWords(each), 200)).join('; '),
          })}
      </p>
      <div role="status" className="wrap-anywhere empty:hidden">
        <NamesInNote named={named} />
      </div>
    </div>
  );
}

/** UTF-16 code units from which on it matters how many are left. */
const nearLimit = longestNote * 0.8;
