import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../../../lib/checks/auth/left-behind.ts';
import type { RegistrationRemoval } from '../../../../lib/kernel/evidence-active.ts';
import { attempted, registeredClient, registering, registration } from './active-evidence.ts';
import { judge, unavailable } from './sign-in-evidence.ts';

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
});
