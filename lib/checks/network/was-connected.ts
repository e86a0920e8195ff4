import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { FailedExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';

/** The part of what a check sees that tells how far a request without an answer came. */
export type ConnectionSeen = {
  readonly [K in 'certificate' | 'discover' | 'older-version']: Observation<EvidenceMap[K]>;
};

/**
 * True when the server was connected to and took the request, so that the silence is the server's and no firewall's. An address
 * that was dialled says it for plain HTTP alone: under TLS the handshake may be what hangs.
 */
export function wasConnected({ url, redirects, remoteAddress }: FailedExchange, seen: ConnectionSeen): boolean {
  // A redirect is an answer of the host that was typed; what follows is another request.
  if (redirects.length > 0) return false;
  if (observed(seen.discover)?.exchange.kind === 'response') return true;
  if (observed(seen['older-version'])?.tried.some(({ exchange }) => exchange.kind === 'response') === true) return true;
  if (url.startsWith('http:')) return remoteAddress !== null;
  return remoteAddress !== null && observed(seen.certificate)?.peer != null;
}

/** True where this way of looking does not say whether a connection over TLS stood: browsers do not. */
export function isConnectionUnseen({ certificate }: Pick<ConnectionSeen, 'certificate'>): boolean {
  return certificate.status === 'unavailable' && certificate.because === 'vantage';
}
