import { found, skip, type CodeWords, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { IssuedToken, Refresh, RefreshRound } from '../../kernel/evidence-signed-in.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { isCutAtLimit, isOwnLimit } from '../http/reading-limit.ts';
import { choose } from './choose.ts';
import { whyUnseen } from './discovery.ts';
import { hindrance } from './endpoint-answer.ts';
import { namedInWords } from './sign-in-failure-words.ts';
import { signInSign } from './sign-in-signs.ts';

type Code = 'auth.refresh-fails';

const code: Code = 'auth.refresh-fails';

/** Whether the sign-in can be renewed, and the server takes what comes of it. `isRefused`: it did not take the first token either. */
export function renewal(
  refreshed: Observation<EvidenceMap['refresh']>,
  { hasRefreshToken }: IssuedToken,
  isRefused: boolean,
): readonly Outcome<Code>[] {
  if (!hasRefreshToken) return [skip('not-applicable', code)];
  const refresh = observed(refreshed);
  if (!refresh) return [skip(whyUnseen(refreshed), code)];
  const failed = refresh.rounds.find(({ failure }) => failure !== null);
  if (failed) return failedRound(refresh, failed);
  return isRefused ? [skip('not-reached', code)] : use(refresh.used);
}

function failedRound({ rounds }: Refresh, { exchange, failure }: RefreshRound): readonly Outcome<Code>[] {
  if (!failure || exchange === null || isHindered(exchange)) return [skip('not-reached', code)];
  const status = exchange.kind === 'response' ? exchange.status : 0;
  const description = failure.error?.description ?? '';
  const values = {
    which: rounds[0]?.failure ? 'first' : 'second',
    rotated: rounds[0]?.rotated === true ? 'yes' : 'no',
    ended: failure.why === 'unreadable' ? 'unreadable' : endedBy(status),
    status,
    http: status === 0 ? 'no' : 'yes',
    error: failure.error?.code ?? 'none',
    described: description === '' ? 'no' : 'yes',
    said: description,
  };
  const confidence = failure.error ? 'certain' : 'likely';
  return [found(code, { values, confidence, evidence: [exchange, ...rounds.map((round) => round.exchange)] })];
}

function endedBy(status: number): 'silent' | 'failed' | 'refused' {
  if (status === 0) return 'silent';
  return status >= 500 ? 'failed' : 'refused';
}

/** Overload, a gateway without its app, and limits of our own say nothing of the token. */
function isHindered(exchange: Exchange): boolean {
  if (exchange.kind === 'failure') return exchange.reason === 'aborted';
  // The endpoint was there a moment ago, when it gave the token: that it is gone now is its answer.
  const isGone = exchange.status === 404 || exchange.status === 410;
  return isCutAtLimit(exchange) || (!isGone && hindrance(exchange) !== null);
}

/** A renewed token that was not used, or to which something else answered, may be refused or not. */
function use(used: Exchange | null): readonly Outcome<Code>[] {
  if (used?.kind !== 'response' || isOwnLimit(used)) return [skip('not-reached', code)];
  const { status } = used;
  const isRefused = status === 401 || (status === 403 && hindrance(used) === null);
  const sign = isRefused ? null : signInSign(...asWords(used), undefined);
  if (!isRefused && sign === null) return status < 300 ? [] : [skip('not-reached', code)];
  const values = { which: 'used', ended: 'refused', rotated: 'no', status, http: 'yes', ...noError };
  return [
    found(code, { values, evidence: [used], step: 10, ...(sign === 'words' && { confidence: 'likely' as const }) }),
  ];
}

const noError = { error: 'none', described: 'no', said: '' } as const;

/** The answer as its words alone: also those of a JSON-RPC error in an event. */
function asWords(exchange: ResponseExchange) {
  const contentType = 'application/json';
  const body = exchange.body
    .replaceAll(/^(?:event|id|retry|:).*$/gm, '')
    .replaceAll(/^data: ?/gm, '')
    .trim();
  const plain = { ...exchange, body, headers: { ...exchange.headers, 'content-type': contentType } };
  const reply = { kind: 'other-type', contentType } as const;
  return [plain, reply] as const;
}

const ended = choose('ended', {
  failed: 'could not be used: the token endpoint failed',
  silent: 'could not be used',
  unreadable: 'brought an answer that holds no token in the form that OAuth has for it',
  other: 'was refused',
});

const told = choose('which', {
  second: `The refresh token worked. ${choose('rotated', {
    yes: `The new one that came in its place ${ended}`,
    other: `No new one came, so that it stays; used again, it ${ended}`,
  })}`,
  used: 'The refresh token worked, and the server refused a request with the new access token',
  other: `The refresh token that the sign-in had just brought ${ended}`,
});

/** What `auth.refresh-fails` says. */
export const renewalWords: CodeWords = {
  title: choose('which', {
    second: 'A sign-in can be renewed once, and then no more',
    used: 'The renewed token is refused',
    other: 'A sign-in cannot be renewed',
  }),
  detail: `${told}{http, select, yes { (HTTP status {status})} other {: the token endpoint did not answer}}.${namedInWords} When the access token expires, people have to sign in again.`,
  fix: choose('which', {
    second: 'Keep the new refresh token when the old one is used up; or, where none is sent, keep the old one valid.',
    used: 'See that renewed tokens have the same audience, issuer and scope as the first.',
    other:
      'See in the sign-in service’s log what keeps the grant type refresh_token from working for a token that it issued a moment ago.',
  }),
};
