import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../lib/report/redaction/redact.ts';

const secrets = fc.stringMatching(/^[A-Z][a-z]{3}[0-9][A-Za-z0-9+/_-]{12,40}[0-9]q[0-9A-Z]$/);
const names = fc.stringMatching(/^q[a-z]{0,7}(?:_[a-z]{1,4}q)?$/);

const refused = {
  error: 'invalid_grant',
  error_description: 'AADSTS70008: the code or refresh token has expired, see https://login.acme.dev/help/70008',
  error_codes: [70008],
  error_uri: 'https://login.acme.dev/error/70008',
  trace_id: '6e8c1f2a-0d3b-4b57-9a6d-0c1d2e3f4a5b',
  correlation_id: '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9',
  timestamp: '2026-05-01 12:00:00Z',
  suberror: 'consent_required',
};

const issued = {
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'https://api.acme.dev/auth/drive2024.readonly offline_access',
  issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  iss: 'https://login.acme.dev/8f3c9d2e-7b6a-4f1e-9c0d-8b7a6f5e4d3c',
  workspace_id: '8f3c9d2e-7b6a-4f1e-9c0d-8b7a6f5e4d3c',
  version: 'keycloak-26.0',
};

const client = {
  client_id: 'c1b2a3948576abcdef0123456789',
  client_id_issued_at: 1_700_000_000,
  client_name: 'Claude4Everybody-2026x',
  client_uri: 'https://acme.dev/clients/9a8b7c6d',
  redirect_uris: ['https://claude.ai/api/mcp/auth_callback', 'cursor2://anysphere.cursor-retrieval/oauth1'],
  grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
  token_endpoint_auth_method: 'private_key_jwt',
  software_id: '4NRB1-0XZABZI9E6-5SM3R',
  id_token_signed_response_alg: 'RS256',
};

describe('an answer that was asked for secrets', () => {
  it.each([
    ['tokens', refused],
    ['tokens', issued],
    ['client', client],
    ['client', { error: 'invalid_redirect_uri', error_description: 'no' }],
  ] as const)('of %s keeps what judging needs', (holds, answer) => {
    const text = JSON.stringify(answer);
    expect(createRedactor().answer(text, holds)).toBe(text);
  });

  it('gives away no opaque value, whatever its name, there and later', () => {
    const carriers: readonly ((name: string, secret: string) => string)[] = [
      (name, secret) => JSON.stringify({ [name]: secret, token_type: 'Bearer' }),
      (name, secret) => JSON.stringify({ data: [{ [name]: [secret] }] }, null, 2),
      (name, secret) => JSON.stringify(JSON.stringify({ [name]: secret })),
      (name, secret) => `token_type=Bearer&${name}=${encodeURIComponent(secret)}&expires_in=5`,
      (name, secret) => `{"${name}":"${secret}`,
      (_, secret) => JSON.stringify(secret),
      (_, secret) => `${secret}\n`,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...carriers),
        fc.constantFrom('tokens' as const, 'client' as const),
        names,
        secrets,
        (carry, holds, name, secret) => {
          const redactor = createRedactor();
          const out = redactor.answer(carry(name, secret), holds);
          expect(out).not.toContain(secret);
          expect(out).not.toContain(encodeURIComponent(secret));
          expect(redactor.answer(out, holds)).toBe(out);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('makes its values known for good, however many a server named before', () => {
    const redactor = createRedactor();
    redactor.text(
      JSON.stringify(Array.from({ length: 3_000 }, (_, index) => ({ token: `flood${index}aA1b2c3d4e5f6` }))),
    );
    const answer = redactor.answer('{"data":{"refresh":"odd-99aa22bb33cc44dd"},"at":"two-99aa22bb33cc44dd"}', 'tokens');
    expect(answer).toMatch(/^\{"data":\{"refresh":"redacted-token-\d+"\},"at":"redacted-token-\d+"\}$/);
    expect(redactor.text('you sent odd-99aa22bb33cc44dd and two-99aa22bb33cc44dd')).toMatch(
      /^you sent redacted-token-\d+ and redacted-token-\d+$/,
    );
  });

  it('keeps its JSON JSON, and takes linear time', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(() => void JSON.parse(createRedactor().answer(json, 'tokens'))).not.toThrow();
      }),
    );
    for (const piece of ['"', '\\', '"a"', '"a1b2c3d4e5f6g7h8",', '"x":"', '{"', '&a=']) {
      const text = `{${piece.repeat(Math.floor(300_000 / piece.length))}`;
      // What grows faster than its text runs into the test’s own time limit.
      expect(createRedactor().answer(text, 'tokens'), piece).not.toBe('');
    }
  });
});
