import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { patience, settled, type Look, type Saw } from '../../../lib/interference/steady.ts';
import type { SymptomShows } from '../exam/exam-hands.ts';
import { reloadTab } from './tab-reload.ts';

/** Looks until it is steady whether the symptom shows. What is found is of no use once `signal` is aborted. */
export type SteadyLook = (state: BisectState, switchedOn: boolean, signal: AbortSignal) => Promise<Saw>;

/** An extension that was just switched on needs a moment until it can touch a document from its beginning. Milliseconds. */
const startsWithinMs = 500;

/** Makes the look of one round out of single looks. */
export function createSteadyLook(symptomShows: SymptomShows): SteadyLook {
  return async ({ symptom, tabId }, switchedOn, signal) => {
    if (tabId === null) return 'unclear';
    const series = (): Promise<Saw> => lookUntilSettled(() => symptomShows(symptom, tabId), switchedOn, signal);
    if (symptom.kind === 'request') return series();
    // What extensions put into a page, or take out of its headers, changes with its next document alone.
    if (switchedOn) await pause(startsWithinMs, signal);
    await reloadTab(tabId, signal);
    if (symptom.kind === 'person') return 'unclear';
    const first = await series();
    if (first !== 'unclear' || signal.aborted) return first;
    await reloadTab(tabId, signal);
    return series();
  };
}

async function lookUntilSettled(look: () => Promise<Saw>, switchedOn: boolean, signal: AbortSignal): Promise<Saw> {
  const begunAt = performance.now();
  const looks: Look[] = [];
  for (;;) {
    const afterMs = performance.now() - begunAt;
    looks.push({ afterMs, saw: await look() });
    const answer = settled(looks, switchedOn);
    if (answer !== null || signal.aborted) return answer ?? 'unclear';
    await pause(patience.pauseMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    if (signal.aborted) return settle();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      settle();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
