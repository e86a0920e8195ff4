import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, type Redactor } from '../../../../lib/report/redaction/redact.ts';

/** What a random secret looks like; never a word, a mark or a number. */
const secrets = fc.stringMatching(/^[A-Z][A-Za-z0-9_-]{8,30}[0-9]q[0-9A-Z]$/);
/** The same with the characters that get escaped. */
const oddSecrets = fc
  .tuple(secrets, fc.constantFrom('/', '+', '=', '"', '\\', 'é', '%', '~', '@'), secrets)
  .map((parts) => parts.join(''));

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function decodedBase64(text: string): string {
  const bare = text.replace(/=+$/, '');
  return atob(bare.slice(0, bare.length - (bare.length % 4)));
}

const jwtOf = (secret: string): string => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${secret}`;

const carriers: Readonly<Record<string, (redactor: Redactor, secret: string) => unknown>> = {
  'JSON member': (redactor, secret) => redactor.text(JSON.stringify({ access_token: secret, x: 1 })),
  'indented JSON member': (redactor, secret) => redactor.text(JSON.stringify({ a: { password: secret } }, null, 2)),
  'JSON within JSON': (redactor, secret) =>
    redactor.text(JSON.stringify({ text: JSON.stringify({ client_secret: secret, b: 2 }) })),
  'JSON within JSON within JSON': (redactor, secret) =>
    redactor.text(JSON.stringify([JSON.stringify([JSON.stringify({ refresh_token: secret })])])),
  'event stream': (redactor, secret) =>
    redactor.text(`event: message\ndata: {"id_token":${JSON.stringify(secret)}}\n\n`),
  'JSON value': (redactor, secret) =>
    redactor.json({
      a: [{ registration_access_token: secret }],
      url: `https://a.dev/?key=${encodeURIComponent(secret)}`,
    }),
  'JSON string': (redactor, secret) => redactor.json({ a: [`https://a.dev/?token=${encodeURIComponent(secret)}&b=1`] }),
  query: (redactor, secret) => redactor.url(`https://a.dev/x?b=1&token=${encodeURIComponent(secret)}&c=2`),
  'query of a URL in JSON': (redactor, secret) =>
    redactor.text(JSON.stringify({ url: `https://a.dev/x?apiKey=${encodeURIComponent(secret)}` })),
  'query with escaped ampersands': (redactor, secret) =>
    redactor.text(`{"url":"https://a.dev/x?b=1\\u0026apiKey=${encodeURIComponent(secret)}\\u0026c"}`),
  'query in HTML': (redactor, secret) =>
    redactor.text(`<a href="https://a.dev/x?b=1&amp;secret=${encodeURIComponent(secret)}&amp;c=2">`),
  fragment: (redactor, secret) => redactor.url(`https://a.dev/#access_token=${encodeURIComponent(secret)}&c=2`),
  'URL within a URL': (redactor, secret) =>
    redactor.url(`https://a.dev/?to=${encodeURIComponent(`https://b.dev/?x=1&token=${encodeURIComponent(secret)}`)}`),
  userinfo: (redactor, secret) => redactor.url(`https://bob:${encodeURIComponent(secret)}@a.dev/x`),
  'userinfo in text': (redactor, secret) => redactor.text(`see https://${encodeURIComponent(secret)}@a.dev/x`),
  form: (redactor, secret) =>
    redactor.text(
      new URLSearchParams({ grant_type: 'authorization_code', code: secret, code_verifier: secret }).toString(),
    ),
  'authorization header': (redactor, secret) => redactor.headers({ authorization: `Bearer ${secret}` }),
  'header without scheme': (redactor, secret) => redactor.headers({ authorization: secret, 'x-auth-token': secret }),
  'session header': (redactor, secret) => redactor.headers({ 'mcp-session-id': secret }),
  'cookie header': (redactor, secret) =>
    redactor.headers({ cookie: `a=b; c=${secret}`, 'set-cookie': `c=${secret}; Path=/` }),
  'location header': (redactor, secret) => redactor.headers({ location: `/cb?code=${encodeURIComponent(secret)}` }),
  'learned, plain': (redactor, secret) => learned(redactor, secret).text(`it was <${secret}>`),
  'learned, encoded': (redactor, secret) => learned(redactor, secret).text(`x=${encodeURIComponent(secret)}`),
  'learned, encoded in lower case': (redactor, secret) =>
    learned(redactor, secret).text(encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase())),
  'learned, JSON-escaped': (redactor, secret) =>
    learned(redactor, secret).text(JSON.stringify({ echo: `x${secret}y` })),
  'learned, in a value': (redactor, secret) => learned(redactor, secret).json({ [`member ${secret}`]: [secret] }),
  'learned from a header': (redactor, secret) => {
    redactor.headers({ authorization: `Bearer ${secret}` });
    return redactor.text(`no such token: ${secret}`);
  },
};

const plainCarriers: Readonly<Record<string, (redactor: Redactor, secret: string) => unknown>> = {
  JWT: (redactor, secret) => redactor.text(`it was ${jwtOf(secret)} (expired)`),
  'Bearer in text': (redactor, secret) => redactor.text(`curl -H 'Authorization: Bearer ${secret}'`),
  'Bearer in JSON': (redactor, secret) => redactor.json({ message: `got “Bearer ${secret}”` }),
  'header in text': (redactor, secret) => redactor.text(`X-Api-Key: ${secret}\nAccept: */*`),
  'vendor prefix': (redactor, secret) => redactor.text(`key sk-ant-${secret}-${secret} leaked`),
  'escaped slashes': (redactor, secret) => redactor.text(`{"u":"https:\\/\\/a.dev\\/?token=x\\/${secret}"}`),
};

function learned(redactor: Redactor, secret: string): Redactor {
  redactor.learn(`Bearer ${secret}`, 'header');
  return redactor;
}

function leaks(out: unknown, secret: string): boolean {
  const text = typeof out === 'string' ? out : JSON.stringify(out);
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return forms.some((form) => text.includes(form) || text.toLowerCase().includes(form.toLowerCase()));
}

describe('no secret comes out', () => {
  it.each(Object.entries(carriers))('of any kind: %s', (_, carry) => {
    fc.assert(
      fc.property(fc.oneof(secrets, oddSecrets), (secret) => {
        expect(leaks(carry(createRedactor(), secret), secret)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(plainCarriers))('without characters that would end it: %s', (_, carry) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(leaks(carry(createRedactor(), secret), secret)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('in base64, wherever in a text it began', () => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (secret, before, after) => {
        const redactor = learned(createRedactor(), secret);
        const rest = redactor.text(base64(before + secret + after)).split(/redacted-[a-z]+-\d+/);
        const readings = rest.flatMap((piece) => [0, 1, 2, 3].map((start) => decodedBase64(piece.slice(start))));
        expect(readings.join('\n')).not.toContain(secret.slice(4, -4));
      }),
    );
  });

  it('of Basic credentials, nor its password elsewhere', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const redactor = createRedactor();
        const sent = redactor.headers({ authorization: `Basic ${base64(`bob:${secret}`)}` });
        expect(sent['authorization']).toBe('Basic redacted-token-1');
        expect(redactor.text(`wrong password ${secret}`)).not.toContain(secret);
      }),
    );
  });
});

describe('redacting', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.emailAddress(),
    fc
      .array(
        fc.constantFrom(
          'token',
          '=',
          ':',
          '"',
          '\\',
          '&',
          '?',
          '#',
          '@',
          '%40',
          '%3D',
          '://',
          'Bearer ',
          'eyJ',
          '.',
          'a1',
          'x9'.repeat(5),
          ' ',
          ',',
          '{',
          '}',
          'redacted-token-1',
          'redacted',
          'Basic ',
          'sk-',
          '%3A%2F%2F',
          '\n',
          'user',
          'password',
        ),
        { maxLength: 24 },
      )
      .map((parts) => parts.join('')),
  );

  it('what is redacted changes nothing, in the same run or another', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const redactor = createRedactor();
        const once = redactor.text(text);
        expect(redactor.text(once)).toBe(once);
        expect(createRedactor().text(once)).toBe(once);
        const url = redactor.url(text);
        expect(redactor.url(url)).toBe(url);
      }),
      { numRuns: 2_000 },
    );
  });

  it('headers and values again changes nothing, so that recorded exchanges stay what they are', () => {
    const names = fc.constantFrom(
      'authorization',
      'cookie',
      'set-cookie',
      'mcp-session-id',
      'x-api-key',
      'x-auth-token',
      'www-authenticate',
      'location',
      'accept',
    );
    fc.assert(
      fc.property(fc.dictionary(names, anything), (headers) => {
        const redactor = createRedactor();
        const once = redactor.headers(headers);
        expect(redactor.headers(once)).toEqual(once);
        expect(redactor.json({ requestHeaders: once })).toEqual({ requestHeaders: once });
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps JSON JSON, with the same members', () => {
    const names = fc.constantFrom('access_token', 'password', 'token', 'url', 'text', 'key', 'code', 'a');
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        anything,
        fc.integer(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(names, tie('value'), { maxKeys: 4 }),
    })).value;
    fc.assert(
      fc.property(values, (value) => {
        const before = JSON.stringify(value);
        const after = JSON.parse(createRedactor().text(before)) as unknown;
        expect(shapeOf(after)).toEqual(shapeOf(JSON.parse(before)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps a URL a URL, on the same host', () => {
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(url, secrets, (text, secret) => {
        const typed = new URL(text);
        typed.username = secret;
        typed.password = secret;
        typed.searchParams.append('token', secret);
        const redacted = new URL(createRedactor().url(typed.href));
        expect([redacted.protocol, redacted.host, redacted.pathname]).toEqual([
          typed.protocol,
          typed.host,
          typed.pathname,
        ]);
        expect([...redacted.searchParams.keys()]).toEqual([...typed.searchParams.keys()]);
      }),
    );
  });

  it('takes linear time', () => {
    for (const piece of [
      '"token":"',
      'token=',
      'a=',
      '\\',
      '\\"',
      '@',
      'a@b.',
      '://',
      '%40',
      'eyJaaaaaaaa.',
      'Bearer aaaaaaa',
      'sk-a-',
      '-',
      '.',
      '"aa"  ',
      ' ',
      '-----BEGIN PRIVATE KEY-----',
    ]) {
      const redactor = createRedactor();
      // What grows faster than its text runs into the test’s own time limit.
      expect(redactor.text(piece.repeat(1_000_000 / piece.length)), piece).not.toBe('');
    }
  });
});

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.values(value).map(shapeOf);
}
