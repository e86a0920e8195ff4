import type { Bar } from '../../lib/report/exchanges/waterfall.ts';

/** When a request took place in the run: light while it waited for an answer, full while the answer came. For the eye alone. */
export function WaterfallBar({ bar }: { readonly bar: Bar }) {
  const { start, head, end } = bar;
  return (
    <span aria-hidden className="relative block h-3 min-w-0" dir="ltr">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span
        className="absolute inset-y-0.5 min-w-[3px] rounded-[2px] border border-accent bg-accent-soft forced-colors:bg-[Canvas]"
        style={{ left: `${start * 99}%`, width: `${(end - start) * 99}%` }}
      />
      <span
        className="absolute inset-y-0.5 rounded-[2px] bg-accent forced-colors:bg-[CanvasText]"
        style={{ left: `${head * 99}%`, width: `${(end - head) * 99}%` }}
      />
    </span>
  );
}
