import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, type Redactor } from '../../../../lib/report/redaction/redact.ts';
import { readTypedTarget } from '../../../../lib/parsing/typed-target.ts';

const secrets = fc.stringMatching(/^[A-Z][a-z]{3}[0-9][A-Za-z0-9]{8,20}[0-9]q[0-9A-Z]$/);
const keys = fc.stringMatching(/^[0-9a-f]{40}$/).filter((key) => new Set(key).size > 9 && /(?:\d[a-f].*){4}/.test(key));

function own(value: string): Redactor {
  const redactor = createRedactor();
  redactor.learn(value, 'header');
  return redactor;
}

describe('a secret goes', () => {
  it.each<[string, (secret: string) => string]>([
    ['list under its name', (secret) => JSON.stringify({ refreshToken: [secret] })],
    ['object under its name', (secret) => JSON.stringify({ a: { secret: { value: secret, type: 'opaque' } } })],
    ['JSON within JSON', (secret) => JSON.stringify({ text: JSON.stringify({ api_key: [{ value: secret }] }) })],
    ['default', (secret) => JSON.stringify({ properties: { password: { type: 'string', default: secret } } })],
    ['examples', (secret) => JSON.stringify({ properties: { token: { examples: [secret] } } })],
    ['const', (secret) => JSON.stringify({ properties: { api_key: { const: secret } } })],
    ['hidden field', (secret) => `<input type=hidden name="csrf_token" value="${secret}">`],
    ['hidden field, other order', (secret) => `<input value='${secret}' name=authenticity_token>`],
    ['meta element', (secret) => `<meta name="csrf-token" content="${secret}">`],
    ['page in JSON', (secret) => JSON.stringify({ html: `<input name="csrf_token" value="${secret}">` })],
    ['sentence', (secret) => `Use token ${secret} and wait`],
    ['sentence with a verb', (secret) => `Password is ${secret}! `],
    ['challenge', (secret) => `Bearer error_description="token ${secret} expired"`],
    ['state', (secret) => `https://a.dev/login?state=${secret}&x=1`],
    ['SAMLRequest', (secret) => `/login?SAMLRequest=${secret}`],
    ['signature', (secret) => `https://a.dev/x?sig=${secret}`],
    ['pw', (secret) => `https://a.dev/x?pw=${secret}`],
  ])('in a %s', (_, carry) => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const text = carry(secret);
        const redactor = createRedactor();
        const once = redactor.text(text);
        expect(once).not.toContain(secret);
        expect(redactor.text(once)).toBe(once);
        if (!text.startsWith('{')) return;
        expect(JSON.stringify(createRedactor().json(JSON.parse(text)))).not.toContain(secret);
        expect(() => void JSON.parse(once)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('in a path, by the same mark in what was typed, asked and answered', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const redactor = createRedactor();
        const url = `https://mcp.acme.dev/s/${key}/mcp?k=${key}`;
        const { typed } = readTypedTarget(url, (part) => redactor.text(part));
        expect(typed.url?.href).toBe('https://mcp.acme.dev/s/redacted-key-1/mcp?k=redacted-key-1');
        expect(redactor.url(url)).toBe(typed.url?.href);
        expect(redactor.json({ resource: url })).toEqual({ resource: typed.url?.href });
        expect(redactor.text(`Cannot POST /s/${key}/mcp`)).toBe('Cannot POST /s/redacted-key-1/mcp');
      }),
    );
  });
});

describe('what was typed is what is recorded', () => {
  it.each([
    '/mcp?id=550e8400-e29b-41d4-a716-446655440000',
    '/mcp/bob@corp.dev',
    '/mcp/token=abc/x',
    '/mcp?k=ZXhhbXBsZS1zZWNyZXQta2V5LTEyMzQ1',
    "/mcp?token=a'b;c",
  ])('%s', (path) => {
    const redactor = createRedactor();
    const url = `https://mcp.acme.dev${path}`;
    const { typed } = readTypedTarget(url, (part) => redactor.text(part));
    expect(redactor.url(url)).toBe(typed.url?.href);
    expect(redactor.json({ resource: url })).toEqual({ resource: typed.url?.href });
  });
});

describe('a person’s own value goes', () => {
  it.each(['sesame', '1234567', 'correct horse battery', 'production'])('when it is echoed: %s', (value) => {
    expect(own(value).text(`got ${value} and (${value}).`)).toBe('got redacted-header-1 and (redacted-header-1).');
    expect(own(value).text(JSON.stringify({ got: value }))).toBe('{"got":"redacted-header-1"}');
  });

  it('without its scheme', () => {
    expect(own('Bearer opensesame').text('no opensesame here')).toBe('no redacted-header-1 here');
  });

  it.each([
    ['acme', 'https://mcp.acme.dev/acme acmeist'],
    ['tools', '{"tools":[]}'],
    ['result', '{"id":1,"result":{}}'],
    ['1234', '{"id":1234,"port": 1234} localhost:1234'],
  ])('but nothing else with it: %s', (value, text) => expect(own(value).text(text)).toBe(text));

  it('and so does a session id that is a plain word', () => {
    const redactor = createRedactor();
    redactor.headers({ 'mcp-session-id': 'abcdefg' });
    expect(redactor.text('bad session abcdefg for bob')).toBe('bad session redacted-session-1 for bob');
  });
});

describe('what is no secret stays', () => {
  it.each(['sk-live_abcdefghijk12345678901', 'user@corp-mail.com', 'token'])('the name of a tool: %s', (name) => {
    const tools = { tools: [{ name, inputSchema: { type: 'object' } }] };
    expect(createRedactor().json(tools)).toBe(tools);
    expect(createRedactor().text(JSON.stringify(tools))).toBe(JSON.stringify(tools));
  });

  it.each([
    'https://login.acme.dev/8f3c9d2e-7b6a-4f1e-9c0d-8b7a6f5e4d3c/v2.0',
    'https://acme.dev/how-to-connect-2-servers-with-oauth-2-in-10-minutes',
    'https://acme.dev/cb?state=1',
    'The access token expired; use session oauth2-session or token RS256.',
  ])('%s', (text) => expect(createRedactor().text(text)).toBe(text));
});

it('takes linear time in the new places', () => {
  for (const piece of [
    '"token":[',
    '"token":{"a":"b",',
    '<input ',
    '<input name=token value=',
    'token token ',
    '/s/',
    'https://a/',
    '{"',
  ]) {
    const redactor = own('sesame');
    // What grows faster than its text runs into the test’s own time limit.
    expect(redactor.text(`sesame ${piece.repeat(Math.floor(500_000 / piece.length))}`), piece).not.toMatch(/^sesame/);
  }
});

describe('a client ID', () => {
  it('stays, also in the address of its registration', () => {
    fc.assert(
      fc.property(keys, secrets, (id, token) => {
        const answer = {
          registration_client_uri: `https://auth.acme.dev/reg/${id}`,
          registration_access_token: token,
          client_id: id,
        };
        const redactor = createRedactor();
        expect(JSON.parse(redactor.text(JSON.stringify(answer)))).toEqual({
          ...answer,
          registration_access_token: 'redacted-token-1',
        });
        expect(redactor.url(`https://auth.acme.dev/reg/${id}`)).toContain(id);
      }),
    );
  });

  it('that is a secret of one’s own goes', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const redactor = own(key);
        expect(redactor.text(JSON.stringify({ client_id: key }))).not.toContain(key);
        expect(redactor.url(`https://auth.acme.dev/reg/${key}`)).not.toContain(key);
      }),
    );
  });

  it('that stands elsewhere as a secret goes there', () => {
    const text = JSON.stringify({ client_id: 'Abc9defghij0kq1', access_token: 'Abc9defghij0kq1' });
    expect(createRedactor().text(text)).not.toContain('"access_token":"Abc9');
  });
});
