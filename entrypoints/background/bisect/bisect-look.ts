import type { BisectState } from '../../../lib/interference/bisect-state.ts';
import { patience, settled, type Look, type Saw } from '../../../lib/interference/steady.ts';
import type { SymptomShows } from '../exam/exam-hands.ts';
import { reloadClaudeAndWait, showsClaude } from '../tabs/reload-claude.ts';

/**
 * Looks until it is steady whether the symptom shows; `left`: its tab shows another page than Claude's now, which is not looked at, and
 * never loaded anew. What is found is of no use once `signal` is aborted.
 */
export type SteadyLook = (state: BisectState, switchedOn: boolean, signal: AbortSignal) => Promise<Saw | 'left'>;

/** An extension that was just switched on needs a moment until it can touch a document from its beginning. Milliseconds. */
const startsWithinMs = 500;

/** Makes the look of one round out of single looks. */
export function createSteadyLook(symptomShows: SymptomShows): SteadyLook {
  return async ({ symptom, tabId }, switchedOn, signal) => {
    if (tabId === null) return 'unclear';
    if (symptom.kind === 'person') {
      // Who signs in to a connector is elsewhere for a while: Claude's page is loaded anew as they come back to it.
      await loadedAnew(tabId, switchedOn, signal);
      return 'unclear';
    }
    if (!(await showsClaude(tabId))) return 'left';
    const series = (): Promise<Saw> => lookUntilSettled(() => symptomShows(symptom, tabId), switchedOn, signal);
    const saw = symptom.kind === 'request' ? await series() : await onLoadedPage(series, tabId, switchedOn, signal);
    // What was seen on a page that is not Claude's says nothing.
    return signal.aborted || (await showsClaude(tabId)) ? saw : 'left';
  };
}

/** What extensions put into a page, or take out of its headers, changes with its next document alone. */
async function onLoadedPage(
  series: () => Promise<Saw>,
  tabId: number,
  switchedOn: boolean,
  signal: AbortSignal,
): Promise<Saw> {
  await loadedAnew(tabId, switchedOn, signal);
  const first = await series();
  if (first !== 'unclear' || signal.aborted) return first;
  await reloadClaudeAndWait(tabId, signal);
  return series();
}

async function loadedAnew(tabId: number, switchedOn: boolean, signal: AbortSignal): Promise<void> {
  if (switchedOn) await pause(startsWithinMs, signal);
  await reloadClaudeAndWait(tabId, signal);
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
