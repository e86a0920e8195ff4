import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainBlock, plainLine } from '../../../../lib/report/formats/plain.ts';

/** Everything that moves a cursor, starts an escape sequence, reorders or hides text. */
// eslint-disable-next-line no-control-regex -- these are what must not come out
const harmful = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('plainLine', () => {
  it('shows escape sequences instead of sending them', () => {
    expect(plainLine('a\u001b[2J\u001b]0;title\u0007b')).toBe('a␛[2J␛]0;title␇b');
    expect(plainLine('\u009b31m\u007f')).toBe('‹U+009B›31m␡');
  });

  it('shows what would reorder or hide text', () => {
    expect(plainLine('gpj.\u202egnp')).toBe('gpj.‹U+202E›gnp');
    expect(plainLine('pay\u200bpal')).toBe('pay‹U+200B›pal');
  });

  it('makes one line of several', () => {
    expect(plainLine('a\r\n\r\nb\tc\u2028d')).toBe('a b c d');
  });

  it('leaves writing of all kinds alone', () => {
    const text = 'שלום 你好 مرحبا “é” 🙂 ç';
    expect(plainLine(text)).toBe(text);
  });

  it('cuts at whole characters', () => {
    expect(plainLine('🙂🙂🙂🙂', 3)).toBe('🙂🙂…');
    expect(plainLine('abc', 3)).toBe('abc');
    expect(plainLine('x'.repeat(10_000_000), 5)).toBe('xxxx…');
  });

  it('lets nothing harmful through', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainLine(text)).not.toMatch(harmful);
        expect(plainLine(text)).not.toMatch(/[\n\t]/);
        expect(plainLine(text)).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('plainBlock', () => {
  it('keeps lines and tabs, and nothing harmful', () => {
    expect(plainBlock('a\r\n\tb\u001b[1m')).toBe('a\n\tb␛[1m');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plainBlock(text)).not.toMatch(harmful);
      }),
    );
  });
});
