import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflatedLength } from '../../../lib/bundles/inflated-length.ts';

const strategies = ['Z_DEFAULT_STRATEGY', 'Z_FILTERED', 'Z_HUFFMAN_ONLY', 'Z_RLE', 'Z_FIXED'] as const;

/** Texts with and without what repeats itself. */
const texts = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc.array(fc.constantFrom('const ', 'a = ', '1;\n', 'function ', 'x'), { maxLength: 2000 }).map((words) => {
    return new TextEncoder().encode(words.join(''));
  }),
  fc.nat(300_000).map((length) => new Uint8Array(length)),
);

describe('inflatedLength', () => {
  it('is the length of what was packed, in whatever way it was', () => {
    fc.assert(
      fc.property(texts, fc.nat(9), fc.constantFrom(...strategies), (text, level, strategy) => {
        expect(inflatedLength(deflateRawSync(text, { level, strategy: constants[strategy] }))).toBe(text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with zlib about bytes of any kind, and about damage', () => {
    const packed = fc.tuple(texts, fc.nat(9), fc.nat(), fc.nat(255)).map(([text, level, place, byte]) => {
      const bytes = Uint8Array.from(deflateRawSync(text, { level }));
      bytes[place % bytes.length] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(packed, fc.uint8Array({ maxLength: 60 })), (bytes) => {
        const whole = wholeOf(bytes);
        if (whole !== undefined) expect(inflatedLength(bytes)).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing for bytes that break off or go on behind their end', () => {
    const packed = deflateRawSync('Nothing is kept. '.repeat(40));
    expect(inflatedLength(packed.subarray(0, -1))).toBeNull();
    expect(inflatedLength(Buffer.concat([packed, Buffer.from('x')]))).toBeNull();
    expect(inflatedLength(new Uint8Array())).toBeNull();
  });
});

/** What zlib says; undefined where bytes follow the end, about which it says nothing. */
function wholeOf(bytes: Uint8Array): number | null | undefined {
  try {
    const { buffer, engine } = inflateRawSync(bytes, { info: true }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === bytes.length ? buffer.length : undefined;
  } catch {
    return null;
  }
}
