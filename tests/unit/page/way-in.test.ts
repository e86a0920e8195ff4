import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserCheckWords } from '../../../lib/page/browser-check-words.ts';
import type { HostCheck } from '../../../lib/page/browser-check.ts';
import { checkHash, textOfLink, textOfSelection } from '../../../lib/page/way-in.ts';

describe('ways in', () => {
  it('take a link as it is, and the connector out of a link to Claude’s dialog', () => {
    expect(textOfLink('https://mcp.acme.dev/mcp')).toBe('https://mcp.acme.dev/mcp');
    expect(
      textOfLink(
        'https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName=Acme&connectorUrl=https%3A%2F%2Fmcp.acme.dev%2Fmcp',
      ),
    ).toBe('https://mcp.acme.dev/mcp');
    expect(textOfLink('https://evil.example/?connectorUrl=https%3A%2F%2Fmcp.acme.dev')).toMatch(/^https:\/\/evil/);
  });

  it('fill the doctor page’s field, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4_000 }), (text) => {
        const hash = checkHash(text);
        if (hash === '') {
          expect(text.trim()).toBe('');
          return;
        }
        expect(hash.startsWith('#check=')).toBe(true);
        expect(
          text
            .trim()
            .toWellFormed()
            .startsWith(decodeURIComponent(hash.slice(7)).replace(/\ufffd$/, '')),
        ).toBe(true);
      }),
    );
    expect(textOfSelection('  https://mcp.acme.dev/mcp\n\u202e ')).toBe('https://mcp.acme.dev/mcp');
  });
});

describe('the words about this browser', () => {
  const reached: HostCheck = { host: 'claude.ai', purpose: '', outcome: { kind: 'reached', status: 403 } };
  const blocked: HostCheck = {
    host: 'assets-proxy.anthropic.com',
    purpose: '',
    outcome: { kind: 'failed', reason: 'dns', detail: 'net::ERR_NAME_NOT_RESOLVED' },
  };
  const closed: HostCheck = { host: 'api.anthropic.com', purpose: '', outcome: { kind: 'not-allowed' } };

  it('promise nothing about what could not be asked', () => {
    expect(browserCheckWords({ online: true, hosts: [reached, closed] })).toBe(
      'This browser reaches claude.ai. api.anthropic.com could not be asked, since that is not allowed yet.',
    );
    expect(browserCheckWords({ online: true, hosts: [closed] })).not.toContain('reaches');
  });

  it('name what failed with the browser’s own word', () => {
    expect(browserCheckWords({ online: true, hosts: [reached, blocked] })).toBe(
      'This browser does not reach assets-proxy.anthropic.com (net::ERR_NAME_NOT_RESOLVED). It does reach claude.ai, so a filter on your network or in this browser is likely.',
    );
    expect(browserCheckWords({ online: true, hosts: [blocked] })).toContain('before you blame the connector');
  });

  it('say that it is offline only when nothing was reached', () => {
    expect(browserCheckWords({ online: false, hosts: [blocked] })).toContain('offline');
    expect(browserCheckWords({ online: false, hosts: [reached] })).toContain('reaches claude.ai');
  });
});
