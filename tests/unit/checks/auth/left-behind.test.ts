import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../../../lib/checks/auth/left-behind.ts';
import type { RegistrationRemoval } from '../../../../lib/kernel/evidence-active.ts';
import type { SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import { attempted, registeredClient, registering, registration } from './active-evidence.ts';
import { answer, judge, unavailable } from './sign-in-evidence.ts';

describe('what stays behind', () => {
  const made = [attempted('claude', 201), attempted('loopback', 201, { ...registeredClient, client_id: 'client-2' })];
  const removal = (as: 'claude' | 'loopback', outcome: RegistrationRemoval['outcome']) => ({
    as,
    outcome,
    exchange: null,
  });
  const after = (...removals: readonly RegistrationRemoval[]) =>
    judge(leftBehind, { ...registering(), registration: registration(...made), 'registration-removal': { removals } });

  it('is nothing where all was removed', () => {
    const { codes, passed } = after(removal('claude', 'removed'), removal('loopback', 'removed'));
    expect(codes).toEqual([]);
    expect(passed).toEqual(['auth.registration-left-behind']);
  });

  it.each(['not-offered', 'refused', 'foreign-address'] as const)('is told by name: %s', (outcome) => {
    const { found } = after(removal('claude', outcome), removal('loopback', 'removed'));
    expect(found).toMatchObject([
      {
        code: 'auth.registration-left-behind',
        values: { count: 1, clients: 'client-1', why: outcome.replace('-', '_') },
      },
    ]);
  });

  it('is told where the run ended before', () => {
    const evidence = {
      ...registering(),
      registration: registration(...made),
      'registration-removal': unavailable('deadline'),
    };
    expect(judge(leftBehind, evidence).found[0]?.values).toMatchObject({
      count: 2,
      clients: 'client-1, client-2',
      why: 'unseen',
    });
  });

  it('is no question where nothing was registered', () => {
    const refused = registration(attempted('claude', 400, { error: 'invalid_client_metadata' }));
    const { skipped } = judge(leftBehind, { ...registering(), registration: refused });
    expect(skipped).toEqual({ 'auth.registration-left-behind': 'not-applicable' });
  });

  it.each([
    ['not-offered', 'not_offered'],
    ['refused', 'refused'],
    [null, 'unseen'],
  ] as const)('is told of the client of a sign-in as well: %s', (outcome, why) => {
    const revocation = { what: 'access' as const, exchange: answer(200) };
    const leaving =
      outcome === null ? unavailable('deadline') : { revocations: [revocation], removal: { outcome, exchange: null } };
    const { found } = judge(leftBehind, { ...registering(), 'sign-in': signIn, leaving });
    expect(found).toMatchObject([
      { values: { count: 1, clients: 'client-9', why, by: 'sign_in', tokens: outcome === null ? 'kept' : 'revoked' } },
    ]);
  });

  it('is nothing where the client of a sign-in was removed, or none was registered', () => {
    const removed = { revocations: null, removal: { outcome: 'removed' as const, exchange: answer(204) } };
    expect(judge(leftBehind, { ...registering(), 'sign-in': signIn, leaving: removed }).passed).toEqual([
      'auth.registration-left-behind',
    ]);
    const given = { ...signIn, client: 'given' as const, registration: null };
    const { skipped } = judge(leftBehind, {
      ...registering(),
      'sign-in': given,
      registration: unavailable('not-asked'),
    });
    expect(skipped).toEqual({ 'auth.registration-left-behind': 'not-asked' });
  });
});

const signIn: SignIn = {
  client: 'registered',
  by: 'redirects',
  scope: null,
  registration: answer(201, { client_id: 'client-9' }, {}, { url: 'https://auth.acme.dev/register' }),
  hops: [],
  returnedBy: 'GET',
  tokenAnswer: answer(200),
  issued: null,
  failure: null,
};
