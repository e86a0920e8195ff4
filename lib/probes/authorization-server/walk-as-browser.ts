import type { DocumentAttempt } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Answer, ProbeContext } from '../../kernel/probe.ts';
import { createCookieJar } from '../../parsing/cookie-jar.ts';
import { browserUserAgent } from '../../standards/user-agents.ts';
import { refusal } from '../network/refusal.ts';

/** Where the redirects of an authorization server led, and the requests on the way. */
export interface BrowserWalk {
  readonly hops: readonly Exchange[];
  readonly end:
    | { readonly kind: 'answer'; readonly answer: Extract<Answer, { kind: 'response' }>; readonly url: string }
    | { readonly kind: 'stopped'; readonly url: string }
    | { readonly kind: 'refused'; readonly url: string; readonly refused: NonNullable<DocumentAttempt['refused']> }
    | { readonly kind: 'failed'; readonly answer: Extract<Answer, { kind: 'failure' }> }
    | { readonly kind: 'too-many-hops' };
}

/** Browsers give up after as many. */
const mostHops = 20;

/**
 * Follows redirects in a browser's name and with its cookies. An address of which `isEnd` is true is not asked any more, and neither is
 * one to which nothing must lead us.
 */
export async function walkAsBrowser(
  context: Pick<ProbeContext<never>, 'ask' | 'target'>,
  start: string,
  isEnd: (url: string) => boolean,
): Promise<BrowserWalk> {
  const hops: Exchange[] = [];
  const jar = createCookieJar();
  let url = start;
  for (;;) {
    // First: the way back may be on this machine, which is not asked.
    if (URL.canParse(url) && isEnd(url)) return { hops, end: { kind: 'stopped', url } };
    const refused = refusal(context.target, url);
    if (refused !== null) return { hops, end: { kind: 'refused', url, refused } };
    if (hops.length >= mostHops) return { hops, end: { kind: 'too-many-hops' } };
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
    if (answer.kind === 'failure') return { hops, end: { kind: 'failed', answer } };
    jar.take(answer.headers['set-cookie'], url);
    const next = redirectTarget(answer, url);
    if (next === undefined) return { hops, end: { kind: 'answer', answer, url } };
    url = next;
  }
}

function redirectTarget(answer: Extract<Answer, { kind: 'response' }>, url: string): string | undefined {
  const location = answer.headers['location'];
  const { status } = answer.exchange;
  if (location === undefined || status < 300 || status > 399 || !URL.canParse(location, url)) return undefined;
  return new URL(location, url).href;
}
