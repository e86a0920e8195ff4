import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import { outcomeOf } from '../../../lib/interference/reach-outcome.ts';
import type { ReachOutcome } from '../../../lib/kernel/evidence-browser.ts';
import type { ProbeSettled } from '../../../lib/page/look/page-answer.ts';
import type { PageProbe } from '../../../lib/standards/claude-page-needs.ts';
import { recordMs, tooLate } from './reach-outside.ts';

/** A request that goes out from the page, and can be found again among those of the browser. */
export interface MarkedProbe extends PageProbe {
  readonly marker: string;
}

/** Marks requests; when they are over, `forgetProbes` has to be called. */
export function markProbes(probes: readonly PageProbe[], watch: TabWatch): readonly MarkedProbe[] {
  return probes.map((probe) => ({ ...probe, marker: watch.mark() }));
}

export function forgetProbes(probes: readonly MarkedProbe[], watch: TabWatch): void {
  for (const { marker } of probes) watch.forget(marker);
}

/** What became of requests from the page, in their order; `settled` null: the page did not answer. */
export function outcomesOf(
  probes: readonly MarkedProbe[],
  settled: readonly ProbeSettled[] | null,
  watch: TabWatch,
): Promise<readonly ReachOutcome[]> {
  return Promise.all(
    probes.map(({ marker }) =>
      outcomeOfProbe(marker, settled?.find((one) => one.marker === marker)?.settled ?? null, watch),
    ),
  );
}

/** The browser's record decides; what the page saw of it counts only where there is none. */
async function outcomeOfProbe(
  marker: string,
  settled: ProbeSettled['settled'] | null,
  watch: TabWatch,
): Promise<ReachOutcome> {
  const isSettled = settled === 'answered' || settled === 'failed';
  const flight = watch.isListening() ? await watch.flight(marker, isSettled ? recordMs : 0) : null;
  const seen = flight && outcomeOf(flight);
  if (settled === 'timeout' && (seen === null || seen.kind === 'failed')) return tooLate(flight?.wasSent ?? true);
  if (seen !== null) return seen;
  if (settled === 'answered') return { kind: 'answered', status: 0, ip: null, leadsTo: null, clockAheadS: null };
  return flight === null ? { kind: 'unseen' } : tooLate(flight.wasSent);
}
