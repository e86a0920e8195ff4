import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalResource } from '../../../lib/parsing/canonical-resource.ts';
import { resourceMetadataUrls, serverMetadataUrls } from '../../../lib/parsing/well-known.ts';

const wellKnown = 'https://acme.dev/.well-known';

describe('where resource metadata is looked for', () => {
  it('has the path and query inserted, then the root', () => {
    expect(resourceMetadataUrls('https://acme.dev/a/mcp?x=1')).toEqual([
      { form: 'path', url: `${wellKnown}/oauth-protected-resource/a/mcp?x=1` },
      { form: 'root', url: `${wellKnown}/oauth-protected-resource` },
    ]);
  });

  it('is one place for an endpoint without a path', () => {
    const root = [{ form: 'root', url: `${wellKnown}/oauth-protected-resource` }];
    expect(resourceMetadataUrls('https://acme.dev')).toEqual(root);
    expect(resourceMetadataUrls('https://acme.dev/')).toEqual(root);
    expect(resourceMetadataUrls('nonsense')).toEqual([]);
  });
});

describe('where an issuer’s metadata is looked for', () => {
  it('follows the order of clients for an issuer with a path', () => {
    expect(serverMetadataUrls('https://acme.dev/tenant/')).toEqual([
      { form: 'rfc8414', url: `${wellKnown}/oauth-authorization-server/tenant` },
      { form: 'oidc-inserted', url: `${wellKnown}/openid-configuration/tenant` },
      { form: 'oidc-appended', url: 'https://acme.dev/tenant/.well-known/openid-configuration' },
    ]);
  });

  it('has two places for an issuer without a path', () => {
    expect(serverMetadataUrls('https://acme.dev')).toEqual([
      { form: 'rfc8414', url: `${wellKnown}/oauth-authorization-server` },
      { form: 'oidc-appended', url: `${wellKnown}/openid-configuration` },
    ]);
    expect(serverMetadataUrls('nonsense')).toEqual([]);
  });

  it('stays on the issuer’s origin and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (issuer) => {
        for (const { url } of [...serverMetadataUrls(issuer), ...resourceMetadataUrls(issuer)]) {
          expect(new URL(url).origin).toBe(new URL(issuer).origin);
        }
      }),
    );
  });
});

describe('the canonical form of a resource', () => {
  it.each([
    ['HTTPS://ACME.dev:443/mcp/', 'https://acme.dev/mcp'],
    ['https://acme.dev/', 'https://acme.dev'],
    ['https://acme.dev/mcp#x', 'https://acme.dev/mcp'],
    ['https://acme.dev/MCP?a=1', 'https://acme.dev/MCP?a=1'],
    ['https://acme.dev:8443/mcp', 'https://acme.dev:8443/mcp'],
    ['urn:acme:mcp', 'urn:acme:mcp'],
  ])('%s', (resource, canonical) => expect(canonicalResource(resource)).toBe(canonical));

  it('tells paths and queries apart', () => {
    const forms = ['https://a.dev', 'https://a.dev/mcp', 'https://a.dev/MCP', 'https://a.dev/mcp?a', 'http://a.dev'];
    expect(new Set(forms.map(canonicalResource)).size).toBe(forms.length);
    expect(canonicalResource('/mcp')).toBeUndefined();
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (text) => {
        const canonical = canonicalResource(text) ?? '';
        expect(canonicalResource(`${canonical}#x`)).toBe(canonicalResource(canonical));
      }),
    );
  });
});
