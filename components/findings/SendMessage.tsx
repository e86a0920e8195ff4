import { say } from '../../lib/i18n/say.ts';
import type { Report, WordedFinding } from '../../lib/kernel/report.ts';
import { nextMove } from '../../lib/report/next-move.ts';
import { useReader } from '../state/own-servers-store.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';

/** A message to whoever can change it, ready to be read and copied; nothing where it is the reader’s own move. */
export function SendMessage({ finding, report }: { readonly finding: WordedFinding; readonly report: Report }) {
  const move = nextMove(finding, report, useReader(report));
  if (move.yours) return null;
  return (
    <div className="grid min-w-0 justify-items-start gap-1">
      <CopyButton text={move.message} what={say('a message that you can send them')} label={say('Copy a message')} />
      <Disclosure summary={<span className="text-xs">{say('Read the message first')}</span>}>
        <p className="m-0 max-w-prose rounded-md bg-well p-3 text-xs whitespace-pre-wrap wrap-anywhere">
          {move.message}
        </p>
      </Disclosure>
    </div>
  );
}
