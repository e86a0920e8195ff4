import { isPrivateHostname } from '../../kernel/address.ts';
import { found, type Found } from '../../kernel/check.ts';
import type { AuthorizationServer } from '../../kernel/evidence.ts';
import type { AuthorizationPage } from '../../kernel/evidence-active.ts';
import type { SignIn } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { selector } from './attempt-words.ts';
import type { EndpointCode } from './endpoints-codes.ts';
import { providerValue } from './provider-fix.ts';
import { failuresOfOurs } from './server-trouble.ts';

type Way = Pick<AuthorizationPage, 'hops' | 'end' | 'refusedHop'>;

/**
 * Why the redirects of the authorization endpoint lead to no page. Of an endpoint that does not answer by itself, the look at it tells.
 */
export function wayOutcomes(visit: Way | undefined, server: AuthorizationServer): readonly Found<EndpointCode>[] {
  const from = visit?.hops[0]?.url;
  if (!visit || from === undefined) return [];
  const { hops: evidence, refusedHop } = visit;
  const member = `authorization_endpoint (${addressOf(from)})`;
  const last = evidence.at(-1);
  const unasked = refusedHop ?? (evidence.length > 1 ? privateHop(last) : undefined);
  if (unasked && unasked.refused !== 'invalid-url') {
    const code = unasked.refused === 'not-https' ? 'auth.endpoint-not-https' : 'auth.endpoint-private-host';
    const values = {
      by: 'hop',
      url: addressOf(from),
      named: addressOf(unasked.url),
      count: 1,
      ...providerValue(server),
    };
    // People go there, and not Claude’s cloud: some may be in that network.
    return [found(code, { values, evidence, step: 8, severity: 'problem', confidence: 'likely' })];
  }
  const common = { members: member, role: 'authorization', count: 1, status: 0 };
  if (visit.end === 'too-many-hops') {
    const values = { ...common, host: hostOf(from), how: 'circle', via: 'none', to: '–', status: evidence.length };
    return [
      found('auth.endpoint-unreachable', {
        values,
        evidence: [...evidence.slice(0, 2), last],
        step: 8,
        confidence: 'likely',
      }),
    ];
  }
  const isLater = evidence.length > 1 && last?.kind === 'failure';
  if (!isLater || failuresOfOurs.includes(last.reason)) return [];
  const values = { ...common, host: hostOf(last.url), how: selector(last.reason), via: 'hop', to: addressOf(last.url) };
  const confidence = last.reason === 'timeout' ? 'likely' : 'certain';
  return [found('auth.endpoint-unreachable', { values, evidence, step: 8, confidence })];
}

/** The way of a sign-in that was led where nobody is asked. */
export function wayOfSignIn(signIn: SignIn | undefined): Way | undefined {
  const last = signIn?.hops.at(-1);
  if (!signIn || signIn.failure?.why !== 'not-asked' || last?.kind !== 'response') return undefined;
  const location = last.headers['location'] ?? '';
  if (!URL.canParse(location, last.url)) return undefined;
  const url = new URL(location, last.url);
  const refused = isPrivateHostname(url.hostname) ? 'private-address' : url.protocol === 'http:' ? 'not-https' : null;
  if (refused === null) return undefined;
  return { hops: signIn.hops, end: 'refused-hop', refusedHop: { url: url.href, refused } };
}

/** A name may lead to a private address as well. */
function privateHop(last: Exchange | undefined) {
  if (last?.kind !== 'failure' || last.reason !== 'private-address') return undefined;
  return { url: last.url, refused: 'private-address' } as const;
}

/** Without the parameters of the request. */
function addressOf(url: string): string {
  return inOneLine(url.split(/[?#]/)[0] ?? url);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : inOneLine(url);
}
