import type { RegistrationRemoval } from '../../kernel/evidence-active.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import type { ClientManagement } from '../../kernel/signed-in-memory.ts';
import { tokenForm } from '../../parsing/header-value.ts';
import { refusal } from '../network/refusal.ts';

/**
 * Removes a client that was registered. Nothing is sent to an address that is not the authorization server's own: a DELETE that a
 * stranger words is not ours to send.
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.3
 */
export async function removeClient(
  context: Pick<ProbeContext<never>, 'ask' | 'target'>,
  management: ClientManagement | null,
): Promise<Pick<RegistrationRemoval, 'outcome' | 'exchange'>> {
  if (management === null) return { outcome: 'not-offered', exchange: null };
  if (!management.isOwn || refusal(context.target, management.url) !== null) {
    return { outcome: 'foreign-address', exchange: null };
  }
  if (tokenForm(management.token) !== 'sendable') return { outcome: 'unsendable-token', exchange: null };
  const { exchange } = await context.ask({
    step: null,
    method: 'DELETE',
    url: management.url,
    headers: { authorization: `Bearer ${management.token}`, accept: 'application/json' },
    maxRedirects: 0,
    fromReserve: true,
  });
  return { outcome: saysRemoved(exchange) ? 'removed' : 'refused', exchange };
}

/** 204 by the specification, other successes in practice; a web page is what a site answers to any address. */
function saysRemoved(exchange: Exchange): boolean {
  if (exchange.kind !== 'response' || exchange.status < 200 || exchange.status > 299) return false;
  return !/html/i.test(exchange.headers['content-type'] ?? '');
}
