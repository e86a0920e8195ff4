import { decode } from 'fast-png';
import { pngOf } from '../pictures.ts';

/** Red, green and blue as one number, eight bits each. */
type Colour = number;

/** How many colours are tried: 256 look like all of them, 32 do for pictures of screens. */
const steps = [256, 128, 64, 32];

/**
 * The same picture with at most 256 colours, and with fewer where it would have more than `mostBytes`. Pictures of screens hold few
 * colours; what is lost are shades at the edges of letters. Throws where it has transparent points or does not get small enough.
 */
export function smallPng(png: Uint8Array, mostBytes: number): Buffer {
  const picture = readPoints(png);
  for (const most of steps) {
    const small = withColours(picture, most);
    if (small.length <= mostBytes) return small;
  }
  throw new Error(
    `a picture of ${String(picture.width)} × ${String(picture.height)} points does not fit ${String(mostBytes)} bytes`,
  );
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly points: Uint32Array;
}

function withColours({ width, height, points }: Picture, most: number): Buffer {
  const palette = paletteOf(points, most);
  const indexOf = nearestIn(palette);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter, which is 0 (none): the best one where bytes are names of colours.
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(points[y * width + x] ?? 0);
  }
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return pngOf({ width, height, depth: 8, colourType: 3, rows, more: [['PLTE', colours]] });
}

function readPoints(png: Uint8Array): Picture {
  const { width, height, channels, depth, data } = decode(png);
  if (depth !== 8 || channels < 3)
    throw new Error(`a screenshot of ${String(channels)} channels of ${String(depth)} bits`);
  const points = new Uint32Array(width * height);
  for (let at = 0, from = 0; at < points.length; at += 1, from += channels) {
    if (channels === 4 && data[from + 3] !== 255) throw new Error('a screenshot with transparent points');
    points[at] = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0);
  }
  return { width, height, points };
}

/** Plain areas keep their exact colour: of like colours the most frequent one stands for all. */
function paletteOf(points: Uint32Array, mostColours: number): readonly Colour[] {
  const counts = new Map<Colour, number>();
  for (const colour of points) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  if (byCount.length <= mostColours) return byCount;
  const standIns = new Map<number, Colour>();
  for (const colour of byCount) {
    const likeness = colour & 0xf0f0f0;
    if (!standIns.has(likeness)) standIns.set(likeness, colour);
  }
  const chosen = [...standIns.values()].slice(0, mostColours);
  return [...new Set([...chosen, ...byCount])].slice(0, mostColours);
}

function nearestIn(palette: readonly Colour[]): (colour: Colour) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const index = known.get(colour) ?? nearest(palette, colour);
    known.set(colour, index);
    return index;
  };
}

function nearest(palette: readonly Colour[], colour: Colour): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of palette.entries()) {
    const distance = apart(colour, candidate, 16) + 2 * apart(colour, candidate, 8) + apart(colour, candidate, 0);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function apart(one: Colour, other: Colour, shift: number): number {
  return (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2;
}
