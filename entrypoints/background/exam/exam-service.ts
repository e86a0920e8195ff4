import { browser } from 'wxt/browser';
import { createTabWatch, type TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import type { BrowserFix, ExamBefore, ExamState, ExamWishes, FixDone } from '../../../lib/interference/exam-state.ts';
import { claudeNeeds, hasNeeds } from '../../../lib/permissions/ask.ts';
import { browserFamily } from '../../../lib/permissions/browser-family.ts';
import { examState } from '../../../lib/storage/exam-state.ts';
import { needsOfLook } from '../../../lib/permissions/exam-needs.ts';
import type { Judge } from '../judging.ts';
import { readEnvironment } from '../environment.ts';
import { createPageSightings } from '../page-sightings.ts';
import { openPopupAgain } from '../popup-again.ts';
import { noteSession } from './bisect-findings.ts';
import { claudeShows } from './claude-shows.ts';
import { findClaudeTab, loadAnew, untilLoaded } from './claude-tab.ts';
import { takeExamCommands, type ExamCommands } from './exam-commands.ts';
import { gatherEvidence } from './exam-evidence.ts';
import type { ExamHands, ExamWish } from './exam-hands.ts';
import { applyFix } from './fixes.ts';
import { searchWords, wasSearching } from './search-beside.ts';
import { createSymptomProbe } from './symptom-probe.ts';

/**
 * Starts what concerns the look at this browser: the watch over Claude's tabs, and the commands of screens. To be called synchronously
 * when the background starts.
 */
export function startExam(judge: Judge): Exam {
  const watch = createTabWatch();
  watch.start();
  const service = createExamService(watch, judge);
  browser.permissions.onAdded.addListener(() => {
    watch.start();
    void service.permitted();
  });
  browser.permissions.onRemoved.addListener(() => void forgetWhereNotAllowed(watch));
  takeExamCommands(service);
  void noteSession();
  return {
    look: (wish) => service.look(wish),
    symptomShows: createSymptomProbe(watch),
    async forget() {
      await Promise.all([service.dismiss(), watch.forgetAll()]);
    },
  };
}

/** What there is once it was started. */
export interface Exam extends ExamHands {
  /** Forgets the last look, and what was kept of tabs. */
  forget(): Promise<void>;
}

/** Of pages that may not be watched any more nothing is kept. */
async function forgetWhereNotAllowed(watch: TabWatch): Promise<void> {
  if (!(await hasNeeds(claudeNeeds))) await watch.forgetAll();
}

/** The life of looks, one at a time. */
interface ExamService extends ExamCommands {
  /** By the search's own wish. */
  readonly look: ExamHands['look'];
  /** A permission was given: what waits for it begins. */
  permitted(): Promise<void>;
}

/** A question of the browser that was answered later than this is another story. Milliseconds. */
const wishLastsMs = 120_000;

const leftBehindWords =
  'The browser put Connector Doctor to rest in the middle of the look, so nothing came of it. Check this browser again.';

function createExamService(watch: TabWatch, judge: Judge): ExamService {
  const sightings = createPageSightings();
  const ready = settleLeftBehind();
  let turn = 0;
  let writing: Promise<void> = Promise.resolve();
  /** A later wish takes the place of an earlier one: what that brings is not written any more. */
  const writerOf =
    (mine: number) =>
    (state: ExamState | null): Promise<void> => {
      const write = async (): Promise<void> => {
        if (mine === turn) await examState.write(state);
      };
      writing = writing.then(write, write);
      return writing;
    };

  const look = async ({ tabId: wished, wishes, before }: ExamWish, occasion: Occasion = {}): Promise<void> => {
    const { loadingSince, isOfSearch = false } = occasion;
    const write = writerOf((turn += 1));
    await ready;
    const startedAt = Date.now();
    const tabId = await findClaudeTab(wished, wishes.reload);
    const looking: ExamState = { ...begunNow(tabId, wishes), phase: 'looking', startedAt, before };
    await write(looking);
    // What is seen with extensions off says nothing of this browser.
    const mindSearch = async (): Promise<void> => {
      if (!isOfSearch && (await wasSearching(startedAt))) throw new Error(searchWords);
    };
    try {
      await mindSearch();
      // Before the tab is loaded anew: that takes away what the person came for.
      const claude = tabId === null ? null : await claudeShows(tabId, sightings);
      if (loadingSince !== undefined && tabId !== null) await untilLoaded(tabId, loadingSince, watch);
      else if (wishes.reload && tabId !== null) await loadAnew(tabId, watch);
      const [environment, observations] = await Promise.all([readEnvironment(), gatherEvidence(tabId, wishes, watch)]);
      await mindSearch();
      const durationMs = Date.now() - startedAt;
      const about = { startedAt, durationMs, consents: consentsOf(wishes), environment, claude };
      const report = await judge(looking.id, observations, about);
      await write({ ...looking, phase: 'done', endedAt: Date.now(), report });
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      await write({ ...looking, phase: 'failed', endedAt: Date.now(), problem });
    }
  };

  const permitted = async (): Promise<void> => {
    await ready;
    const asked = turn;
    const state = await examState.read();
    if (state?.phase !== 'needs-permission' || Date.now() - state.startedAt >= wishLastsMs) return;
    if (!(await mayBegin(state.wishes)) || asked !== turn) return;
    void look({ ...state, before: null });
    // Only a popup knows the tab below it.
    if (state.tabId !== null) await openPopupAgain();
  };

  return {
    look: (wish) => look(wish, { isOfSearch: true }),
    permitted,
    async examine({ tabId, wishes }) {
      await ready;
      if (await wasSearching(Date.now())) return { ok: false, problem: searchWords };
      if (await mayBegin(wishes)) void look({ tabId, wishes, before: null });
      else {
        await writerOf((turn += 1))({ ...begunNow(tabId, wishes), phase: 'needs-permission' });
        // An answer that came before the wish was written down is told of by nobody.
        await permitted();
      }
      return { ok: true, value: null };
    },
    async fix(request) {
      await ready;
      const since = Date.now();
      if (showsAtOnce.includes(request.fix) && (await wasSearching(since))) return { ok: false, problem: searchWords };
      const state = await examState.read();
      const answer = await applyFix(request);
      if (answer.ok && showsAtOnce.includes(request.fix) && state?.phase === 'done') {
        void look(
          { ...state, tabId: request.tabId ?? state.tabId, before: beforeFix(state, answer.value) },
          { loadingSince: since },
        );
      }
      return answer;
    },
    async dismiss() {
      await ready;
      await writerOf((turn += 1))(null);
    },
  };
}

/** How a look comes about. */
interface Occasion {
  /** The tab was told to load anew then; Unix time in milliseconds. */
  readonly loadingSince?: number;
  /** The search asks for it, and knows what is on. */
  readonly isOfSearch?: boolean;
}

/** After these the tab is loading anew, and the same look shows whether they helped. */
const showsAtOnce: readonly BrowserFix[] = ['reload', 'clear-cache'];

function beforeFix({ report }: ExamState, { done }: FixDone): ExamBefore | null {
  if (report === null) return null;
  const faults = report.findings.filter(({ severity }) => severity === 'blocker' || severity === 'problem');
  const [sentence = done] = done.split(/(?<=\.) /);
  return { verdict: report.verdict, faults: faults.map(({ title }) => title), fix: sentence };
}

/** A background that was ended in the middle of a look leaves it behind as it was. */
async function settleLeftBehind(): Promise<void> {
  const state = await examState.read();
  if (state?.phase !== 'looking') return;
  await examState.write({ ...state, phase: 'failed', endedAt: Date.now(), problem: leftBehindWords });
}

function mayBegin(wishes: ExamWishes): Promise<boolean> {
  return hasNeeds(needsOfLook(wishes, browserFamily()));
}

function begunNow(tabId: number | null, wishes: ExamWishes): Omit<ExamState, 'phase'> {
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

/** As reports of runs name what the person agreed to. */
function consentsOf({ statusPage, extensions, siteSettings }: ExamWishes): readonly string[] {
  return [
    ...(statusPage ? ['status-page'] : []),
    ...(extensions ? ['extensions'] : []),
    ...(siteSettings ? ['site-settings'] : []),
  ];
}
