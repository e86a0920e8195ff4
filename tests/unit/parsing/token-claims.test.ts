import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenClaims } from '../../../lib/parsing/token-claims.ts';

const resource = 'https://mcp.acme.dev/mcp';
const expected = { resources: [resource], issuer: 'https://auth.acme.dev', now: 1_800_000_000_000 };

function jwt(claims: object, header: object = { alg: 'RS256' }): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.c2ln';
}

describe('what a token says of itself', () => {
  it.each([
    [{ aud: resource }, 'ours'],
    [{ aud: ['https://other.dev', resource] }, 'ours'],
    [{ aud: `${resource}/` }, 'alike'],
    [{ aud: 'HTTPS://MCP.acme.dev:443/mcp' }, 'alike'],
    [{ aud: 'https://mcp.acme.dev' }, 'other'],
    [{ aud: 'acme-api' }, 'other'],
    [{ aud: 7 }, 'missing'],
    [{ aud: [] }, 'missing'],
    [{}, 'missing'],
  ] as const)('is compared with this connector: %j', (claims, audience) => {
    expect(tokenClaims(jwt(claims), expected)?.audience).toBe(audience);
  });

  it.each([
    [{ iss: 'https://auth.acme.dev' }, 'ours'],
    [{ iss: 'https://auth.acme.dev/' }, 'alike'],
    [{ iss: 'https://login.acme.dev' }, 'other'],
    [{}, 'missing'],
  ] as const)('is compared with the sign-in service: %j', (claims, issuer) => {
    expect(tokenClaims(jwt(claims), expected)?.issuer).toBe(issuer);
  });

  it.each([
    [{ exp: 1_800_003_600 }, 'valid'],
    [{ exp: 1_799_999_990 }, 'valid'],
    [{ exp: 1_799_999_000 }, 'expired'],
    [{ nbf: 1_800_000_030 }, 'valid'],
    [{ nbf: 1_800_000_600 }, 'not-yet'],
    [{ exp: 'soon' }, 'valid'],
  ] as const)('is compared with the clock, which may be off by a minute: %j', (claims, time) => {
    expect(tokenClaims(jwt(claims), expected)?.time).toBe(time);
  });

  it('is nothing for an opaque token', () => {
    for (const token of ['', 'abc', 'a.b', 'a.b.c', 'planted.token.here', `${jwt({})}.more`, jwt([]), jwt({}, [])]) {
      expect(tokenClaims(token, expected), token).toBeNull();
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.base64String()), { maxLength: 4 }), (parts) => {
        tokenClaims(parts.join('.'), expected);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (claims) => {
        tokenClaims(jwt({ ...(typeof claims === 'object' ? claims : {}), aud: claims, iss: claims }), expected);
      }),
    );
  });
});
