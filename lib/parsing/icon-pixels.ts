import type { IconPixels } from '../kernel/evidence-icons.ts';

/** Red, green, blue and opacity, 0 to 255. */
export type Rgba = readonly [number, number, number, number];

export interface Pixels {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): Rgba;
}

/** Larger pictures are not looked at pixel by pixel: nobody needs them as icons. */
export const mostPixels = 4_000_000;

/** A white page, and the dark surface of Claude's own dark mode. */
const light: Colour = [255, 255, 255];
const dark: Colour = [38, 38, 36];
const grey: Colour = [128, 128, 128];
/** A mark that covers less of the icon than this is not seen at the size of an icon. */
const smallestMark = 0.03;
const gridSide = 4;
/** A larger picture is looked at in so many columns and rows. */
const mostColumns = 256;

type Colour = readonly [number, number, number];

/**
 * How well a picture stands out against light and dark, and a rough likeness of it by which two can be compared.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function pixelFacts({ width, height, at }: Pixels): IconPixels {
  const columns = Math.min(width, mostColumns);
  const rows = Math.min(height, mostColumns);
  const samples = Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const colour = at(Math.floor((column * width) / columns), Math.floor((row * height) / rows));
    const cell = Math.floor((row * gridSide) / rows) * gridSide + Math.floor((column * gridSide) / columns);
    return { colour, cell };
  });
  const colours = samples.map(({ colour }) => colour);
  return {
    onLight: strongestContrast(colours, light),
    onDark: strongestContrast(colours, dark),
    colours: gridColours(samples),
  };
}

function strongestContrast(colours: readonly Rgba[], background: Colour): number {
  const behind = luminance(background);
  const contrasts = colours
    .map((colour) => {
      const own = luminance(over(colour, background));
      return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
    })
    .sort((a, b) => b - a);
  return Math.floor((contrasts[Math.floor(contrasts.length * smallestMark)] ?? 1) * 10) / 10;
}

function gridColours(samples: readonly { readonly colour: Rgba; readonly cell: number }[]): string {
  const sums = Array.from({ length: gridSide * gridSide }, () => ({ red: 0, green: 0, blue: 0, count: 0 }));
  for (const { colour, cell } of samples) {
    const sum = sums[cell];
    if (!sum) continue;
    const [red, green, blue] = over(colour, grey);
    sum.red += red;
    sum.green += green;
    sum.blue += blue;
    sum.count += 1;
  }
  return sums
    .map(({ red, green, blue, count }) =>
      [red, green, blue].map((sum) => hexadecimal(sum / Math.max(1, count))).join(''),
    )
    .join(' ');
}

function over([red, green, blue, alpha]: Rgba, [redBehind, greenBehind, blueBehind]: Colour): Colour {
  const opacity = alpha / 255;
  const mix = (own: number, behind: number): number => own * opacity + behind * (1 - opacity);
  return [mix(red, redBehind), mix(green, greenBehind), mix(blue, blueBehind)];
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

const linearValues = Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

function linear(value: number): number {
  return linearValues[Math.round(value)] ?? 0;
}

function hexadecimal(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
