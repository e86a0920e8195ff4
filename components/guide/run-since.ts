import type { GuideProgress } from '../../lib/help/guide-life.ts';
import type { RunState } from '../../lib/runs/run-state.ts';

/**
 * The newest check of the guide’s connector since its step stands large, wherever it was started; `started` is the id of one that was
 * started from the guide itself, whose address may be kept without what is secret in it.
 */
export function runSince(
  runs: readonly RunState[],
  { connector, currentSince }: Pick<GuideProgress, 'connector' | 'currentSince'>,
  started: string | null,
): RunState | null {
  const { url } = connector;
  const isOfGuide = (run: RunState): boolean => run.id === started || (url !== null && isSame(run, url));
  return runs.find((run) => run.startedAt >= currentSince && isOfGuide(run)) ?? null;
}

function isSame({ url, typed }: RunState, wanted: string): boolean {
  return [url, typed].some((each) => each !== null && plain(each) === plain(wanted));
}

/** As two people would write the same address. */
function plain(address: string): string {
  const text = URL.canParse(address) ? new URL(address).href : address;
  return text.replace(/\/+$/, '');
}
