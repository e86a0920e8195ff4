import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overPhases, type BrowserGlobal } from '../../clinic/browser/desk.ts';
import { respond, respondHtml, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { clickOn, picture, startFlow, violationsOn, type Flow } from './flows-support.ts';

const sentence = 'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.';
const reference = 'ofid_d325aa51c0ffee51';
const claude = `<!doctype html><title>Claude</title><main><h1>Connectors</h1><div>Acme</div></main>
<section aria-label="Notifications" aria-live="polite"><ol data-sonner-toaster="true"></ol></section>`;

describe('on Claude’s page', () => {
  let flow: Flow;
  beforeAll(async () => {
    flow = await startFlow(['claude.ai:443', 'mcp.acme.dev:443'], async (stage) => {
      await stage.host('claude.ai', respondHtml(200, claude));
      const notHere = respond(404, { 'content-type': 'text/plain' }, 'nothing here');
      await stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer() }, notHere));
    });
  });
  afterAll(() => flow.close());

  it('an error is marked on the icon, read in the popup, and its cause is found', async () => {
    const { visit, openPopup, runs, desk, browser } = flow;
    const page = await visit('https://claude.ai/customize/connectors');
    const quiet = await openPopup();
    await quiet.waitForSelector('text/You are on Claude');
    await picture(quiet, 'claude-1-not-read');
    await clickOn(quiet, 'Read Claude’s errors');
    await quiet.waitForSelector('text/No connector error on this page');
    await picture(quiet, 'claude-2-quiet');
    await quiet.close();

    await showToast(page, `${sentence} If this persists, share this reference with support: “${reference}”`);
    await expect.poll(() => badgeOf(flow)).toBe('!');
    await page.bringToFront();
    const popup = await openPopup();
    await popup.waitForSelector(`text/${sentence.slice(0, 40)}`);
    await popup.waitForSelector('text/Reference ofid_d325');
    expect(await violationsOn(popup)).toEqual([]);
    await picture(popup, 'claude-3-seen');
    await clickOn(popup, 'Find the cause');
    await popup.waitForSelector('text/Claude does not show the connector’s address here');
    await picture(popup, 'claude-4-asks-for-address');
    await popup.type('textarea', 'https://mcp.acme.dev/connect');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('text/Show me the fix');
    await picture(popup, 'claude-5-cause');
    expect(await violationsOn(popup)).toEqual([]);
    const [run] = await runs();
    const at = await desk();
    expect(await at.until(run?.id ?? '', overPhases)).toMatchObject({
      outcome: { verdict: 'broken', cause: { code: 'transport.wrong-path' } },
      claude: { reference },
    });
    expect((await at.report(run?.id ?? ''))?.claude).toMatchObject({ reference, surface: 'web' });
    const [doctor] = await Promise.all([browser().context.waitForEvent('page'), clickOn(popup, 'Details')]);
    await doctor.getByText('Does it work?').waitFor();
    await picture(doctor, 'claude-6-details');
  });

  it('the look at this browser says what it does not reach', async () => {
    const page = await flow.visit('https://claude.ai/customize/connectors');
    await page.bringToFront();
    const popup = await flow.openPopup();
    await clickOn(popup, 'Check this browser');
    await popup.waitForSelector('text/Look again');
    await popup.waitForSelector('text/assets-proxy.anthropic.com');
    await picture(popup, 'claude-7-browser');
    expect(await violationsOn(popup)).toEqual([]);
  });
});

/** What Claude’s own code does when a connector fails. */
function showToast(page: Page, text: string): Promise<void> {
  return page.evaluate((words) => {
    const toast = document.createElement('li');
    toast.setAttribute('data-sonner-toast', '');
    toast.textContent = words;
    document.querySelector('[data-sonner-toaster]')?.append(toast);
  }, text);
}

async function badgeOf({ browser }: Flow): Promise<string> {
  const worker = await browser().worker();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as BrowserGlobal;
    const [tab] = await chrome.tabs.query({ url: 'https://claude.ai/*' });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
  });
}
