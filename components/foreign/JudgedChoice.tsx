import { useId } from 'react';
import { say } from '../../lib/i18n/say.ts';
import { glanceLines } from '../../lib/report/compare/glance.ts';
import type { Replay } from '../../lib/report/compare/replay.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
import { ComparisonView } from '../compare/ComparisonView.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Foreign } from '../ui/Foreign.tsx';

/** As which of its two selves a report is shown. */
export type Wording = 'written' | 'today';

/** The choice between a report as it was written and as today’s checks judge it, with what is different between the two. */
export function JudgedChoice({
  wording,
  judgement,
  now,
  onChoose,
}: {
  readonly wording: Wording;
  /** Null as long as it is not there. */
  readonly judgement: Replay | null;
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly onChoose: (wording: Wording) => void;
}) {
  const name = useId();
  const words: Readonly<Record<Wording, string>> = {
    written: say('As it was written'),
    today: say('Judged again with today’s checks'),
  };
  return (
    <fieldset className="m-0 grid min-w-0 gap-2 border-0 p-0">
      <legend className="sr-only">{say('How it is shown')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {(['written', 'today'] as const).map((each) => (
          <label key={each} className="flex min-h-6 items-center gap-2 font-medium">
            <input
              type="radio"
              name={name}
              className="size-4 accent-accent"
              checked={wording === each}
              onChange={() => {
                onChoose(each);
              }}
            />
            {words[each]}
          </label>
        ))}
      </div>
      {/* One sentence in a region that is there before: what is told within it is read out, and nothing more. */}
      <p role="status" className="max-w-prose">
        {wording === 'today' && <Outcome judgement={judgement} />}
      </p>
      {wording === 'today' && judgement?.kind === 'judged' && isDifferent(judgement) && (
        <Disclosure summary={say('All that is different')}>
          <div className="py-2">
            <ComparisonView comparison={judgement.comparison} now={now} />
          </div>
        </Disclosure>
      )}
    </fieldset>
  );
}

function Outcome({ judgement }: { readonly judgement: Replay | null }) {
  if (judgement === null) return say('Judging it again…');
  if (judgement.kind === 'cannot') {
    return (
      <>
        {say('It cannot be judged again, so it is shown as it was written.')}{' '}
        <Foreign text={plainLine(judgement.words, 600)} />
      </>
    );
  }
  if (!isDifferent(judgement)) return say('Today’s checks come to the same: nothing in it is different.');
  const lines = glanceLines(judgement.comparison).map(({ words }) => plainLine(words, 300));
  return (
    <>
      {say('Today’s checks judge it otherwise.')} <Foreign text={lines.slice(0, 3).join(' ')} />
    </>
  );
}

/** Whether anything a reader would notice is different: the versions of the program alone are not. */
function isDifferent({ comparison }: Extract<Replay, { kind: 'judged' }>): boolean {
  const { findings, before, after, facts, tools } = comparison;
  const { removed, added, renamed, changed } = tools.counts;
  return (
    findings.gone.length + findings.added.length + findings.changed.length + facts.length > 0 ||
    removed + added + renamed + changed > 0 ||
    before.verdict !== after.verdict
  );
}
