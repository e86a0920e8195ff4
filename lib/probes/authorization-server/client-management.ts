import { stringMember, type Json } from '../../kernel/json.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import type { ClientManagement } from '../../kernel/signed-in-memory.ts';
import { isSameSite } from '../../parsing/same-site.ts';
import type { SignInService } from './sign-in-service.ts';

/**
 * Where a client that was registered at `asked` is managed, as the answer says it; null where it says nothing. The token for it is a
 * secret from here on. The address is the service's own only on the very origin that was asked, and when that is of the site at which
 * the metadata was found: nothing else that an answer or a document names is anybody's word but its own.
 * @see https://www.rfc-editor.org/rfc/rfc7592#section-3
 */
export function managementIn(
  answer: Json,
  { home }: Pick<SignInService, 'home'>,
  asked: string,
  { keepSecret }: Pick<ProbeContext<never>, 'keepSecret'>,
): ClientManagement | null {
  const url = stringMember(answer, 'registration_client_uri');
  const token = stringMember(answer, 'registration_access_token');
  if (token !== undefined) keepSecret(token, 'token');
  if (url === undefined || token === undefined) return null;
  return { url, token, isOwn: isSameOrigin(url, asked) && isSameSite(asked, home) };
}

function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
