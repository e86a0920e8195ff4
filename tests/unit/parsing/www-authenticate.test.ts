import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearerChallenge, readChallenges } from '../../../lib/parsing/www-authenticate.ts';

const tokenText = fc.stringMatching(/^[a-z][a-z0-9_-]{0,10}$/);

const challenge = fc.record({
  scheme: tokenText,
  parameters: fc.uniqueArray(fc.tuple(tokenText, fc.string()), { selector: ([name]) => name, maxLength: 4 }),
});

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

describe('a WWW-Authenticate header', () => {
  it('comes back as it was written, several challenges in one', () => {
    fc.assert(
      fc.property(fc.array(challenge, { maxLength: 4 }), fc.constantFrom(', ', ',', ' , ,'), (list, comma) => {
        const header = list
          .map(({ scheme, parameters }) => {
            const written = parameters.map(([name, value]) => `${name}=${quoted(value)}`);
            return [scheme, written.join(comma)].filter(Boolean).join(' ');
          })
          .join(comma);
        expect(readChallenges(header)).toEqual({
          challenges: list.map(({ scheme, parameters }) => ({
            scheme,
            parameters: Object.fromEntries(parameters),
            token68: null,
          })),
          problems: [],
        });
      }),
    );
  });

  it('is read whatever it holds, in linear time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => void readChallenges(header)));
    for (const piece of ['"\\', 'a=', 'a ', 'a=b ', ' ', ',', 'a="', '=', 'a b=c ']) {
      // What grows faster than its text runs into the test’s own time limit.
      expect(readChallenges(`Bearer a=${piece.repeat(100_000 / piece.length)}x`).challenges, piece).toBeInstanceOf(
        Array,
      );
    }
  });

  it.each([
    ['Basic realm="a, b", BEARER scope="x"', ['basic', 'bearer']],
    ['Negotiate YWJj==, NTLM', ['negotiate', 'ntlm']],
    ['Bearer', ['bearer']],
    ['', []],
  ])('names its schemes: %s', (header, schemes) => {
    expect(readChallenges(header)).toMatchObject({ challenges: schemes.map((scheme) => ({ scheme })), problems: [] });
  });

  it('may carry a token68', () => {
    expect(readChallenges('Negotiate YWJj==, Basic realm=x').challenges[0]).toEqual({
      scheme: 'negotiate',
      parameters: {},
      token68: 'YWJj==',
    });
  });

  it.each([
    ['no comma', 'Bearer error="x" resource_metadata="https://a.dev/m"'],
    ['quotation marks', 'Bearer error_description=No token provided, resource_metadata=https://a.dev/m'],
    ['not closed', 'Bearer error="x", resource_metadata="https://a.dev/m'],
    ['twice', 'Bearer resource_metadata="https://a.dev/m", Resource_Metadata="https://b.dev/m"'],
    ['characters', 'Bearer é, resource_metadata="https://a.dev/m"'],
  ])('is understood in spite of a mistake, which is named: %s', (problem, header) => {
    expect(bearerChallenge(header)?.resourceMetadata).toBe('https://a.dev/m');
    expect(readChallenges(header).problems.join()).toContain(problem);
  });

  it('names a parameter without a scheme', () => {
    expect(readChallenges('realm="x"')).toEqual({
      challenges: [],
      problems: [expect.stringContaining('without a scheme')],
    });
  });
});

describe('the Bearer challenge', () => {
  it('gives what a client reads', () => {
    const header =
      'Basic realm="x", Bearer realm="y", error="invalid_token", error_description="a \\"b\\"", scope="r w", resource_metadata="https://a.dev/m"';
    expect(bearerChallenge(header)).toEqual({
      resourceMetadata: 'https://a.dev/m',
      scope: 'r w',
      error: 'invalid_token',
      errorDescription: 'a "b"',
    });
  });

  it('is the one with resource metadata, or the first, or none', () => {
    expect(bearerChallenge('Bearer scope=a, Bearer resource_metadata="https://b"')?.resourceMetadata).toBe('https://b');
    expect(bearerChallenge('Bearer scope=a')).toMatchObject({ scope: 'a', resourceMetadata: undefined });
    expect(bearerChallenge('Basic realm="Bearer"')).toBeUndefined();
  });
});
