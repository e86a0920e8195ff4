import { CircleCheck, TriangleAlert } from 'lucide-react';
import { say, sayCount } from '../../lib/i18n/say.ts';
import { plainLine } from '../../lib/report/plain.ts';
import type { SectionKey } from './PreviewSection.tsx';
import type { ThingToMend } from './things-to-mend.ts';

/** What is wrong with what is shown; each line leads to where it is mended. */
export function MendList({
  things,
  onLead,
}: {
  readonly things: readonly ThingToMend[];
  readonly onLead: (place: SectionKey) => void;
}) {
  if (things.length === 0) {
    return (
      <p className="flex items-start gap-2 font-medium text-ready">
        <CircleCheck aria-hidden size={16} className="mt-0.5 shrink-0" />
        {say('Nothing to mend in what is shown here.')}
      </p>
    );
  }
  return (
    <section aria-label={say('To mend')} className="grid gap-1.5 rounded-md bg-degraded-soft p-3">
      <h2 className="flex items-start gap-2 font-semibold text-degraded">
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
