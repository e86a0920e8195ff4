import { CircleCheck, TriangleAlert } from 'lucide-react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import type { SectionKey } from './PreviewSection.tsx';
import type { ThingToMend } from './things-to-mend.ts';

/** How much there is to mend, where the pictures are; leads to the list. */
export function MendCount({ count, onLead }: { readonly count: number; readonly onLead: () => void }) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="ms-auto inline-flex min-h-8 items-center gap-1.5 rounded-md border border-transparent bg-degraded-soft px-3 py-1 font-medium text-degraded hover:underline"
      onClick={onLead}
    >
      <TriangleAlert aria-hidden size={16} className="shrink-0" />
      {sayCount(count, { one: '{count} thing to mend', other: '{count} things to mend' })}
    </button>
  );
}

/** What is wrong with what is shown; each line leads to where it is mended. */
export function MendList({
  id,
  things,
  isWhole,
  onLead,
}: {
  /** Of its heading. */
  readonly id: string;
  readonly things: readonly ThingToMend[];
  /** All that Claude shows was seen; else silence about the rest says nothing. */
  readonly isWhole: boolean;
  readonly onLead: (place: SectionKey) => void;
}) {
  if (things.length === 0) {
    if (!isWhole) return <p className="text-soft">{say('Nothing to mend in what was seen. The tools were not.')}</p>;
    return (
      <p className="flex items-start gap-2 font-medium text-ready">
        <CircleCheck aria-hidden size={16} className="mt-0.5 shrink-0" />
        {say('Nothing to mend in what is shown here.')}
      </p>
    );
  }
  return (
    <section aria-labelledby={id} className="@container grid gap-1.5 rounded-md bg-degraded-soft p-3">
      <h2 id={id} tabIndex={-1} className="flex scroll-mt-4 items-start gap-2 font-semibold text-degraded">
        <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
        {sayCount(things.length, { one: '{count} thing to mend', other: '{count} things to mend' })}
      </h2>
      <ul className="m-0 grid list-none gap-x-6 gap-y-1 p-0 ps-6 @2xl:grid-cols-2">
        {things.map(({ key, words, place }) => (
          <li key={key}>
            <button
              type="button"
              className="rounded-sm border-0 bg-transparent p-0 text-start text-accent underline underline-offset-2 wrap-anywhere hover:text-accent-strong"
              onClick={() => {
                onLead(place);
              }}
            >
              {plainLine(words, 300)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
