import type { Locator, Page } from 'playwright';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { respond, routes, type Handler } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { clickOn, picture, startFlow, violationsOn, type Flow, type PopupPage } from './flows-support.ts';
import { acme, beginGuideIn, cardIn, fillConnector, type Walker } from './guides-support.ts';

const notHere = respond(404, { 'content-type': 'text/plain' }, 'nothing here');
const working = routes({ '/mcp': mcpServer({ modern: true }) }, notHere);

describe('a guide beside Claude', () => {
  let flow: Flow;
  let walker: Walker;
  let server: Handler = working;
  beforeAll(async () => {
    flow = await startFlow([...claudeHosts, 'mcp.acme.dev:443'], async (stage) => {
      await putUpClaude(stage);
      await stage.host('mcp.acme.dev', (call, response) => server(call, response));
    });
    const claude = await flow.visit(claudeConnectorsUrl);
    walker = { claude, panel: await flow.browser().open('sidepanel.html') };
    await walker.panel.bringToFront();
  });
  afterAll(() => flow.close());

  it('is found, followed and finished by the keyboard alone', { timeout: 120_000 }, async () => {
    const { panel, claude } = walker;
    await claude.goto('https://claude.ai/recents');
    await panel.bringToFront();
    await pressOn(panel, 'Guides');
    await pressOn(panel, 'Use a connector on a phone or tablet');
    await pressOn(panel, 'Begin');
    await cardIn(panel).waitFor();
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('guide-step');
    expect(await panel.title()).toBe('Use a connector on a phone or tablet – Connector Doctor');
    await pressOn(panel, 'Open beside: Customize > Connectors');
    await panel.bringToFront();
    await cardIn(panel).getByText('Seen: the tab beside shows').waitFor();
    await pressOn(panel, 'Next step');
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('guide-step');
    await pressOn(panel, 'Not needed');
    await pressOn(panel, 'Back');
    await cardIn(panel).getByText('Not needed, you say').waitFor();
    await pressOn(panel, 'Next step');
    await claude.goto(claudeConnectorsUrl);
    await panel.bringToFront();
    await pressOn(panel, 'Look at the page now');
    await cardIn(panel).getByText('Seen: Claude’s page shows no connector error.').waitFor();
    await pressOn(panel, 'Next step');
    await pressOn(panel, 'Skip');
    await pressOn(panel, 'Done');
    await panel.getByRole('heading', { name: 'You are at the end' }).waitFor();
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('guide-done');
    await panel.getByText('1 step was skipped').waitFor();
    await panel.getByText('4 of 5 done').waitFor();
    expect(await violationsOn(panel)).toEqual([]);
    await pressOn(panel, 'Back', 'first');
    await panel.getByRole('heading', { name: 'Guides' }).waitFor();
  });

  it('can be left in the middle, and is gone on with after the browser was closed over it', async () => {
    const { panel } = walker;
    await beginGuideIn(walker, 'private-projects', 'user');
    await cardIn(panel).getByRole('button', { name: 'Done' }).click();
    await panel.getByText('Step 2 of').waitFor();
    await panel.reload();
    await panel.getByText('Step 2 of').waitFor();
    await panel.getByRole('button', { name: 'Pause' }).click();
    await panel.getByRole('heading', { name: 'Work with connectors in projects and shared chats' }).waitFor();
    await picture(panel, 'guide-left');
    await panel.reload();
    await panel.getByRole('button', { name: 'Go on Work with connectors' }).click();
    await panel.getByText('Step 2 of').waitFor();
    await panel.getByText(/^All \d+ steps$/).click();
    await panel.getByText('Ticked by you').waitFor();
    await panel.goBack();
    await panel.getByRole('button', { name: 'Forget how far you are in “Work with' }).click();
    await expect.poll(() => panel.evaluate(`chrome.storage.local.get('guide:private-projects')`)).toEqual({});
  });

  it('believes the person who takes back what was seen', async () => {
    const { panel, claude } = walker;
    await claude.goto(claudeConnectorsUrl);
    await beginGuideIn(walker, 'tool-blocked', 'user');
    const card = await goTo(panel, 'Seen: the tab beside shows');
    await card.getByRole('button', { name: 'Take back' }).click();
    await card.getByText('Only you can see this').waitFor();
    await claude.reload();
    await claude.goto('https://claude.ai/new');
    await claude.goto(claudeConnectorsUrl);
    expect(await card.getByText('Seen:').count()).toBe(0);
    await card.getByRole('button', { name: 'Done' }).click();
    await panel.getByText(/^All \d+ steps$/).click();
    await panel.getByText('Ticked by you').last().waitFor();
  });

  it('shows the error that Claude still shows, and ticks once it is gone', async () => {
    const { panel, claude } = walker;
    await claude.goto(claudeConnectorsUrl);
    await claude.evaluate(showError, 'Couldn’t reach the MCP server. Check that it is running.');
    await beginGuideIn(walker, 'custom-on-free', 'user');
    const card = await goTo(panel, 'Claude’s page shows an error');
    await card.getByText('Couldn’t reach the MCP server').waitFor();
    expect(await violationsOn(panel)).toEqual([]);
    await picture(panel, 'guide-error-on-page');
    await claude.reload();
    await card.getByText('Claude’s page shows an error').waitFor({ state: 'detached' });
    expect(await card.getByText('Seen:').count()).toBe(0);
    await card.getByRole('button', { name: 'Look at the page now' }).click();
    await card.getByText('Seen: Claude’s page shows no connector error.').waitFor();
  });

  it('says what a check still finds, and ticks once the server is mended', async () => {
    const { panel } = walker;
    server = notHere;
    await beginGuideIn(walker, 'change-url-or-credentials', 'user');
    await fillConnector(panel);
    const card = await goTo(panel, 'Check now');
    await card.getByRole('button', { name: 'Check now' }).click();
    await card.getByText('Not yet: this is still found').waitFor();
    expect(await card.getByText('Seen:').count()).toBe(0);
    await card.getByRole('button', { name: 'Done', exact: true }).waitFor();
    expect(await violationsOn(panel)).toEqual([]);
    await picture(panel, 'guide-still-found');
    server = working;
    await card.getByRole('button', { name: 'Check now' }).click();
    await card.getByText('Seen: the check of mcp.acme.dev finds no such fault.').waitFor();
    const [run] = await flow.runs();
    expect(run).toMatchObject({ url: acme.url, phase: 'complete', outcome: { verdict: 'ready' } });
  });

  it('keeps no address with a key in it, and still works with it', async () => {
    const { panel } = walker;
    const secret = 'https://mcp.acme.dev/mcp?api_key=sk-9f8e7d6c5b4a39281706f5e4d3c2b1a0';
    await beginGuideIn(walker, 'reconnect', 'user');
    await fillConnector(panel, { name: 'Acme', url: secret });
    await panel.getByText(secret).first().waitFor();
    await expect
      .poll(() => panel.evaluate(`chrome.storage.local.get('guide:reconnect').then((kept) => JSON.stringify(kept))`))
      .toContain('"name":"Acme"');
    expect(JSON.stringify(await panel.evaluate(`chrome.storage.local.get(null)`))).not.toContain('sk-9f8e7d6c5b4a');
  });
});

describe('the browser’s own side panel', () => {
  let flow: Flow;
  beforeAll(async () => {
    flow = await startFlow(claudeHosts, async (stage) => void (await putUpClaude(stage)), { isAllowed: false });
  });
  afterAll(() => flow.close());

  it('opens from the popup on what was wished, also while it is open, and asks for Claude’s page at a click', async () => {
    const page = await flow.visit(claudeConnectorsUrl);
    const popup = await flow.openPopup();
    const panel = await sidePanelAfter(flow, popup, () => clickOn(popup, 'reconnect'));
    await panel.waitForSelector('::-p-aria([name="Disconnect and reconnect a connector"][role="heading"])');
    expect(await violationsOn(panel)).toEqual([]);
    await clickOn(panel, 'Begin');
    await clickOn(panel, 'Done');
    await panel.waitForSelector('::-p-text(Connector Doctor can see this by itself)');
    await picture(panel, 'guide-side-panel');
    await flow.browser().willAllow('https://claude.ai/*');
    await clickOn(panel, 'Allow claude.ai');
    await panel.waitForSelector('::-p-text(Seen: the tab beside shows)');
    await page.bringToFront();
    const again = await flow.openPopup();
    await clickOn(again, 'plans');
    await panel.waitForSelector('::-p-aria([name="Plans and roles"][role="heading"])');
    await clickOn(panel, 'Back');
    await panel.waitForSelector('::-p-text(Seen: the tab beside shows)');
  });
});

/** Goes with Tab to what has these words, and presses it. `first`: from the top of the page. */
async function pressOn(panel: Page, words: string, from: 'here' | 'first' = 'here'): Promise<void> {
  await panel
    .getByText(words, { exact: true })
    .or(panel.getByLabel(words, { exact: true }))
    .first()
    .waitFor();
  if (from === 'first') await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses < 80; presses += 1) {
    await panel.keyboard.press('Tab');
    const name = await panel.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (name !== words) continue;
    await panel.keyboard.press('Enter');
    return;
  }
  throw new Error(`“${words}” is not reached by the keyboard`);
}

/** Goes from step to step until one says this. */
async function goTo(panel: Page, words: string): Promise<Locator> {
  const card = cardIn(panel);
  const heading = panel.locator('#guide-step');
  for (;;) {
    const said = card.getByText(words).first();
    const isVerified = card.getByText(/Only you can see this|Watching the tab|Look at the page now|Check now/).first();
    await said.or(isVerified).first().waitFor();
    if (await said.isVisible()) return card;
    const before = await heading.innerText();
    await card.getByRole('button', { name: /^(Done|Next step)$/ }).click();
    await expect.poll(() => heading.innerText()).not.toBe(before);
  }
}

/** What Claude’s own code does when a connector fails. */
function showError(words: string): void {
  const toast = document.createElement('div');
  toast.setAttribute('role', 'alert');
  toast.textContent = words;
  document.body.append(toast);
}

/** The browser’s side panel, which Playwright does not know, once a click in the popup has opened it. */
async function sidePanelAfter({ browser }: Flow, popup: PopupPage, click: () => Promise<void>): Promise<PopupPage> {
  const { host } = new URL(popup.browser().wsEndpoint());
  const { origin } = browser();
  const isPanel = (url: string): boolean => url.startsWith(`${origin}/sidepanel.html`);
  await click();
  // Only a target that is there when this door is opened has its address at once, by which all others are left alone.
  await expect
    .poll(async () =>
      ((await (await fetch(`http://${host}/json/list`)).json()) as { url: string }[]).some(({ url }) => isPanel(url)),
    )
    .toBe(true);
  const whole = await puppeteer.connect({
    browserURL: `http://${host}`,
    defaultViewport: null,
    targetFilter: (target) => isPanel(target.url()) || target.type() === 'browser',
  });
  return (await whole.waitForTarget((target) => isPanel(target.url()))).asPage();
}
