import { say, sayCount } from '../../lib/i18n/say.ts';
import { useMemo } from 'react';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { pageUnseenWords } from '../../lib/report/words/page-unseen-words.ts';
import { findingGroups } from '../../lib/report/words/finding-groups.ts';
import { summarize } from '../../lib/report/words/summary.ts';
import { FindingGroupSection } from '../findings/FindingGroupSection.tsx';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { toneText } from '../ui/tone.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { culpritsOf } from './culprit-words.ts';
import type { BrowserActions, BrowserModel } from './browser-model.ts';
import { verdictLook } from './browser-verdicts.ts';
import { culpritNow } from './culprit-now.ts';
import { cleanWords, incidentWords, pastWords, unknownWords } from './exam-words.ts';
import { BestFix, FixList } from './FixList.tsx';
import { FixNotice } from './FixNotice.tsx';
import { leftOutOf, type LeftOut } from './left-out.ts';
import { LeftOutRow } from './LeftOutList.tsx';
import { isPageSeen, standingOf, type Standing } from './standing.ts';

/** What stands in the way, what can be done about it, and what was not looked at. */
export function AnswerTab({
  exam,
  report,
  model,
  actions,
  onFind,
}: {
  readonly exam: ExamState;
  readonly report: Report;
  readonly model: BrowserModel;
  readonly actions: BrowserActions;
  readonly onFind: () => void;
}) {
  const groups = useMemo(() => findingGroups(summarize(report)), [report]);
  const telling = groups.filter(({ kind }) => kind !== 'know');
  const notes = groups.filter(({ kind }) => kind === 'know');
  const standing = standingOf(report);
  // The card of the search above says what helps.
  const isNamed = model.bisect !== null && isBeingShown(model.bisect, exam);
  return (
    <div className="grid gap-8">
      <FixNotice {...model} fixed={exam.before === null ? model.fixed : null} />
      {exam.before && <BeforeAfter before={exam.before} report={report} />}
      {(report.primary === null || standing !== 'plain') && <StandingWords report={report} standing={standing} />}
      {!isNamed && <BestFix report={report} model={model} actions={actions} onFind={onFind} />}
      {telling.map((group) => (
        <FindingGroupSection key={group.kind} group={group} report={report} wanted={null} />
      ))}
      {standing !== 'incident' && <FixList report={report} model={model} actions={actions} onFind={onFind} />}
      <LeftOutSection items={leftOutOf(report)} actions={actions} />
      {notes.map((group) => (
        <Disclosure
          key={group.kind}
          summary={sayCount(group.told.length, {
            one: '{count} note that asks nothing of you',
            other: '{count} notes that ask nothing of you',
          })}
        >
          <div className="pt-2">
            <FindingGroupSection group={group} report={report} wanted={null} />
          </div>
        </Disclosure>
      ))}
    </div>
  );
}

function isBeingShown(bisect: BisectState, exam: ExamState): boolean {
  return culpritsOf(bisect).length > 0 && culpritNow(bisect, exam) === 'stands';
}

/** What the look comes to, where no fault says it. */
function StandingWords({ report, standing }: { readonly report: Report; readonly standing: Standing }) {
  const { verdict } = report;
  const { tone, icon: Icon } = verdictLook(verdict, standing);
  const isClean = standing === 'plain' && verdict !== 'unknown';
  const words = standing === 'plain' ? say(isClean ? cleanWords : unknownWords) : standingWords[standing](report);
  return (
    <div className="grid gap-1">
      <p className="flex max-w-prose items-start gap-2 text-base font-semibold">
        <Icon aria-hidden size={20} className={classes('mt-0.5 shrink-0', toneText[tone])} />
        <span className="min-w-0">{words}</span>
      </p>
      {isClean && (
        <p className="max-w-prose text-soft">
          {say(
            'If Claude still fails, the connector itself or Claude’s side is likelier: check the connector’s address. What no look can see from here, such as an extension that acts only now and then, the search can.',
          )}
        </p>
      )}
    </div>
  );
}

const standingWords: Readonly<Record<Exclude<Standing, 'plain'>, (report: Report) => string>> = {
  'no-page': () => pageUnseenWords(),
  past: () => say(pastWords),
  incident: (report) =>
    `${say('Claude’s own status page tells of trouble.')} ${isPageSeen(report) ? say(incidentWords) : say('Claude’s page was not open, so it was not looked at.')}`,
};

function LeftOutSection({
  items,
  actions,
}: {
  readonly items: readonly LeftOut[];
  readonly actions: Pick<BrowserActions, 'examine'>;
}) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="left-out-title" className="grid gap-2">
      <h2 id="left-out-title" className="text-lg font-semibold">
        {say('Not looked at')}
      </h2>
      <ul className="m-0 grid list-none divide-y divide-line rounded-md border border-line bg-surface p-0">
        {items.map((item) => (
          <li key={item.title} className="px-4 py-3">
            <LeftOutRow item={item} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}
