import { useMemo } from 'react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import { msWords } from '../../lib/report/words/measures.ts';
import { waterfall } from '../../lib/report/exchanges/waterfall.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { exchangeColumns, ExchangeRow } from './ExchangeRow.tsx';
import { useMore } from './use-more.ts';

/** All exchanges of a run in the order in which they were started, on one line of time. */
export function ExchangesTab({
  exchanges,
  isRunning,
  open,
  onOpen,
}: {
  readonly exchanges: readonly Exchange[];
  readonly isRunning: boolean;
  /** The id of the exchange that is open. */
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}) {
  const flow = useMemo(() => waterfall(exchanges), [exchanges]);
  const { shown, left, showMore } = useMore(withOpen(exchanges, open), mostRows);
  if (exchanges.length === 0) return <p className="text-soft">{emptyWords(isRunning)}</p>;
  return (
    <div className="@container grid gap-2">
      <p className="text-soft">
        {countWords(exchanges.length, msWords(flow.spanMs), isRunning)}{' '}
        {say('Each opens to its headers and body; secrets were taken out.')}
      </p>
      <div className="overflow-hidden rounded-md border border-line bg-surface">
        <Headings spanMs={flow.spanMs} />
        <ul className="m-0 list-none p-0">
          {shown.map((exchange) => (
            <ExchangeRow
              key={exchange.id}
              exchange={exchange}
              bar={flow.bars.get(exchange.id)}
              isOpen={exchange.id === open}
              onToggle={() => {
                onOpen(exchange.id === open ? null : exchange.id);
              }}
            />
          ))}
        </ul>
      </div>
      {left > 0 && <Button onClick={showMore}>{say('Show more of {count} further requests', { count: left })}</Button>}
    </div>
  );
}

const mostRows = 150;

/** One that is to be seen is seen, wherever it stands. */
function withOpen(exchanges: readonly Exchange[], open: string | null): readonly Exchange[] {
  const at = exchanges.findIndex(({ id }) => id === open);
  const exchange = exchanges[at];
  return exchange && at >= mostRows ? [exchange, ...exchanges.filter((other) => other !== exchange)] : exchanges;
}

function Headings({ spanMs }: { readonly spanMs: number }) {
  return (
    <div
      aria-hidden
      className={classes(
        'hidden gap-x-2 border-b border-line px-2 py-1.5 text-xs text-soft @3xl:grid',
        exchangeColumns,
      )}
    >
      <span />
      <span />
      <span>{say('Method')}</span>
      <span>{say('Address')}</span>
      <span>{say('Answer')}</span>
      <span>{say('Type')}</span>
      <span className="text-end">{say('Size')}</span>
      <span className="text-end">{say('Time')}</span>
      <span className="flex justify-between ps-2">
        <span>0</span>
        <span>{msWords(spanMs)}</span>
      </span>
    </div>
  );
}

function countWords(count: number, time: string, isRunning: boolean): string {
  return isRunning
    ? sayCount(
        count,
        { one: '{count} request in {time}, and more to come.', other: '{count} requests in {time}, and more to come.' },
        { time },
      )
    : sayCount(count, { one: '{count} request in {time}.', other: '{count} requests in {time}.' }, { time });
}

function emptyWords(isRunning: boolean): string {
  return isRunning
    ? say('The first request is on its way.')
    : say('No request was sent: what was typed is no address that could be asked.');
}
