import { say } from '../../../lib/i18n/say.ts';
import { browser } from 'wxt/browser';
import { beginBisect } from '../../../lib/interference/bisect-life.ts';
import type { BisectState, Symptom } from '../../../lib/interference/bisect-state.ts';
import { suspectsOf } from '../../../lib/interference/suspicion.ts';
import { symptomOf } from '../../../lib/interference/symptom.ts';
import { observedIn } from '../../../lib/interference/observed-in-report.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import { browserFamily } from '../../../lib/permissions/browser-family.ts';
import { examState } from '../../../lib/storage/exam-state.ts';
import { findClaudeTab } from '../exam/claude-tab.ts';
import type { ExamHands } from '../exam/exam-hands.ts';
import type { BisectWish } from './bisect-wish.ts';
import { installedExtensions } from '../extensions/installed-extensions.ts';

/** What is older says nothing about now. Milliseconds. */
const freshMs = 5 * 60_000;

/** Makes a search ready as the person wishes; nothing is written or switched yet. Problems are sentences for people. */
export async function readyBisect(wish: BisectWish, look: ExamHands['look']): Promise<Result<BisectState>> {
  const tabId = await findClaudeTab(wish.tabId);
  if (tabId === null) {
    return {
      ok: false,
      problem: say('No tab shows Claude. Open claude.ai in a tab, go to where it fails, and try again.'),
    };
  }
  const { suspects } = suspectsOf(await installedExtensions(), browser.runtime.id);
  const searched = suspects.filter(({ id, canSwitch }) => canSwitch && !wish.exempt.includes(id));
  if (searched.length === 0) return { ok: false, problem: nobodyWords(suspects.length) };
  const state = beginBisect({
    id: crypto.randomUUID(),
    mode: thisMode(),
    original: searched.map(({ id, name }) => ({ id, name, enabled: true })),
    suspects,
    symptom: wish.askPerson ? seenByPerson : await symptomIn(tabId, look),
    tabId,
    now: Date.now(),
  });
  return { ok: true, value: state };
}

/** Firefox lets no extension switch another. */
export function thisMode(): BisectState['mode'] {
  return browserFamily() === 'firefox' ? 'guided' : 'automatic';
}

const seenByPerson: Symptom = { kind: 'person', words: 'what you saw on Claude’s page' };

function nobodyWords(suspects: number): string {
  return suspects === 0
    ? say('No other extension that is switched on may touch claude.ai, so no extension is the reason.')
    : say(
        'All extensions that may touch claude.ai are left out, or are held by your organization, so there is nobody to search.',
      );
}

/** What a probe can see, told from the last look at this browser, or else from a new one. */
async function symptomIn(tabId: number, look: ExamHands['look']): Promise<Symptom> {
  const seen = await freshSymptom(tabId);
  if (seen !== null) return seen;
  const wishes = { statusPage: false, extensions: true, siteSettings: false, reload: false };
  await look({ tabId, wishes, before: null }).catch(() => undefined);
  return (await freshSymptom(tabId)) ?? seenByPerson;
}

async function freshSymptom(tabId: number): Promise<Symptom | null> {
  const exam = await examState.read();
  if (!exam?.report || exam.tabId !== tabId || Date.now() - (exam.endedAt ?? 0) > freshMs) return null;
  return symptomOf(observedIn(exam.report));
}
