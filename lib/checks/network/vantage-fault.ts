import type { EvidenceMap } from '../../kernel/evidence.ts';
import { isLoopbackHost, isPrivateHostname } from '../../kernel/address.ts';
import { observed, type Observation } from '../../kernel/observation.ts';

/** The part of what a check sees that tells whether this machine is at fault. */
export interface VantageSeen {
  readonly typed: EvidenceMap['typed'];
  readonly initialize: EvidenceMap['initialize'];
  readonly surroundings: Observation<EvidenceMap['surroundings']>;
}

/** True when this machine has no network, and the target is not on the machine itself or beside it. */
export function isOffline({ typed, initialize, surroundings }: VantageSeen): boolean {
  if (observed(surroundings)?.online !== false || initialize.exchange.kind !== 'failure') return false;
  const hostname = typed.url?.hostname ?? '';
  if (typed.local || isLoopbackHost(hostname) || isPrivateHostname(hostname)) return false;
  return ['dns', 'unreachable', 'timeout', 'refused'].includes(initialize.exchange.reason);
}

/** True when the proxy of this machine refused, or could not be reached. */
export function hasProxyFailed({ initialize }: VantageSeen): boolean {
  return initialize.exchange.kind === 'failure' && initialize.exchange.reason === 'proxy';
}

/** True when a failure of the walk says nothing of the server, because it was this machine's own. */
export function isVantageFault(seen: VantageSeen): boolean {
  return isOffline(seen) || hasProxyFailed(seen);
}
