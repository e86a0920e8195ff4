import { msg } from '../../lib/i18n/say.ts';
import type { PageSighting } from '../../lib/page/sighting.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { isUnderWay } from '../interference/bisect-words.ts';
import { isOver, type RunState } from '../../lib/runs/run-state.ts';

/** What decides which run the popup shows. */
export interface Choosing {
  /** Unix time in milliseconds. */
  readonly now: number;
  /** The run that the person chose among the recent ones. */
  readonly picked: string | null;
  /** The run that the person put aside. */
  readonly dismissed: string | null;
  readonly sighting: PageSighting | null;
}

const freshMs = 30 * 60_000;
const mostRecent = 4;

/**
 * The run to show: the one that was chosen, else the newest that is under way, else the newest if it is of the last half hour and not
 * older than the error that Claude shows now.
 */
export function shownRun(runs: readonly RunState[], { now, picked, dismissed, sighting }: Choosing): RunState | null {
  const chosen = runs.find(({ id }) => id === picked);
  if (chosen) return chosen;
  const active = runs.find((run) => !isOver(run) && run.id !== dismissed);
  if (active) return active;
  const [newest] = runs;
  if (!newest || newest.id === dismissed || now - newest.updatedAt > freshMs) return null;
  return sighting && newest.startedAt < sighting.seenAt && !isOf(newest, sighting) ? null : newest;
}

/** The look at this browser, and the search for an extension. */
interface Browser {
  readonly exam: ExamState | null;
  readonly bisect: BisectState | null;
}

/**
 * What of it to show: a search as long as something is switched off; else, where Claude is open, what is under way or of the last half
 * hour. What was found before a search is told by it.
 */
export function shownBrowser(
  { exam, bisect }: Browser,
  { now, onClaude }: { readonly now: number; readonly onClaude: boolean },
): Browser {
  const isFresh = (endedAt: number | null): boolean => onClaude && now - (endedAt ?? now) <= freshMs;
  if (bisect !== null && isUnderWay(bisect)) return { exam: null, bisect };
  const shownExam = exam !== null && isFresh(exam.endedAt) ? exam : null;
  if (bisect === null || !isFresh(bisect.endedAt)) return { exam: shownExam, bisect: null };
  const isTold = shownExam !== null && (shownExam.startedAt < (bisect.endedAt ?? now) || namesCulprit(shownExam));
  return { exam: isTold ? null : shownExam, bisect };
}

function namesCulprit({ report }: ExamState): boolean {
  return report?.primary?.code === 'client.extension-culprit';
}

/** The page is read anew each time: the same error is known by what it says. */
function isOf({ claude }: RunState, { sentence, reference }: PageSighting): boolean {
  return claude !== null && claude.sentence === sentence && claude.reference === reference;
}

/** The connectors that were checked last, each with its newest run, without the one that is shown. */
export function recentRuns(runs: readonly RunState[], shown: RunState | null): readonly RunState[] {
  const named = runs.filter(({ url, id }) => url !== null && id !== shown?.id && url !== shown?.url);
  return named.filter((run, index) => named.findIndex(({ url }) => url === run.url) === index).slice(0, mostRecent);
}

/** Where the address itself, or the headers beside it, held a secret, which is kept nowhere: they have to be entered again. */
export function lacksSecret({ url, typed, hadSecrets, choices }: Omitted): boolean {
  return hadSecrets && (choices.clientId === null || /\bredacted\b/i.test(url ?? typed));
}

type Omitted = Pick<RunState, 'url' | 'typed' | 'hadSecrets' | 'choices'>;

/** Said in place of “Check again” there. */
export const retypeWords = msg(
  'It was checked with a secret, which is kept nowhere: to check it again, enter everything once more.',
);
