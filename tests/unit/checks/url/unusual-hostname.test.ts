import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePunycode } from '../../../../lib/checks/url/punycode.ts';
import { oddityOf } from '../../../../lib/checks/url/unusual-hostname.ts';
import { typedUrl } from '../../../support/evidence-builders.ts';

describe('unusual host names', () => {
  it.each([
    ['bücher.com', undefined],
    ['пример.com', undefined],
    ['東京タワーのmcp.com', undefined],
    ['pаypal.com', '“pаypal” mixes Latin and Cyrillic letters'],
    ['αcme.com', '“αcme” mixes Latin and Greek letters'],
  ])('reads %s', (name, oddity) => {
    expect(oddityOf(typedUrl(`https://${name}/mcp`))).toBe(oddity);
    expect(oddityOf(typedUrl(`https://${name}/mcp`, { unicodeHostname: name }))).toBe(oddity);
  });

  it('notices a dot at the end', () => {
    expect(oddityOf(typedUrl('https://acme.com./mcp'))).toBe('it ends in a dot');
  });
});

describe('decodePunycode', () => {
  it('undoes what the platform encodes', () => {
    const letters = fc.constantFrom(...'abcdefgzжшяαβγüßéñ東京日本語กขคمرحبا');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), (list) => {
        const ascii = domainToASCII(list.join(''));
        fc.pre(ascii.startsWith('xn--'));
        const decoded = decodePunycode(ascii.slice(4));
        expect(domainToASCII(decoded ?? '')).toBe(ascii);
        expect(decoded).not.toMatch(/^xn--/);
      }),
    );
  });

  it('answers undefined or text for anything', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['string', 'undefined']).toContain(typeof decodePunycode(text));
      }),
    );
    expect(decodePunycode('!!!')).toBeUndefined();
    expect(decodePunycode('99999999999999999')).toBeUndefined();
  });
});
