import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageStyles, stylePath, styleModule } from '../../../../scripts/drawing-style.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('the style of pages that are saved', () => {
  it.each(pageStyles)('is what its sheets say (node scripts/drawing-style.ts): $target', async (style) => {
    expect(readFileSync(stylePath(style), 'utf8')).toBe(await styleModule(style));
  });

  // The contrast of those is held by a test of their own.
  it('has the colours of the screens', () => {
    const pairs = (css: string): readonly string[] => css.match(/light-dark\([^)]*\)/g) ?? [];
    const known = new Set(pairs(read('components/ui/theme.css')));
    const used = pairs(read('lib/report/html/page.css'));
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((pair) => !known.has(pair))).toEqual([]);
  });
});
