import { useState } from 'react';
import { say } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { WordedFinding } from '../../lib/kernel/report.ts';
import { differenceWords, outcomeWords, proofsOf } from '../../lib/report/words/exchange-words.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { ExchangeDetail } from '../exchanges/ExchangeDetail.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';

/** What proves a finding, a line for each exchange; a line opens to the whole exchange. */
export function EvidenceList({
  finding,
  exchanges,
}: {
  readonly finding: WordedFinding;
  readonly exchanges: readonly Exchange[];
}) {
  const proofs = proofsOf(finding, exchanges);
  if (proofs.length === 0) return null;
  return (
    <ul aria-label={say('Seen')} className="m-0 grid list-none gap-1 p-0">
      {proofs.slice(0, mostProofs).map((exchange, index) => (
        <li key={exchange.id} className="min-w-0">
          <Evidence exchange={exchange} other={proofs[index === 0 ? 1 : 0]} />
        </li>
      ))}
    </ul>
  );
}

const mostProofs = 8;

function Evidence({ exchange, other }: { readonly exchange: Exchange; readonly other: Exchange | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const difference = other ? differenceWords(exchange, other) : '';
  return (
    <Disclosure
      open={isOpen}
      onToggle={setOpen}
      summary={
        <span className="font-mono text-xs">
          {plainLine(exchange.method, 20)} <Foreign text={plainLine(exchange.url, 300)} />
          {difference !== '' && <Foreign text={` (${plainLine(difference, 120)})`} className="text-soft" />}
          <span aria-label={say('was answered with')}> → </span>
          <Foreign text={plainLine(outcomeWords(exchange), 300)} className="font-semibold" />
        </span>
      }
    >
      {isOpen && (
        <div className="@container my-2 rounded-md border border-line bg-canvas p-3">
          <ExchangeDetail exchange={exchange} />
        </div>
      )}
    </Disclosure>
  );
}
