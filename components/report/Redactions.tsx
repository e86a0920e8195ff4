import { use } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { redactionWords } from '../../lib/report/redaction/redaction-words.ts';
import { tokenShapeWords } from '../../lib/report/redaction/token-shape-words.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';
import { IsForeign } from './whose-report.ts';

/** Which secrets were taken out before anything was kept, and why: kinds, counts, and the shape of tokens. */
export function Redactions({ report: { redactions, tokenShapes = [] } }: { readonly report: Report }) {
  const isForeign = use(IsForeign);
  if (redactions.length === 0) {
    return (
      <p>
        {isForeign
          ? say('It says of no secret that it was taken out.')
          : say('No secret was met, so nothing had to be taken out.')}
      </p>
    );
  }
  const lines = [
    ...redactions.slice(0, mostShown).map((redaction) => redactionWords(redaction)),
    ...tokenShapes.slice(0, mostShown).map((shape) => tokenShapeWords(shape)),
  ];
  return (
    <div className="grid gap-1">
      <p className="max-w-prose">
        {isForeign
          ? say('It says that secrets were taken out:')
          : say('Secrets were taken out before anything was kept:')}
      </p>
      {lines.length > mostUnfolded ? (
        <Disclosure
          summary={sayCount(redactions.length, { one: '{count} kind of secret', other: '{count} kinds of secrets' })}
        >
          <Lines lines={lines} />
        </Disclosure>
      ) : (
        <Lines lines={lines} />
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="m-0 grid list-disc gap-0.5 ps-4">
      {lines.map((line) => (
        <li key={line}>
          <Foreign text={plainLine(line, 600)} />
        </li>
      ))}
    </ul>
  );
}

const mostShown = 100;
const mostUnfolded = 5;
