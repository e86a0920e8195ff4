import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { listen, type Listener } from '../../clinic/front.ts';
import { previewDocument } from '../../lib/preview/drawing/html-document.ts';
import { hostilePreview } from '../support/hostile-preview.ts';
import { scriptPayloads, type ScriptPayload } from '../support/script-payloads.ts';

let browser: Browser;
let folder: string;
let site: Listener;
let origin: string;
let payloads: readonly ScriptPayload[];

/** What the site shows at its root. */
let shown = '';
/** Everything that something of a page did: calls, requests, dialogs, ways out of the page. */
let deeds: string[] = [];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'connector-doctor-html-')));
  site = await listen(
    createServer((request, response) => {
      const isPage = request.url === '/';
      // The browser asks for that by itself, of every site.
      if (!isPage && request.url !== '/favicon.ico') deeds.push(`asked ${request.url ?? ''}`);
      response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(isPage ? shown : '');
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
    const isPage = request.isNavigationRequest() && request.url() === address;
    if (!isPage && !request.url().startsWith('data:image/')) deeds.push(`requested ${request.url().slice(0, 80)}`);
  });
  return page;
}

let address = '';

async function open(page: Page, url: string): Promise<void> {
  address = url;
  await page.goto(url, { waitUntil: 'load' });
  await touchEverything(page);
}

/** Opens, points at and focuses what there is, and lets everything happen that has begun. */
async function touchEverything(page: Page): Promise<void> {
  await page
    .evaluate(async () => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        for (const name of ['mouseover', 'mouseenter', 'focus', 'animationstart'])
          element.dispatchEvent(new Event(name, { bubbles: true }));
      }
      const last = new Image();
      const failed = new Promise((resolve) => {
        last.addEventListener('error', resolve);
      });
      last.src = 'data:image/png;base64,none';
      await failed;
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    })
    // The page went away: that was seen.
    .catch(() => undefined);
}

const documentOf = (payload: ScriptPayload): string => {
  const { preview, pictures } = hostilePreview(payload);
  return previewDocument(preview, pictures);
};

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

describe('the exported page', () => {
  it('runs and loads nothing of over a hundred payloads in all places, opened from a file', async () => {
    const page = await watchedPage();
    for (const [index, payload] of payloads.entries()) {
      const file = join(folder, `${String(index)}.html`);
      const html = documentOf(payload);
      expect(html).toMatch(policy);
      writeFileSync(file, html);
      await open(page, pathToFileURL(file).href);
      expect({ payload: payload.id, deeds }).toEqual({ payload: payload.id, deeds: [] });
    }
    await page.close();
    expect(payloads.length).toBeGreaterThan(100);
  }, 300_000);

  it('does not need its policy for that', async () => {
    const page = await watchedPage();
    for (const payload of payloads) {
      shown = documentOf(payload).replace(policy, '');
      expect(shown).not.toMatch(policy);
      await open(page, `${origin}/`);
      expect({ payload: payload.id, deeds }).toEqual({ payload: payload.id, deeds: [] });
    }
    await page.close();
  }, 300_000);

  it('is stopped by its policy where markup gets in all the same', async () => {
    const page = await watchedPage();
    for (const payload of payloads) {
      shown = documentOf(payload).replace('</main>', `${payload.text}</main>`);
      await open(page, `${origin}/`);
      // What the policy of a page in a file cannot stop is that it leads elsewhere.
      expect({ payload: payload.id, ran: deeds.filter((deed) => deed.startsWith('ran')) }).toEqual({
        payload: payload.id,
        ran: [],
      });
    }
    await page.close();
  }, 300_000);

  it('would be caught if something ran: the same payloads do, shown without care', async () => {
    const page = await watchedPage();
    for (const payload of payloads) {
      shown = `<!doctype html><body><p>${payload.text}</p></body>`;
      await open(page, `${origin}/`);
    }
    await page.close();
    const numbers = deeds.flatMap((deed) => /^(?:ran |asked \/hit\?)(\d+)/.exec(deed)?.[1] ?? []);
    expect(new Set(numbers).size).toBeGreaterThan(100);
  }, 300_000);

  it('shows its style and its pictures under its own policy', async () => {
    const page = await watchedPage();
    const { preview } = hostilePreview({ id: 'harmless', text: 'Acme' });
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const pictures = [0, 1].map(() => ({ url: 'x', from: 'link' as const, type: 'png', base64: png }));
    shown = previewDocument(preview, pictures);
    await open(page, `${origin}/`);
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
