import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { deskOn, type BrowserGlobal, type Desk, type ExtensionPage } from '../../clinic/browser/desk.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { respondHtml } from '../../clinic/http-call.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { examDeskOn, seen } from './exam-support.ts';

const connectors = 'https://claude.ai/customize/connectors';
const claude = respondHtml(
  200,
  `<!doctype html><title>Claude</title><nav></nav><main><h1>Connectors</h1></main>
  <section aria-live="polite"><ol data-sonner-toaster="true"></ol></section>`,
);

let authority: Authority;
let stage: Stage;
let firefox: FirefoxWithExtension;
let screen: Page;
let desk: Desk;

beforeAll(async () => {
  authority = await createAuthority();
  stage = await createStage(authority);
  await stage.host('claude.ai', claude);
  firefox = await launchFirefox({
    extension: process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox'),
    caPem: authority.caPem,
  });
  firefox.roads.lead(stage.connectTo);
  screen = await firefox.open('options.html');
  desk = deskOn(screen as unknown as ExtensionPage);
});
afterAll(async () => {
  await firefox.close();
  await stage.close();
});

async function visit(): Promise<{ readonly page: Page; readonly tabId: number }> {
  const page = await firefox.browser.newPage();
  await page.goto(connectors);
  const tabId = await screen.evaluate(async () => {
    const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
    return (await tabs.query({ url: 'https://claude.ai/*' }))[0]?.id ?? -1;
  });
  return { page, tabId };
}

function showToast(page: Page, text: string): Promise<void> {
  return page.evaluate((words) => {
    const toast = document.createElement('li');
    toast.setAttribute('data-sonner-toast', '');
    toast.textContent = words;
    document.querySelector('[data-sonner-toaster]')?.append(toast);
  }, text);
}

const badgeOf = (tabId: number): Promise<string> =>
  screen.evaluate((id) => (globalThis as unknown as BrowserGlobal).chrome.action.getBadgeText({ tabId: id }), tabId);

describe('Claude’s pages in Firefox', () => {
  it('are read once, at a look', async () => {
    const { page, tabId } = await visit();
    expect(await desk.send('lookAtTab', { tabId })).toEqual({
      ok: true,
      value: { kind: 'not-allowed', origin: 'https://claude.ai' },
    });
    await showToast(page, 'Connection has expired');
    expect(await desk.send('lookAtTab', { tabId })).toMatchObject({
      ok: true,
      value: { kind: 'seen', sighting: { sentence: 'Connection has expired' } },
    });
    await page.close();
  });

  it('mark the icon of their tab once they are watched, and no longer on another page', async () => {
    await desk.send('watchClaude', { reload: false, tabId: null });
    const { page, tabId } = await visit();
    await showToast(page, 'Connection has expired');
    await expect.poll(() => badgeOf(tabId)).toBe('!');
    await page.goto('https://claude.ai/new');
    await expect.poll(() => badgeOf(tabId)).toBe('');
    await page.close();
  });

  it('are looked at, and asked for from here and from the page, in the browser’s own words', async () => {
    const { page } = await visit();
    const state = await examDeskOn(screen as unknown as ExtensionPage, desk).look();
    expect(state).toMatchObject({ phase: 'done', problem: null });
    const outcomes = new Map(seen(state, 'reach').looks.map((look) => [look.need, look]));
    expect(outcomes.get('page')).toMatchObject({
      outside: { kind: 'answered', status: 200 },
      page: { kind: 'answered', status: 200 },
    });
    const unknown = { kind: 'failed', reason: 'dns', said: 'NS_ERROR_UNKNOWN_HOST' };
    expect(outcomes.get('directory-registry')).toMatchObject({ outside: unknown, page: unknown });
    expect(seen(state, 'page-traffic')).toMatchObject({ isWhole: true, notes: [] });
    await page.close();
  });
});
