import type { SignInFault } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { ProbeContext } from '../../kernel/probe.ts';
import { createCookieJar } from '../../parsing/cookie-jar.ts';
import { browserUserAgent } from '../../standards/user-agents.ts';
import { refusal } from '../auth/fetch-document.ts';

/** Where the way from the authorization endpoint led: back to us, or nowhere. */
export interface WayBack {
  readonly hops: readonly Exchange[];
  readonly end:
    | { readonly kind: 'returned'; readonly url: string }
    | { readonly kind: 'lost'; readonly why: SignInFault; readonly detail: string };
}

const mostHops = 12;

/**
 * Follows the authorization server's redirects as a browser does, with its cookies, until one leads back to `callback`, which is not
 * asked. For servers that approve by themselves: a page that waits for a person ends the way.
 */
export async function followToCallback(
  context: Pick<ProbeContext<never>, 'ask' | 'target'>,
  start: string,
  callback: string,
): Promise<WayBack> {
  const hops: Exchange[] = [];
  const jar = createCookieJar();
  const lost = (why: SignInFault, detail = ''): WayBack => ({ hops, end: { kind: 'lost', why, detail } });
  let url = start;
  while (hops.length < mostHops) {
    const refused = refusal(context.target, url);
    if (refused !== null) return lost('not-asked', refused);
    const cookie = jar.for(url);
    const answer = await context.ask({
      step: 8,
      method: 'GET',
      url,
      headers: { accept: 'text/html,application/xhtml+xml', ...(cookie !== undefined && { cookie }) },
      userAgent: browserUserAgent,
      maxRedirects: 0,
    });
    hops.push(answer.exchange);
    if (answer.kind === 'failure') return lost('unreachable', answer.received.reason);
    jar.take(answer.headers['set-cookie'], url);
    const { status } = answer.exchange;
    const location = answer.headers['location'];
    if (location === undefined || status < 300 || status > 399 || !URL.canParse(location, url)) {
      return lost(status >= 400 ? 'refused' : 'page', `HTTP status ${status}`);
    }
    url = new URL(location, url).href;
    if (isCallback(url, callback)) return { hops, end: { kind: 'returned', url } };
  }
  return lost('too-many-hops');
}

function isCallback(url: string, callback: string): boolean {
  const [met, ours] = [new URL(url), new URL(callback)];
  return met.origin === ours.origin && met.pathname === ours.pathname;
}
