import { describe, expect, it } from 'vitest';
import { askedToWait } from '../../../../lib/checks/auth/asked-to-wait.ts';
import { authorizationPageCheck } from '../../../../lib/checks/auth/authorization-page.ts';
import { registrationCheck } from '../../../../lib/checks/auth/registration.ts';
import { signedIn } from '../../../../lib/checks/auth/signed-in.ts';
import { tokenEndpoint } from '../../../../lib/checks/auth/token-endpoint.ts';
import type { SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import { wordsOf } from '../../../../lib/i18n/words.ts';
import { attempted, registering, registration, tokenAnswer, visit } from './active-evidence.ts';
import { answer, judge, unavailable, type Evidence } from './sign-in-evidence.ts';

const code = 'auth.asked-to-wait';
const busy = { error: 'too_many_requests', error_description: 'You have exceeded the rate limit' };
const wait = { 'retry-after': '3600' };
const limited = { ...attempted('claude', 429, busy), exchange: answer(429, busy, wait) };

function signIn(stage: 'registration' | 'token'): SignIn {
  const refused = answer(429, busy, wait);
  const failure = { stage, why: 'refused', error: null, detail: '' } as const;
  return {
    client: 'registered',
    by: 'redirects',
    scope: null,
    registration: stage === 'registration' ? refused : answer(201),
    hops: stage === 'registration' ? [] : [answer(302)],
    returnedBy: null,
    tokenAnswer: stage === 'token' ? refused : null,
    issued: null,
    failure,
  };
}

const places: readonly (readonly [string, Evidence, string, number])[] = [
  ['a registration', { registration: registration(limited) }, 'registration', 7],
  [
    'the second registration',
    { registration: registration(attempted('claude', 201), { ...limited, as: 'loopback' }) },
    'registration',
    7,
  ],
  ['the authorization request', { 'authorization-page': visit(429, busy, { headers: wait }) }, 'page', 8],
  [
    'a token request',
    { 'token-request': { ...tokenAnswer(429, busy), exchange: answer(429, busy, wait) } },
    'token',
    9,
  ],
  ['the registration of a sign-in', { 'sign-in': signIn('registration') }, 'registration', 7],
  ['the token request of a sign-in', { 'sign-in': signIn('token') }, 'token', 9],
];

describe('a sign-in service that was asked too often', () => {
  it.each(places)('asked to wait: %s', (_name, evidence, what, step) => {
    const { found } = judge(askedToWait, { ...registering(), ...evidence });
    expect(found).toMatchObject([{ code, step, values: { what, status: 429, wait: 'seconds', minutes: 60 } }]);
    const { title, detail, fix } = wordsOf(askedToWait.codes[code], found[0]?.values ?? {}, 'cli');
    expect(detail).toContain('60 minutes');
    expect(`${title} ${detail} ${fix}`).not.toContain('Claude');
  });

  it.each(places)('is judged by no other check: %s', (_name, evidence) => {
    for (const check of [registrationCheck, authorizationPageCheck, tokenEndpoint, signedIn]) {
      expect(judge(check, { ...registering(), ...evidence }).codes).toEqual([]);
    }
  });

  it('may say so by 503 and Retry-After, or by its content network', () => {
    const away = attempted('claude', answer(503, '', wait));
    expect(judge(askedToWait, { ...registering(), registration: registration(away) }).found).toMatchObject([
      { code, values: { many: 'no' } },
    ]);
    const edge = attempted('claude', answer(403, 'error code: 1015', { server: 'cloudflare' }));
    expect(judge(askedToWait, { ...registering(), registration: registration(edge) }).codes).toEqual([code]);
  });

  it('is not meant where something answers 429 to a robot', () => {
    const challenged = attempted('claude', answer(429, '', { 'x-kpsdk-ct': '1' }));
    expect(judge(askedToWait, { ...registering(), registration: registration(challenged) }).codes).toEqual([]);
  });

  it('is not asked without the person’s word', () => {
    const { skipped } = judge(askedToWait, { ...registering(), registration: unavailable('consent') });
    expect(skipped).toEqual({ [code]: 'consent' });
  });
});
