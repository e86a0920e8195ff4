import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../lib/permissions/ask.ts';
import { defaultChoices } from '../../../lib/runs/run-choices.ts';

const needs = (text: string, choices = {}, setting = {}) =>
  needsOf(text, { ...defaultChoices, ...choices }, { family: 'chromium', ...setting });

describe('what a run needs to begin', () => {
  it.each([
    ['https://mcp.acme.dev/mcp', 'https://mcp.acme.dev/*'],
    ['“mcp.acme.dev:8443/mcp”', 'https://mcp.acme.dev/*'],
    ['claude mcp add --transport http acme https://mcp.acme.dev/mcp', 'https://mcp.acme.dev/*'],
    ['{"mcpServers":{"acme":{"url":"https://mcp.acme.dev/mcp"}}}', 'https://mcp.acme.dev/*'],
    ['http://127.0.0.1:3000/mcp', 'http://127.0.0.1/*'],
    ['https://user:pass@mcp.acme.dev/mcp', 'https://mcp.acme.dev/*'],
    ['http://[::1]:3000/mcp', 'http://[::1]/*'],
  ])('is the host that is meant: %s', (text, origin) => {
    expect(needs(text).origins).toEqual([origin]);
  });

  it('is plain http for a host of the own network that is not public yet', () => {
    expect(needs('localhost:3000/mcp', { local: true }).origins).toEqual(['http://localhost/*']);
  });

  it.each(['', 'my connector', 'npx -y @acme/server', 'ftp://acme.dev/'])(
    'is no host where none is named: %s',
    (text) => {
      expect(needs(text).origins).toEqual([]);
    },
  );

  it('is the resolver of the settings where public DNS may be asked, and Google’s service with where it leads', () => {
    const asked = needs(
      'https://mcp.acme.dev/mcp',
      { publicDns: true, faviconService: true },
      { resolver: 'https://dns.google/resolve' },
    );
    expect(asked.origins).toEqual([
      'https://mcp.acme.dev/*',
      'https://dns.google/*',
      'https://www.google.com/*',
      ...[0, 1, 2, 3].map((number) => `https://t${number}.gstatic.com/*`),
    ]);
  });

  it('is the browser’s sign-in window only for a signed-in check', () => {
    expect(needs('https://mcp.acme.dev/mcp').permissions).not.toContain('identity');
    expect(needs('https://mcp.acme.dev/mcp', { plans: ['walk', 'signed-in'] }).permissions).toContain('identity');
  });

  it('is named once where two wishes meet', () => {
    expect(
      needs('https://dns.google/mcp', { publicDns: true }, { resolver: 'https://dns.google/resolve' }).origins,
    ).toEqual(['https://dns.google/*']);
  });
});
