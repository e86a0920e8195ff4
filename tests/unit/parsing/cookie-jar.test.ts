import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCookieJar } from '../../../lib/parsing/cookie-jar.ts';

const url = 'https://auth.acme.dev/oauth/authorize';

function kept(setCookie: string, asked: string, from = url): string | undefined {
  const jar = createCookieJar();
  jar.take(setCookie, from);
  return jar.for(asked);
}

describe('a cookie jar', () => {
  it.each([
    ['a=1', 'https://auth.acme.dev/oauth/login', 'a=1'],
    ['a=1', 'https://auth.acme.dev/login', undefined],
    ['a=1; Path=/', 'https://auth.acme.dev/login', 'a=1'],
    ['a=1; path=/log', 'https://auth.acme.dev/login', undefined],
    ['a=1; path=/login', 'https://auth.acme.dev/login/2', 'a=1'],
    ['a=1; Path=/', 'https://acme.dev/', undefined],
    ['a=1; Path=/; Domain=.acme.dev', 'https://www.acme.dev/', 'a=1'],
    ['a=1; Path=/; Domain=dev', 'https://evil.dev/', undefined],
    ['a=1; Path=/; Domain=evil.dev', 'https://evil.dev/', undefined],
    ['a=1; Path=/; Secure', 'http://auth.acme.dev/', undefined],
    ['a=1; Path=/; Max-Age=0', 'https://auth.acme.dev/', undefined],
    ['a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'https://auth.acme.dev/', undefined],
    ['a=1; Path=/; Expires=Thu, 01 Jan 2037 00:00:00 GMT, b=2; Path=/', 'https://auth.acme.dev/', 'a=1; b=2'],
    ['a=x=y==; Path=/', 'https://auth.acme.dev/', 'a=x=y=='],
    ['nothing', 'https://auth.acme.dev/oauth/', undefined],
  ])('%s is for %s: %s', (setCookie, asked, expected) => {
    expect(kept(setCookie, asked)).toBe(expected);
  });

  it('lets a later cookie replace an earlier one, and a deletion remove it', () => {
    const jar = createCookieJar();
    jar.take('a=1; Path=/', url);
    jar.take('a=2; Path=/, b=3; Path=/', url);
    expect(jar.for(url)).toBe('a=2; b=3');
    jar.take('a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT', url);
    expect(jar.for(url)).toBe('b=3');
  });

  it('sends nothing to a host that no cookie names', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (setCookie) => {
        expect(kept(setCookie, 'https://somebody-else.com/oauth/authorize')).toBeUndefined();
      }),
    );
  });
});
