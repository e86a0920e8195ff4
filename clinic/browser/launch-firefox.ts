import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { BrowserGlobal } from './desk.ts';
import { browserProgram } from './programs.ts';
import { startSocksRoad, type SocksRoad } from './socks-road.ts';
import { makeTrust } from './trust.ts';

export interface FirefoxWish {
  /** The built extension; it is copied, so that it can be built anew meanwhile. */
  readonly extension: string;
  /** PEM of the authority that this browser trusts; null: none but the public ones. */
  readonly caPem: string | null;
  /** Every optional permission and host is allowed already. Default true; without, each click that asks is allowed without a dialog. */
  readonly isAllowed?: boolean;
  /** Folders of further extensions, each with an id in its manifest; they are installed from there. */
  readonly more?: readonly string[];
  readonly isDark?: boolean;
}

/** A real Firefox with the extension, its own profile, and no way to the network but its road. */
export interface FirefoxWithExtension {
  readonly browser: Browser;
  /** `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** The same of a further extension, by the id in its manifest. */
  originOf(id: string): string;
  readonly roads: SocksRoad;
  /** Opens a page of the extension, such as `popup.html`, in a tab; a whole address leads to a page of another extension. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

const openingMs = 30_000;

/** Starts Firefox with the extension. */
export async function launchFirefox(wish: FirefoxWish): Promise<FirefoxWithExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'connector-doctor-firefox-'));
  const extension = join(folder, 'extension');
  const profile = join(folder, 'profile');
  const roads = await startSocksRoad();
  await Promise.all([cp(wish.extension, extension, { recursive: true }), makeTrust(profile, wish.caPem)]);
  const folders = [extension, ...(wish.more ?? [])];
  const ids = await Promise.all(folders.map(geckoId));
  const originOf = (id: string | undefined): string => `moz-extension://${uuidAt(ids.indexOf(id ?? ''))}`;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: browserProgram('firefox'),
    headless: true,
    userDataDir: profile,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: preferences(ids, roads.port, wish.isDark === true),
  });
  for (const each of folders) await browser.installExtension(each);
  const origin = originOf(ids[0]);
  const open = (path: string): Promise<Page> => openPage(browser, new URL(path, `${origin}/`).href);
  if (wish.isAllowed !== false) await allowEverything(await open('options.html'));
  return {
    browser,
    origin,
    originOf,
    roads,
    open,
    close: async () => {
      await browser.close();
      await roads.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function preferences(ids: readonly string[], socksPort: number, isDark: boolean): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify(Object.fromEntries(ids.map((id, place) => [id, uuidAt(place)]))),
    'extensions.webextOptionalPermissionPrompts': false,
    'network.proxy.type': 1,
    'network.proxy.socks': '127.0.0.1',
    'network.proxy.socks_port': socksPort,
    'network.proxy.socks_version': 5,
    'network.proxy.socks_remote_dns': true,
    'layout.css.prefers-color-scheme.content-override': isDark ? 0 : 1,
  };
}

/** The address of an extension is made up by the browser, unless it was told one. */
function uuidAt(place: number): string {
  return `11111111-1111-4111-8111-${String(place + 1).padStart(12, '1')}`;
}

async function geckoId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** Navigations to pages of an extension are never reported as finished here: the page itself says when it is. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(url).catch(() => undefined);
  const isThere = (wanted: string): boolean => location.href === wanted && document.readyState === 'complete';
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
  // Between two documents Firefox has none that could be asked.
  for (const end = Date.now() + openingMs; !(await page.evaluate(isThere, url).catch(() => false)); await pause()) {
    if (Date.now() > end) throw new Error(`Firefox did not open ${url}`);
  }
  return page;
}

/** A click of a person, as the browser wants it. */
async function allowEverything(page: Page): Promise<void> {
  const granted = page.evaluate(
    () =>
      new Promise<boolean>((settle, refuse) => {
        const { chrome } = globalThis as unknown as BrowserGlobal;
        const { optional_permissions, optional_host_permissions } = chrome.runtime.getManifest();
        const wish = {
          permissions: (optional_permissions ?? []) as [],
          origins: optional_host_permissions ?? [],
        };
        addEventListener('mousedown', () => void chrome.permissions.request(wish).then(settle, refuse), { once: true });
      }),
  );
  await page.mouse.click(5, 5);
  if (!(await granted)) throw new Error('Firefox did not grant the permissions');
  await page.close();
}
