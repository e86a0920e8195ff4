import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { listen } from '../../clinic/front.ts';
import { scriptPayloads, type ScriptPayload } from '../support/script-payloads.ts';

/** A window shows so many documents of the site at a time, each in a frame of its own. */
const framesAtATime = 25;

/** A picture that the stage itself asks for, and that is none: what was asked for before it has come to its end. */
export const stagePicture = 'data:image/png;base64,none';

/** A browser and a site, in which whatever something of a document does is seen. */
export interface HostileStage {
  readonly browser: Browser;
  /** Each tells itself to the site, or to the page that it runs in. */
  readonly payloads: readonly ScriptPayload[];
  /** The payloads in parts that fit beside each other. */
  readonly batches: readonly (readonly ScriptPayload[])[];
  /** Everything that something of a page did since this was asked last: calls, requests, dialogs, ways out of the page. */
  deeds(): readonly string[];
  watchedPage(): Promise<Page>;
  /** Shows a document that lies in a file; answers with the number of its elements. */
  openFile(page: Page, html: string): Promise<number>;
  /** Shows documents of one site beside each other; answers with the numbers of their elements, 0 for one that is gone. */
  openTogether(page: Page, documents: readonly string[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** Puts up the stage; `name` is part of the name of its folder. */
export async function hostileStage(name: string): Promise<HostileStage> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `connector-doctor-${name}-`)));
  let deeds: string[] = [];
  /** What the site shows, by its paths. */
  let shown: ReadonlyMap<string, string> = new Map();
  /** The addresses that a page was led to, each until it is asked for: once. */
  let ledTo = new Set<string>();
  const site = await listen(
    createServer((request, response) => {
      const path = request.url ?? '';
      const html = shown.get(path);
      // The browser asks for that by itself, of every site.
      if (html === undefined && path !== '/favicon.ico') deeds.push(`asked ${path}`);
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html ?? '');
    }),
  );
  const origin = `http://127.0.0.1:${String(site.port)}`;
  const payloads = scriptPayloads(origin);
  const browser = await chromium.launch({ executablePath: browserProgram('chromium'), args: ['--no-sandbox'] });
  return {
    browser,
    payloads,
    batches: batchesOf(payloads, framesAtATime),
    deeds() {
      const done = deeds;
      deeds = [];
      return done;
    },
    async watchedPage() {
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
    },
    async openFile(page, html) {
      const file = join(folder, 'page.html');
      writeFileSync(file, html);
      const { href } = pathToFileURL(file);
      ledTo = new Set([href]);
      await page.goto(href, { waitUntil: 'load' });
      const elements = await touchEverything(page.mainFrame());
      await drawn(page);
      return elements;
    },
    async openTogether(page, documents) {
      const paths = documents.map((_document, index) => `/${String(index)}/`);
      const frames = paths.map((path) => `<iframe src="${path}" width="400" height="200"></iframe>`);
      shown = new Map([['/', `<!doctype html>${frames.join('')}`], ...zip(paths, documents)]);
      ledTo = new Set(['/', ...paths].map((path) => `${origin}${path}`));
      await page.goto(`${origin}/`, { waitUntil: 'load' });
      const elements = await Promise.all(page.mainFrame().childFrames().map(touchEverything));
      await drawn(page);
      return elements;
    },
    async close() {
      await browser.close();
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Payloads in parts of a size. */
export function batchesOf(payloads: readonly ScriptPayload[], size: number): readonly (readonly ScriptPayload[])[] {
  return payloads.flatMap((_payload, index) => (index % size === 0 ? [payloads.slice(index, index + size)] : []));
}

function zip(paths: readonly string[], documents: readonly string[]): readonly (readonly [string, string])[] {
  return paths.map((path, index) => [path, documents[index] ?? '']);
}

/** Opens, points at and focuses what there is, and lets everything happen that has begun. */
function touchEverything(frame: Frame): Promise<number> {
  return (
    frame
      .evaluate(async (picture) => {
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
        last.src = picture;
        await failed;
        return elements.length;
      }, stagePicture)
      // It went away: that was seen.
      .catch(() => 0)
  );
}

function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
