import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPictureKeeper, type PictureBytes } from '../../../lib/engine/picture-keeper.ts';
import { mostPictureBytes } from '../../../lib/kernel/picture.ts';

const site: PictureBytes = { url: 'https://acme.dev/favicon.ico', from: 'favicon.ico', type: 'png' };
const google: PictureBytes = {
  url: 'https://www.google.com/s2/favicons',
  from: 'google',
  asked: { domain: 'acme.dev', size: 64 },
  type: 'png',
};

describe('pictures of a run', () => {
  it('come out byte for byte, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const keeper = createPictureKeeper();
        keeper.keep(site, bytes);
        const [kept] = keeper.kept();
        expect(Buffer.from(kept?.base64 ?? '', 'base64').equals(bytes)).toBe(true);
        expect(kept).toMatchObject(site);
      }),
      { numRuns: 50 },
    );
  });

  it('are held once, where the same picture of the same address comes twice', () => {
    const keeper = createPictureKeeper();
    keeper.keep(site, Uint8Array.of(1, 2));
    keeper.keep({ ...site }, Uint8Array.of(1, 2));
    keeper.keep(site, Uint8Array.of(1, 3));
    keeper.keep(google, Uint8Array.of(1, 2));
    keeper.keep({ ...google, asked: { domain: 'acme.dev', size: 16 } }, Uint8Array.of(1, 2));
    expect(keeper.kept()).toHaveLength(4);
  });

  it('take no more room together than is theirs, and leave it to Google’s answers first', () => {
    const keeper = createPictureKeeper();
    const large = 400_000;
    for (let at = 0; at < 6; at += 1)
      keeper.keep({ ...site, url: `https://acme.dev/${at}.png` }, new Uint8Array(large));
    keeper.keep(google, new Uint8Array(large));
    keeper.keep(site, Uint8Array.of(7));
    const kept = keeper.kept();
    expect(kept.map(({ url }) => url)).toEqual([
      google.url,
      'https://acme.dev/0.png',
      'https://acme.dev/1.png',
      site.url,
    ]);
    const bytes = kept.reduce((sum, { base64 }) => sum + Buffer.from(base64, 'base64').length, 0);
    expect(bytes).toBeLessThanOrEqual(mostPictureBytes);
  });
});
