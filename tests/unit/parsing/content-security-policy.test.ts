import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allows, formActionAgainst, readPolicies } from '../../../lib/parsing/content-security-policy.ts';

const page = 'https://auth.acme.dev/authorize?x=1';
const callback = 'https://claude.ai/api/mcp/auth_callback';

function allowed(sources: string, url = callback, redirected = true, from = page): boolean {
  return allows(sources.split(' '), { url, page: from, redirected });
}

describe('a source list', () => {
  it.each([
    ["'self'", false],
    ["'none'", false],
    ["'none' https://claude.ai", true],
    ['*', true],
    ['https:', true],
    ['HTTPS:', true],
    ['http:', true],
    ['claude:', false],
    ['https://claude.ai', true],
    ['http://claude.ai', true],
    ['HTTPS://Claude.AI', true],
    ['claude.ai', true],
    ['claude.ai:443', true],
    ['claude.ai:*', true],
    ['claude.ai:8443', false],
    ['https://claude.com', false],
    ['https://*.claude.ai', false],
    ['https://*.ai', true],
    ['https://*', true],
    ['https://claude.ai/api/mcp/auth_callback', true],
    ['https://claude.ai/somewhere/else', true],
    ['https://claude.ai?x=1', true],
    ["'nonce-abc'", false],
    ["'unsafe-inline'", false],
    ['notclaude.ai', false],
    ['https://claude.ai.evil.dev', false],
  ])('%s: the way back to Claude is allowed: %s', (sources, expected) => {
    expect(allowed(sources)).toBe(expected);
  });

  it.each([
    ['https://claude.ai/api/', true],
    ['https://claude.ai/api', false],
    ['https://claude.ai/', true],
    ['https://claude.ai/api/mcp/auth_callback', true],
    ['https://claude.ai/api/mcp/auth%5Fcallback', true],
    ['https://claude.ai/api/mcp/auth_callback/more', false],
  ])('%s compares the path of a form’s own address: %s', (sources, expected) => {
    expect(allowed(sources, callback, false)).toBe(expected);
  });

  it.each([
    ["'self'", 'https://auth.acme.dev/consent', page, true],
    ["'self'", 'https://auth.acme.dev:8443/consent', page, false],
    ["'self'", 'https://auth.acme.dev/consent', 'http://auth.acme.dev/', true],
    ["'self'", 'http://auth.acme.dev/consent', page, false],
    ['*', 'claude://claude.ai/settings', page, false],
    ['claude:', 'claude://claude.ai/settings', page, true],
    ['claude.ai', 'http://claude.ai/', page, false],
    ['claude.ai', 'http://claude.ai/', 'http://auth.acme.dev/', true],
    ['*', 'http://claude.ai/', page, true],
  ])('%s for %s on %s: %s', (sources, url, from, expected) => {
    expect(allowed(sources, url, true, from)).toBe(expected);
  });

  const host = fc.domain().map((name) => name.toLowerCase());
  const source = fc.oneof(
    host.map((name) => `https://${name}`),
    host.map((name) => `*.${name}`),
    fc.constantFrom(
      "'self'",
      "'none'",
      '*',
      'https:',
      'http:',
      'claude:',
      "'nonce-x'",
      'https://claude.ai',
      'x y',
      ':',
      '//',
    ),
    fc.string({ maxLength: 20 }),
  );

  it('allows what one of its sources allows, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(source), fc.array(source), fc.webUrl(), fc.boolean(), (a, b, url, redirected) => {
        const target = { url, page, redirected };
        expect(allows([...a, ...b], target)).toBe(allows(a, target) || allows(b, target));
      }),
    );
  });

  it('allows every address of an origin that it names', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'] }), (url) => {
        expect(allowed(new URL(url).origin, url)).toBe(true);
      }),
    );
  });

  it('never allows less after a redirect', () => {
    fc.assert(
      fc.property(source, fc.webPath(), (one, path) => {
        const url = `https://claude.ai${path}`;
        if (allows([`${one}${path}`], { url, page, redirected: false })) {
          expect(allows([`${one}${path}`], { url, page, redirected: true })).toBe(true);
        }
      }),
    );
  });
});

describe('policies', () => {
  const against = (text: string) =>
    formActionAgainst(readPolicies(text), { url: callback, page, redirected: true })?.join(' ');

  it.each([
    ['', undefined],
    ["default-src 'none'", undefined],
    ["default-src 'none'; form-action 'self'", "'self'"],
    ["FORM-ACTION 'self'", "'self'"],
    ["form-action 'self' https://claude.ai", undefined],
    ['form-action', ''],
    ["form-action https://claude.ai; form-action 'self'", undefined],
    ["form-action https://claude.ai, form-action 'self'", "'self'"],
    ["form-action 'self', form-action https://claude.ai", "'self'"],
    ["form-action\t'self'\n;", "'self'"],
  ])('%s', (text, expected) => {
    expect(against(text)).toBe(expected);
  });

  it('can only forbid more when there are more of them', () => {
    const some = fc.constantFrom("form-action 'self'", 'form-action https:', "default-src 'none'", 'form-action *');
    fc.assert(
      fc.property(fc.array(some), some, (all, one) => {
        const before = against(all.join(', '));
        if (before !== undefined) expect(against([...all, one].join(', '))).toBe(before);
      }),
    );
  });

  it('are read from any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const policy of readPolicies(text)) {
          for (const name of policy.keys()) expect(name).toMatch(/^[^\s;,]+$/);
        }
      }),
    );
  });
});
