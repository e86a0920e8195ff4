import type { EvidenceMap, ProbedKey } from './evidence.ts';
import type { Observation, UnavailableBecause } from './observation.ts';

/** Complete by its type, and in the order of the probes: judging goes through them in this one. */
const every: Readonly<Record<ProbedKey, true>> = {
  typed: true,
  surroundings: true,
  'local-resolution': true,
  'public-resolution': true,
  certificate: true,
  initialize: true,
  discover: true,
  'slash-form': true,
  'legacy-sse': true,
  initialized: true,
  listing: true,
  'resource-metadata': true,
  'authorization-server': true,
  'default-endpoints': true,
  'open-metadata': true,
  'made-up-call': true,
  'call-sign-in': true,
  'made-up-bearer': true,
  'sign-in-endpoints': true,
  registration: true,
  'authorization-page': true,
  'token-request': true,
  'registration-removal': true,
  'sign-in': true,
  'signed-in-initialize': true,
  'signed-in-discover': true,
  'signed-in-legacy-sse': true,
  'signed-in-initialized': true,
  'signed-in-listing': true,
  'signed-in-call': true,
  'step-up': true,
  'listen-stream': true,
  offers: true,
  'app-reads': true,
  'user-agents': true,
  'stale-session': true,
  ping: true,
  'odd-version': true,
  'browser-origin': true,
  'header-mismatch': true,
  'without-version-header': true,
  refresh: true,
  closing: true,
  leaving: true,
  'nearby-paths': true,
  'older-version': true,
  'metadata-without-challenge': true,
  'misplaced-resource-metadata': true,
  'misplaced-server-metadata': true,
  'later-servers': true,
  'site-icons': true,
  'parent-icons': true,
  'favicon-service': true,
  'server-icons': true,
  'directory-listing': true,
};

/** What probes of a connector bring back, in the order of the probes. */
export const probedKeys = Object.keys(every) as readonly ProbedKey[];

/** Nothing was observed, for one reason. */
export function nothingObserved(because: UnavailableBecause): {
  readonly [K in ProbedKey]: Observation<EvidenceMap[K]>;
} {
  const missing: Observation<never> = { status: 'unavailable', because };
  return Object.fromEntries(probedKeys.map((key) => [key, missing])) as ReturnType<typeof nothingObserved>;
}
