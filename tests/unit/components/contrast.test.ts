import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../components/ui/theme.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Text on its grounds: 4.5 to 1. */
const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['canvas', 'surface', 'well', 'ready-soft', 'sign-in-soft', 'degraded-soft', 'broken-soft']],
  ['soft', ['canvas', 'surface', 'well']],
  ['accent', ['canvas', 'surface', 'well', 'accent-soft']],
  ['accent-strong', ['canvas', 'surface', 'well']],
  ['on-accent', ['accent', 'accent-strong']],
  ['surface', ['broken']],
  ...['ready', 'sign-in', 'degraded', 'broken'].map((tone) => [tone, ['canvas', 'surface', `${tone}-soft`]] as const),
];

/** The edges of what can be worked with, and the ring around what has the focus: 3 to 1. */
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['edge', ['canvas', 'surface']],
  ['accent', ['canvas', 'surface', 'well']],
];

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  it.each(text.flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const)))(
    '%s can be read on %s',
    (name, ground) => {
      expect(contrast(valueOf(name, scheme), valueOf(ground, scheme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(shapes.flatMap(([name, grounds]) => grounds.map((ground) => [name, ground] as const)))(
    '%s can be seen on %s',
    (name, ground) => {
      expect(contrast(valueOf(name, scheme), valueOf(ground, scheme))).toBeGreaterThanOrEqual(3);
    },
  );
});

function valueOf(name: string, scheme: 'light' | 'dark'): string {
  const colour = colours.get(name);
  if (!colour) throw new Error(`the theme has no colour ${name}`);
  return colour[scheme];
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
