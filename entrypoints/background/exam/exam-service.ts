import { msg, say } from '../../../lib/i18n/say.ts';
import { browser } from 'wxt/browser';
import { createTabWatch, type TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import type {
  BrowserFix,
  ExamBefore,
  ExamState,
  ExamWishes,
  FixDone,
  FixRequest,
} from '../../../lib/interference/exam-state.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import { claudeNeeds, hasNeeds } from '../../../lib/permissions/ask.ts';
import { browserFamily } from '../../../lib/permissions/browser-family.ts';
import { examState } from '../../../lib/storage/exam-state.ts';
import { needsOfLook } from '../../../lib/permissions/exam-needs.ts';
import type { Judge } from '../judging.ts';
import { languageKnown } from '../worker-language.ts';
import { openPopupAgain } from '../popup-again.ts';
import { noteSession } from './bisect-findings.ts';
import { takeExamCommands, type ExamCommands } from './exam-commands.ts';
import type { ExamHands } from './exam-hands.ts';
import { begunNow, createLook, type Look } from './exam-look.ts';
import { createExamTurns, type ExamTurns } from './exam-turns.ts';
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

const leftBehindWords = msg(
  'The browser put Connector Doctor to rest in the middle of the look, so nothing came of it. Check this browser again.',
);

function createExamService(watch: TabWatch, judge: Judge): ExamService {
  const ready = settleLeftBehind();
  const turns = createExamTurns();
  const look = createLook({ watch, judge, turns, ready });
  const permitted = createPermitted(look, turns, ready);
  return {
    look: (wish) => look(wish, { isOfSearch: true }),
    permitted,
    async examine({ tabId, wishes }) {
      await ready;
      if (await wasSearching(Date.now())) return { ok: false, problem: say(searchWords) };
      if (await mayBegin(wishes)) void look({ tabId, wishes, before: null });
      else {
        await turns.take()({ ...begunNow(tabId, wishes), phase: 'needs-permission' });
        // An answer that came before the wish was written down is told of by nobody.
        await permitted();
      }
      return { ok: true, value: null };
    },
    async fix(request) {
      await ready;
      return fixed(request, look);
    },
    async dismiss() {
      await ready;
      await turns.take()(null);
    },
  };
}

function createPermitted(look: Look, turns: ExamTurns, ready: Promise<void>): ExamService['permitted'] {
  return async () => {
    await ready;
    const isLatest = turns.mark();
    const state = await examState.read();
    if (state?.phase !== 'needs-permission' || Date.now() - state.startedAt >= wishLastsMs) return;
    if (!(await mayBegin(state.wishes)) || !isLatest()) return;
    void look({ ...state, before: null });
    // Only a popup knows the tab below it.
    if (state.tabId !== null) await openPopupAgain();
  };
}

async function fixed(request: FixRequest, look: Look): Promise<Result<FixDone>> {
  const since = Date.now();
  const isShownAtOnce = showsAtOnce.includes(request.fix);
  if (isShownAtOnce && (await wasSearching(since))) return { ok: false, problem: say(searchWords) };
  const state = await examState.read();
  const answer = await applyFix(request);
  if (answer.ok && isShownAtOnce && state?.phase === 'done') {
    const wish = { ...state, tabId: request.tabId ?? state.tabId, before: beforeFix(state, answer.value) };
    void look(wish, { loadingSince: since });
  }
  return answer;
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
  await languageKnown();
  await examState.write({ ...state, phase: 'failed', endedAt: Date.now(), problem: say(leftBehindWords) });
}

function mayBegin(wishes: ExamWishes): Promise<boolean> {
  return hasNeeds(needsOfLook(wishes, browserFamily()));
}
