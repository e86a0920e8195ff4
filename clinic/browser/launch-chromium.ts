import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright';
import { requireEverything } from './granted-manifest.ts';
import { browserProgram } from './programs.ts';
import { createRoads, type Roads } from './roads.ts';
import { makeTrust } from './trust.ts';
import { unpackedId } from './unpacked-id.ts';

export interface ChromiumWish {
  /** The built extension; it is copied, so that it can be built anew meanwhile. */
  readonly extension: string;
  /** Public `HOST:PORT`s to which `roads` can lead; every other name does not exist. */
  readonly hosts: readonly string[];
  /** PEM of the authority that this browser trusts; null: none but the public ones. */
  readonly caPem: string | null;
  /** Every optional permission and host is allowed already. Default true; without, the browser asks, and its dialog waits for ever. */
  readonly isAllowed?: boolean;
  /** Folders of further extensions, which are loaded from there at each start. Chromium gives each the id of its folder. */
  readonly more?: readonly string[];
  /** More `--host-resolver-rules`, which come first. */
  readonly rules?: readonly string[];
  /** More switches. */
  readonly switches?: readonly string[];
  readonly isDark?: boolean;
  /** In a window, for a person to use; it takes their own theme. */
  readonly isShown?: boolean;
  /** The caller closes the browser on an interrupt. Default: the browser ends with its process. */
  readonly leavesSignals?: boolean;
}

/** A real Chromium with the extension, its own home and profile, and no way to the network but its roads. */
export interface ChromiumWithExtension {
  readonly context: BrowserContext;
  /** `chrome-extension://…`, without a slash at the end. */
  readonly origin: string;
  readonly roads: Roads;
  /** The background's worker, woken when it sleeps. */
  worker(): Promise<Worker>;
  /** Opens a page of the extension, such as `popup.html`, in a tab. */
  open(path: string): Promise<Page>;
  /** From now on the browser grants this host (`https://mcp.acme.dev/*`) without its dialog when a click asks for it. */
  willAllow(origin: string): Promise<void>;
  /** Ends the browser and starts it again with the same profile, as a person does. */
  restart(): Promise<ChromiumWithExtension>;
  close(): Promise<void>;
}

/** Starts Chromium with the extension. */
export async function launchChromium(wish: ChromiumWish): Promise<ChromiumWithExtension> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'connector-doctor-chromium-')));
  const roads = await createRoads(wish.hosts);
  const extension = join(folder, 'extension');
  await Promise.all([
    cp(wish.extension, extension, { recursive: true }),
    makeTrust(join(folder, 'home', '.pki', 'nssdb'), wish.caPem),
    mkdir(join(folder, 'profile')),
  ]);
  const start = (): Promise<BrowserContext> => startBrowser(folder, wish, roads);
  if (wish.isAllowed !== false)
    await grantEverything(extension, () => startBrowser(folder, { ...wish, more: [] }, roads));
  const id = unpackedId(extension);
  const origin = `chrome-extension://${id}`;
  const begin = async (): Promise<ChromiumWithExtension> => {
    const context = await start();
    return {
      context,
      origin,
      roads,
      worker: () => workerOf(context, origin),
      open: (path) => openPage(context, `${origin}/${path}`),
      willAllow: (host) => letIn(context, id, host),
      restart: async () => {
        await context.close();
        return begin();
      },
      close: async () => {
        await context.close();
        await roads.close();
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  };
  return begin();
}

function startBrowser(folder: string, wish: ChromiumWish, roads: Roads): Promise<BrowserContext> {
  const home = join(folder, 'home');
  const extensions = [join(folder, 'extension'), ...(wish.more ?? [])].join(',');
  const own = ['127.0.0.1', 'localhost'].filter((host) => !wish.hosts.some((each) => each.startsWith(`${host}:`)));
  const excluded = own.map((host) => `EXCLUDE ${host}`);
  const rules = [...(wish.rules ?? []), ...roads.rules, 'MAP * ~NOTFOUND', ...excluded];
  return chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: browserProgram('chromium'),
    ...(wish.isShown === true
      ? { headless: false, viewport: null, colorScheme: null }
      : { headless: true, colorScheme: wish.isDark === true ? 'dark' : 'light' }),
    ...(wish.leavesSignals === true && { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }),
    env: {
      ...definedOf(process.env),
      ...displayOf(process.env),
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
    },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      `--host-resolver-rules=${rules.join(', ')}`,
      ...(wish.switches ?? []),
    ],
  });
}

/** A first start with a manifest that requires what is optional; what was granted then stays granted. */
async function grantEverything(extension: string, start: () => Promise<BrowserContext>): Promise<void> {
  const writeTrueManifest = await requireEverything(extension);
  const context = await start();
  await workerOf(context, 'chrome-extension://');
  await context.close();
  await writeTrueManifest();
}

/** The page of the browser's own list of extensions may let a host in; the extension has it once it asks. */
async function letIn(context: BrowserContext, id: string, host: string): Promise<void> {
  const page = await openPage(context, 'chrome://extensions');
  await page.evaluate(
    async (wish) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionsPage };
      await chrome.developerPrivate.addHostPermission(wish.id, wish.host);
    },
    { id, host },
  );
  await page.close();
}

interface ExtensionsPage {
  readonly developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
}

async function workerOf(context: BrowserContext, origin: string): Promise<Worker> {
  const isOurs = (worker: Worker): boolean => worker.url().startsWith(origin);
  return context.serviceWorkers().find(isOurs) ?? context.waitForEvent('serviceworker', { predicate: isOurs });
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** The key to the screen is looked for in the home, which is another one here. */
function displayOf({ DISPLAY, XAUTHORITY, HOME }: NodeJS.ProcessEnv): Record<string, string> {
  const key = XAUTHORITY ?? join(HOME ?? '', '.Xauthority');
  return DISPLAY !== undefined && existsSync(key) ? { XAUTHORITY: key } : {};
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
