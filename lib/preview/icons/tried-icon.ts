import type { IconImage } from '../../kernel/evidence-icons.ts';
import { pixelFacts, type Pixels } from '../../parsing/icon-pixels.ts';
import { claudeIconSize } from '../../standards/favicon-service.ts';

/** `good` as it is, `weak` where some will miss something, `bad` where it should be changed. */
export type Rating = 'good' | 'weak' | 'bad';

/** How a picture would do as an icon. What the pixels tell is null where they could not be looked at. */
export interface TriedIcon {
  readonly type: string;
  /** Pixels; null for a drawing that names no size. */
  readonly width: number | null;
  readonly height: number | null;
  readonly shape: Rating;
  readonly resolution: Rating;
  /** Contrast (1 to 21, WCAG) of the strongest parts against a light and a dark surface. */
  readonly onLight: { readonly contrast: number; readonly rating: Rating } | null;
  readonly onDark: { readonly contrast: number; readonly rating: Rating } | null;
  /** At 16 pixels. */
  readonly small: Rating | null;
}

/** Judges a picture by its bytes’ own account and by its pixels, as the browser drew them. */
export function triedIcon({ type, sizes: [largest] }: IconImage, pixels: Pixels | null): TriedIcon {
  const { width = null, height = null } = largest ?? {};
  const facts = pixels && pixelFacts(pixels);
  return {
    type,
    width,
    height,
    shape: isSquare(width, height) ? 'good' : 'bad',
    resolution: type === 'svg' ? 'good' : rated(Math.min(width ?? 0, height ?? 0), largeEnough, claudeIconSize),
    onLight: facts && { contrast: facts.onLight, rating: rated(facts.onLight, advised, vanishing) },
    onDark: facts && { contrast: facts.onDark, rating: rated(facts.onDark, advised, vanishing) },
    small: pixels && (detailLost(pixels) > tooMuchDetail ? 'weak' : 'good'),
  };
}

/** The largest size that the directory’s questions and answers name. */
const largeEnough = 128;
/** What WCAG asks of a symbol, and below which nothing is made out. */
const advised = 3;
const vanishing = 1.5;
const smallSide = 16;
/** Mean difference of brightness, 0 to 255, between a picture and what of it is left at 16 pixels. */
const tooMuchDetail = 20;

function rated(value: number, good: number, weak: number): Rating {
  if (value >= good) return 'good';
  return value >= weak ? 'weak' : 'bad';
}

function isSquare(width: number | null, height: number | null): boolean {
  if (width === null || height === null) return true;
  return Math.abs(width - height) <= Math.max(1, 0.02 * Math.max(width, height));
}

/** How much is gone when the picture is drawn at 16 pixels, where each stands for the mean of what is below it. */
export function detailLost({ width, height, at }: Pixels): number {
  const columns = Math.max(1, Math.min(width, mostColumns));
  const rows = Math.max(1, Math.min(height, mostColumns));
  const cells = new Map<number, number[]>();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [red, green, blue, alpha] = at(Math.floor((column * width) / columns), Math.floor((row * height) / rows));
      const bright = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      const cell = Math.floor((row * smallSide) / rows) * smallSide + Math.floor((column * smallSide) / columns);
      const values = cells.get(cell) ?? [];
      if (values.length === 0) cells.set(cell, values);
      // Over a middle grey, so that what is left open counts as well.
      values.push((bright * alpha + 128 * (255 - alpha)) / 255);
    }
  }
  const all = [...cells.values()];
  const lost = all.reduce((sum, values) => sum + deviation(values) * values.length, 0);
  return lost / (columns * rows);
}

/** A larger picture is looked at in so many columns and rows. */
const mostColumns = 128;

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + Math.abs(value - mean), 0) / values.length;
}
