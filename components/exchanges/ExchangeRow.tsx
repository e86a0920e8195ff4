import { ChevronRight } from 'lucide-react';
import type { Exchange } from '../../lib/kernel/exchange.ts';
import type { Bar } from '../../lib/report/exchanges/waterfall.ts';
import { classes } from '../ui/classes.ts';
import { Foreign } from '../ui/Foreign.tsx';
import { toneText } from '../ui/tone.ts';
import { cellsOf, type ExchangeCells } from './exchange-cells.ts';
import { ExchangeDetail } from './ExchangeDetail.tsx';
import { WaterfallBar } from './WaterfallBar.tsx';

/** The columns of the list on a wide screen; the row of headings has the same. */
export const exchangeColumns =
  '@3xl:grid-cols-[1rem_2rem_3.5rem_minmax(0,1fr)_6.5rem_5.5rem_4rem_4rem_minmax(5rem,8rem)]';

/** One exchange as a line that opens to its headers and body. */
export function ExchangeRow({
  exchange,
  bar,
  isOpen,
  onToggle,
}: {
  readonly exchange: Exchange;
  readonly bar: Bar | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const panelId = `exchange-${exchange.id}`;
  return (
    <li id={`row-${exchange.id}`} className="border-b border-line last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={onToggle}
        className={classes(
          'grid w-full grid-cols-[1rem_minmax(0,1fr)] items-center gap-x-2 gap-y-0.5 px-2 py-1.5 text-start -outline-offset-2 hover:bg-well focus-visible:-outline-offset-2',
          exchangeColumns,
          isOpen && 'bg-well',
        )}
      >
        <ChevronRight
          aria-hidden
          size={14}
          className={classes('text-soft transition-transform', isOpen && 'rotate-90')}
        />
        <Cells cells={cellsOf(exchange)} id={exchange.id} />
        <span className="col-start-2 @3xl:col-start-auto @3xl:ps-2">{bar && <WaterfallBar bar={bar} />}</span>
      </button>
      {isOpen && (
        <div id={panelId} className="border-t border-line bg-canvas px-3 py-3 @3xl:ps-8">
          <ExchangeDetail exchange={exchange} />
        </div>
      )}
    </li>
  );
}

function Cells({ cells, id }: { readonly cells: ExchangeCells; readonly id: string }) {
  const { method, host, path, rpc, status, tone, type, size, time } = cells;
  return (
    <>
      <span className="hidden text-xs text-soft @3xl:block">{id}</span>
      <span className="hidden font-mono text-xs @3xl:block">{method}</span>
      <span className="flex min-w-0 items-baseline gap-1.5">
        <span className="font-mono text-xs @3xl:hidden">{method}</span>
        <span className="flex min-w-0 flex-1">
          <Foreign text={host} className="max-w-[60%] shrink-0 truncate text-soft" />
          <Foreign text={path} className="min-w-0 truncate" />
        </span>
        {rpc !== '' && (
          <span className="max-w-40 shrink-0 truncate rounded-sm bg-well px-1 font-mono text-xs text-soft">{rpc}</span>
        )}
      </span>
      <span className="col-start-2 flex min-w-0 flex-wrap gap-x-3 text-xs @3xl:contents">
        <span className={classes('font-medium @3xl:truncate', tone === 'neutral' ? 'text-ink' : toneText[tone])}>
          {status}
        </span>
        <span className="text-soft @3xl:truncate">{type}</span>
        <span className="text-soft @3xl:text-end">{size}</span>
        <span className="text-soft @3xl:text-end">{time}</span>
      </span>
    </>
  );
}
