import type { EvidenceMap } from '../../kernel/evidence.ts';
import { ipLiteral } from '../../kernel/address.ts';
import { observed, type Observation } from '../../kernel/observation.ts';

/** What the checks of names look at for the connector's own host. */
export type NamesSeen = { readonly [K in 'typed' | 'initialize']: EvidenceMap[K] } & {
  readonly [K in 'public-resolution' | 'local-resolution' | 'surroundings']: Observation<EvidenceMap[K]>;
};

/** Where this machine itself was led. */
export interface LocalView {
  readonly a: readonly string[];
  readonly aaaa: readonly string[];
  /** The system's resolver knows no such name, or no address for it. */
  readonly missing: boolean;
}

/**
 * This machine's view of the target's name: its resolver's, else the address that its first request was led to. Undefined where it
 * is no evidence: behind a proxy, which resolves names itself, or when the person named another address to dial.
 */
export function localView(seen: NamesSeen): LocalView | undefined {
  if (seen.typed.connectTo || observed(seen.surroundings)?.proxy != null) return undefined;
  const lookup = observed(seen['local-resolution']);
  if (lookup && lookup.failure !== 'failed') {
    return { a: lookup.a, aaaa: lookup.aaaa, missing: lookup.failure !== null };
  }
  const { remoteAddress, redirects } = seen.initialize.exchange;
  // After a redirect it is the address of another host.
  const literal = remoteAddress === null || redirects.length > 0 ? undefined : ipLiteral(remoteAddress);
  if (!literal) return undefined;
  return literal.version === 4
    ? { a: [literal.address], aaaa: [], missing: false }
    : { a: [], aaaa: [literal.address], missing: false };
}
