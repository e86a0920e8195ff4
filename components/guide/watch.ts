import type { GuideStep, Verification } from '../../lib/guides/guide.ts';
import type { GuideProgress, Sight } from '../../lib/help/guide-life.ts';
import { isAtPlace, originOfPlace } from '../../lib/help/page-place.ts';
import { judgeStep, type ReportVerification } from '../../lib/help/verification.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import type { Report } from '../../lib/kernel/report.ts';
import type { PlaceId } from '../../lib/knowledge/places.ts';
import type { PageReading } from '../../lib/page/sighting.ts';
import { saidFinding } from '../../lib/report/words/finding-words.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';
import type { Look, Watch } from './player-model.ts';

/** All that is known when a step stands large. */
export interface WatchFacts {
  readonly step: GuideStep;
  readonly progress: GuideProgress;
  /** The address of the tab beside, as far as it may be known. */
  readonly besideUrl: string | null;
  /** Whether Claude’s pages may be looked at. */
  readonly allowed: boolean;
  /** The person has just said no to that. */
  readonly declined: boolean;
  /** The last reading of the page beside, since the step stands large; `wished`: by the person’s click. */
  readonly looked: { readonly reading: PageReading; readonly wished: boolean } | null;
  /** The last check of the connector since then, with its report. */
  readonly run: RunState | null;
  readonly report: Report | null;
  /** The last look at this browser. */
  readonly exam: ExamState | null;
}

/** What is to be shown, and what was seen, on which the step is ticked. */
export interface Watched {
  readonly watch: Watch;
  readonly sight: Sight | null;
}

/** Looks with what is known whether the step worked. Nothing is seen that was not looked at since the step stands large. */
export function watchStep(facts: WatchFacts): Watched {
  const { step, progress } = facts;
  const isOurs =
    progress.phase === 'open' && progress.ticks[step.id] === undefined && !progress.takenBack.includes(step.id);
  if (step.verify === null || !isOurs) return person;
  return watchers[step.verify.kind](facts, step.verify);
}

const person: Watched = { watch: { kind: 'person' }, sight: null };
const claudeOrigin = 'https://claude.ai';

const watchers: Readonly<Record<Verification['kind'], (facts: WatchFacts, verify: Verification) => Watched>> = {
  page: (facts, verify) => (verify.kind === 'page' ? watchPlace(facts, verify) : person),
  'no-error-on-page': watchErrors,
  check: watchCheck,
  browser: watchBrowser,
  'status-page': watchBrowser,
};

function watchPlace(
  { allowed, declined, besideUrl }: WatchFacts,
  { place }: Extract<Verification, { readonly kind: 'page' }>,
): Watched {
  if (originOfPlace(place) !== claudeOrigin) return person;
  if (!allowed) return shown({ kind: 'not-allowed', declined });
  const isThere = besideUrl !== null && isAtPlace(besideUrl, place);
  return isThere ? seen({ kind: 'page', place }) : shown({ kind: 'watching', place });
}

/**
 * That no error is there counts only where somebody has just tried and says so (errors come late, and notices go by themselves), and
 * only on the page on which it would stand.
 */
function watchErrors({ step, besideUrl, allowed, declined, looked }: WatchFacts): Watched {
  if (!allowed) return shown({ kind: 'not-allowed', declined });
  const sighting = looked?.reading.sighting ?? null;
  if (sighting !== null) return shown({ kind: 'error-on-page', sentence: sighting.sentence });
  if (looked?.wished !== true) return shown({ kind: 'ready', look: 'page' });
  if (!looked.reading.isRead) return shown({ kind: 'no-page' });
  const ours: readonly PlaceId[] = step.place === null ? ['connectors'] : [step.place, 'connectors'];
  const isThere = besideUrl !== null && ours.some((place) => isAtPlace(besideUrl, place));
  return isThere ? seen({ kind: 'no-error-on-page' }) : shown({ kind: 'elsewhere', place: step.place ?? 'connectors' });
}

function watchCheck({ progress, run, report }: WatchFacts, verify: Verification): Watched {
  if (progress.connector.url === null) return shown({ kind: 'no-address' });
  if (run === null) return shown({ kind: 'ready', look: 'check' });
  if (!isOver(run)) return shown({ kind: 'under-way', look: 'check', run });
  if (run.phase !== 'complete' || !isOfReport(verify)) {
    return shown({ kind: 'unseen', look: 'check', because: null, runId: run.id });
  }
  // It is being fetched.
  if (report === null) return shown({ kind: 'under-way', look: 'check', run: null });
  return judged(verify, report, {
    look: 'check',
    runId: run.id,
    sight: { kind: 'check', host: run.host ?? run.typed },
  });
}

function watchBrowser({ exam, progress }: WatchFacts, verify: Verification): Watched {
  if (!isOfReport(verify)) return person;
  const look = verify.kind === 'status-page' ? 'status-page' : 'browser';
  const isNew = exam !== null && exam.startedAt >= progress.currentSince;
  if (!isNew || (look === 'status-page' && !exam.wishes.statusPage)) return shown({ kind: 'ready', look });
  if (exam.phase === 'needs-permission') return shown({ kind: 'ready', look });
  if (exam.phase === 'looking') return shown({ kind: 'under-way', look, run: null });
  if (exam.report === null) return shown({ kind: 'unseen', look, because: null, runId: null });
  return judged(verify, exam.report, { look, runId: null, sight: { kind: look } });
}

function judged(
  verify: ReportVerification,
  report: Report,
  { look, runId, sight }: { readonly look: Look; readonly runId: string | null; readonly sight: Sight },
): Watched {
  const outcome = judgeStep(verify, report);
  if (outcome.kind === 'met') return seen(sight);
  if (outcome.kind === 'unseen') return shown({ kind: 'unseen', look, because: outcome.because, runId });
  const found = report.findings.filter(({ code }) => outcome.codes.includes(code));
  const titles = [...new Set(found.map((finding) => saidFinding(finding, report).title))];
  return shown({ kind: 'found', look, titles });
}

function isOfReport(verify: Verification): verify is ReportVerification {
  return verify.kind === 'check' || verify.kind === 'browser' || verify.kind === 'status-page';
}

function shown(watch: Watch): Watched {
  return { watch, sight: null };
}

function seen(sight: Sight): Watched {
  return { watch: { kind: 'person' }, sight };
}
