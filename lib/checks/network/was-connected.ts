import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { FailedExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';

/** The part of what a check sees that tells how far a request without an answer came. */
export interface ConnectionSeen {
  readonly certificate: Observation<EvidenceMap['certificate']>;
  readonly discover: Observation<EvidenceMap['discover']>;
}

/**
 * True when the server was connected to and took the request, so that the silence is the server's and no firewall's. An address
 * that was dialled says it for plain HTTP alone: under TLS the handshake may be what hangs.
 */
export function wasConnected({ url, redirects, remoteAddress }: FailedExchange, seen: ConnectionSeen): boolean {
  // A redirect is an answer of the host that was typed; what follows is another request.
  if (redirects.length > 0) return false;
  if (observed(seen.discover)?.exchange.kind === 'response') return true;
  if (url.startsWith('http:')) return remoteAddress !== null;
  return remoteAddress !== null && observed(seen.certificate)?.peer != null;
}
