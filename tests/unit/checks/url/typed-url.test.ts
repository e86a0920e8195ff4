import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedUrlCheck } from '../../../../lib/checks/url/typed-url.ts';
import { judged, typed, typedUrl } from '../../../support/evidence-builders.ts';

const said = (href: string, rest: Parameters<typeof typed>[1] = {}) =>
  judged([typedUrlCheck], { typed: typed(href, rest) });
const notAUrl = { kind: 'invalid', url: null, problem: 'it has no host name' } as const;

describe('what was typed', () => {
  it('has nothing against a public https address', () => {
    const { found, passed } = said('https://mcp.acme-tools.com/mcp');
    expect(found).toEqual([]);
    expect(passed).toContain('url.invalid');
  });

  it.each([
    ['url.scheme-not-https', 'http://mcp.acme-tools.com/mcp'],
    ['url.private-host', 'https://192.168.1.20/mcp'],
    ['url.private-host', 'https://printer.local/mcp'],
    ['url.private-host', 'https://intranet/mcp'],
    ['url.ipv6-literal', 'https://[2606:4700::6810:84e5]/mcp'],
    ['url.credential-in-userinfo', 'https://anna:x@mcp.acme-tools.com/mcp'],
    ['url.nonstandard-port', 'https://mcp.acme-tools.com:8444/mcp'],
    ['url.fragment', 'https://mcp.acme-tools.com/mcp#tools'],
    ['url.unusual-hostname', 'https://mcp.acme-tools.com./mcp'],
    ['url.unusual-hostname', 'https://mcp.аcme-tools.com/mcp'],
  ] as const)('finds %s in %s, and nothing else', (code, href) => {
    expect(said(href).found).toEqual([code]);
  });

  it('names the query parameters that look like secrets', () => {
    const url = typedUrl('https://mcp.acme-tools.com/mcp?api_key=x', { credentialParameters: ['api_key', 'token'] });
    const { findings } = said('https://mcp.acme-tools.com/mcp', { url });
    expect(findings.map(({ code, severity, words }) => [code, severity, words.title])).toEqual([
      ['url.credential-in-query', 'warning', 'A credential stands in the address (api_key, token)'],
    ]);
  });

  it.each(['http://localhost:3000/mcp', 'http://127.0.0.1:3000/mcp', 'http://[::1]:3000/mcp'])(
    'stops %s in Claude’s own dialog',
    (href) => {
      const { found, findings } = said(href);
      expect(found).toEqual(
        expect.arrayContaining(['url.nonstandard-port', 'url.private-host', 'url.scheme-not-https']),
      );
      expect(findings.find(({ code }) => code === 'url.private-host')?.step).toBe(0);
    },
  );

  it('stops other private hosts at the public name', () => {
    expect(said('https://10.0.0.5/mcp').findings.map(({ step }) => step)).toEqual([1]);
  });

  it('takes private addresses, http, ports and reserved names as they are with --local', () => {
    const rest = { local: true, placeholder: 'acme.test' };
    const { found, skipped } = said('http://acme.test:3000/mcp', rest);
    expect(found).toEqual([]);
    expect(skipped['url.scheme-not-https']).toBe('not-applicable');
    expect(said('http://localhost:3000/mcp#x', { local: true }).found).toEqual(['url.fragment']);
  });

  it('does not call the default port of http unusual', () => {
    expect(said('http://mcp.acme-tools.com/mcp').found).not.toContain('url.nonstandard-port');
  });

  it('tells text, local servers and placeholders apart', () => {
    expect(said('x:y', { ...notAUrl, text: 'my connector' }).found).toEqual(['url.invalid']);
    const config = { ...notAUrl, kind: 'local-server-config', localServer: 'command' } as const;
    expect(said('x:y', config)).toMatchObject({ found: ['url.local-server-config'], passed: [] });
    const { found, skipped } = said('x:y', { ...notAUrl, placeholder: '<your-host>' });
    expect(found).toEqual(['url.placeholder']);
    expect(skipped['url.scheme-not-https']).toBe('not-reached');
  });

  it('judges the parts of a URL that holds a placeholder', () => {
    const { found } = said('http://mcp.example.com/mcp', { placeholder: 'example.com' });
    expect(found).toEqual(['url.placeholder', 'url.scheme-not-https']);
  });

  it('never fails, and never calls an ordinary ASCII name unusual', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https', 'http'] }), (href) => {
        const { found } = said(href);
        if (!new URL(href).hostname.includes('xn--')) expect(found).not.toContain('url.unusual-hostname');
      }),
    );
  });
});
