import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
