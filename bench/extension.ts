import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright';
import { deskOn, overPhases, type BrowserGlobal } from '../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../clinic/browser/launch-chromium.ts';
import { defaultChoices } from '../lib/runs/run-choices.ts';
import { builtExtension } from '../scripts/built-extension.ts';
import { weightBudgets, weightOf } from '../scripts/extension-weight.ts';
import { killWorker } from '../tests/browser/runs-support.ts';
import { median } from './measure.ts';

const openings = 20;
const wakings = 10;
const runs = 5;

/** Figures of the built extension in a real Chromium, with their budgets; a run of it beside the command line on the same server. */
export async function measureExtension(serverUrl: string, command: readonly string[]): Promise<void> {
  const extension = builtExtension('chrome');
  for (const part of ['popup', 'background'] as const) {
    say(`${part} code: ${kilobytes(weightOf(extension, part))} kB gzip (budget ${kilobytes(weightBudgets[part])})`);
  }
  const browser = await launchChromium({ extension, hosts: [], caPem: null });
  try {
    await measurePopup(browser);
    await measureWorker(browser);
    await measureRun(browser, serverUrl, command);
  } finally {
    await browser.close();
  }
}

async function measurePopup(browser: ChromiumWithExtension): Promise<void> {
  const opened: Opening[] = [];
  // The first one pays for the browser's own start.
  await openPopup(browser);
  while (opened.length < openings) opened.push(await openPopup(browser));
  const paint = median(opened.map((one) => one.paint));
  const usable = median(opened.map((one) => one.usable));
  say(
    `popup, median of ${openings} openings: first paint ${paint.toFixed(0)} ms (budget 100), usable ${usable.toFixed(0)} ms (budget 150)`,
  );
}

/** Milliseconds since the popup's page was asked for. */
interface Opening {
  readonly paint: number;
  /** The field for an address is there and takes keys. */
  readonly usable: number;
}

async function openPopup({ context, origin }: ChromiumWithExtension): Promise<Opening> {
  const page = await context.newPage();
  try {
    await page.addInitScript(watchForField);
    await page.goto(`${origin}/popup.html`);
    const usable = await page.evaluate(() => (globalThis as unknown as Watched).usable);
    return { usable, paint: await firstPaint(page) };
  } finally {
    await page.close();
  }
}

interface Watched {
  usable: Promise<number>;
}

/** React listens at the root before it draws: what can be seen can be used. */
function watchForField(): void {
  (globalThis as unknown as Watched).usable = new Promise((settle) => {
    const look = (): void => {
      if (document.querySelector('main input, main textarea') === null) return;
      observer.disconnect();
      settle(performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((settle) => {
        new PerformanceObserver((list, observer) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (!entry) return;
          observer.disconnect();
          settle(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

async function measureWorker(browser: ChromiumWithExtension): Promise<void> {
  const page = await browser.open('options.html');
  const cold: number[] = [];
  const warm: number[] = [];
  await askWorker(page);
  while (cold.length < wakings) {
    await killWorker(browser);
    cold.push(await askWorker(page));
    warm.push(await askWorker(page));
  }
  await page.close();
  const start = median(cold) - median(warm);
  say(
    `worker, median of ${wakings}: cold start ${start.toFixed(0)} ms (budget 30): its first answer after ${median(cold).toFixed(0)} ms cold, ${median(warm).toFixed(1)} ms warm`,
  );
}

/** How long the background takes to answer a screen, in milliseconds. */
function askWorker(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as BrowserGlobal;
    const started = performance.now();
    const asked = { type: 'cancelRun', data: { runId: 'none' }, id: 0, timestamp: 0 };
    await chrome.runtime.sendMessage(asked);
    return performance.now() - started;
  });
}

async function measureRun(browser: ChromiumWithExtension, url: string, command: readonly string[]): Promise<void> {
  const desk = deskOn(await browser.open('options.html'));
  const here: number[] = [];
  const there: number[] = [];
  const [program = '', ...words] = command;
  // In turn, so that a noisy moment of the machine meets both.
  for (let run = 0; run <= runs; run += 1) {
    const started = performance.now();
    const runId = await desk.start({ text: url, choices: { ...defaultChoices, local: true } });
    await desk.until(runId, overPhases);
    const between = performance.now();
    spawnSync(program, words, { stdio: 'ignore' });
    // The first one warms up.
    if (run === 0) continue;
    here.push(between - started);
    there.push(performance.now() - between);
  }
  const [ours, theirs] = [median(here), median(there)];
  say(
    `a whole check, median of ${runs}: extension ${ours.toFixed(0)} ms, command line ${theirs.toFixed(0)} ms on the same server, ratio ${(ours / theirs).toFixed(2)}`,
  );
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
