import { browser } from 'wxt/browser';
import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import { outcomeOf } from '../../../lib/interference/reach-outcome.ts';
import type { ReachOutcome } from '../../../lib/kernel/evidence-browser.ts';

/** A host that says nothing for so long is not reached. Milliseconds. */
export const reachMs = 2_000;
/** The browser's own word for what became of a request may come a moment after it. Milliseconds. */
export const recordMs = 250;

/** Asks from the background, where no other extension can touch it, with nothing of the person's in the request. Never rejects. */
export async function reachOutside(url: string, watch: TabWatch): Promise<ReachOutcome> {
  const isAllowed = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
  if (!isAllowed) return { kind: 'not-allowed' };
  const marker = watch.mark();
  try {
    const answer = await ask(`${url}#${marker}`);
    if (answer === 'timeout') return tooLate((await watch.flight(marker, 0))?.wasSent ?? true);
    if (!watch.isListening()) return answer === 'failed' ? { kind: 'unseen' } : plainly(answer);
    const flight = await watch.flight(marker, recordMs);
    const seen = flight && outcomeOf(flight);
    return seen ?? (answer === 'failed' ? { kind: 'unseen' } : plainly(answer));
  } finally {
    watch.forget(marker);
  }
}

/** The outcome of a request that was given up; `wasSent` as far as it is known. */
export function tooLate(wasSent: boolean): ReachOutcome {
  return { kind: 'failed', reason: 'timeout', said: `no answer within ${String(reachMs / 1_000)} seconds`, wasSent };
}

async function ask(address: string): Promise<Response | 'failed' | 'timeout'> {
  const signal = AbortSignal.timeout(reachMs);
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    // The head is enough. Firefox tells of the end of a request only once its body was taken or refused.
    await response.body?.cancel();
    return response;
  } catch {
    return signal.aborted ? 'timeout' : 'failed';
  }
}

/** What can be told without the browser's own record of the request. A redirect has no status then. */
function plainly({ status, headers }: Response): ReachOutcome {
  const date = Date.parse(headers.get('date') ?? '');
  const clockAheadS = Number.isNaN(date) ? null : Math.round((Date.now() - date) / 1_000);
  return { kind: 'answered', status, ip: null, leadsTo: null, clockAheadS };
}
