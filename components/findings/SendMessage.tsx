import { useId, useState } from 'react';
import { say, spokenLanguage } from '../../lib/i18n/say.ts';
import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { nextMove } from '../../lib/report/words/next-move.ts';
import { useReader } from '../state/own-servers-store.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';

/**
 * A message to whoever can change it, ready to be read and copied; nothing where it is the reader’s own move. For people who may be
 * anywhere it is English first, and the reader’s language is a choice.
 */
export function SendMessage({ finding, report }: { readonly finding: WordedFinding; readonly report: Report }) {
  const [isEnglishWanted, wantEnglish] = useState(true);
  const move = nextMove(finding, report, useReader(report));
  if (move.yours) return null;
  const isEnglish = move.english !== null && isEnglishWanted;
  const text = isEnglish ? (move.english ?? move.message) : move.message;
  return (
    <div className="grid min-w-0 justify-items-start gap-1">
      {move.english !== null && <LanguageChoice isEnglish={isEnglishWanted} onChange={wantEnglish} />}
      <CopyButton text={text} what={say('a message that you can send them')} label={say('Copy a message')} />
      <Disclosure summary={<span className="text-xs">{say('Read the message first')}</span>}>
        <p
          lang={isEnglish ? 'en' : spokenLanguage()}
          className="m-0 max-w-prose rounded-md bg-well p-3 text-xs whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </p>
      </Disclosure>
    </div>
  );
}

function LanguageChoice({
  isEnglish,
  onChange,
}: {
  readonly isEnglish: boolean;
  readonly onChange: (isEnglish: boolean) => void;
}) {
  const name = useId();
  const choices = [
    { label: say('in English'), value: true },
    { label: say('in your language'), value: false },
  ];
  return (
    <fieldset className="m-0 flex min-w-0 flex-wrap gap-x-3 gap-y-1 border-0 p-0 text-xs">
      <legend className="sr-only">{say('Language of the message')}</legend>
      {choices.map(({ label, value }) => (
        <label key={label} className="flex items-center gap-1.5">
          <input
            type="radio"
            name={name}
            className="accent-accent"
            checked={isEnglish === value}
            onChange={() => {
              onChange(value);
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
