import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { IssuedToken, RefreshRound, SignIn, SignInFailure } from '../../../../lib/kernel/evidence-signed-in.ts';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import { registering } from './active-evidence.ts';
import { answer, type Evidence } from './sign-in-evidence.ts';

/** What a good token response says. */
export const issued: IssuedToken = {
  type: 'Bearer',
  expiresIn: 3600,
  scope: 'notes:read',
  hasRefreshToken: true,
  claims: null,
};

/** A sign-in that led to a token. */
export function signIn(more: Partial<SignIn> = {}): SignIn {
  return {
    client: 'registered',
    by: 'redirects',
    scope: 'notes:read',
    registration: answer(201, { client_id: 'c' }),
    hops: [answer(302)],
    returnedBy: 'GET',
    tokenAnswer: answer(200, { token_type: 'Bearer' }),
    issued,
    failure: null,
    ...more,
  };
}

/** One that ended before. */
export function endedBy(fault: Partial<SignInFailure>, more: Partial<SignIn> = {}): SignIn {
  const ended = { stage: 'authorization', why: 'refused', error: null, detail: '', ...fault } as const;
  return signIn({ tokenAnswer: null, issued: null, failure: ended, ...more });
}

/** One use of the refresh token. */
export function round(fault: RefreshRound['failure'], exchange: Exchange = answer(fault ? 400 : 200)): RefreshRound {
  return { exchange, failure: fault, issued: fault ? null : issued, rotated: true };
}

const result = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: { name: 'notes', version: '1' } };

/** initialize with the token. */
export function opened(exchange: Exchange = answer(200, { result })): EvidenceMap['initialize'] {
  const isGood = exchange.kind === 'response' && exchange.status === 200;
  const reply = isGood ? ({ kind: 'result', via: 'json', result } as const) : ({ kind: 'empty' } as const);
  return { exchange, reply, sessionIssued: false, offeredVersion: '2025-11-25' };
}

/** Everything as it should be, but for what a test puts in its place. */
export function behind(more: Evidence = {}): Evidence {
  return {
    ...registering(),
    'sign-in': signIn(),
    'signed-in-initialize': opened(),
    refresh: { rounds: [round(null), round(null)], used: answer(200) },
    ...more,
  };
}
