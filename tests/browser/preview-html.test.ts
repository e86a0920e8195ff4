import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { listen, type Listener } from '../../clinic/front.ts';
import { previewDocument } from '../../lib/preview/drawing/html-document.ts';
import { hostilePreview } from '../support/hostile-preview.ts';
import { scriptPayloads, type ScriptPayload } from '../support/script-payloads.ts';

/** A window shows so many documents of the site at a time, each in a frame of its own. */
const framesAtATime = 25;
/** So many payloads stand in one file as tools. */
const toolsAtATime = 16;

let browser: Browser;
let folder: string;
let site: Listener;
let origin: string;
let payloads: readonly ScriptPayload[];

/** What the site shows, by its paths. */
let shown: ReadonlyMap<string, string> = new Map();
/** The addresses that a page was led to, each until it is asked for: once. */
let ledTo = new Set<string>();
/** Everything that something of a page did: calls, requests, dialogs, ways out of the page. */
let deeds: string[] = [];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-html-')));
  site = await listen(
    createServer((request, response) => {
      const path = request.url ?? '';
      const html = shown.get(path);
      // The browser asks for that by itself, of every site.
      if (html === undefined && path !== '/favicon.ico') deeds.push(`asked ${path}`);
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html ?? '');
    }),
  );
  origin = `http://127.0.0.1:${String(site.port)}`;
  payloads = scriptPayloads(origin);
  browser = await chromium.launch({ executablePath: browserProgram('chromium'), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  deeds = [];
});

async function watchedPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.exposeFunction('hit', (number: number) => deeds.push(`ran ${String(number)}`));
  page.on('dialog', (dialog) => {
    deeds.push('dialog');
    void dialog.dismiss();
  });
  page.on('popup', () => deeds.push('popup'));
  page.on('request', (request) => {
    const isLedTo = request.isNavigationRequest() && ledTo.delete(request.url());
    if (!isLedTo && !request.url().startsWith('data:image/')) deeds.push(`requested ${request.url().slice(0, 80)}`);
  });
  return page;
}

/** Shows a document that lies in a file; answers with the number of its elements. */
async function openFile(page: Page, html: string): Promise<number> {
  const file = join(folder, 'preview.html');
  writeFileSync(file, html);
  const { href } = pathToFileURL(file);
  ledTo = new Set([href]);
  await page.goto(href, { waitUntil: 'load' });
  const elements = await touchEverything(page.mainFrame());
  await drawn(page);
  return elements;
}

/** Shows documents of one site beside each other; answers with the numbers of their elements, 0 for one that is gone. */
async function openTogether(page: Page, documents: readonly string[]): Promise<readonly number[]> {
  const paths = documents.map((_document, index) => `/${String(index)}/`);
  const frames = paths.map((path) => `<iframe src="${path}" width="400" height="200"></iframe>`);
  shown = new Map([['/', `<!doctype html>${frames.join('')}`], ...zip(paths, documents)]);
  ledTo = new Set(['/', ...paths].map((path) => `${origin}${path}`));
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  const elements = await Promise.all(page.mainFrame().childFrames().map(touchEverything));
  await drawn(page);
  return elements;
}

function zip(paths: readonly string[], documents: readonly string[]): readonly (readonly [string, string])[] {
  return paths.map((path, index) => [path, documents[index] ?? '']);
}

/** Opens, points at and focuses what there is, and lets everything happen that has begun. */
function touchEverything(frame: Frame): Promise<number> {
  return (
    frame
      .evaluate(async () => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const elements = document.querySelectorAll<HTMLElement>('body *');
        for (const element of elements) {
          for (const name of ['mouseover', 'mouseenter', 'focus', 'animationstart'])
            element.dispatchEvent(new Event(name, { bubbles: true }));
        }
        const last = new Image();
        const failed = new Promise((resolve) => {
          last.addEventListener('error', resolve);
        });
        last.src = 'data:image/png;base64,none';
        await failed;
        return elements.length;
      })
      // It went away: that was seen.
      .catch(() => 0)
  );
}

function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

function batches(size: number): readonly (readonly ScriptPayload[])[] {
  return payloads.flatMap((_payload, index) => (index % size === 0 ? [payloads.slice(index, index + size)] : []));
}

function documentOf(payload: ScriptPayload, beside?: readonly ScriptPayload[]): string {
  const { preview, pictures } = hostilePreview(payload, beside);
  return previewDocument(preview, pictures);
}

const harmless: ScriptPayload = { id: 'harmless', text: 'Acme' };
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** A drawing has some hundred elements: what is looked at is no page of an error. */
const fewestElements = 300;

describe('the exported page', () => {
  // Each payload in each place, and no policy that would hold back what gets through.
  it('runs and loads nothing of over a hundred payloads in all places, even without its policy', async () => {
    const page = await watchedPage();
    for (const batch of batches(framesAtATime)) {
      const documents = batch.map((payload) => documentOf(payload, []).replace(policy, ''));
      expect(documents.filter((html) => policy.test(html))).toEqual([]);
      const elements = await openTogether(page, documents);
      // A payload tells itself: by its number, and by the frame whose path is in the address of what it asks for.
      expect({ first: batch[0]?.id, deeds }).toEqual({ first: batch[0]?.id, deeds: [] });
      expect(elements.filter((count) => count > fewestElements)).toHaveLength(batch.length);
    }
    await page.close();
    expect(payloads.length).toBeGreaterThan(100);
  });

  it('runs and loads nothing of them, opened from a file as it is exported', async () => {
    const page = await watchedPage();
    for (const [first = harmless, ...others] of batches(toolsAtATime)) {
      const html = documentOf(first, others);
      expect(html).toMatch(policy);
      expect(await openFile(page, html)).toBeGreaterThan(fewestElements);
      expect({ first: first.id, deeds }).toEqual({ first: first.id, deeds: [] });
    }
    await page.close();
  });

  it('is stopped by its policy where markup gets in all the same', async () => {
    const page = await watchedPage();
    const [head] = documentOf(harmless).split('<main>');
    expect(head).toMatch(policy);
    for (const batch of batches(framesAtATime)) {
      await openTogether(
        page,
        batch.map(({ text }) => `${head ?? ''}<main><p>${text}</p></main></body></html>`),
      );
    }
    await page.close();
    // What the policy of a page in a file cannot stop is that it leads elsewhere.
    expect(deeds.filter((deed) => deed.startsWith('ran'))).toEqual([]);
  });

  it('would be caught if something ran: the same payloads do, shown without care', async () => {
    const page = await watchedPage();
    for (const batch of batches(framesAtATime)) {
      await openTogether(
        page,
        batch.map(({ text }) => `<!doctype html><body><p>${text}</p></body>`),
      );
    }
    await page.close();
    const numbers = deeds.flatMap((deed) => /^(?:ran |asked \/hit\?)(\d+)/.exec(deed)?.[1] ?? []);
    expect(new Set(numbers).size).toBeGreaterThan(100);
    const kinds = new Set(deeds.map((deed) => deed.split(' ')[0]));
    expect([...kinds].sort()).toEqual(['asked', 'dialog', 'ran', 'requested']);
  });

  it('shows its style and its pictures under its own policy', async () => {
    const page = await watchedPage();
    const { preview } = hostilePreview(harmless);
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const pictures = [0, 1].map(() => ({ url: 'x', from: 'link' as const, type: 'png', base64: png }));
    await openFile(page, previewDocument(preview, pictures));
    const seen = await page.evaluate(() => ({
      ground: getComputedStyle(document.querySelector('.cd-preview[data-theme=dark]') ?? document.body).backgroundColor,
      loaded: [...document.images].every((image) => image.naturalWidth === 1),
      count: document.images.length,
    }));
    expect(seen).toMatchObject({ ground: 'rgb(36, 33, 30)', loaded: true });
    expect(seen.count).toBeGreaterThan(20);
    expect(deeds).toEqual([]);
    await page.close();
  });
});
