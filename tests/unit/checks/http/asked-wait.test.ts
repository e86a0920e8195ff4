import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWait } from '../../../../lib/checks/http/asked-wait.ts';

describe('the time that an answer asks to wait', () => {
  it.each([
    [{ 'retry-after': '30' }, 30],
    [{ 'retry-after': ' 3600 ', 'ratelimit-reset': '12' }, 3600],
    [{ 'ratelimit-reset': '3599' }, 3599],
    [{ ratelimit: 'limit=20, remaining=0, reset=1800' }, 1800],
    [{ ratelimit: '"default";r=0;t=120' }, 120],
    [{ 'x-ratelimit-reset': '60' }, 60],
  ])('is read from %j', (headers, seconds) => {
    expect(askedWait(headers)).toEqual({ kind: 'seconds', seconds });
  });

  it('may be a date', () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    expect(askedWait({ 'retry-after': date })).toEqual({ kind: 'until', date });
  });

  it.each([[{}], [{ 'retry-after': 'soon' }], [{ 'x-ratelimit-reset': '1795000000' }], [{ 'ratelimit-reset': '-1' }]])(
    'is not told by %j',
    (headers) => {
      expect(askedWait(headers)).toBeNull();
    },
  );

  it('is a bounded whole number or a short date, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (retryAfter, ratelimit) => {
        const wait = askedWait({ 'retry-after': retryAfter, ratelimit });
        if (wait?.kind === 'seconds') expect(Number.isInteger(wait.seconds) && wait.seconds >= 0).toBe(true);
        if (wait?.kind === 'until') expect(wait.date.length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
