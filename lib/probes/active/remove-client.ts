import type { RegistrationRemoval } from '../../kernel/evidence-active.ts';
import type { ProbeContext, RegisteredClient } from '../../kernel/probe.ts';
import { refusal } from '../auth/fetch-document.ts';

/**
 * Removes a client that was registered. The token that allows it goes to the authorization server's own origins alone.
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-2.3
 */
export async function removeClient(
  context: Pick<ProbeContext<never>, 'ask' | 'target'>,
  management: RegisteredClient['management'],
  ownAddresses: readonly string[],
): Promise<Omit<RegistrationRemoval, 'as'>> {
  if (management === null) return { outcome: 'not-offered', exchange: null };
  if (!isAmong(management.url, ownAddresses) || refusal(context.target, management.url) !== null) {
    return { outcome: 'foreign-address', exchange: null };
  }
  const { exchange } = await context.ask({
    step: null,
    method: 'DELETE',
    url: management.url,
    headers: { authorization: `Bearer ${management.token}`, accept: 'application/json' },
    maxRedirects: 0,
  });
  const isGone = exchange.kind === 'response' && exchange.status >= 200 && exchange.status < 300;
  return { outcome: isGone ? 'removed' : 'refused', exchange };
}

function isAmong(url: string, own: readonly string[]): boolean {
  const origins = own.flatMap((address) => (URL.canParse(address) ? [new URL(address).origin] : []));
  return URL.canParse(url) && origins.includes(new URL(url).origin);
}
