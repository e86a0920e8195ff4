import { describe, expect, it } from 'vitest';
import { lookupFailure } from '../../../lib/adapters/node/dns.ts';
import { portsFor } from './servers.ts';

const { signal } = new AbortController();

describe('the system’s resolver', () => {
  it('takes literals as they are', async () => {
    const { dns } = portsFor();
    expect(await dns?.lookup('192.0.2.1', signal)).toMatchObject({ a: ['192.0.2.1'], aaaa: [], failure: null });
    expect(await dns?.lookup('[2001:db8::1]', signal)).toMatchObject({ a: [], aaaa: ['2001:db8::1'], failure: null });
  });

  it('knows this machine', async () => {
    const answer = await portsFor().dns?.lookup('localhost', signal);
    expect([...(answer?.a ?? []), ...(answer?.aaaa ?? [])]).toContain('127.0.0.1');
    expect(answer?.failure).toBeNull();
  });

  it('does not wait for a caller that has gone', async () => {
    const answer = await portsFor().dns?.lookup('localhost', AbortSignal.abort());
    expect(answer).toMatchObject({ a: [], aaaa: [], failure: 'failed' });
  });

  it('says what a failure means', async () => {
    const answer = await portsFor().dns?.lookup('nobody.invalid', signal);
    expect(['not-found', 'failed']).toContain(answer?.failure);
    expect(answer?.detail).not.toBe('');
  });

  it.each([
    [{ code: 'ENOTFOUND', errno: -3008 }, 'not-found'],
    [{ code: 'ENOTFOUND', errno: -3007 }, 'no-data'],
    [{ code: 'ENOTFOUND' }, 'not-found'],
    [{ code: 'EAI_AGAIN', errno: -3001 }, 'failed'],
    [{ code: 'EAI_FAIL', errno: -3004 }, 'failed'],
    [{ code: 'ERR_INVALID_ARG_VALUE' }, 'failed'],
  ] as const)('%o is %s', (error, failure) => {
    expect(lookupFailure(error)).toBe(failure);
  });
});
