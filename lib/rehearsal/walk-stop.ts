import { answerKind } from '../checks/http/answer-kind.ts';
import { asksToWait } from '../checks/http/asked-wait.ts';
import { firstAnswer } from '../checks/http/first-answer.ts';
import { isOwnLimit } from '../checks/http/reading-limit.ts';
import { wasConnected } from '../checks/network/was-connected.ts';
import { behindSignIn, isInside, tokenRefusal, type SignedInSeen } from '../kernel/behind-sign-in.ts';
import type { FailedExchange } from '../kernel/exchange.ts';
import type { EvidenceMap } from '../kernel/evidence.ts';
import { observed, type Observation } from '../kernel/observation.ts';
import { resultObject } from '../kernel/rpc-reply.ts';
import { rpcErrorCodes } from '../standards/protocol.ts';
import type { StepNumber } from '../kernel/step.ts';

type Keys =
  | 'typed'
  | 'initialize'
  | 'discover'
  | 'older-version'
  | 'slash-form'
  | 'legacy-sse'
  | 'listing'
  | 'certificate'
  | 'resource-metadata'
  | 'authorization-server'
  | 'default-endpoints';

export type WalkEvidence = SignedInSeen & { readonly [K in Keys]: Observation<EvidenceMap[K]> };

/**
 * How far our own walk got. `through`: the tools were listed. `sign-in`: everything before the sign-in went well.
 * `stopped`: at this step. `unseen`: the walk did not take place, or was cut off before its first answer.
 */
export type WalkEnd =
  | { readonly kind: 'through' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'stopped'; readonly step: StepNumber }
  | { readonly kind: 'unseen' };

/** Reads from the evidence where the walk ended, behind the sign-in where there was one; says nothing of the reason. */
export function walkEnd(seen: WalkEvidence): WalkEnd {
  const refusal = tokenRefusal(seen);
  if (refusal) return { kind: 'stopped', step: refusal.asked === 'list' ? 11 : 10 };
  if (!isInside(seen)) return outerEnd(seen);
  const end = outerEnd(behindSignIn(seen));
  return end.kind === 'stopped' && end.step < 10 ? { kind: 'stopped', step: 10 } : end;
}

function outerEnd(seen: WalkEvidence): WalkEnd {
  const typed = observed(seen.typed);
  if (!typed) return { kind: 'unseen' };
  if (typed.kind !== 'url') return { kind: 'stopped', step: 0 };
  const first = firstAnswer(seen);
  if (!first) return { kind: 'unseen' };
  if (first.exchange.kind === 'failure') return failed(first.exchange, seen);
  if (first.works === null) {
    if (first.exchange.status === 401) return discoveryEnd(seen);
    // A list of addresses says nothing of Claude's, and a limit of our own nothing of the server.
    const isOurs = answerKind(first.exchange, first.reply) === 'address-refused' || isOwnLimit(first.exchange);
    return isOurs ? { kind: 'unseen' } : { kind: 'stopped', step: 3 };
  }
  return listingEnd(seen, first.works === 'legacy-sse');
}

function failed(exchange: FailedExchange, seen: WalkEvidence): WalkEnd {
  const { reason, redirects } = exchange;
  // A proxy or a missing permission is this machine's, and an abort is ours: they say nothing of the server.
  if (reason === 'proxy' || reason === 'no-permission' || reason === 'blocked-by-client' || reason === 'aborted') {
    return { kind: 'unseen' };
  }
  // A redirect is an answer to the first request, and so is one that cannot be read.
  if (redirects.length > 0 || reason === 'redirect-loop' || reason === 'malformed-http')
    return { kind: 'stopped', step: 3 };
  if (reason === 'dns' || reason === 'private-address') return { kind: 'stopped', step: 1 };
  return { kind: 'stopped', step: reason === 'timeout' && wasConnected(exchange, seen) ? 3 : 2 };
}

function discoveryEnd(seen: WalkEvidence): WalkEnd {
  const resource = observed(seen['resource-metadata']);
  const server = observed(seen['authorization-server']);
  if (server && server.chosen !== null) return { kind: 'sign-in' };
  // Nothing is missing where we were only asked to wait.
  const attempts = [...(resource?.chosen === null ? resource.attempts : []), ...(server?.attempts ?? [])];
  if (attempts.some(({ exchange }) => asksToWait(exchange))) return { kind: 'unseen' };
  const defaults = observed(seen['default-endpoints'])?.endpoints;
  if (defaults && defaults.length > 0 && defaults.every((endpoint) => endpoint.exists)) return { kind: 'sign-in' };
  if (!resource && !server) return { kind: 'unseen' };
  return { kind: 'stopped', step: resource && resource.chosen !== null ? 6 : 5 };
}

function listingEnd(seen: WalkEvidence, overSse: boolean): WalkEnd {
  const listing = overSse ? observed(seen['legacy-sse'])?.listing : observed(seen.listing);
  if (!listing) return { kind: 'unseen' };
  const last = listing.pages.at(-1);
  if (last?.exchange.kind === 'response' && last.exchange.status === 401) return discoveryEnd(seen);
  // A server of resources or prompts alone is right to know no tools/list: nothing stops there. Where it had said that it has
  // tools, the finding on the failed listing is a proven blocker of its own.
  if (last && 'error' in last.reply && last.reply.error.code === rpcErrorCodes.methodNotFound)
    return { kind: 'through' };
  // The tools of the pages that could be read are there, whatever became of later pages: clients differ in what they make of that.
  const readable = listing.pages.some((page) => resultObject(page.reply) !== undefined) && listing.end !== 'not-a-list';
  if (readable) return { kind: 'through' };
  return last && isOwnLimit(last.exchange) ? { kind: 'unseen' } : { kind: 'stopped', step: 11 };
}
