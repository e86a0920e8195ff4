import type { Registration, TokenRequest } from '../../kernel/evidence-active.ts';
import type { EndpointLook } from '../../kernel/evidence-sign-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';

/**
 * The looks at the endpoints with what a POST was answered, where the active plan sent one, in place of what GET showed: those two
 * endpoints are there for POST alone.
 */
export function withPosts(
  looks: readonly EndpointLook[],
  registration: Registration | undefined,
  token: TokenRequest | undefined,
): readonly EndpointLook[] {
  const posts = [
    ...posted('token', token, token?.exchange),
    ...posted('registration', registration, registration?.attempts[0]?.exchange),
  ];
  return [...looks.filter(({ role }) => !posts.some((post) => post.role === role)), ...posts];
}

function posted(
  role: EndpointLook['role'],
  of: { readonly url: string } | undefined,
  exchange: Exchange | null | undefined,
): readonly EndpointLook[] {
  return of && exchange ? [{ role, url: of.url, exchange, refused: null }] : [];
}
