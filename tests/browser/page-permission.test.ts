import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { deskOn, type BrowserGlobal, type Desk } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { respondHtml, type Handler } from '../../clinic/http-call.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { examDeskOn, noWishes, seen } from './exam-support.ts';

const failed =
  '<!doctype html><title>Claude</title><main><h1>Connectors</h1></main><div role="alert">Connection has expired</div>';
const connectors = 'https://claude.ai/customize/connectors';

/** The cookies of each request but those for the icon. */
const cookies: string[] = [];
const claude: Handler = (call, response) => {
  const isIcon = call.method === 'GET' && call.url.pathname === '/favicon.ico';
  if (!isIcon) cookies.push(`${call.method}: ${call.headers.cookie ?? 'none'}`);
  const headers = { 'set-cookie': 'session=1; Path=/; Secure; HttpOnly; SameSite=None' };
  return respondHtml(200, failed, headers)(call, response);
};

let authority: Authority;
let stage: Stage;
beforeAll(async () => {
  authority = await createAuthority();
  stage = await createStage(authority);
  await stage.host('claude.ai', claude, { icon: false });
});
afterAll(() => stage.close());

/** Browsers ask for a page’s icon when they like. */
const requestsBesideIcon = (): number => stage.log.requests.filter(({ path }) => path !== '/favicon.ico').length;

const hosts = ['claude.ai:443', 'assets-proxy.anthropic.com:443'];

async function start(
  isAllowed: boolean,
): Promise<{ readonly browser: ChromiumWithExtension; readonly screen: Page; readonly desk: Desk }> {
  const browser = await launchChromium({
    extension: process.env['EXTENSION_FOLDER'] ?? extensionFolder('chrome'),
    hosts,
    caPem: authority.caPem,
    isAllowed,
  });
  await browser.roads.lead(stage.connectTo.filter((road) => road.startsWith('claude.ai')));
  const screen = await browser.open('options.html');
  return { browser, screen, desk: deskOn(screen) };
}

describe('where nothing was allowed yet', () => {
  let browser: ChromiumWithExtension;
  let screen: Page;
  let desk: Desk;
  beforeAll(async () => ({ browser, screen, desk } = await start(false)));
  afterAll(() => browser.close());

  /** What a person allows who clicks on a page of ours. */
  async function allowByClick(origins: readonly string[]): Promise<boolean> {
    const agreed = screen.evaluate(
      (wished) =>
        new Promise<boolean>((settle) => {
          const { permissions } = (globalThis as unknown as BrowserGlobal).chrome;
          const ask = (): void => settle(permissions.request({ origins: [...wished] }));
          addEventListener('mousedown', ask, { once: true });
        }),
      origins,
    );
    await screen.bringToFront();
    await screen.mouse.click(5, 5);
    return agreed;
  }
  /** What is kept of the requests of Claude’s tabs. */
  const keptTraffic = async (): Promise<unknown> => {
    const { session } = (globalThis as unknown as BrowserGlobal).chrome.storage;
    return (await session.get('page-traffic'))['page-traffic'] ?? [];
  };
  const giveBack = (origins: readonly string[]): Promise<boolean> =>
    (globalThis as unknown as BrowserGlobal).chrome.permissions.remove({ origins: [...origins] });

  it('a look at this browser waits for the answer, asks no host before, and then begins', async () => {
    const page = await browser.context.newPage();
    await page.goto(connectors);
    const asked = requestsBesideIcon();
    const exam = examDeskOn(screen, desk);
    expect(await desk.send('examineBrowser', { tabId: null, wishes: noWishes })).toEqual({ ok: true, value: null });
    expect(await exam.until(['needs-permission'])).toMatchObject({ tabId: null, report: null, problem: null });
    expect(requestsBesideIcon()).toBe(asked);
    const origins = ['https://claude.ai/*', 'https://*.anthropic.com/*'];
    for (const origin of origins) await browser.willAllow(origin);
    expect(await allowByClick(origins)).toBe(true);
    const state = await exam.until(['done', 'failed']);
    expect(seen(state, 'browser').hasPage).toBe(true);
    // The browser tells of requests at once, also of those of a page that was open before.
    const unknown = { kind: 'failed', reason: 'dns', said: 'net::ERR_NAME_NOT_RESOLVED' };
    expect(seen(state, 'reach').looks[0]).toMatchObject({
      need: 'directory-registry',
      outside: unknown,
      page: unknown,
    });
    expect(seen(state, 'page-traffic').isWhole).toBe(false);
    // Listeners that were added anew with the permission may miss the load that comes at once.
    const keptAfterLoad = async (): Promise<unknown> => {
      await page.reload();
      return screen.evaluate(keptTraffic);
    };
    await expect.poll(keptAfterLoad, { interval: 500 }).toHaveLength(1);
    expect(await screen.evaluate(giveBack, origins)).toBe(true);
    await expect.poll(() => screen.evaluate(keptTraffic)).toEqual([]);
    await page.close();
  });

  it('the wish to watch waits for the answer, and then loads the page anew', async () => {
    const page = await browser.context.newPage();
    await page.goto(connectors);
    await page.evaluate(() => Object.assign(globalThis, { isOldDocument: true }));
    const tabId = await screen.evaluate(async () => {
      const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
      // Without a permission for its host a tab has no address: it is the one that is active.
      return (await tabs.query({ active: true, currentWindow: true }))[0]?.id ?? -1;
    });
    expect(await desk.send('watchClaude', { reload: true, tabId })).toEqual({ ok: true, value: null });
    await browser.willAllow('https://claude.ai/*');
    expect(await allowByClick(['https://claude.ai/*'])).toBe(true);
    await page.waitForFunction(() => !('isOldDocument' in globalThis));
    const badge = (): Promise<string> =>
      screen.evaluate(
        (id) => (globalThis as unknown as BrowserGlobal).chrome.action.getBadgeText({ tabId: id }),
        tabId,
      );
    await expect.poll(badge).toBe('!');
    // Taken back: nothing of the page is known any more.
    await screen.evaluate(giveBack, ['https://claude.ai/*']);
    await expect.poll(badge).toBe('');
  });
});

describe('where everything is allowed', () => {
  let browser: ChromiumWithExtension;
  let screen: Page;
  let desk: Desk;
  beforeAll(async () => ({ browser, screen, desk } = await start(true)));
  afterAll(() => browser.close());

  it('the look at this browser says, without the person’s cookies, what each host did', async () => {
    const page = await browser.context.newPage();
    await page.goto(connectors);
    cookies.length = 0;
    await page.goto(connectors);
    expect(cookies.splice(0)).toEqual(['GET: session=1']);
    const state = await examDeskOn(screen, desk).look();
    const outcomes = new Map(seen(state, 'reach').looks.map(({ need, outside }) => [need, outside]));
    expect(outcomes.get('page')).toMatchObject({ kind: 'answered', status: 200 });
    expect(outcomes.get('page-code')).toMatchObject({
      kind: 'failed',
      reason: 'refused',
      said: 'net::ERR_CONNECTION_REFUSED',
    });
    expect(outcomes.get('directory-registry')).toMatchObject({
      kind: 'failed',
      reason: 'dns',
      said: 'net::ERR_NAME_NOT_RESOLVED',
    });
    expect(new Set(cookies)).toEqual(new Set(['GET: none']));
  });
});
