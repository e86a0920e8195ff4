import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and opacity, 0 to 255. */
export type Paint = (x: number, y: number) => readonly [number, number, number, number];

/** A PNG of this size, painted pixel by pixel. */
export function pngPicture(width: number, height: number, paint: Paint): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const pixels = Array.from({ length: width }, (__, x) => [...paint(x, y)]).flat();
    return Buffer.from([0, ...pixels]);
  });
  return pngOf({ width, height, depth: 8, colourType: 6, rows: Buffer.concat(rows) });
}

/** A PNG of rows as they are, each with its filter byte before it. */
export function pngOf(picture: {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colourType: number;
  readonly rows: Buffer;
  /** Chunks between head and data: a palette, for one. */
  readonly more?: readonly (readonly [string, Buffer])[];
}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head.set([picture.depth, picture.colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(picture.more ?? []).map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(picture.rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An ICO that holds these pictures as they are (PNG, or a bitmap without its file header). */
export function icoOf(...pictures: readonly { readonly side: number; readonly data: Buffer }[]): Buffer {
  const head = Buffer.from([0, 0, 1, 0, pictures.length, 0]);
  let offset = head.length + 16 * pictures.length;
  const entries = pictures.map(({ side, data }) => {
    const entry = Buffer.alloc(16);
    entry.set([side % 256, side % 256, 0, 0, 1, 0, 32, 0]);
    entry.writeUInt32LE(data.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += data.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...pictures.map(({ data }) => data)]);
}

/** A disc on a square of another colour: seen on light and dark alike. */
export function disc(side: number, inner: Paint, outer: Paint): Paint {
  return (x, y) => (Math.hypot(x - side / 2, y - side / 2) < side * 0.4 ? inner : outer)(x, y);
}

/** One colour everywhere. */
export function plain(red: number, green: number, blue: number, alpha = 255): Paint {
  return () => [red, green, blue, alpha];
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
