import type { ReachOutcome } from '../kernel/evidence-browser.ts';
import { isBlock, type Flight } from './request-flight.ts';
import { isClaudeHost, shownUrl } from './request-kind.ts';

const mostWords = 200;

/** What became of a request that we made ourselves; null while it is under way. */
export function outcomeOf(flight: Flight): ReachOutcome | null {
  const { end, answer, wasSent } = flight;
  switch (end?.kind) {
    case undefined:
      return null;
    case 'answered':
      return answered(flight, end.status, null);
    case 'redirected':
      return answered(flight, end.status, strangerOf(end.to));
    case 'diverted':
      return { kind: 'diverted', to: shownUrl(end.to) };
    case 'failed':
      // The host has answered; what the browser then keeps from the page (CORS, opaque answers) is another matter.
      if (answer !== null && !isBlock(end.said)) return answered(flight, answer.status, null);
      return { kind: 'failed', reason: end.reason, said: end.said.slice(0, mostWords), wasSent };
  }
}

function answered({ ip, clockAheadS }: Flight, status: number, leadsTo: string | null): ReachOutcome {
  return { kind: 'answered', status, ip, leadsTo, clockAheadS };
}

function strangerOf(url: string): string | null {
  return URL.canParse(url) && isClaudeHost(new URL(url).hostname) ? null : shownUrl(url);
}
