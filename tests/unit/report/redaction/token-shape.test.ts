import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../lib/i18n/say.ts';
import { german } from '../../../../lib/i18n/german/catalogue.ts';
import { createRedactor, type Redactor } from '../../../../lib/report/redaction/redact.ts';
import { tokenShapeWords } from '../../../../lib/report/redaction/token-shape-words.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: unknown, claims: unknown): string => `${part(header)}.${part(claims)}.c2lnbmF0dXJlLW9mLXRva2Vu`;

const usual = jwt(
  { alg: 'RS256', typ: 'at+jwt', kid: 'Key9-of-1-person', crit: ['b64', 'exp'], x5u: 'https://acme.dev/keys' },
  { iss: 'https://acme.dev', sub: 'auth0|5f7c8ec7c33c6c004bbafe82', 'https://acme.dev/roles': ['admin'], exp: 1 },
);
const usualShape = {
  header: { alg: 'RS256', typ: 'at+jwt', crit: 'b64, exp' },
  claims: ['iss', 'sub', 'https://acme.dev/roles', 'exp'],
};

function shapesOf(token: string) {
  const redactor = createRedactor();
  const text = redactor.text(JSON.stringify({ access_token: token, again: `Bearer ${token}` }));
  expect(text).not.toContain(token);
  return redactor.tokenShapes();
}

describe('what a token was', () => {
  it('is told by its mark, once, with the names of its claims and no value', () => {
    expect(shapesOf(usual)).toEqual([{ mark: 'redacted-token-1', ...usualShape }]);
  });

  it.each<[string, (token: string) => Redactor]>([
    ['a header', (token) => told((redactor) => redactor.headers({ authorization: `Bearer ${token}` }))],
    ['a cookie', (token) => told((redactor) => redactor.headers({ 'set-cookie': `s=${token}; Path=/` }))],
    ['a URL', (token) => told((redactor) => redactor.url(`https://acme.dev/cb#id_token=${token}&b=1`))],
    ['prose', (token) => told((redactor) => redactor.text(`it was ${token}, and expired`))],
    ['an answer', (token) => told((redactor) => redactor.answer(`{"odd":"${token}"}`, 'tokens'))],
    ['a header of one’s own', (token) => told((redactor) => (redactor.learn(token, 'header'), redactor.text(token)))],
  ])('is told of one in %s', (_, look) => {
    expect(look(usual).tokenShapes()).toMatchObject([usualShape]);
  });

  it('is nothing for what only looks like one', () => {
    for (const token of ['eyJhbGciOiJIUzI1NiJ9.bm90LWpzb24tYXQtYWxs.c2lnbmF0dXJl', 'eyJub3QganNvbg.eyJhIjoxfQ.c2ln']) {
      expect(shapesOf(token)).toEqual([]);
    }
  });

  it('has no claims for an encrypted one', () => {
    const token = `${part({ alg: 'RSA-OAEP-256', enc: 'A256GCM', zip: 'DEF' })}.abcdEFGH1234.abcdEFGH1234.abcdEFGH1234.abcd`;
    expect(shapesOf(token)).toEqual([
      { mark: 'redacted-token-1', header: { alg: 'RSA-OAEP-256', enc: 'A256GCM', zip: 'DEF' }, claims: [] },
    ]);
  });

  it('gives nothing away that an issuer wrote into names and headers', () => {
    const secret = 'k3y9A8b7C6d5E4f3';
    const token = jwt(
      { alg: secret, typ: 'jane@acme.dev', cty: `a b ${secret}`, enc: secret, crit: [secret, 'exp'], [secret]: 'x' },
      {
        [secret]: 1,
        'jane@acme.dev': 1,
        [`https://acme.dev/${secret}`]: 1,
        '6e8c1f2a-0d3b-4b57-9a6d-0c1d2e3f4a5b': 1,
        aud: 1,
      },
    );
    expect(shapesOf(token)).toEqual([{ mark: 'redacted-token-1', header: { crit: 'exp' }, claims: ['aud'] }]);
  });

  it('leaves a name out that was learned as a secret later', () => {
    const redactor = createRedactor();
    redactor.text(jwt({ alg: 'none' }, { 'hush-hush-word': 1, iss: 1 }));
    redactor.learn('hush-hush-word', 'header');
    expect(redactor.tokenShapes()).toMatchObject([{ claims: ['iss'] }]);
  });

  it('is bounded', () => {
    const names = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`claim_${String(at)}`, 1]));
    expect(shapesOf(jwt({ alg: 'HS256' }, names))[0]?.claims).toHaveLength(40);
    expect(shapesOf(jwt({ alg: 'HS256' }, { ['a-b'.repeat(30)]: 1 }))).toMatchObject([{ claims: [] }]);
    const redactor = createRedactor();
    redactor.json(Array.from({ length: 300 }, (_, at) => jwt({ alg: 'HS256' }, { [`a${String(at)}`]: at })));
    expect(redactor.tokenShapes()).toHaveLength(50);
  });

  it('holds no value of any claim', () => {
    const values = fc.stringMatching(/^[A-Z][a-z]{3}[0-9][A-Za-z0-9]{12,30}[0-9]q$/);
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 70 }), values), (claims) => {
        const text = JSON.stringify(shapesOf(jwt({ alg: 'HS256', kid: Object.values(claims)[0] ?? 'x' }, claims)));
        for (const value of Object.values(claims)) expect(text).not.toContain(value);
      }),
    );
  });
});

describe('what is said of it', () => {
  afterEach(() => void speak(null));

  const mark = 'redacted-token-1';
  it.each([
    [
      { mark, header: { alg: 'RS256', typ: 'JWT' }, claims: ['iss', 'exp'] },
      'redacted-token-1 was a JWT (alg RS256, typ JWT) with the claims iss, exp.',
    ],
    [
      { mark, header: { enc: 'A256GCM' }, claims: [] },
      'redacted-token-1 was an encrypted JWT (enc A256GCM), whose claims nobody sees.',
    ],
    [{ mark, header: {}, claims: ['iss'] }, 'redacted-token-1 was a JWT with the claims iss.'],
    [{ mark, header: { alg: 'none' }, claims: [] }, 'redacted-token-1 was a JWT (alg none) without a usual claim.'],
    [{ mark, header: {}, claims: [] }, 'redacted-token-1 was a JWT without a usual header or claim.'],
  ])('%j', (shape, words) => {
    expect(tokenShapeWords(shape)).toBe(words);
    speak(german);
    expect(tokenShapeWords(shape)).toMatch(/^redacted-token-1 war ein /);
  });
});

function told(look: (redactor: Redactor) => unknown) {
  const redactor = createRedactor();
  look(redactor);
  return redactor;
}
