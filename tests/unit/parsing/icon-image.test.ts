import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disc, icoOf, plain, pngOf, pngPicture } from '../../../clinic/pictures.ts';
import { readIconImage } from '../../../lib/parsing/icon-image.ts';
import { unlikeness } from '../../../lib/parsing/icon-likeness.ts';

const orange = plain(217, 119, 87);
const white = plain(255, 255, 255);
const nothing = plain(0, 0, 0, 0);
const square = pngPicture(64, 64, disc(64, orange, white));

/** A bitmap as it stands in an ICO: rows from below, and the height counted twice for the mask. */
function bitmap(side: number, [blue, green, red, alpha]: readonly [number, number, number, number]): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(side, 4);
  head.writeInt32LE(side * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const mask = Buffer.alloc(4 * Math.ceil(side / 32) * side);
  return Buffer.concat([head, Buffer.alloc(side * side * 4, Buffer.from([blue, green, red, alpha])), mask]);
}

describe('the bytes of an icon', () => {
  it('tell a PNG’s size and how it stands out', async () => {
    const image = await readIconImage(square);
    expect(image).toMatchObject({ type: 'png', sizes: [{ width: 64, height: 64 }], bytes: square.length });
    expect(image?.pixels?.onLight).toBeGreaterThan(2.5);
    expect(image?.pixels?.onDark).toBeGreaterThan(10);
    expect(image?.pixels?.colours.split(' ')).toHaveLength(16);
  });

  it.each([
    ['a black mark on nothing', disc(64, plain(0, 0, 0), nothing), 21, 1.3],
    ['a white mark on nothing', disc(64, white, nothing), 1, 15],
    ['nothing at all', nothing, 1, 1],
    ['a speck that nobody sees', (x: number, y: number) => (x + y < 6 ? plain(0, 0, 0) : white)(x, y), 1, 15],
  ])('show that %s vanishes where it does', async (_, paint, onLight, onDark) => {
    const image = await readIconImage(pngPicture(64, 64, paint));
    expect(image?.pixels?.onLight).toBeCloseTo(onLight, 0);
    expect(image?.pixels?.onDark).toBeCloseTo(onDark, 0);
  });

  it.each([
    ['grey of one bit', { depth: 1, colourType: 0, row: [0b10100000] }, [255, 0, 255]],
    ['grey of four bits', { depth: 4, colourType: 0, row: [0xf0, 0x80] }, [255, 0, 136]],
    ['grey of sixteen bits', { depth: 16, colourType: 0, row: [255, 255, 0, 0, 128, 128] }, [255, 0, 128]],
    ['grey with opacity', { depth: 8, colourType: 4, row: [255, 255, 0, 255, 255, 0] }, [255, 0, 128]],
    ['a palette of two bits', { depth: 2, colourType: 3, row: [0b00011000] }, [255, 0, 128]],
    ['a palette of eight bits', { depth: 8, colourType: 3, row: [0, 1, 2] }, [255, 0, 128]],
    ['three colours', { depth: 8, colourType: 2, row: [255, 255, 255, 0, 0, 0, 9, 9, 9] }, [255, 0, 128]],
  ] as const)('are understood in %s', async (_, { depth, colourType, row }, greys) => {
    // Three columns: light, dark, and one that is see-through or in between.
    const more = [
      ...(colourType === 3 ? [['PLTE', Buffer.from([255, 255, 255, 0, 0, 0, 0, 0, 0])] as const] : []),
      ...(colourType === 3 ? [['tRNS', Buffer.from([255, 255, 0])] as const] : []),
      ...(colourType === 2 ? [['tRNS', Buffer.from([0, 9, 0, 9, 0, 9])] as const] : []),
    ];
    const rows = Buffer.concat(Array.from({ length: 3 }, () => Buffer.from([0, ...row])));
    const image = await readIconImage(pngOf({ width: 3, height: 3, depth, colourType, rows, more }));
    const [first, second, third] = (image?.pixels?.colours ?? '')
      .split(' ')
      .map((text) => parseInt(text.slice(0, 2), 16));
    expect([first, second, third]).toEqual(greys);
  });

  it('tell all sizes of an ICO, and look at the largest', async () => {
    const ico = icoOf({ side: 16, data: bitmap(16, [0, 0, 0, 255]) }, { side: 64, data: square });
    const image = await readIconImage(ico);
    expect(image).toMatchObject({ type: 'ico', sizes: [{ width: 64 }, { width: 16 }] });
    expect(image?.pixels).toEqual((await readIconImage(square))?.pixels);
  });

  it('look at a bitmap in an ICO, unless its opacity is left to a mask', async () => {
    const seen = await readIconImage(icoOf({ side: 16, data: bitmap(16, [255, 0, 0, 255]) }));
    expect(seen?.pixels?.colours).toMatch(/^0000ff( 0000ff){15}$/);
    const masked = await readIconImage(icoOf({ side: 16, data: bitmap(16, [255, 0, 0, 0]) }));
    expect(masked).toMatchObject({ type: 'ico', pixels: null });
  });

  it.each([
    [
      'width and height',
      '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="48px"/>',
      [{ width: 24, height: 48 }],
    ],
    [
      'a viewBox',
      '\n<?xml version="1.0"?><!-- a mark --><svg viewBox="0 0 100,50" width="100%"></svg>',
      [{ width: 100, height: 50 }],
    ],
    ['nothing', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"></svg:svg>', []],
  ])('tell the size of an SVG by %s', async (_, text, sizes) => {
    expect(await readIconImage(Buffer.from(text))).toMatchObject({ type: 'svg', sizes, pixels: null });
  });

  it.each([
    ['a web page', '<!doctype html><html><body><svg width="1" height="1"></svg></body></html>'],
    ['JSON', '{"error":"not_found"}'],
    ['nothing', ''],
    ['a broken PNG head', '\x89PNG\r\n\x1a\n'],
  ])('are no image when they are %s', async (_, text) => {
    expect(await readIconImage(Buffer.from(text, 'latin1'))).toBeNull();
  });

  it('tell the size of what was cut short, and nothing of its pixels', async () => {
    expect(await readIconImage(square.subarray(0, square.length - 30))).toMatchObject({
      type: 'png',
      sizes: [{ width: 64, height: 64 }],
      pixels: null,
    });
  });
});

describe('hostile icons', () => {
  it.each([
    ['giant dimensions', { width: 100_000, height: 100_000 }],
    ['a packed bomb behind a small size', { width: 16, height: 16 }],
    ['less data than its size needs', { width: 600, height: 600 }],
  ])('are not unpacked: %s', async (what, { width, height }) => {
    const rows = Buffer.alloc(what.startsWith('a packed') ? 100_000_000 : 1_000);
    const image = await readIconImage(pngOf({ width, height, depth: 8, colourType: 6, rows }));
    expect(image).toMatchObject({ sizes: [{ width, height }], pixels: null });
  });

  it('are not unpacked thousands of times', async () => {
    const ico = icoOf(...Array.from({ length: 200 }, () => ({ side: 256, data: Buffer.alloc(0) })));
    expect(await readIconImage(ico)).toMatchObject({ type: 'ico', sizes: [{ width: 256, height: 256 }], pixels: null });
  });

  it('are read in time however many drawings begin in them', async () => {
    expect(await readIconImage(Buffer.from('<svg '.repeat(50_000)))).toBeNull();
  });

  const whole = [
    square,
    icoOf({ side: 16, data: bitmap(16, [1, 2, 3, 255]) }),
    Buffer.from('<svg width="1" height="1"/>'),
  ];

  it('never throw, cut short or changed anywhere', async () => {
    const changes = fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(20_000), changes, async (bytes, length, changed) => {
        const copy = Buffer.from(bytes.subarray(0, length));
        for (const [at, value] of changed) if (copy.length > 0) copy[at % copy.length] = value;
        const image = await readIconImage(copy);
        expect(image === null || image.sizes.every(({ width, height }) => width > 0 && height > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  const heads = [
    '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
    '\xff\xd8\xff\xe1',
    'GIF89a',
    'RIFF\0\0\0\0WEBPVP8 ',
    '\0\0\x01\0\x02\0',
    'BM',
    '\0\0\0\x18ftypavif',
    '<svg ',
  ];

  it('never throw, whatever follows a known head', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 4_000 }), async (head, rest) => {
        await readIconImage(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('likeness', () => {
  it('is kept over sizes, and lost with another mark', async () => {
    const likeness = async (side: number, ink: ReturnType<typeof plain>): Promise<string> =>
      (await readIconImage(pngPicture(side, side, disc(side, ink, nothing))))?.pixels?.colours ?? '';
    const [small, large, other] = await Promise.all([
      likeness(32, orange),
      likeness(128, orange),
      likeness(64, plain(10, 60, 200)),
    ]);
    expect(unlikeness(small, large)).toBeLessThan(6);
    expect(unlikeness(small, other)).toBeGreaterThan(30);
    expect(unlikeness(small, 'what is this')).toBeUndefined();
  });
});
