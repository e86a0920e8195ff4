import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { buildGallery, serveGallery } from './gallery/build-gallery.ts';
import { states } from './gallery/states.tsx';

/** The narrowest page, the popup, and a page of 1280 pixels at 200 %. */
const widths = [320, 380, 640];

let folder: string;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-doctor-gallery-'));
  await buildGallery(folder);
  gallery = await serveGallery(folder);
  browser = await chromium.launch({
    executablePath: browserProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(gallery.url);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
  await rm(folder, { recursive: true, force: true });
});

it.each(states)('$name: for everybody, in both colours, at every width, by the keyboard', async ({ name, width }) => {
  await page.setViewportSize({ width, height: 600 });
  await page.evaluate(showState, name);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await page.evaluate(violations, colorScheme === 'light'), colorScheme).toEqual([]);
  }
  for (const narrow of widths) {
    await page.setViewportSize({ width: narrow, height: 600 });
    expect(await page.evaluate(overflowing), `${String(narrow)} pixels`).toEqual([]);
  }
  await reachAll();
  expect(problems).toEqual([]);
});

/** Presses Tab until everything that can have the focus had it, and holds each to a ring that is seen. */
async function reachAll(): Promise<void> {
  const wanted = await page.evaluate(focusable);
  const reached = new Set<string>();
  for (let key = 0; key < wanted.length * 2 + 5 && reached.size < wanted.length; key += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(focused);
    if (focus === null) continue;
    expect(focus.outline, focus.name).toBeGreaterThanOrEqual(2);
    reached.add(focus.name);
  }
  expect([...reached].sort()).toEqual([...wanted].sort());
}

/** Shows a state in place of the one before; answers once it is drawn. */
function showState(name: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.body.dataset['shown'] === name && document.querySelector('main') !== null) resolve();
      else requestAnimationFrame(look);
    };
    location.hash = encodeURIComponent(name);
    requestAnimationFrame(look);
  });
}

/** What axe finds, each as one line: by all of its rules, or by those alone that depend on colours. */
async function violations(byAll: boolean): Promise<readonly string[]> {
  interface Finding {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }
  const { axe: judge } = globalThis as unknown as {
    axe: { run(options: object): Promise<{ violations: readonly Finding[] }> };
  };
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations: found } = await judge.run({ runOnly: byAll ? tags : ['color-contrast', 'link-in-text-block'] });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** The elements that stick out of the page; what scrolls by itself may. */
function overflowing(): readonly string[] {
  const { clientWidth } = document.documentElement;
  if (document.documentElement.scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 200));
}

/** Everything that should be reached, numbered so that each is told from the others. */
function focusable(): readonly string[] {
  const scope = document.querySelector('dialog[open]') ?? document;
  const found = [
    ...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ];
  // Of several radio buttons one is a stop: the chosen one, or the first; the arrow keys lead to the others.
  const isStop = (element: HTMLElement): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = found.filter((each) => each instanceof HTMLInputElement && each.name === element.name);
    return element === (group.find((each) => (each as HTMLInputElement).checked) ?? group[0]);
  };
  return found
    .filter(isStop)
    .filter((element) => element.checkVisibility() && element.tabIndex >= 0 && !element.matches(':disabled'))
    .map(
      (element, index) =>
        (element.dataset['seen'] = `${index} ${(element.textContent || element.tagName).slice(0, 60)}`),
    );
}

function focused(): { readonly name: string; readonly outline: number } | null {
  const element = document.activeElement;
  const name = element instanceof HTMLElement ? element.dataset['seen'] : undefined;
  if (!element || name === undefined) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return { name, outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) };
}
