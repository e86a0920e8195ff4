import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { deskOn, type BrowserGlobal, type Desk } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { respondHtml, type Handler } from '../../clinic/http-call.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { TabSight } from '../../lib/page/sighting.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { killWorker } from './runs-support.ts';

const reach =
  'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: “ofid_d325aa51c0ffee51”';

/** Claude’s pages as far as they matter here. One takes the signs out of its address as soon as it runs, as single-page apps do. */
const claude: Handler = (call, response) => {
  const { pathname } = call.url;
  if (pathname.startsWith('/chat/')) return respondHtml(200, chatPage)(call, response);
  if (pathname === '/settings/connectors') return respondHtml(200, forgetfulPage)(call, response);
  return respondHtml(200, connectorsPage)(call, response);
};

const connectorsPage = `<!doctype html><title>Claude</title><nav><a href="/chat/1">Weekly report</a></nav>
<main><h1>Connectors</h1><div>https://mcp.acme.dev/mcp</div></main>
<section aria-label="Notifications" aria-live="polite"><ol data-sonner-toaster="true"></ol></section>`;

const forgetfulPage = `<!doctype html><title>Claude</title><script>history.replaceState(null, '', '/settings/connectors')</script>
<main><h1>Connectors</h1></main>`;

const chatPage = `<!doctype html><title>${reach}</title><nav><a href="/chat/1">${reach}</a></nav>
<main><div data-testid="user-message">${reach}</div><div data-is-streaming="true"><div class="font-claude-response">${reach}
<div role="alert">${reach}</div></div></div><div contenteditable="true" role="textbox">${reach}</div></main>
<div aria-live="polite">${reach}</div>`;

const hosts = ['claude.ai:443', 'elsewhere.dev:443', 'assets-proxy.anthropic.com:443'];
const connectors = 'https://claude.ai/customize/connectors';

let authority: Authority;
let stage: Stage;
let browser: ChromiumWithExtension;
let screen: Page;
let desk: Desk;

beforeAll(async () => {
  authority = await createAuthority();
  stage = await createStage(authority);
  await stage.host('claude.ai', claude);
  await stage.host('elsewhere.dev', claude);
  browser = await launchChromium({ extension: extensionFolder('chrome'), hosts, caPem: authority.caPem });
  await browser.roads.lead(stage.connectTo.filter((road) => hosts.some((host) => road.startsWith(host))));
  screen = await browser.open('options.html');
  desk = deskOn(screen);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const pages: Page[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});

async function visit(url: string, within: ChromiumWithExtension = browser): Promise<Page> {
  const page = await within.context.newPage();
  pages.push(page);
  await page.goto(url);
  return page;
}

/** The number of the tab that shows a page of this site. */
function tabOf(pattern: string, look: Page = screen): Promise<number> {
  return look.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as BrowserGlobal;
    return (await chrome.tabs.query({ url }))[0]?.id ?? -1;
  }, pattern);
}

function badgeOf(tabId: number, look: Page = screen): Promise<{ readonly text: string; readonly title: string }> {
  return look.evaluate(async (id) => {
    const { action } = (globalThis as unknown as BrowserGlobal).chrome;
    return { text: await action.getBadgeText({ tabId: id }), title: await action.getTitle({ tabId: id }) };
  }, tabId);
}

async function look(tabId: number, at: Desk = desk): Promise<TabSight> {
  const answer = await at.send('lookAtTab', { tabId });
  if (!answer.ok) throw new Error(answer.problem);
  return answer.value;
}

/** The tabs of which the background keeps something; the badge was settled before. */
function knownTabs(): Promise<readonly number[]> {
  return screen.evaluate(async () => {
    const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
    const { sightings } = await storage.session.get('sightings');
    return ((sightings ?? []) as [number, unknown][]).map(([id]) => id);
  });
}

/** What Claude’s own code does when a connector fails. */
function showToast(page: Page, text: string): Promise<void> {
  return page.evaluate((words) => {
    const toast = document.createElement('li');
    toast.setAttribute('data-sonner-toast', '');
    toast.textContent = words;
    document.querySelector('[data-sonner-toaster]')?.append(toast);
  }, text);
}

describe('before pages may be watched', () => {
  it('a look reads what is on screen at that moment, and leaves nothing behind', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    expect(await look(tabId)).toEqual({ kind: 'not-allowed', origin: 'https://claude.ai' });
    await showToast(page, reach);
    expect(await look(tabId)).toMatchObject({
      kind: 'seen',
      sighting: { sentence: reach, reference: 'ofid_d325aa51c0ffee51', connectorUrl: 'https://mcp.acme.dev/mcp' },
      guess: { isConnectorFault: true },
    });
    expect((await badgeOf(tabId)).text).toBe('');
    await page.reload();
    expect(await look(tabId)).toEqual({ kind: 'not-allowed', origin: 'https://claude.ai' });
  });

  it('pages of others are none of our business', async () => {
    const page = await visit('https://elsewhere.dev/customize/connectors');
    await showToast(page, reach);
    expect(await look(await tabOf('https://elsewhere.dev/*'))).toEqual({ kind: 'elsewhere' });
  });
});

describe('once pages are watched', () => {
  beforeAll(async () => {
    expect(await desk.send('watchClaude', { reload: false, tabId: null })).toEqual({ ok: true, value: null });
  });

  it('an error on the page marks the icon of its tab and stays known when the notice is gone', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    const usual = await badgeOf(tabId);
    await showToast(page, reach);
    await expect
      .poll(() => badgeOf(tabId))
      .toEqual({
        text: '!',
        title: 'Connector Doctor: Claude shows a connector error on this page',
      });
    await page.evaluate(() => document.querySelector('[data-sonner-toast]')?.remove());
    expect(await look(tabId)).toMatchObject({ kind: 'seen', sighting: { sentence: reach } });
    await page.goto('https://claude.ai/chat/2');
    await expect.poll(() => badgeOf(tabId)).toEqual(usual);
    await expect.poll(() => look(tabId)).toEqual({ kind: 'quiet' });
  });

  it('a page with nothing but a conversation gives nothing, however it goes on', async () => {
    const page = await visit('https://claude.ai/chat/1');
    const tabId = await tabOf('https://claude.ai/*');
    await page.evaluate((words) => {
      document.querySelector('.font-claude-response')?.append(words);
      document.querySelector('main')?.append(words);
    }, reach);
    expect(await look(tabId)).toEqual({ kind: 'quiet' });
    // What is told comes in order: when this has arrived, nothing was told before it.
    await page.evaluate(() => {
      const alert = document.createElement('div');
      alert.setAttribute('role', 'alert');
      alert.textContent = 'Connection has expired';
      document.body.append(alert);
    });
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
    expect(await look(tabId)).toMatchObject({ sighting: { sentence: 'Connection has expired', reference: null } });
  });

  it('no plan’s limit marks the icon', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    await showToast(page, '5-hour limit reached - resets 3pm');
    await expect.poll(knownTabs).toContain(tabId);
    expect(await look(tabId)).toMatchObject({ kind: 'seen', guess: { isConnectorFault: false } });
    expect((await badgeOf(tabId)).text).toBe('');
  });

  it('signs are seen that the page takes out of its address at once', async () => {
    await visit('https://claude.ai/settings/connectors?step=start_error&flow_id=ofid_1122334455667788');
    const tabId = await tabOf('https://claude.ai/*');
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
    expect(await look(tabId)).toMatchObject({
      kind: 'seen',
      sighting: { sentence: null, stage: 'start_error', reference: 'ofid_1122334455667788' },
    });
  });

  it('the page stays as its author made it', async () => {
    const problems: string[] = [];
    const page = await browser.context.newPage();
    pages.push(page);
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(connectors);
    await showToast(page, reach);
    const tabId = await tabOf('https://claude.ai/*');
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => /doctor/i.test(name)))).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('script, style, iframe, [class]').length)).toBe(0);
    expect(problems).toEqual([]);
  });

  it('another site in the same tab has no mark', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    await showToast(page, reach);
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
    await page.goto('https://elsewhere.dev/');
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '' });
    expect(await look(tabId)).toEqual({ kind: 'elsewhere' });
  });

  it('a worker that was put to rest is woken by what a page shows', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    await killWorker(browser);
    await showToast(page, reach);
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
  });

  it('a script within the page sees nothing of what is kept, and changes nothing', async () => {
    await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    const tried = await screen.evaluate(async (target) => {
      const { scripting } = (globalThis as unknown as BrowserGlobal).chrome;
      const [done] = await scripting.executeScript({
        target: { tabId: target },
        func: async () => {
          const { local, session } = (globalThis as unknown as BrowserGlobal).chrome.storage;
          const deeds = [local.get(null), local.set({ settings: {} }), session.get(null)];
          return (await Promise.allSettled<unknown>(deeds)).map(({ status }) => status);
        },
      });
      return done?.result;
    }, tabId);
    expect(tried).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('a closed tab is forgotten', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    await showToast(page, reach);
    await expect.poll(knownTabs).toContain(tabId);
    await page.close();
    await expect.poll(knownTabs).not.toContain(tabId);
  });

  it('pages that are already open are left alone as soon as the person wants it no more', async () => {
    const page = await visit(connectors);
    const tabId = await tabOf('https://claude.ai/*');
    await showToast(page, reach);
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
    await desk.set({ watchClaude: false });
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '' });
    await desk.set({ watchClaude: true });
    await expect.poll(() => badgeOf(tabId)).toMatchObject({ text: '!' });
  });
});
