import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeSecret, pathMayHoldSecret, withoutSecretSegments } from '../../../lib/parsing/secret-segment.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const ofToken = fc.constantFrom(...letters, ...letters.toUpperCase(), ...'0123456789_-');
const token = fc.string({ unit: ofToken, minLength: 8, maxLength: 40 });

/** Small letters, capitals and digits, as generated keys have them. */
const mixed = token.filter((text) => /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text));
const caseless = fc.string({
  unit: fc.constantFrom(...letters, ...letters.toUpperCase()),
  minLength: 8,
  maxLength: 40,
});
const mixedLetters = caseless.filter((text) => (text.match(/[a-z](?=[A-Z])/g)?.length ?? 0) >= 2);

describe('what may be a secret in a path', () => {
  it('is every token of mixed characters', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, mixedLetters), (text) => mayBeSecret(text)),
      { numRuns: 3_000 },
    );
  });

  it('is whatever stands behind /s/, /k/, /key/ or /token/', () => {
    const place = fc.constantFrom('s', 'k', 'S', 'key', 'token', 'api-key', 'apikey', 'secret');
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 9, maxLength: 20 });
    fc.assert(
      fc.property(place, fc.oneof(token, word), (before, text) => {
        expect(withoutSecretSegments(`/${before}/${text}x9/mcp`, '*')).toBe(`/${before}/*/mcp`);
      }),
    );
  });

  it('is a value with a name, and what begins like a key of a known maker', () => {
    const prefix = fc.constantFrom('sk-', 'sk-ant-', 'pat_', 'ghp_', 'github_pat_', 'xoxb-', 'glpat-', 'eyJ', 'AKIA');
    fc.assert(
      fc.property(prefix, token, fc.constantFrom('mcp', 'token', 'v', 'apikey'), (start, text, name) => {
        for (const segment of [start + text, `${name}=${text}`, `${name}:${text}`, `${name};token=${text}`])
          expect(mayBeSecret(segment)).toBe(true);
        expect(mayBeSecret(encodeURIComponent(`${name}=${text}`))).toBe(true);
      }),
    );
  });

  it.each([
    '/k/sekretpass/mcp',
    '/s/AbCdEfGhIjKlMnOpQrStUvWxYz/mcp',
    '/mcp;token=abcdefghij/',
    '/mcp/token=abcdefghij',
    '/mcp/apikey:sk-ant-abcdefg',
    '/api/mcp/s/NmYtQzJl/mcp',
    '/webhook/0f8b6c1e-3d0a-4b1f-9a57-6d2f1c0b9e77',
    '/hook/9f31aa7b/mcp',
  ])('is in %s', (path) => {
    expect(pathMayHoldSecret(`https://mcp.acme.dev${path}`)).toBe(true);
  });

  it.each([
    '/',
    '/mcp',
    '/sse',
    '/api/v1/mcp',
    '/mcpServer/sse',
    '/@acme/github-tools/mcp',
    '/workspaces/acme-corp/connectors/salesforce',
    '/notion-workspace/2025-11-25/mcp',
    '/.well-known/oauth-protected-resource/mcp',
    '/realms/Master/clients-registrations/openid-connect',
    '/projects/12345678/mcp',
    '/s/mcp',
    '/s/{your-key}/mcp',
    '/größenordnung/mcp',
    '/%',
  ])('is not in %s', (path) => {
    expect(pathMayHoldSecret(`https://mcp.acme.dev${path}`)).toBe(false);
  });

  it('is found in nothing that is no address', () => {
    expect(pathMayHoldSecret('mcp.acme.dev/s/9f31aa7bc2d4e5f6')).toBe(false);
  });
});
