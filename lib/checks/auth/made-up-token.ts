import { defineCheck, found, skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { RpcEvidence } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { observed } from '../../kernel/observation.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { answerKind, type AnswerKind } from '../http/answer-kind.ts';
import { edgeOf } from '../http/edge-marks.ts';
import { isOverload } from '../transport/overload.ts';
import { discovery, discoveryUses, foundSignIn, whyUnseen } from './discovery.ts';
import { fixInWords, providerValue } from './provider-fix.ts';
import { refusalText } from './sign-in-words.ts';
import { claudeIssue, sources } from './sources.ts';

type Code = 'auth.bearer-blocked-at-edge' | 'auth.bogus-token-not-401' | 'auth.bogus-token-no-error-code';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.bearer-blocked-at-edge': {
    severity: 'blocker',
    confidence: 'likely',
    step: 10,
    who: 'author',
    title: 'Something before the server refuses requests that carry a token',
    detail:
      'Without a token the server itself answers 401, as it should. The same request with a made-up bearer token was answered with HTTP status {status} by {known, select, yes {{vendor}} other {something else, to judge by its form}}, and not by the server. As soon as people have signed in, all of Claude’s requests carry a token. Something that checks tokens by itself may let real ones through.',
    fix: '{known, select, yes {{setting}} other {Look in the proxy, gateway or firewall before the server for the rule that refuses requests with an Authorization header, and let them through; let Anthropic’s addresses (160.79.104.0/21) and the user agent Claude-User through as well.}} The server itself must judge the token and answer 401 to a bad one.',
    sources: [sources.troubleshooting, claudeIssue(62), claudeIssue(336)],
  },
  'auth.bogus-token-not-401': {
    severity: 'problem',
    confidence: 'likely',
    step: 10,
    who: 'author',
    title:
      '{how, select, accepted {The server lets in whoever sends any token} other {A token that is not valid is answered with {status} in place of 401}}',
    detail:
      '{how, select, accepted {Without a token the server answers 401; with a made-up bearer token it answered the same request as if somebody had signed in. If it checks tokens only later, at the calls, nobody learns by connecting that a sign-in has ended; if it never does, everybody can get in.} other {The request that was refused with 401 was sent again with a made-up bearer token, and answered with HTTP status {status}.{spoke, select, yes { The server said: “{said}”.} other {}} Claude renews a token, or asks people to sign in again, only after a 401. If the server answers like that to its own expired tokens too, the connector stays broken for them.}}',
    fix: '{how, select, accepted {Check the token of every request: signature or entry in your store, issuer, audience and expiry. Answer 401 with} other {Answer every token that is malformed, unknown, expired or revoked with 401 and}} “WWW-Authenticate: Bearer error="invalid_token", resource_metadata="…"”.{how, select, accepted {} other { A token in a form that the server does not know must not make it fail.}}',
    sources: [sources.tokenHandling, sources.bearerErrors, sources.authentication],
  },
  'auth.bogus-token-no-error-code': {
    severity: 'warning',
    confidence: 'certain',
    step: 10,
    who: 'author',
    title: 'The server does not say that a token is not valid',
    detail:
      'A made-up bearer token was answered with 401, as it should be. But the challenge {given, select, yes {names the error {error}} other {names no error}}, where RFC 6750 section 3.1 has invalid_token, by which a client can tell a token that has ended from one that is missing.',
    fix: fixInWords(
      'auth.bogus-token-no-error-code',
      'Add error="invalid_token" to the Bearer challenge of every 401 to a request that carries a token.',
    ),
    sources: [sources.bearerErrors, sources.authentication],
  },
};

const allCodes = Object.keys(codes) as Code[];

/** The request that asked for a sign-in, sent again with a token that nobody issued. */
export const madeUpToken = defineCheck({
  topic: 'made-up-token',
  needs: ['initialize', 'typed'],
  uses: [...discoveryUses, 'made-up-bearer'],
  codes,
  evaluate(seen) {
    const search = discovery(seen);
    if (search.kind === 'none') return [skip(search.because, ...allCodes)];
    // A fixed credential is no token, and a server that takes nothing else has a finding of its own.
    if (search.kind === 'static') return [skip('not-applicable', ...allCodes)];
    const again = observed(seen['made-up-bearer']);
    if (!again) return [skip(whyUnseen(seen['made-up-bearer']), ...allCodes)];
    const { exchange } = again;
    if (exchange.kind === 'failure' || isOverload(exchange)) return [skip('not-reached', ...allCodes)];
    const provider = providerValue(observed(seen['authorization-server']), search.challenge);
    const outcomes = judge({ ...again, exchange }, search.challenge, provider);
    // Nobody gets a token before the sign-in can be found, and then the challenge is written anew.
    return foundSignIn(search) ? outcomes : outcomes.map(withoutErrorCode);
  },
});

function withoutErrorCode(outcome: Outcome<Code>): Outcome<Code> {
  const isOfErrorCode = outcome.kind === 'found' && outcome.code === 'auth.bogus-token-no-error-code';
  return isOfErrorCode ? skip('not-reached', outcome.code) : outcome;
}

interface Answered extends RpcEvidence {
  readonly exchange: ResponseExchange;
}

function judge(again: Answered, challenge: ResponseExchange, provider: Values): Outcome<Code>[] {
  const kind = answerKind(again.exchange, again.reply);
  const evidence = [again.exchange, challenge];
  // A fault of the moment, or of the way to the app: it says nothing of the token.
  if (unclear.includes(kind)) return [skip('not-reached', ...allCodes)];
  if (isFromEdge(kind, again.exchange, challenge)) {
    const edge = edgeOf(again.exchange);
    const values = {
      status: again.exchange.redirects[0]?.status ?? again.exchange.status,
      known: edge ? 'yes' : 'no',
      vendor: edge?.vendor ?? '',
      setting: edge?.setting ?? '',
    };
    return [
      found('auth.bearer-blocked-at-edge', { values, evidence }),
      skip('not-reached', 'auth.bogus-token-not-401', 'auth.bogus-token-no-error-code'),
    ];
  }
  if (again.exchange.status === 401) return errorOutcomes(again.exchange, challenge, provider);
  return [
    found('auth.bogus-token-not-401', not401(again, evidence)),
    skip('not-applicable', 'auth.bogus-token-no-error-code'),
  ];
}

const unclear: readonly AnswerKind[] = [
  'no-response',
  'rate-limited',
  'gateway-error',
  'tunnel-offline',
  'no-reply',
  'cut-off',
];
const ofEdges: readonly AnswerKind[] = ['edge-block', 'bot-challenge', 'login-wall', 'tunnel-interstitial'];

/** Given by a product that is known, or a page in place of the app's own form. */
function isFromEdge(kind: AnswerKind, exchange: ResponseExchange, challenge: ResponseExchange): boolean {
  if (ofEdges.includes(kind)) return true;
  return kind === 'forbidden' && isPage(exchange) && !isPage(challenge);
}

function isPage({ headers }: ResponseExchange): boolean {
  return mediaType(headers['content-type']) === 'text/html';
}

function not401({ exchange, reply }: Answered, evidence: readonly ResponseExchange[]) {
  const isAccepted = reply.kind === 'result';
  const said = inOneLine(refusalText(exchange, reply).split('\n')[0] ?? '');
  return {
    values: {
      how: isAccepted ? 'accepted' : 'refused',
      status: exchange.redirects[0]?.status ?? exchange.status,
      said,
      spoke: said === '' ? 'no' : 'yes',
    },
    evidence,
    ...(isAccepted && { confidence: 'certain' as const }),
  };
}

function errorOutcomes(exchange: ResponseExchange, challenge: ResponseExchange, provider: Values): Outcome<Code>[] {
  const before = bearerChallenge(challenge.headers['www-authenticate'] ?? '');
  const now = bearerChallenge(exchange.headers['www-authenticate'] ?? '');
  if (now?.error === 'invalid_token') return [];
  // Without any Bearer challenge, that is the fault, and the finding on it says what to send.
  if (!before && !now) return [skip('not-applicable', 'auth.bogus-token-no-error-code')];
  const values = { given: now?.error === undefined ? 'no' : 'yes', error: inOneLine(now?.error ?? ''), ...provider };
  return [found('auth.bogus-token-no-error-code', { values, evidence: [exchange] })];
}
