import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../../../lib/checks/auth/left-behind.ts';
import type { RegistrationRemoval } from '../../../../lib/kernel/evidence-active.ts';
import type { IssuedToken, Leaving, SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import { attempted, registeredClient, registering, registration } from './active-evidence.ts';
import { answer, failure, judge, unavailable } from './sign-in-evidence.ts';

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
    expect(passed).toEqual([client]);
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
    expect(skipped[client]).toBe('not-applicable');
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
    expect(found[0]).toMatchObject({ code: client, values: { count: 1, clients: 'client-9', why, by: 'sign_in' } });
  });

  it('is nothing where the client of a sign-in was removed, or none was registered', () => {
    const removed = { revocations: null, removal: { outcome: 'removed' as const, exchange: answer(204) } };
    expect(judge(leftBehind, { ...registering(), 'sign-in': signIn, leaving: removed }).passed).toContain(client);
    const given = { ...signIn, client: 'given' as const, registration: null };
    const { skipped } = judge(leftBehind, {
      ...registering(),
      'sign-in': given,
      registration: unavailable('not-asked'),
    });
    expect(skipped[client]).toBe('not-asked');
  });

  it('counts the clients of both plans', () => {
    const removals = [removal('claude', 'not-offered'), removal('loopback', 'not-offered')];
    const { found } = judge(leftBehind, {
      ...registering(),
      registration: registration(...made),
      'registration-removal': { removals },
      'sign-in': signIn,
      leaving: { hadTokens: false, revocations: null, removal: { outcome: 'not-offered', exchange: null } },
    });
    expect(found).toMatchObject([
      { code: client, values: { count: 3, clients: 'client-9, client-1, client-2', by: 'both', own: 'client-9' } },
    ]);
  });

  it('is told of a client whose sign-in the end of the run cut off', () => {
    const url = 'https://auth.acme.dev/register';
    const leaving = (outcome: RegistrationRemoval['outcome'], exchange: Exchange | null = null) =>
      judge(leftBehind, {
        ...registering(),
        'sign-in': unavailable('deadline'),
        leaving: { hadTokens: false, revocations: null, removal: { client: { id: 'c', url }, outcome, exchange } },
      });
    expect(leaving('not-offered').found).toMatchObject([{ values: { clients: 'c', url, why: 'not_offered' } }]);
    expect(leaving('refused', failure('aborted')).found).toMatchObject([{ values: { why: 'no_answer' } }]);
    expect(leaving('removed', answer(204)).found).toEqual([]);
    const active = judge(leftBehind, {
      ...registering(),
      registration: unavailable('cancelled'),
      'registration-removal': { removals: [{ ...removal('claude', 'not-offered'), client: { id: 'a', url } }] },
    });
    expect(active.found).toMatchObject([{ values: { clients: 'a', by: 'registration' } }]);
  });
});

describe('tokens that stay valid', () => {
  const tokens = (leaving: Partial<Leaving> | null) =>
    judge(leftBehind, {
      ...registering(),
      'sign-in': { ...signIn, client: 'given', registration: null, issued },
      leaving:
        leaving === null ? unavailable('deadline') : { hadTokens: true, revocations: null, removal: null, ...leaving },
    });
  const given = (what: 'access' | 'refresh', exchange: Exchange) => ({ what, exchange });

  it('are told of, with why', () => {
    const code = 'auth.tokens-left-behind';
    const [gone, no] = [answer(200), answer(400)];
    expect(tokens({}).found).toMatchObject([{ code, values: { why: 'not_offered' } }]);
    expect(tokens(null).found).toMatchObject([{ code, values: { why: 'unseen' } }]);
    expect(tokens({ revocations: [given('refresh', gone), given('access', no)] }).found).toMatchObject([
      { code, values: { why: 'refused', what: 'access', status: 400 } },
    ]);
    expect(tokens({ revocations: [given('refresh', failure('timeout'))] }).found).toMatchObject([
      { code, values: { why: 'no_answer' } },
    ]);
    expect(tokens({ revocations: [given('refresh', gone), given('access', gone)] }).passed).toContain(code);
    expect(tokens({ hadTokens: false }).skipped[code]).toBe('not-applicable');
  });
});

const client = 'auth.registration-left-behind';

const issued: IssuedToken = { type: 'Bearer', expiresIn: 60, scope: null, hasRefreshToken: true, claims: null };

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
