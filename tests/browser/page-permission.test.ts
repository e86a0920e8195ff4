import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { deskOn, type BrowserGlobal, type Desk } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { respondHtml, type Handler } from '../../clinic/http-call.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';

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

const hosts = ['claude.ai:443', 'assets-proxy.anthropic.com:443'];

async function start(
  isAllowed: boolean,
): Promise<{ readonly browser: ChromiumWithExtension; readonly screen: Page; readonly desk: Desk }> {
  const browser = await launchChromium({
    extension: extensionFolder('chrome'),
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

  it('a page of Claude’s is not read, and no host is asked', async () => {
    const page = await browser.context.newPage();
    await page.goto(connectors);
    const answer = await desk.send('checkBrowser', {});
    if (!answer.ok) throw new Error(answer.problem);
    expect(answer.value.hosts.map(({ outcome }) => outcome.kind)).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
    ]);
    expect(answer.value.words).toContain('would have to be allowed first');
    expect(stage.log.requests.filter(({ method }) => method === 'HEAD')).toEqual([]);
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
    const agreed = screen.evaluate(
      () =>
        new Promise((settle) => {
          const { permissions } = (globalThis as unknown as BrowserGlobal).chrome;
          const ask = (): void => settle(permissions.request({ origins: ['https://claude.ai/*'] }));
          addEventListener('mousedown', ask, { once: true });
        }),
    );
    await screen.bringToFront();
    await screen.mouse.click(5, 5);
    expect(await agreed).toBe(true);
    await page.waitForFunction(() => !('isOldDocument' in globalThis));
    const badge = (): Promise<string> =>
      screen.evaluate(
        (id) => (globalThis as unknown as BrowserGlobal).chrome.action.getBadgeText({ tabId: id }),
        tabId,
      );
    await expect.poll(badge).toBe('!');
    // Taken back: nothing of the page is known any more.
    await screen.evaluate(() =>
      (globalThis as unknown as BrowserGlobal).chrome.permissions.remove({ origins: ['https://claude.ai/*'] }),
    );
    await expect.poll(badge).toBe('');
  });
});

describe('where everything is allowed', () => {
  let browser: ChromiumWithExtension;
  let desk: Desk;
  beforeAll(async () => ({ browser, desk } = await start(true)));
  afterAll(() => browser.close());

  it('the look at this browser says, without the person’s cookies, what each host did', async () => {
    const page = await browser.context.newPage();
    await page.goto(connectors);
    cookies.length = 0;
    await page.goto(connectors);
    expect(cookies.splice(0)).toEqual(['GET: session=1']);
    const answer = await desk.send('checkBrowser', {});
    expect(answer).toMatchObject({
      ok: true,
      value: {
        online: true,
        hosts: [
          { host: 'claude.ai', outcome: { kind: 'reached', status: 200 } },
          {
            host: 'assets-proxy.anthropic.com',
            outcome: { kind: 'failed', reason: 'refused', detail: 'net::ERR_CONNECTION_REFUSED' },
          },
          {
            host: 'api.anthropic.com',
            outcome: { kind: 'failed', reason: 'dns', detail: 'net::ERR_NAME_NOT_RESOLVED' },
          },
        ],
        words:
          'This browser does not reach assets-proxy.anthropic.com and api.anthropic.com (net::ERR_CONNECTION_REFUSED). It does reach claude.ai, so a filter on your network or in this browser is likely.',
      },
    });
    expect(cookies).toEqual(['HEAD: none']);
  });
});
