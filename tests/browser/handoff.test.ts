import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { buildGallery, serveGallery } from './gallery/build-gallery.ts';

let folder: string;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Everything that was asked for outside the page itself. */
let asked: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-doctor-handoff-'));
  await buildGallery(folder);
  gallery = await serveGallery(folder);
  browser = await chromium.launch({
    executablePath: browserProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  asked = [];
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  await context.route(
    (url) => url.origin !== new URL(gallery.url).origin,
    async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ status: 200, contentType: 'text/html', body: '<title>somewhere else</title>' });
    },
  );
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
});

async function show(state: string): Promise<void> {
  await page.goto(`${gallery.url}#${encodeURIComponent(`handoff/${state}`)}`);
  await page.getByRole('heading', { name: 'Hand it on' }).waitFor();
}

function clipboard(): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

const form = { name: /^Open the filled-in form on GitHub/ };

describe('a report that is handed on', () => {
  it('opens the tracker’s form only by a click, with what stands in the fields', async () => {
    await show('tracker');
    await page.getByLabel('When it last failed in Claude').fill('2026-11-21 13:05 CET');
    await page.getByLabel('Transport').selectOption('sse (deprecated)');
    await page
      .getByLabel('Log of your server at that time')
      .fill('13:05 GET /sse\nAuthorization: Bearer abcdefgh12345678ijkl');
    await page.getByText('Taken out of what you typed:').waitFor();
    await expect.poll(() => page.getByText(/are empty/).count()).toBe(0);
    expect(asked).toEqual([]);

    const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', form).click()]);
    await opened.waitForURL(/^https:\/\/github\.com\//);
    const query = new URL(opened.url()).searchParams;
    expect(query.get('timestamp')).toBe('2026-11-21 13:05 CET');
    expect(query.get('transport')).toBe('sse (deprecated)');
    expect(query.get('server-logs')).toMatch(/^13:05 GET \/sse\nAuthorization: Bearer redacted/);
    expect(query.get('description')).toBe(await page.getByLabel('What happened').inputValue());
    expect(asked.join()).not.toContain('abcdefgh12345678ijkl');
    expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  });

  it('puts on the clipboard exactly what does not fit, by the same click', async () => {
    await show('tracker-too-long');
    await page.getByText(/^Not all of it fits/).waitFor();
    await page.getByText('See what has to be pasted').click();
    const rest = await page.locator('pre').innerText();
    const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', form).click()]);
    await opened.waitForURL(/^https:\/\/github\.com\//);
    await page.getByText('Copied: paste it there.').waitFor();
    await page.bringToFront();
    expect(await clipboard()).toBe(rest);
    expect(rest).toContain('### Additional context');
    expect(opened.url().length).toBeLessThan(8_192);
    expect(new URL(opened.url()).searchParams.has('additional')).toBe(false);
  });

  it('changes the form and keeps what was answered, as far as the other form asks for it', async () => {
    await show('tracker');
    await page.getByLabel('When it last failed in Claude').fill('today');
    await page.getByRole('radio', { name: 'I use the connector' }).check();
    await page.getByLabel('How you connect to it').waitFor();
    expect(await page.getByLabel('Transport').count()).toBe(0);
    const query = new URL((await page.getByRole('link', form).getAttribute('href')) ?? '').searchParams;
    expect([query.get('template'), query.get('timestamp'), query.has('transport')]).toEqual([
      'auth_connection_user.yml',
      'today',
      false,
    ]);
  });

  it('preselects nobody where nothing was found, and marks in red only after the button', async () => {
    await show('nothing-found');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByLabel('What Claude showed').fill('Couldn’t connect. ofid_abc12345');
    const letter = page.getByRole('article', { name: 'The message' });
    await expect.poll(() => letter.innerText()).toContain('Reference: ofid_abc12345');
    await page.getByLabel('When it last failed in Claude').fill('today, 10:04 CET');
    await expect.poll(() => letter.innerText()).toContain('When: today, 10:04 CET');

    await page.getByRole('radio', { name: /public tracker/ }).check();
    const demanded = page.getByText('Please fill in: the form demands it.').first();
    await demanded.waitFor();
    expect(await page.getByText(/are empty/).count()).toBe(0);
    const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', form).click()]);
    await opened.waitForURL(/^https:\/\/github\.com\//);
    expect(new URL(opened.url()).searchParams.get('timestamp')).toBe('today, 10:04 CET');
    await page.getByText(/are empty/).waitFor();
    expect(await demanded.getAttribute('class')).toContain('text-broken');
  });

  it('goes to somebody else by the arrow keys; the letter is read, copied, and opens the mail program to nobody', async () => {
    await show('vendor');
    const letter = page.getByRole('article', { name: 'The message' });
    expect(await letter.innerText()).toMatch(/^Your connector for Claude at mcp\.acme\.dev/);
    const mail = page.getByRole('link', { name: 'Open the mail program' });
    expect(await mail.getAttribute('href')).toMatch(/^mailto:\?subject=Your%20connector/);
    await page.getByRole('button', { name: 'Copy the message', exact: true }).click();
    await page.getByRole('button', { name: /^Copied/ }).waitFor();
    expect((await clipboard()).trimEnd()).toMatch(/^Hello,\n[^]*connector-doctor check https:\/\/mcp\.acme\.dev\/mcp/);

    await page.getByRole('radio', { name: /The people who run the connector/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => letter.innerText()).toMatch(/^The connector mcp\.acme\.dev does not work in Claude/);
    // Claude’s support takes no mail.
    expect(await mail.count()).toBe(0);
    expect(asked).toEqual([]);
  });
});
