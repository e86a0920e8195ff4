import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodeHost } from '../../../lib/parsing/punycode.ts';

describe('unicodeHost', () => {
  it('undoes what the platform encodes', () => {
    const letters = fc.constantFrom(...'abcdefgzжшяαβγüßéñ東京日本語กขคمرحبا');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), (list) => {
        const ascii = domainToASCII(`${list.join('')}.com`);
        fc.pre(ascii.startsWith('xn--'));
        expect(domainToASCII(unicodeHost(ascii) ?? '')).toBe(ascii);
      }),
    );
  });

  it('is undefined for plain names and for what cannot be decoded', () => {
    expect(unicodeHost('mcp.acme.dev')).toBeUndefined();
    expect(unicodeHost('xn--99999999999999999.com')).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => ['string', 'undefined'].includes(typeof unicodeHost(text))));
  });
});
