import { found, skip, type Outcome } from '../../kernel/check.ts';
import { tokenRefusal, type SignedInSeen } from '../../kernel/behind-sign-in.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { IssuedToken, StepUp } from '../../kernel/evidence-signed-in.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import type { Confidence, Severity, Values } from '../../kernel/finding.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { resultObject, type RpcReply } from '../../kernel/rpc-reply.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { rpcErrorCodes } from '../../standards/protocol.ts';
import { answerKind } from '../http/answer-kind.ts';
import { selector } from './attempt-words.ts';
import { whyUnseen } from './discovery.ts';
import { signInSign } from './sign-in-signs.ts';
import { refusalText } from './sign-in-words.ts';

type Observed =
  | 'initialize'
  | 'listing'
  | 'resource-metadata'
  | 'call-sign-in'
  | 'signed-in-initialize'
  | 'signed-in-discover'
  | 'signed-in-legacy-sse'
  | 'signed-in-listing'
  | 'signed-in-call'
  | 'step-up';

/** The part of what a check sees that tells whether the token was taken. */
export type TokenUseSeen = SignedInSeen & {
  readonly [K in Exclude<Observed, 'initialize'>]: Observation<EvidenceMap[K]>;
} & {
  readonly initialize: EvidenceMap['initialize'];
};

type Code = 'auth.token-rejected';

/**
 * Whether the server took the token that was just issued. It is refused by a 401 or 403, and also by answers of other statuses that say
 * so; what fails for another reason, such as overload, says nothing of the token.
 */
export function tokenRejected(seen: TokenUseSeen, issued: IssuedToken): readonly Outcome<Code>[] {
  const refusal = refusalIn(seen);
  if (refusal) return [outcomeOf(refusal, seen, issued)];
  if (usesOf(seen).some(isTaken)) return [];
  const first = seen['signed-in-initialize'];
  return [skip(observed(first) ? 'not-reached' : whyUnseen(first), 'auth.token-rejected')];
}

interface Refusal {
  readonly asked: 'initialize' | 'list' | 'call';
  readonly exchange: Exchange;
  readonly reply: RpcReply;
  /** No 401 or 403, but words that say the same; null where the status is enough. */
  readonly sign: 'header' | 'words' | null;
}

function refusalIn(seen: TokenUseSeen): Refusal | null {
  const refused = tokenRefusal(seen);
  if (refused) return { ...refused, reply: replyTo(refused.exchange, seen), sign: null };
  const openings = [
    observed(seen['signed-in-initialize']),
    observed(seen['signed-in-discover']),
    ...olderTransport(seen),
  ];
  const opened = openings.some((way) => way && resultObject(way.reply));
  const asked = [
    ...(opened ? [] : openings.map((way) => ({ asked: 'initialize' as const, way }))),
    { asked: 'list' as const, way: observed(seen['signed-in-listing'])?.pages.at(-1) },
    { asked: 'call' as const, way: observed(seen['signed-in-call']) },
  ];
  for (const { asked: which, way } of asked) {
    if (way && isStatusOfRefusal(way.exchange)) return { ...way, asked: which, sign: null };
    const sign = way ? signInSign(way.exchange, way.reply, undefined) : null;
    if (way && (sign === 'header' || sign === 'words')) return { ...way, asked: which, sign };
    if (way && which !== 'call' && namesToken(way)) return { ...way, asked: which, sign: 'words' };
  }
  return null;
}

/** Words that a request without a token would not be answered with; where one was sent, they speak of it. */
const tokenWords = [
  /\b(?:jwt|token|bearer)\b.{0,40}\b(?:expired|invalid|malformed|revoked|rejected|audience|issuer|mismatch|verification|not (?:valid|accepted|active))\b/i,
  /\b(?:expired|invalid|malformed|revoked) (?:\w+ )?(?:jwt|token)\b/i,
  /\binsufficient[ _]scope\b/i,
];

function namesToken({ exchange, reply }: RpcEvidence): boolean {
  if (exchange.kind !== 'response' || resultObject(reply)) return false;
  const text = refusalText(exchange, reply).replaceAll('_', ' ');
  return !/\b(?:csrf|xsrf|unexpected token)\b/i.test(text) && tokenWords.some((words) => words.test(text));
}

/** What a client meets that comes to the older transport: its stream, and the first request there. */
function olderTransport(seen: TokenUseSeen): readonly RpcEvidence[] {
  const sse = observed(seen['signed-in-legacy-sse']);
  if (!sse?.asClient) return [];
  return [{ exchange: sse.stream, reply: { kind: 'none' } }, ...(sse.initialize ? [sse.initialize] : [])];
}

function isStatusOfRefusal(exchange: Exchange): boolean {
  return exchange.kind === 'response' && (exchange.status === 401 || exchange.status === 403);
}

function replyTo(exchange: Exchange, seen: TokenUseSeen): RpcReply {
  const all = [observed(seen['signed-in-initialize']), ...(observed(seen['signed-in-listing'])?.pages ?? [])];
  return all.find((use) => use?.exchange.id === exchange.id)?.reply ?? { kind: 'none' };
}

/** The requests that show whether the token is taken: those that are open to everybody do not. */
function usesOf(seen: TokenUseSeen): readonly RpcEvidence[] {
  const sse = observed(seen['signed-in-legacy-sse']);
  const isOpen = resultObject(seen.initialize.reply) !== undefined;
  const isListed = observed(seen.listing)?.end === 'complete';
  const openings = isOpen
    ? []
    : [observed(seen['signed-in-initialize']), observed(seen['signed-in-discover']), sse?.initialize];
  const listings = isListed
    ? []
    : [...(observed(seen['signed-in-listing'])?.pages ?? []), ...(sse?.listing?.pages ?? [])];
  return [...openings, ...listings, observed(seen['signed-in-call'])].flatMap((use) => use ?? []);
}

/** A result, or an error about what was asked: one about the token's own request may be a refusal in other words. */
function isTaken({ exchange, reply }: RpcEvidence): boolean {
  if (answerKind(exchange, reply) !== 'mcp' || signInSign(exchange, reply, undefined) !== null) return false;
  return resultObject(reply) !== undefined || ('error' in reply && aboutTheRequest.includes(reply.error.code));
}

const aboutTheRequest: readonly number[] = [rpcErrorCodes.methodNotFound, rpcErrorCodes.invalidParams];

function outcomeOf(refusal: Refusal, seen: TokenUseSeen, issued: IssuedToken): Outcome<Code> {
  const { asked, exchange, sign } = refusal;
  const reason = exchange.kind === 'response' ? reasonOf(refusal, exchange, { seen, issued }) : 'other';
  return found('auth.token-rejected', {
    values: { ...valuesOf(refusal, seen), reason: selector(reason), length: issued.length ?? 0 },
    step: asked === 'initialize' ? 10 : 11,
    evidence: [exchange, observed(seen['step-up'])?.signIn.hops.at(-1)],
    ...weightOf(asked, sign, reason),
  });
}

function weightOf(
  asked: Refusal['asked'],
  sign: Refusal['sign'],
  reason: string,
): { readonly severity?: Severity; readonly confidence?: Confidence } {
  // Nobody saw what the server makes of a token with the scope that it asked for.
  if (reason === 'scope-unfinished' || reason === 'scope-once') return { severity: 'note', confidence: 'possible' };
  if (asked === 'call') return { severity: 'problem', confidence: sign === 'words' ? 'possible' : 'likely' };
  return sign === 'words' || reason === 'size' || reason === 'scope-refused' ? { confidence: 'likely' } : {};
}

function valuesOf({ asked, exchange, reply, sign }: Refusal, seen: TokenUseSeen): Values {
  const stepUp = observed(seen['step-up']);
  const error = stepUp?.signIn.failure?.error?.code ?? 'none';
  const base = { asked, resource: resourceIn(seen), soft: sign === null ? 'no' : 'yes', error, ended: endOf(stepUp) };
  if (exchange.kind === 'failure') return { ...base, status: 0, said: '', spoke: 'no' };
  const words = saidBy(exchange, reply);
  return { ...base, status: exchange.status, said: words, spoke: words === '' ? 'no' : 'yes' };
}

function endOf(stepUp: StepUp | undefined): string {
  const why = stepUp?.signIn.failure?.why;
  if (why === 'page' || why === 'closed' || why === 'unreachable') return why;
  return 'other';
}

function saidBy(exchange: ResponseExchange, reply: RpcReply): string {
  const challenge = bearerChallenge(exchange.headers['www-authenticate'] ?? '');
  return inOneLine(challenge?.errorDescription ?? refusalText(exchange, reply).split('\n').slice(0, 2).join(': '), 300);
}

function resourceIn(seen: TokenUseSeen): string {
  const documents = observed(seen['resource-metadata']) ?? observed(seen['call-sign-in'])?.resource;
  return inOneLine(stringMember(documents?.attempts[documents.chosen ?? -1]?.document, 'resource') ?? '–');
}

interface About {
  readonly seen: TokenUseSeen;
  readonly issued: IssuedToken;
}

/** The first thing about the token that can be told to be wrong. */
function reasonOf(refusal: Refusal, exchange: ResponseExchange, { seen, issued: { claims } }: About): string {
  const challenge = bearerChallenge(exchange.headers['www-authenticate'] ?? '');
  if (exchange.status === 403 && challenge?.error === 'insufficient_scope') return scopeReason(refusal, seen);
  // The only other answers that count as refusals by their status alone are those to a token that is too long.
  if (refusal.sign === null && !isStatusOfRefusal(exchange)) return 'size';
  if (!claims) return 'other';
  if (claims.time !== 'valid') return claims.time;
  if (claims.audience === 'other') return 'audience';
  if (claims.issuer === 'other') return 'issuer';
  if (claims.audience === 'alike') return 'audience-alike';
  if (claims.issuer === 'alike') return 'issuer-alike';
  return claims.audience === 'missing' ? 'audience-missing' : 'other';
}

/** What became of the further sign-in for the scope that the server asks for. */
function scopeReason({ asked }: Refusal, seen: TokenUseSeen): string {
  const stepUp = observed(seen['step-up']);
  if (!stepUp) return 'scope-unfinished';
  const asksFor = stepUp.asked === 'discover' ? 'initialize' : stepUp.asked;
  if (asksFor !== asked) return 'scope-once';
  const { failure } = stepUp.signIn;
  if (!failure) return 'scope';
  return failure.why === 'refused' && failure.error?.code !== 'access_denied' ? 'scope-refused' : 'scope-unfinished';
}
