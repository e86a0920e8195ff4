import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { goodIcon } from '../../clinic/icon.ts';
import { disc, plain, pngPicture } from '../../clinic/pictures.ts';
import { animatedGif, jpegPicture, svgDrawing, webpPicture } from '../support/other-pictures.ts';
import { buildGallery, serveGallery } from './gallery/build-gallery.ts';

let folder: string;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-doctor-icon-'));
  await buildGallery(folder);
  gallery = await serveGallery(folder);
  browser = await chromium.launch({
    executablePath: browserProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  await page.goto(gallery.url);
  await page.evaluate(() => {
    location.hash = encodeURIComponent('icon/full');
  });
  await page.waitForFunction(() => document.body.dataset['shown'] === 'icon/full');
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
  await rm(folder, { recursive: true, force: true });
});

async function choose(name: string, buffer: Buffer): Promise<void> {
  // What the name says of the file’s kind is not believed.
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/html', buffer });
}

function sources(): Promise<readonly string[]> {
  return page.locator('figure img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).src));
}

describe('a picture that somebody tries for an icon', () => {
  it.each([
    ['a PNG', goodIcon(128), 'image/png', '128 pixels: sharp at every size that Google serves'],
    ['a WebP', webpPicture, 'image/webp', '96 pixels: enough for Claude, but not for 128 pixels'],
    ['a JPEG', jpegPicture, 'image/jpeg', '96 pixels: enough for Claude, but not for 128 pixels'],
    ['a GIF that moves', animatedGif(32), 'image/gif', '32 pixels: Claude asks for 64, so it will be blurred'],
    ['a drawing', svgDrawing, 'image/svg+xml', 'A drawing, sharp at any size; serve a PNG or ICO beside it'],
  ])('is shown everywhere and judged: %s', async (name, bytes, mediaType, words) => {
    await choose(`${name}.html`, bytes);
    await page.getByText(words).waitFor();
    await page.getByText(/^(Stands out|Faint) on light/).waitFor();
    await page.getByText('Can be made out at 16 pixels').waitFor();
    const shown = `data:${mediaType};base64,${bytes.toString('base64')}`;
    expect(new Set(await sources())).toEqual(new Set([shown]));
  });

  it('vanishes where it has no contrast, in numbers', async () => {
    await choose('white.png', pngPicture(64, 64, disc(64, plain(255, 255, 255), plain(0, 0, 0, 0))));
    await page.getByText('Nearly vanishes on light (contrast 1 to 1; 3 is advised)').waitFor();
  });

  it('is refused where it is none or too large, and what was shown stays', async () => {
    await choose('good.png', goodIcon(64));
    await page.getByText('good.png').waitFor();
    const before = await sources();
    await choose('page.png', Buffer.from('<!doctype html><script>document.title = "run"</script>'));
    await page.getByText('This file is no picture that is known here.').waitFor();
    await choose('huge.png', Buffer.alloc(1024 * 1024 + 1));
    await page.getByText('This file is larger than 1 MiB').waitFor();
    expect(await sources()).toEqual(before);
  });

  it('that holds a script runs none', async () => {
    const script = '<script>window.parent.ran = 1; globalThis.ran = 1</script>';
    const hostile = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" onload="globalThis.ran = 1">${script}<rect width="64" height="64"/></svg>`;
    await choose('hostile.svg', Buffer.from(hostile));
    await page.getByText('hostile.svg').waitFor();
    await page.getByText('Square, as icons are shown').waitFor();
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });

  it('can be dropped, and taken back', async () => {
    const dropped = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }));
      return transfer;
    }, goodIcon(200).toString('base64'));
    await page.getByText('Drop a picture here').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('200 pixels: sharp').waitFor();
    await page.getByRole('button', { name: 'Back to the icon that was seen' }).click();
    await page.getByText('this is what Google answers').waitFor();
    expect(new Set(await sources()).size).toBe(1);
    expect((await sources())[0]).toMatch(/^data:image\/svg/);
  });
});
