import type { LinkPage } from '../../kernel/evidence-listing.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { signInPages } from '../../standards/login-walls.ts';

/** True where an answer was led to a page of a sign-in, or is one: a page of its own that asks for a password and says little else. */
export function isSignIn({ redirects, finalUrl }: ResponseExchange, page: LinkPage | null): boolean {
  if (redirects.length > 0 && leadsToSignIn(finalUrl)) return true;
  return page !== null && page.asksForPassword && (redirects.length > 0 || page.textLength < longestSignIn);
}

const longestSignIn = 1_000;

function leadsToSignIn(url: string): boolean {
  if (signInPages.some(({ marks }) => marks.some(({ address }) => address?.test(url) === true))) return true;
  if (!URL.canParse(url)) return false;
  return /\/(?:log-?in|sign-?in|auth\/login|users\/sign_in|sso|accounts\/login)(?:[/.]|$)/i.test(new URL(url).pathname);
}
