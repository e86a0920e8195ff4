import { createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer, { type Browser, type Page as PopupPage, type Target } from 'puppeteer-core';
import type { Page } from 'playwright';
import { createAuthority } from '../../clinic/authority.ts';
import { deskOn, type BrowserGlobal, type Desk, type ExtensionPage } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWish, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { listen } from '../../clinic/front.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { createRig, type Rig } from '../support/rig.ts';

export type { PopupPage };

/** The built extension; another folder can be named, so that one can be tried that is built elsewhere. */
export const builtExtension = process.env['EXTENSION_FOLDER'] ?? extensionFolder('chrome');

/** A browser in which somebody goes through the extension's screens, and servers that it can reach. */
export interface Flow {
  readonly stage: Rig;
  browser(): ChromiumWithExtension;
  /** A page of our own, for looking into storage and for what no screen offers. */
  desk(): Promise<Desk>;
  /** All runs, the newest first. */
  runs(): Promise<readonly RunState[]>;
  /**
   * The popup as the toolbar opens it, over the tab that is active; it closes as the browser closes it. `byItself`: nobody clicks on the
   * icon.
   */
  openPopup(how?: { readonly byItself: boolean }): Promise<PopupPage>;
  /** Asks the browser for permissions, with a gesture, on a page of ours that is not in front. */
  askInBackground(wish: {
    readonly origins: readonly string[];
    readonly permissions: readonly string[];
  }): Promise<unknown>;
  /** Opens a page in a tab and brings it to the front. */
  visit(url: string): Promise<Page>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Puts up what `fill` wants and starts Chromium on it. Each public `HOST:PORT` that ever stands there is named in `hosts`. */
export async function startFlow(
  hosts: readonly string[],
  fill: (stage: Rig) => Promise<void>,
  wish: Partial<ChromiumWish> = {},
): Promise<Flow> {
  const stage = await createRig(await createAuthority());
  await fill(stage);
  const port = await freePort();
  let browser = await launchChromium({
    extension: builtExtension,
    hosts: [...hosts, 'dns.clinic-resolver.dev:443'],
    caPem: stage.caPem,
    ...wish,
    switches: [`--remote-debugging-port=${String(port)}`, ...(wish.switches ?? [])],
  });
  await browser.roads.lead(stage.connectTo);
  let screen: Page | null = null;
  const ownPage = async (): Promise<Page> => {
    screen ??= await browser.open('options.html');
    return screen;
  };
  const desk = async (): Promise<Desk> => deskOn(await ownPage());
  // All hosts stand on this machine: the addresses say nothing of them.
  await (await desk()).set({ addressesAreEvidence: false });
  return {
    stage,
    browser: () => browser,
    desk,
    async runs() {
      const kept = await storageOf(await ownPage());
      const states = Object.entries(kept.local).flatMap(([key, value]) =>
        key.startsWith('run:') ? [value as RunState] : [],
      );
      return states.sort((a, b) => b.startedAt - a.startedAt);
    },
    openPopup: async (how) => popupOf(port, browser.origin, how?.byItself === true ? null : await ownPage()),
    async askInBackground(wish) {
      const session = await browser.context.newCDPSession(await ownPage());
      const expression = `chrome.permissions.request(${JSON.stringify(wish)})`;
      const { result } = await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: true });
      await session.detach();
      return result.value;
    },
    async visit(url) {
      const page = await browser.context.newPage();
      await page.goto(url);
      await page.bringToFront();
      return page;
    },
    async restart() {
      browser = await browser.restart();
      screen = null;
    },
    async close() {
      await browser.close();
      await stage.close();
    },
  };
}

/** Everything that the extension keeps, wherever it keeps it. */
export interface Kept {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  /** All records of IndexedDB, by database and store. */
  readonly databases: Readonly<Record<string, readonly unknown[]>>;
}

/** Reads everything that is kept, on a page of the extension. */
export function storageOf(page: ExtensionPage): Promise<Kept> {
  return page.evaluate(async () => {
    const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((settle, refuse) => {
        request.onsuccess = () => {
          settle(request.result);
        };
        request.onerror = () => {
          refuse(new Error(String(request.error)));
        };
      });
    const databases: Record<string, unknown[]> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        databases[`${name}/${store}`] = await result(database.transaction(store).objectStore(store).getAll());
      }
      database.close();
    }
    return { local: await storage.local.get(null), session: await storage.session.get(null), databases };
  }, null) as Promise<Kept>;
}

/** Clicks on what has these words, as a person does. */
export async function clickOn(popup: PopupPage, words: string): Promise<void> {
  const found = await popup.waitForSelector(`::-p-aria([name="${words}"][role="button"])`);
  await found?.click();
}

/** Looks with axe-core at a screen, and answers with each violation as a line. */
export async function violationsOn(
  page: Pick<Page, 'evaluate'> | Pick<PopupPage, 'evaluate'>,
): Promise<readonly string[]> {
  const evaluate = page.evaluate.bind(page) as (script: string) => Promise<unknown>;
  // As text: the page's own policy lets no foreign script in, a debugger may.
  await evaluate(`${axeSource()}; undefined`);
  const rules = JSON.stringify({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return (await evaluate(
    `axe.run(document, ${rules}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.any.concat(node.all, node.none).map((check) => check.message).join('; '))))`,
  )) as readonly string[];
}

function axeSource(): string {
  return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/**
 * Takes a picture for a person to look at, where a folder is named for them (`FLOW_PICTURES`).
 */
export async function picture(page: Page | PopupPage, name: string): Promise<void> {
  const folder = process.env['FLOW_PICTURES'];
  if (folder === undefined) return;
  const path = `${folder}/${name}.png` as const;
  await (page as Page).screenshot({ path, ...('locator' in page && { fullPage: true }) });
}

/** Playwright does not know the popup of the toolbar; it is reached by the browser's other debugging door. */
async function popupOf(port: number, origin: string, screen: Page | null): Promise<PopupPage> {
  const whole: Browser = await puppeteer.connect({
    browserURL: `http://127.0.0.1:${String(port)}`,
    defaultViewport: null,
    targetFilter: (target) => target.url() === '' || target.url().startsWith(origin) || target.type() === 'browser',
  });
  const url = `${origin}/popup.html`;
  const isPopup = (target: Target): boolean => target.url() === url;
  // The worker's own popup may be quicker.
  const isThere = whole.targets().some(isPopup);
  const [opened] = await Promise.all([whole.waitForTarget(isPopup), isThere ? null : screen?.evaluate(clickOnIcon)]);
  const popup = await opened.asPage();
  popup.on('close', () => void whole.disconnect());
  await popup.waitForSelector('h1');
  return popup;
}

/** As a click on the icon does. */
async function clickOnIcon(): Promise<void> {
  const { action, windows } = (globalThis as unknown as BrowserGlobal).chrome;
  const [window] = await windows.getAll({ windowTypes: ['normal'] });
  await action.openPopup({ windowId: window?.id ?? -1 });
}

async function freePort(): Promise<number> {
  const listener = await listen(createServer());
  await listener.close();
  return listener.port;
}
