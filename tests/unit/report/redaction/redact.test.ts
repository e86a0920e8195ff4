import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

const metadata = {
  issuer: 'https://auth.acme.dev',
  authorization_endpoint: 'https://auth.acme.dev/authorize?tenant=a',
  token_endpoint: 'https://auth.acme.dev/token',
  token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
  code_challenge_methods_supported: ['S256'],
  registration_endpoint: 'https://auth.acme.dev/register',
  scopes_supported: ['openid', 'email', 'offline_access', 'token:read'],
};

const tool = {
  name: 'sign_in',
  description:
    'Takes a password and an access_token. Call it with token=… or key: value; see https://acme.dev/doc?page=2.',
  inputSchema: {
    type: 'object',
    properties: {
      password: { type: 'string', format: 'password', description: 'The secret password of the user' },
      token: { type: 'string' },
      api_key: { type: ['string', 'null'], default: null },
      secret: { $ref: '#/$defs/secret' },
    },
    required: ['password', 'token', 'api_key'],
    $defs: { secret: { type: 'string' } },
  },
};

const replies = [
  { jsonrpc: '2.0', id: 1, result: { protocolVersion: '2025-11-25', serverInfo: { name: 'acme', version: '1.0.0' } } },
  { jsonrpc: '2.0', id: 1, error: { code: -32001, message: 'Missing Bearer token in Authorization header' } },
  { error: 'invalid_token', error_description: 'The access token expired', token_type: 'Bearer', expires_in: 3600 },
  { code: 'ERR_NGROK_3200', key: 'title', token: 'missing', auth: 'oauth2', session: 'required' },
  { tools: [tool], nextCursor: 'eyJvZmZzZXQiOjEwMCwicGFnZSI6MX0=' },
  { _meta: { progressToken: 'abc-123', pageToken: 'page2page2page2page2' } },
];

describe('what judging needs is kept', () => {
  it.each([metadata, ...replies].map((value) => [JSON.stringify(value)]))('in %s', (text) => {
    const redactor = createRedactor();
    expect(redactor.text(text)).toBe(text);
    const value: unknown = JSON.parse(text);
    expect(redactor.json(value)).toBe(value);
    expect(redactor.removed()).toEqual([]);
  });

  it.each([
    'Bearer resource_metadata="https://acme.dev/.well-known/oauth-protected-resource/mcp", scope="read write:token", error="invalid_token"',
    'Bearer realm="OAuth", error="invalid_request", error_description="No access token was provided"',
    'Basic realm="Acme", charset="UTF-8"',
    'Error code: 1033. Key features: sign in with your password.',
    '<html><title>Sign in ・ Cloudflare Access</title><form action="/login?redirect_url=%2Fmcp">',
    '2025-11-25 https://mcp.acme.dev:8443/mcp?keyword=a&page_token=b',
    'tls: certificate for mcp.acme.dev, IP Address:192.0.2.1',
  ])('in text: %s', (text) => expect(createRedactor().text(text)).toBe(text));

  it('in headers', () => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'www-authenticate': 'Bearer resource_metadata="https://acme.dev/.well-known/oauth-protected-resource"',
      'access-control-allow-headers': 'Authorization, X-Api-Key, Mcp-Session-Id',
      'access-control-allow-credentials': 'true',
      'cf-mitigated': 'challenge',
      'cf-ray': '8f1a2b3c4d5e6f70-FRA',
      etag: 'W/"4a5b6c7d8e9f"',
      'surrogate-key': 'page-1 page-2',
      server: 'cloudflare',
      date: 'Wed, 21 Oct 2026 07:28:00 GMT',
      location: 'https://acme.dev/login?next=%2Fmcp',
    };
    expect(createRedactor().headers(headers)).toEqual(headers);
  });
});

describe('secrets are replaced, and what stands around them stays', () => {
  it.each([
    ['https://bob:hunter2@acme.dev/mcp', 'https://redacted-user-1:redacted-password-1@acme.dev/mcp'],
    ['https://acme.dev/mcp?a=1&API_KEY=k3y&b=2#t', 'https://acme.dev/mcp?a=1&API_KEY=redacted-key-1&b=2#t'],
    ['https://acme.dev/cb#access_token=abc&state=1', 'https://acme.dev/cb#access_token=redacted-token-1&state=1'],
    ['/cb?code=abc%20d&state=1', '/cb?code=redacted-secret-1&state=1'],
    ["https://acme.dev/?token=a'b;c,d(e)&x=1", 'https://acme.dev/?token=redacted-token-1&x=1'],
  ])('in the URL %s', (url, redacted) => {
    expect(createRedactor().url(url)).toBe(redacted);
  });

  it('in headers, scheme and names kept', () => {
    expect(
      createRedactor().headers({
        authorization: 'Bearer abc',
        'proxy-authorization': 'Basic Ym9iOmh1bnRlcjI=',
        cookie: 'a=one; b=two',
        'set-cookie': 'sid=three; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure, CF_Auth=four; HttpOnly',
        'mcp-session-id': 'five',
        'x-api-key': 'six',
      }),
    ).toEqual({
      authorization: 'Bearer redacted-token-1',
      'proxy-authorization': 'Basic redacted-token-2',
      cookie: 'a=redacted-cookie-1; b=redacted-cookie-2',
      'set-cookie':
        'sid=redacted-cookie-3; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure, CF_Auth=redacted-cookie-4; HttpOnly',
      'mcp-session-id': 'redacted-session-1',
      'x-api-key': 'redacted-key-1',
    });
  });

  it('the same secret by the same mark, wherever it stands', () => {
    const redactor = createRedactor();
    expect(redactor.headers({ 'mcp-session-id': 'c0ffee-1234-5678' })['mcp-session-id']).toBe('redacted-session-1');
    expect(redactor.text('unknown session c0ffee-1234-5678.')).toBe('unknown session redacted-session-1.');
    expect(redactor.url('https://acme.dev/messages?sessionId=c0ffee-1234-5678')).toContain('=redacted-session-1');
    expect(redactor.text('unknown: c0ffee-9999-0000')).toContain('c0ffee-9999-0000');
  });

  it('and counted by kind', () => {
    const redactor = createRedactor();
    redactor.text('{"access_token":"abc","refresh_token":"def"} bob@acme.dev bob@acme.dev');
    expect(redactor.removed()).toEqual([
      { what: '2 × token', why: expect.stringContaining('act') },
      { what: '1 × e-mail address', why: expect.stringContaining('person') },
    ]);
  });

  it('also when a body was cut within one', () => {
    expect(createRedactor().text('{"access_token":"abcdef')).toBe('{"access_token":"redacted-token-1');
    expect(createRedactor().text('x eyJhbGciOiJIUzI1NiJ9.eyJzdWIi')).toBe('x redacted-token-1');
  });

  it('also in names of members, short ones too, but not what the parts of a report are called', () => {
    const redactor = createRedactor();
    for (const secret of ['k3y9-Zq7Xk9', 'startedAt']) redactor.learn(secret, 'token');
    const named = { 'k3y9-Zq7Xk9': 1, 'a:k3y9-Zq7Xk9': { 'k3y9-Zq7Xk9': 2 }, startedAt: 3 };
    expect(redactor.json(named)).toEqual({
      'redacted-token-1': 1,
      'a:redacted-token-1': { 'redacted-token-1': 2 },
      startedAt: 3,
    });
  });

  it('but not a person’s own header that says nothing secret', () => {
    const redactor = createRedactor();
    for (const value of ['application/json', '2025-11-25', 'https://mcp.acme.dev', 'mcp.acme.dev', 'en']) {
      redactor.learn(value, 'header');
    }
    const text = 'https://mcp.acme.dev/mcp mcp.acme.dev application/json 2025-11-25 en';
    expect(redactor.text(text)).toBe(text);
    expect(redactor.headers({ 'x-media': 'application/json', 'content-type': 'application/json' })).toEqual({
      'x-media': 'redacted-header-1',
      'content-type': 'application/json',
    });
  });
});

describe('no secret comes out', () => {
  it.each([
    'ghp_abcdefghij0123456789ABCDEFGHIJ012345',
    'xoxb-123456789012-abcdefghijkl',
    'AKIAIOSFODNN7EXAMPLE',
    'AIzaSyA1234567890abcdefghijklmnopqrstuv',
    'glpat-abcdefghij0123456789',
    'sk_live_abcdefghij0123456789',
    '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----',
    'jane.doe+mcp@acme.co.uk',
  ])('that shows by its shape: %s', (secret) => {
    for (const text of [secret, `x ${secret} y`, `{"a":"${secret}"}`, `a=${secret}`]) {
      expect(createRedactor().text(text)).not.toContain(secret);
    }
  });
});
