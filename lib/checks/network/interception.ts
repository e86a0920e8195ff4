import type { EvidenceMap } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { developmentAuthorities, interceptors } from '../../standards/tls-interception.ts';

/** What stands between this machine and the host. */
export interface Interception {
  /** The product's name where its certificate tells it, else null. */
  readonly product: string | null;
  /** The issuer of the certificate that was shown. */
  readonly issuer: string;
  /** The connection failed on it: this machine does not trust the interceptor for this program. */
  readonly stopped: boolean;
}

/**
 * Tells from the certificate that this machine was shown whether the connection is opened on the way, as companies do. What is
 * seen of the certificate then says nothing of the server's own.
 */
export function interceptionOf(certificate: Observation<EvidenceMap['certificate']>): Interception | undefined {
  const peer = observed(certificate)?.peer;
  const leaf = peer?.chain[0];
  if (!peer || !leaf || peer.trust === 'public') return undefined;
  const issuers = peer.chain.map(({ issuer }) => issuer);
  if (issuers.some((issuer) => developmentAuthorities.test(issuer))) return undefined;
  const product = interceptors.find(({ issuer }) => issuers.some((text) => issuer.test(text)))?.product ?? null;
  // An unknown authority that this machine does not trust either is the server’s own fault.
  if (peer.trust === 'none' && (product === null || leaf.selfSigned)) return undefined;
  return { product, issuer: leaf.issuer, stopped: peer.trust === 'none' };
}
