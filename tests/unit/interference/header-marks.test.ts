import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeaderMark } from '../../../lib/interference/header-marks.ts';

const markOf = createHeaderMark([123_456_789, 4_000_000_000]);

describe('the mark in place of a header’s value', () => {
  it('is the same for the same value, but for blanks around it, and another for another', () => {
    expect(markOf('cookie', 'sessionKey=one')).toBe(markOf('cookie', ' sessionKey=one '));
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one.trim() !== other.trim());
        expect(markOf('cookie', one)).not.toBe(markOf('cookie', other));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells nothing of the value, not even its length', () => {
    const secret = 'sk-ant-sid01-abcdefghijklmnopqrstuvwxyz';
    for (const name of ['cookie', 'set-cookie', 'authorization', 'x-api-key', 'content-security-policy']) {
      for (const value of ['', 'a', secret, secret.repeat(40)]) {
        expect(markOf(name, value)).toMatch(/^[0-9a-z]{1,7}-[0-9a-z]{1,7}$/);
      }
    }
    const elsewhere = createHeaderMark([987_654_321, 5]);
    expect(elsewhere('cookie', secret)).not.toBe(markOf('cookie', secret));
  });

  it('leaves what is read as it is', () => {
    expect(markOf('date', 'Sat, 21 Nov 2026 11:59:58 GMT ')).toBe('Sat, 21 Nov 2026 11:59:58 GMT');
    expect(markOf('location', '/login?to=x')).toBe('/login?to=x');
  });
});
