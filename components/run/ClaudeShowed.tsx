import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { claudeShowed } from '../../lib/report/words/claude-showed.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { quoted } from '../../lib/report/words/summary.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { Say } from '../ui/Say.tsx';

/** What was on Claude’s page when the check began, with the number that Anthropic asks for. */
export function ClaudeShowed({ report }: { readonly report: Report }) {
  const showed = claudeShowed(report);
  if (showed === null) return null;
  return (
    <div className="grid gap-1">
      <span className="text-xs text-soft">{say('Claude showed on its page')}</span>
      {showed.sentence !== null && (
        <p lang="en">
          <Foreign text={showed.sentence} />
        </p>
      )}
      {showed.marks !== null && (
        <p className="text-xs text-soft">
          <Foreign text={showed.marks} mono />
        </p>
      )}
      {showed.reference !== null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>
            <Say text="Reference {number}" with={{ number: <Foreign text={showed.reference} mono /> }} />
          </span>
          <CopyButton text={showed.reference} what={say('the reference')} />
        </div>
      )}
    </div>
  );
}

/** The sentences that Claude has for the step at which it stops. */
export function ClaudeSays({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className="grid gap-0.5">
      <span className="text-xs text-soft">{say('What Claude shows at this step')}</span>
      <ul className="m-0 grid list-none gap-0.5 p-0">
        {sentences.slice(0, 4).map((sentence) => (
          <li key={sentence} lang="en">
            <Foreign text={quoted(plainLine(sentence, 500))} />
          </li>
        ))}
      </ul>
    </div>
  );
}
