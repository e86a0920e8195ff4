import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import jsQR from 'jsqr';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { buildGallery, serveGallery } from './gallery/build-gallery.ts';

let folder: string;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-doctor-tools-'));
  await buildGallery(folder);
  gallery = await serveGallery(folder);
  browser = await chromium.launch({
    executablePath: browserProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
  await rm(folder, { recursive: true, force: true });
});

it('turns suggestions and what is typed into lines for the code', async () => {
  const page = await shown('preview-tools/full');
  await page.getByRole('button', { name: 'Fill in suggestions' }).click();
  await expect.poll(() => page.getByText('No title').count()).toBe(0);
  const code = page.getByRole('group', { name: /edited tool/ });
  expect(await code.textContent()).toContain('title: "Delete recipe"');
  await page.getByText('Synchronize', { exact: true }).click();
  await page.getByRole('radio', { name: /It may delete or overwrite/ }).check();
  await page.getByRole('textbox', { name: 'Title' }).fill('Synchronize “all”');
  await page.getByText('JSON', { exact: true }).click();
  expect(JSON.parse((await code.textContent()) ?? '')).toEqual([
    {
      name: 'sync',
      title: 'Synchronize “all”',
      annotations: { readOnlyHint: false, destructiveHint: true },
    },
    {
      name: 'delete_recipe',
      title: 'Delete recipe',
      annotations: { readOnlyHint: false, destructiveHint: true },
    },
    { name: 'list_pantry', title: 'List pantry', annotations: { readOnlyHint: true, destructiveHint: false } },
  ]);
  await page.getByRole('button', { name: 'Discard all changes' }).click();
  await expect.poll(() => code.count()).toBe(0);
});

it('shows a part of four hundred tools, more at a click, and what is looked for', async () => {
  const page = await shown('preview-tools/four-hundred');
  const rows = page.locator('li:has(> details)');
  await expect.poll(() => rows.count()).toBe(50);
  await page.getByRole('button', { name: 'Show 25 more' }).first().click();
  await expect.poll(() => rows.count()).toBe(75);
  await page.getByRole('searchbox', { name: 'Filter the tools' }).fill('delete_thing_39');
  await expect.poll(() => rows.allTextContents()).toHaveLength(4);
  await page.getByRole('searchbox', { name: 'Filter the tools' }).fill('no such tool');
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('0 of 400 tools');
});

it.each(['preview-install/ready', 'preview-install/risky', 'preview-install/long-name'])(
  '%s: what a camera sees is the link, in both colours',
  async (state) => {
    const page = await shown(state);
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const picture = await page.getByRole('img', { name: 'The link as a QR code' }).screenshot();
      const { width, height, data, channels } = decode(picture);
      const pixels = new Uint8ClampedArray(width * height * 4).map((_, at) =>
        at % 4 === 3 ? 255 : Number(data[Math.floor(at / 4) * channels + (at % 4)]),
      );
      expect(jsQR(pixels, width, height)?.data, colorScheme).toBe(link);
    }
  },
);

async function shown(state: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await page.goto(`${gallery.url}#${encodeURIComponent(state)}`);
  await page.waitForFunction(
    (name) => document.body.dataset['shown'] === name && document.querySelector('main') !== null,
    state,
  );
  return page;
}
