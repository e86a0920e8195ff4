import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { tokenRefusal } from '../../kernel/behind-sign-in.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { IssuedToken, Refresh, SignIn } from '../../kernel/evidence-signed-in.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { activeUses, judgeActive } from './active-evidence.ts';
import { selector } from './attempt-words.ts';
import { whyUnseen } from './discovery.ts';
import { errorWords } from './endpoint-answer.ts';
import { signedInCodes as codes, type SignedInCode } from './signed-in-codes.ts';
import { signInFailure } from './sign-in-failure.ts';

const uses = [
  ...activeUses,
  'sign-in',
  'signed-in-initialize',
  'signed-in-discover',
  'signed-in-listing',
  'signed-in-call',
  'refresh',
] as const;

type Seen = { readonly [K in (typeof uses)[number]]: Observation<EvidenceMap[K]> };

/** The sign-in itself: whether it led to a token, whether the token is taken, and whether it can be renewed. */
export const signedIn = defineCheck({
  topic: 'signed-in',
  needs: ['initialize', 'typed'],
  uses,
  codes,
  evaluate: (seen) =>
    judgeActive(seen, seen['sign-in'], codes, (signIn) => [
      ...signInFailure(signIn),
      ...(signIn.issued ? tokenOutcomes(seen, signIn, signIn.issued) : [skip('not-reached', ...tokenCodes)]),
    ]),
});

const tokenCodes = ['auth.token-rejected', 'auth.token-without-expiry', 'auth.refresh-fails'] as const;

function tokenOutcomes(seen: Seen, signIn: SignIn, issued: IssuedToken): readonly Outcome<SignedInCode>[] {
  const expiry =
    issued.expiresIn === null ? [found('auth.token-without-expiry', { evidence: [signIn.tokenAnswer] })] : [];
  return [...rejected(seen, issued), ...expiry, ...refreshOutcomes(seen, issued)];
}

function rejected(seen: Seen, issued: IssuedToken): readonly Outcome<SignedInCode>[] {
  const code = 'auth.token-rejected';
  const refusal = tokenRefusal(seen);
  if (refusal) {
    const step = refusal.asked === 'list' ? 11 : 10;
    const values = rejectedValues(refusal.asked, refusal.exchange, issued, seen);
    return [found(code, { values, step, evidence: [refusal.exchange] })];
  }
  const call = observed(seen['signed-in-call']);
  if (call && isRefused(call)) {
    const values = rejectedValues('call', call.exchange, issued, seen);
    return [found(code, { values, severity: 'problem', confidence: 'likely', step: 11, evidence: [call.exchange] })];
  }
  const used = observed(seen['signed-in-initialize'])?.exchange;
  return used?.kind === 'response' ? [] : [skip(used ? 'not-reached' : whyUnseen(seen['signed-in-initialize']), code)];
}

function isRefused({ exchange }: RpcEvidence): boolean {
  return exchange.kind === 'response' && (exchange.status === 401 || exchange.status === 403);
}

function rejectedValues(asked: 'initialize' | 'list' | 'call', exchange: Exchange, issued: IssuedToken, seen: Seen) {
  const resource = resourceIn(seen);
  if (exchange.kind === 'failure') return { asked, status: 0, said: '', spoke: 'no', reason: 'other', resource };
  const words = saidBy(exchange);
  const reason = selector(reasonOf(exchange, issued));
  return { asked, status: exchange.status, said: words, spoke: words === '' ? 'no' : 'yes', reason, resource };
}

function saidBy(exchange: Extract<Exchange, { kind: 'response' }>): string {
  const challenge = bearerChallenge(exchange.headers['www-authenticate'] ?? '');
  return inOneLine(challenge?.errorDescription ?? errorWords(exchange, null));
}

function resourceIn(seen: Seen): string {
  const documents = observed(seen['resource-metadata']) ?? observed(seen['call-sign-in'])?.resource;
  return inOneLine(stringMember(documents?.attempts[documents.chosen ?? -1]?.document, 'resource') ?? '–');
}

/** The first thing about the token that can be told to be wrong. */
function reasonOf(exchange: Extract<Exchange, { kind: 'response' }>, { claims }: IssuedToken): string {
  const challenge = bearerChallenge(exchange.headers['www-authenticate'] ?? '');
  if (exchange.status === 403 && challenge?.error === 'insufficient_scope') return 'scope';
  if (!claims) return 'other';
  if (claims.time !== 'valid') return claims.time;
  if (claims.audience === 'other') return 'audience';
  if (claims.issuer === 'other') return 'issuer';
  if (claims.audience === 'alike') return 'audience-alike';
  if (claims.issuer === 'alike') return 'issuer-alike';
  return claims.audience === 'missing' ? 'audience-missing' : 'other';
}

function refreshOutcomes(seen: Seen, issued: IssuedToken): readonly Outcome<SignedInCode>[] {
  const code = 'auth.refresh-fails';
  if (!issued.hasRefreshToken) return [skip('not-applicable', code)];
  const refresh = observed(seen.refresh);
  if (!refresh) return [skip(whyUnseen(seen.refresh), code)];
  return renewed(refresh);
}

function renewed({ rounds, used }: Refresh): readonly Outcome<SignedInCode>[] {
  const code = 'auth.refresh-fails';
  const index = rounds.findIndex(({ failure }) => failure !== null);
  const failed = rounds[index];
  if (!failed?.failure) {
    if (used?.kind !== 'response' || used.status !== 401) return [];
    const values = { which: 'used', status: 401, http: 'yes', error: 'none', described: 'no', said: '', rotated: 'no' };
    return [found(code, { values, evidence: [used], step: 10 })];
  }
  const { exchange, failure } = failed;
  const because = hindrance(exchange);
  if (because) return [skip(because, code)];
  const status = exchange?.kind === 'response' ? exchange.status : 0;
  const description = failure.error?.description ?? '';
  const values = {
    which: index === 0 ? 'first' : 'second',
    rotated: rounds[0]?.rotated === true ? 'yes' : 'no',
    status,
    http: status === 0 ? 'no' : 'yes',
    error: failure.error?.code ?? 'none',
    described: description === '' ? 'no' : 'yes',
    said: description,
  };
  const confidence = failure.error ? 'certain' : 'likely';
  return [found(code, { values, confidence, evidence: rounds.map((round) => round.exchange) })];
}

/** Too many requests say nothing of the token, and neither does what was never asked. */
function hindrance(exchange: Exchange | null): SkipReason | null {
  if (exchange === null) return 'not-reached';
  return exchange.kind === 'response' && exchange.status === 429 ? 'not-reached' : null;
}
