import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, clipMiddle, displayWidth, wrap } from '../../../../lib/report/formats/layout.ts';

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['你好', 4],
    ['🙂', 2],
    ['e\u0301', 1],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrap', () => {
  it('breaks at spaces and keeps URLs whole', () => {
    expect(wrap('see https://mcp.acme.dev/a/very/long/path for more', 12)).toEqual([
      'see',
      'https://mcp.acme.dev/a/very/long/path',
      'for more',
    ]);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('', 3)).toEqual([]);
  });

  it('keeps every word within the width', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z你 ]*$/), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});

describe('clip', () => {
  it('cuts the end or the middle', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clipMiddle('https://mcp.acme.dev/mcp', 11)).toBe('https…v/mcp');
    expect(clipMiddle('abc', 3)).toBe('abc');
  });

  it('never exceeds the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(displayWidth(clip(text, width))).toBeLessThanOrEqual(width);
        expect(displayWidth(clipMiddle(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
