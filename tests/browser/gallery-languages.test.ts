import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { englishWords } from '../support/english-words.ts';
import { buildGallery, serveGallery } from './gallery/build-gallery.ts';
import { states } from './gallery/states.tsx';

let folder: string;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
const pages = new Map<string, Page>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-doctor-languages-'));
  await buildGallery(folder);
  gallery = await serveGallery(folder);
  browser = await chromium.launch({
    executablePath: browserProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const language of ['pseudo', 'de']) {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(`${gallery.url}?language=${language}`);
    pages.set(language, page);
  }
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a language in which every word has an accent', () => {
  it.each(states)('$name: nothing stands there that was never said, and everything fits', async ({ name, width }) => {
    const page = await shown('pseudo', name, width);
    const pattern = '[áćđéĝĥíńóŕśţúŵýžÁĆĐÉĜĤÍŃÓŔŚŢÚŴÝŽ]';
    expect(await page.evaluate(textsWithout, { pattern, flags: 'u' })).toEqual([]);
    await expectToFit(page, [width, 320]);
  });
});

describe('German', () => {
  it.each(states)('$name: holds no English, and everything fits', async ({ name, width }) => {
    const page = await shown('de', name, width);
    expect(await page.evaluate(textsWith, { pattern: englishWords, flags: 'iu' })).toEqual([]);
    await expectToFit(page, [width, 320]);
  });
});

async function shown(language: string, state: string, width: number): Promise<Page> {
  const page = pages.get(language);
  if (page === undefined) throw new Error(`No page speaks ${language}.`);
  await page.setViewportSize({ width, height: 600 });
  await page.evaluate((name) => {
    location.hash = encodeURIComponent(name);
  }, state);
  await page.waitForFunction(
    (name) => document.body.dataset['shown'] === name && document.querySelector('main') !== null,
    state,
  );
  // What is folded up is read as well.
  await page.evaluate(async () => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    await new Promise(requestAnimationFrame);
  });
  return page;
}

async function expectToFit(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 600 });
    expect(await page.evaluate(overflowing), `${String(width)} pixels`).toEqual([]);
  }
}

interface Wanted {
  readonly pattern: string;
  readonly flags: string;
}

/** Texts of ours with letters in them, in which the pattern is not found. */
function textsWithout({ pattern, flags }: Wanted): readonly string[] {
  const wanted = new RegExp(pattern, flags);
  return window.ownTexts().filter((text) => !wanted.test(text));
}

/** Texts of ours in which the pattern is found. */
function textsWith({ pattern, flags }: Wanted): readonly string[] {
  const unwanted = new RegExp(pattern, flags);
  return window.ownTexts().filter((text) => unwanted.test(text));
}

/** The elements that stick out of the page; what scrolls by itself may. */
function overflowing(): readonly string[] {
  const { clientWidth } = document.documentElement;
  if (document.documentElement.scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 200));
}
