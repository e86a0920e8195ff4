import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, type Redactor } from '../../../../lib/report/redaction/redact.ts';

/** With every character that some encoding escapes. */
const secrets = fc
  .tuple(
    fc.stringMatching(/^[A-Z][a-z]{3}[0-9][A-Za-z0-9]{4,60}$/),
    fc.stringMatching(/^[-+/=._~"'<>&\\ é€%]{1,6}$/),
    fc.stringMatching(/^[A-Za-z0-9]{6,20}q$/),
  )
  .map((parts) => parts.join(''));

const each = (text: string, write: (character: string, code: number) => string): string =>
  [...text].map((character) => write(character, character.codePointAt(0) ?? 0)).join('');
const odd = (write: (code: number) => string) => (text: string) =>
  each(text, (character, code) => (/[A-Za-z0-9]/.test(character) ? character : write(code)));
const utf8 = (text: string): readonly number[] => [...new TextEncoder().encode(text)];
const bytes = (text: string): string => String.fromCharCode(...utf8(text));
const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');
const named: Readonly<Record<string, string>> = {
  '+': 'plus',
  '/': 'sol',
  '=': 'equals',
  '.': 'period',
  _: 'lowbar',
  '"': 'quot',
  "'": 'apos',
  '<': 'lt',
  '>': 'gt',
  '&': 'amp',
  '\\': 'bsol',
  '%': 'percnt',
};

const percent = (text: string): string =>
  utf8(text)
    .map((byte) => `%${hex(byte, 2)}`)
    .join('');

const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'percent-encoded where needed': (text) => encodeURIComponent(text),
  'percent-encoded throughout': percent,
  'percent-encoded in upper case': (text) => percent(text).toUpperCase(),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  form: (text) => new URLSearchParams({ v: text }).toString().slice(2),
  'decimal references': odd((code) => `&#${code};`),
  'hexadecimal references': odd((code) => `&#x${hex(code, 2).toUpperCase()};`),
  'references throughout': (text) => each(text, (_, code) => `&#x${hex(code, 1)};`),
  'named references': (text) =>
    each(text, (character) => (named[character] === undefined ? character : `&${named[character]};`)),
  'JSON escapes': (text) => JSON.stringify(text).slice(1, -1),
  'JSON escapes, slashes too': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON escapes throughout': (text) => each(text, (_, code) => `\\u${hex(code, 4)}`),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify({ text })),
  'JSON escapes in JSON': (text) => JSON.stringify(`"${odd((code) => `\\u${hex(code, 4)}`)(text)}"`),
  'JavaScript escapes': odd((code) => (code < 256 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 1)}}`)),
  'page in JSON': (text) => JSON.stringify({ page: `<p title="${odd((code) => `&#${code};`)(text)}">` }),
  'URL in a page in JSON': (text) =>
    JSON.stringify({ page: `<a href="/x&#x3F;a&#61;${encodeURIComponent(text).replaceAll('%', '&#37;')}">` }),
  base64: (text) => btoa(bytes(text)),
  'base64 within another text': (text) => btoa(`a${bytes(text)}bc`),
  'base64url, one further': (text) =>
    btoa(`ab${bytes(text)}`)
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
  'base64, percent-encoded': (text) => encodeURIComponent(btoa(bytes(text))),
  'base64 of a form': (text) => btoa(`grant_type=x&v=${encodeURIComponent(text)}&y=z`),
  hexadecimal: (text) =>
    utf8(text)
      .map((byte) => hex(byte, 2))
      .join(''),
  'hexadecimal in upper case': (text) =>
    utf8(text)
      .map((byte) => hex(byte, 2))
      .join('')
      .toUpperCase(),
};

function knowing(secret: string): Redactor {
  const redactor = createRedactor();
  redactor.learn(secret, 'token');
  return redactor;
}

describe('a known secret goes, and its neighbours stay', () => {
  it.each(Object.entries(encodings))('%s', (_, encode) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const written = encode(secret);
        const out = knowing(secret).text(`before (${written}) after`);
        expect(out).toMatch(/^before \(.*redacted-token-1.*\) after$/s);
        // What is left of an encoding are only the characters that it shares with others.
        const piece = encode(secret).slice(8, -8);
        if (piece.length >= 8) expect(out).not.toContain(piece);
        expect(knowing(secret).text(out)).toBe(out);
      }),
      { numRuns: 100 },
    );
  });

  it('in any mixture of escapes', () => {
    const ways = [
      (character: string) => character,
      (character: string) => percent(character),
      (_: string, code: number) => `&#${code};`,
      (_: string, code: number) => `&#x${hex(code, 1)};`,
      (_: string, code: number) => `\\u${hex(code, 4)}`,
    ];
    const plain = fc.stringMatching(/^[A-Z][a-z]{3}[0-9][A-Za-z0-9+/=é]{12,40}$/);
    fc.assert(
      fc.property(plain, fc.array(fc.constantFrom(...ways), { minLength: 60, maxLength: 60 }), (secret, chosen) => {
        let at = -1;
        const written = each(secret, (character, code) => {
          at += 1;
          return chosen[at]?.(character, code) ?? character;
        });
        expect(knowing(secret).text(`<p>${written}</p>`)).toBe('<p>redacted-token-1</p>');
      }),
    );
  });

  it('and JSON stays JSON', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...Object.values(encodings)), fc.json(), (secret, encode, json) => {
        const text = JSON.stringify([encode(secret), { a: `${encode(secret)}x` }, json]);
        expect(() => void JSON.parse(knowing(secret).text(text))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('also where a text was cut off within a long one', () => {
    const secret = `start${'a1B2'.repeat(500)}`;
    expect(knowing(secret).text(`token ${secret.slice(0, 1_000)}`)).toBe('token redacted-token-1');
  });
});

describe('a server that names thousands of secrets', () => {
  const flood = JSON.stringify(
    Array.from({ length: 5_000 }, (_, index) => ({ access_token: `flood${index}abcdef0123456789zz${index}` })),
  );

  it('crowds out none that the run names, before or after', () => {
    fc.assert(
      fc.property(fc.array(secrets, { minLength: 2, maxLength: 60 }), (own) => {
        const redactor = createRedactor();
        redactor.learn(own[0] ?? '', 'secret');
        expect(redactor.text(flood)).not.toMatch(/flood\d/);
        for (const secret of own) redactor.learn(secret, 'secret');
        for (const secret of own) expect(redactor.text(`echo [${secret}]`)).toMatch(/^echo \[redacted-secret-\d+\]$/);
      }),
      { numRuns: 10 },
    );
  });

  it('crowds out no code that a redirect gives', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom('?code=', '?x=1&state=', '#access_token='), (secret, lead) => {
        const redactor = createRedactor();
        redactor.text(flood);
        redactor.headers({ location: `https://a.dev/cb${lead}${encodeURIComponent(secret)}` });
        expect(redactor.text(`echo [${secret}]`)).toMatch(/^echo \[redacted-[a-z]+-\d+\]$/);
      }),
      { numRuns: 10 },
    );
  });

  it('makes no look slow: ten times the text takes no more than in proportion', () => {
    const redactor = createRedactor();
    redactor.text(flood);
    redactor.learn('Own1/token+with=all', 'token');
    for (const piece of ['flood12abcdef', '%25', '&#38;', '\\\\', '\\u005c', 'aaaa1111', 'flood0ab%2']) {
      const elapsed = (length: number): number => {
        const text = piece.repeat(length / piece.length);
        const times = [0, 1, 2].map(() => {
          const start = performance.now();
          redactor.text(text);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      elapsed(64_000);
      // A look whose time grew with the square would take a hundred times as long.
      expect(elapsed(2_000_000) / Math.max(elapsed(200_000), 1), piece).toBeLessThan(50);
    }
  });
});

describe('short and ordinary secrets of a run', () => {
  const report = JSON.stringify({
    code: 'invalid_grant',
    text: 'The server answers with an error: access denied. abc',
    list: ['tools', 'result', 'server', 'openid', 'authorization_code'],
  });

  it.each(['', 'a', 'abc', 'error', 'server', 'tools', 'openid', 'access', 'authorization_code', 'invalid_grant'])(
    'do not take their word out of everything: “%s”',
    (word) => expect(knowing(word).text(report)).toBe(report),
  );

  it('go where their place names them', () => {
    const redactor = knowing('abc');
    expect(redactor.url('https://a.dev/cb?code=abc&x=abc')).toBe('https://a.dev/cb?code=redacted-secret-1&x=abc');
    expect(redactor.text('{"access_token":"server"}')).toBe('{"access_token":"redacted-token-1"}');
  });
});
