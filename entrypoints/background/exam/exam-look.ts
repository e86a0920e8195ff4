import { say } from '../../../lib/i18n/say.ts';
import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import type { ExamState, ExamWishes } from '../../../lib/interference/exam-state.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { readEnvironment } from '../environment.ts';
import type { Judge } from '../judging.ts';
import { createPageSightings, type PageSightings } from '../page-sightings.ts';
import { claudeShows } from './claude-shows.ts';
import { findClaudeTab, loadAnew, untilLoaded } from './claude-tab.ts';
import { gatherEvidence } from './exam-evidence.ts';
import type { ExamWish } from './exam-hands.ts';
import type { ExamTurns } from './exam-turns.ts';
import { searchWords, wasSearching } from './search-beside.ts';

/** Looks once, and ends when what came of it is written down, or when a later turn has begun. */
export type Look = (wish: ExamWish, occasion?: Occasion) => Promise<void>;

/** How a look comes about. */
export interface Occasion {
  /** The tab was told to load anew then; Unix time in milliseconds. */
  readonly loadingSince?: number;
  /** The search asks for it, and knows what is on. */
  readonly isOfSearch?: boolean;
}

interface Parts {
  readonly watch: TabWatch;
  readonly judge: Judge;
  readonly turns: ExamTurns;
  /** Before it ends, nothing is written down. */
  readonly ready: Promise<void>;
}

/** Makes it; nothing is looked at before it is asked. */
export function createLook({ watch, judge, turns, ready }: Parts): Look {
  const eyes: Eyes = { watch, judge, sightings: createPageSightings() };
  return async ({ tabId: wished, wishes, before }, occasion = {}) => {
    const write = turns.take();
    await ready;
    const startedAt = Date.now();
    const tabId = await findClaudeTab(wished, wishes.reload);
    const looking: ExamState = { ...begunNow(tabId, wishes), phase: 'looking', startedAt, before };
    await write(looking);
    try {
      const report = await seenNow(looking, occasion, eyes);
      await write({ ...looking, phase: 'done', endedAt: Date.now(), report });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      await write({ ...looking, phase: 'failed', endedAt: Date.now(), problem });
    }
  };
}

/** What is known of a look when it begins, whether or not it may. */
export function begunNow(tabId: number | null, wishes: ExamWishes): Omit<ExamState, 'phase'> {
  return {
    id: crypto.randomUUID(),
    tabId,
    wishes,
    startedAt: Date.now(),
    endedAt: null,
    problem: null,
    report: null,
    before: null,
  };
}

interface Eyes extends Pick<Parts, 'watch' | 'judge'> {
  readonly sightings: PageSightings;
}

/** What is seen with extensions off says nothing of this browser: rejects where a search has had them off meanwhile. */
async function seenNow(
  { id, tabId, wishes, startedAt }: ExamState,
  { loadingSince, isOfSearch = false }: Occasion,
  { watch, judge, sightings }: Eyes,
): Promise<Report> {
  const mindSearch = async (): Promise<void> => {
    if (!isOfSearch && (await wasSearching(startedAt))) throw new Error(say(searchWords));
  };
  await mindSearch();
  // Before the tab is loaded anew: that takes away what the person came for.
  const claude = tabId === null ? null : await claudeShows(tabId, sightings);
  if (loadingSince !== undefined && tabId !== null) await untilLoaded(tabId, loadingSince, watch);
  else if (wishes.reload && tabId !== null) await loadAnew(tabId, watch);
  const [environment, observations] = await Promise.all([readEnvironment(), gatherEvidence(tabId, wishes, watch)]);
  await mindSearch();
  const durationMs = Date.now() - startedAt;
  return judge(id, observations, { startedAt, durationMs, consents: consentsOf(wishes), environment, claude });
}

/** As reports of runs name what the person agreed to. */
function consentsOf({ statusPage, extensions, siteSettings }: ExamWishes): readonly string[] {
  return [
    ...(statusPage ? ['status-page'] : []),
    ...(extensions ? ['extensions'] : []),
    ...(siteSettings ? ['site-settings'] : []),
  ];
}
