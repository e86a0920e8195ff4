import { describe, expect, it } from 'vitest';
import { goodIcon } from '../../../../clinic/icon.ts';
import { disc, plain, pngPicture, type Paint } from '../../../../clinic/pictures.ts';
import type { Pixels } from '../../../../lib/parsing/icon-pixels.ts';
import { readIconImage } from '../../../../lib/parsing/icon-image.ts';
import { pngPixels } from '../../../../lib/parsing/png-pixels.ts';
import { triedIcon } from '../../../../lib/preview/icons/tried-icon.ts';
import { svgDrawing } from '../../../support/other-pictures.ts';

async function tried(bytes: Buffer, pixels?: Pixels | null) {
  const whole = new Uint8Array(bytes);
  const image = await readIconImage(whole);
  if (!image) throw new Error('no picture');
  return triedIcon(image, pixels === undefined ? ((await pngPixels(whole)) ?? null) : pixels);
}

const stripes: Paint = (x) => (x % 4 < 2 ? [0, 0, 0, 255] : [255, 255, 255, 255]);
const halves: Paint = (x) => (x < 64 ? [0, 0, 0, 255] : [255, 255, 255, 255]);

describe('a picture that somebody tries', () => {
  it('is good where it is square, large, strong and simple', async () => {
    expect(await tried(goodIcon(128))).toMatchObject({
      ...{ type: 'png', width: 128, height: 128, shape: 'good', resolution: 'good', small: 'good' },
      onLight: { rating: 'good' },
      onDark: { rating: 'good' },
    });
  });

  it('is rated by its smaller side', async () => {
    const ratings = [16, 63, 64, 127, 128].map(async (side) => (await tried(goodIcon(side))).resolution);
    expect(await Promise.all(ratings)).toEqual(['bad', 'bad', 'weak', 'weak', 'good']);
    const wide = await tried(pngPicture(200, 40, plain(0, 0, 0)));
    expect(wide).toMatchObject({ shape: 'bad', resolution: 'bad' });
  });

  it('vanishes where it has the colour of what is behind it', async () => {
    const white = pngPicture(128, 128, disc(128, plain(255, 255, 255), plain(0, 0, 0, 0)));
    expect(await tried(white)).toMatchObject({ onLight: { contrast: 1, rating: 'bad' }, onDark: { rating: 'good' } });
    const black = pngPicture(128, 128, disc(128, plain(38, 38, 36), plain(0, 0, 0, 0)));
    expect(await tried(black)).toMatchObject({ onLight: { rating: 'good' }, onDark: { contrast: 1, rating: 'bad' } });
    const grey = pngPicture(128, 128, disc(128, plain(190, 190, 190), plain(0, 0, 0, 0)));
    expect((await tried(grey)).onLight?.rating).toBe('weak');
  });

  it('loses fine detail at 16 pixels, and keeps plain shapes', async () => {
    expect((await tried(pngPicture(128, 128, stripes))).small).toBe('weak');
    expect((await tried(pngPicture(128, 128, halves))).small).toBe('good');
    expect((await tried(pngPicture(16, 16, stripes))).small).toBe('good');
  });

  it('is a drawing of any size, and told without pixels where they could not be looked at', async () => {
    expect(await tried(svgDrawing, null)).toEqual({
      ...{ type: 'svg', width: 10, height: 10, shape: 'good', resolution: 'good' },
      ...{ onLight: null, onDark: null, small: null },
    });
  });
});
