import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { listen } from '../../clinic/front.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { renderHtml } from '../../lib/report/html/render-html.ts';
import { reportLink } from '../../lib/report/sharing/report-link.ts';
import { openableHostileReport } from '../support/hostile-report.ts';
import { scriptPayloads } from '../support/script-payloads.ts';
import { reports } from './gallery/doctor-reports.ts';
import { browserReports } from './gallery/sample-browser.ts';
import { viewerSite, type ViewerSite } from './viewer-site.ts';

const { broken, degraded } = reports;
const brokenTitle = /This address is not the MCP endpoint/;

let site: ViewerSite;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connector-doctor-viewer-'));
  site = await viewerSite();
  browser = await chromium.launch({ executablePath: browserProgram('chromium'), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

interface Viewer {
  readonly page: Page;
  /** What went wrong, what ran that should not, and what was asked of others. */
  readonly wrongs: readonly string[];
}

async function viewer(options: BrowserContextOptions = {}): Promise<Viewer> {
  const page = await browser.newPage(options);
  const wrongs: string[] = [];
  await page.exposeFunction('hit', (number: number) => wrongs.push(`ran ${String(number)}`));
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrongs.push(message.text());
  });
  page.on('dialog', (dialog) => {
    wrongs.push('dialog');
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) wrongs.push(`requested ${request.url().slice(0, 100)}`);
  });
  return { page, wrongs };
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const file = join(folder, name);
  await writeFile(file, text);
  await page.locator('input[type=file]').first().setInputFiles(file);
}

function linkTo(report: Report, passphrase: string | null = null): Promise<string> {
  return reportLink(report, { viewer: site.url, passphrase });
}

describe('the viewer', () => {
  it('has a policy that allows its own files alone, and nothing beside it', async () => {
    const { page, wrongs } = await viewer();
    await page.goto(site.url);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'",
    );
    const own = await page.evaluate(() =>
      [...document.querySelectorAll('script[src], link[href]')].map(
        (each) => each.getAttribute('src') ?? each.getAttribute('href') ?? '',
      ),
    );
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((path) => !/^\.\/assets\/[\w-]+-[\w-]{8}\.(?:js|css|png)$/.test(path))).toEqual([]);
    await page.getByText('Connector Doctor is not affiliated with Anthropic.').waitFor();
    await page.getByText(/Nothing is uploaded/).waitFor();
    expect({ wrongs, strayed: site.strayed }).toEqual({ wrongs: [], strayed: [] });
    await page.close();
  });

  it('opens files of both kinds, judges them again and compares them', async () => {
    const { page, wrongs } = await viewer();
    await page.goto(site.url);
    await choose(page, 'broken.json', encodeReport(broken));
    await page.getByText(brokenTitle).first().waitFor();
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await page.getByText('Judged again with today’s checks').click();
    await page
      .getByRole('status')
      .filter({ hasText: /^Today’s checks (?:come to the same|judge it otherwise)/ })
      .waitFor();
    await page.getByText(brokenTitle).first().waitFor();
    for (const tab of ['Findings', 'Exchanges', 'Report']) await page.getByRole('tab', { name: tab }).click();
    await page.getByText('What was taken out').first().waitFor();
    await page.getByRole('button', { name: 'Compare with another…' }).click();
    await choose(page, 'degraded.html', renderHtml(degraded));
    await page.getByText(brokenTitle).first().waitFor();
    await page.getByRole('button', { name: 'Back to the report' }).click();
    await page.getByRole('button', { name: 'Put it aside' }).click();
    await page.getByRole('heading', { name: 'Open a report' }).waitFor();
    await choose(page, 'look.html', renderHtml(browserReports.blocked));
    await page.getByText('Something in this browser blocks requests that Claude needs').first().waitFor();
    expect({ wrongs, strayed: site.strayed }).toEqual({ wrongs: [], strayed: [] });
    await page.close();
  });

  it('opens the link that it is opened with, takes it out of the address, and keeps it for a reload', async () => {
    const { page, wrongs } = await viewer();
    await page.goto(await linkTo(broken));
    await page.getByText(brokenTitle).first().waitFor();
    expect(page.url()).toBe(site.url);
    await page.reload();
    await page.getByText(brokenTitle).first().waitFor();
    // Another link in the address of the same page.
    const [, fragment = ''] = (await linkTo(browserReports.blocked)).split('#');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await page.getByText('Something in this browser blocks requests that Claude needs').first().waitFor();
    expect(page.url()).toBe(site.url);
    await page.goBack();
    await page.getByText(brokenTitle).first().waitFor();
    await page.getByRole('button', { name: 'Put it aside' }).click();
    await page.getByRole('heading', { name: 'Open a report' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Open a report' }).waitFor();
    expect({ wrongs, strayed: site.strayed }).toEqual({ wrongs: [], strayed: [] });
    await page.close();
  });

  it('shows in forced colours which tab is chosen', async () => {
    const { page } = await viewer({ forcedColors: 'active' });
    await page.goto(await linkTo(broken));
    await page.getByRole('tab', { name: 'Findings' }).click();
    const lines = (chosen: boolean): Promise<string[]> =>
      page
        .getByRole('tab', { selected: chosen })
        .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
    const ground = await page.evaluate(() => {
      document.body.style.color = 'Canvas';
      return getComputedStyle(document.body).color;
    });
    await expect.poll(async () => [...new Set(await lines(false))]).toEqual([ground]);
    expect(await lines(true)).not.toContain(ground);
    await page.close();
  });

  it('shows nothing of a report within another page', async () => {
    const { page } = await viewer();
    const link = await linkTo(broken);
    const other = await listen(
      createServer((_, response) => response.end(`<!doctype html><iframe title="a report" src="${link}"></iframe>`)),
    );
    await page.goto(`http://127.0.0.1:${String(other.port)}/`);
    const framed = page.frameLocator('iframe');
    await framed.getByText('Reports are shown in a tab of their own alone').waitFor();
    expect(await framed.getByText(brokenTitle).count()).toBe(0);
    expect(await framed.getByRole('tab').count()).toBe(0);
    await page.close();
    await other.close();
  });

  it('hands on a note with the report alone that it was written for, beside the one that this came with', async () => {
    const { page } = await viewer();
    await page.goto(site.url);
    await choose(page, 'one.json', encodeReport(broken));
    await page.getByRole('tab', { name: 'Report' }).click();
    await page.getByLabel('A note of your own').fill('Written for the first');
    const shown = page.getByRole('region', { name: 'The report as it leaves' });
    await shown.getByText('Written for the first').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Put it aside' }).click();
    await choose(page, 'other.json', encodeReport({ ...broken, note: 'It began on Monday' }));
    await page.getByRole('tab', { name: 'Report' }).click();
    await shown.getByText('It began on Monday').waitFor({ state: 'attached' });
    expect(await page.getByLabel('A note of your own').inputValue()).toBe('');
    await page.getByLabel('A note of your own').fill('Seen by support');
    await shown.getByText('Seen by support').waitFor({ state: 'attached' });
    const leaves = (await shown.textContent()) ?? '';
    expect(leaves.indexOf('From whoever hands this report on')).toBeLessThan(leaves.indexOf('Seen by support'));
    expect(leaves.indexOf('It came with this note')).toBeLessThan(leaves.indexOf('It began on Monday'));
    expect(leaves).not.toContain('Written for the first');
    await page.getByLabel('Keep the note that the report came with').uncheck();
    await expect.poll(() => shown.textContent()).not.toContain('It began on Monday');
    await page.close();
  });

  it('asks for the passphrase, and opens by the right one alone', async () => {
    const { page, wrongs } = await viewer();
    await page.goto(await linkTo(broken, 'correct horse'));
    await page.getByRole('heading', { name: 'This report is locked' }).waitFor();
    await page.getByLabel('Passphrase').fill('wrong horse');
    await page.getByRole('button', { name: 'Open the report' }).click();
    await page.getByText(/The passphrase is another one/).waitFor();
    expect(await page.getByText(brokenTitle).count()).toBe(0);
    await page.getByLabel('Passphrase').fill('correct horse');
    await page.getByRole('button', { name: 'Open the report' }).click();
    await page.getByText(brokenTitle).first().waitFor();
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('horse');
    expect({ wrongs, strayed: site.strayed }).toEqual({ wrongs: [], strayed: [] });
    await page.close();
  });

  it('opens what is pasted, in German for who reads German', async () => {
    const { page, wrongs } = await viewer({ locale: 'de-DE' });
    await page.goto(site.url);
    await page.getByRole('heading', { name: 'Einen Bericht öffnen' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.getByRole('textbox').fill(`Guten Tag,\n> ${await linkTo(broken)}\nDanke!`);
    await page.getByRole('button', { name: 'Öffnen', exact: true }).click();
    await page.getByText('https://recipes.kitchen.dev/connect').first().waitFor();
    expect({ wrongs, strayed: site.strayed }).toEqual({ wrongs: [], strayed: [] });
    await page.close();
  });

  it('refuses what is no report in words, and runs nothing of a hostile one', async () => {
    const { page, wrongs } = await viewer();
    const whole = await linkTo(broken);
    for (const bad of [
      `${site.url}#connector-doctor=9.AAAAAAAAA`,
      whole.slice(0, -40),
      `${site.url}#connector-doctor=2.AA`,
    ]) {
      await page.goto('about:blank');
      await page.goto(bad);
      await page.getByText('This cannot be opened as a report').waitFor();
    }
    for (const payloads of [scriptPayloads(site.url).slice(0, 90), scriptPayloads(site.url).slice(90)]) {
      const report = openableHostileReport(...payloads.map(({ text }) => text));
      await page.goto('about:blank');
      await page.goto(await linkTo(report));
      await page.getByText('Somebody else’s report', { exact: true }).waitFor();
      for (const tab of ['Findings', 'Exchanges', 'Report', 'Overview'])
        await page.getByRole('tab', { name: tab }).click();
    }
    expect({ wrongs: wrongs.filter((wrong) => wrong !== 'requested about:blank'), strayed: site.strayed }).toEqual({
      wrongs: [],
      strayed: [],
    });
    await page.close();
  });

  it('has no fault that axe knows, in light and dark, and fits 320 pixels', async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { page } = await viewer({ viewport: { width: 320, height: 800 } });
    for (const address of [site.url, await linkTo(broken), await linkTo(broken, 'x')]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto('about:blank');
        await page.goto(address);
        await page.getByRole('main').getByRole('heading').first().waitFor();
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const { axe: found } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> };
          };
          return (await found.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        });
        expect(faults).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      }
    }
    await page.close();
  });
});

describe('the viewer in Firefox', () => {
  it('opens a link and a file with the same verdict', async () => {
    const firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath: browserProgram('firefox'),
      headless: true,
    });
    try {
      const page = await firefox.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      const shows = (words: RegExp): Promise<boolean> =>
        page.evaluate((source) => new RegExp(source).test(document.body.innerText), words.source);
      await page.goto(await linkTo(broken));
      await expect.poll(() => shows(brokenTitle)).toBe(true);
      expect(page.url()).toBe(site.url);
      await page.reload();
      await expect.poll(() => shows(brokenTitle)).toBe(true);
      await page.evaluate(() => {
        [...document.querySelectorAll('button')].find((each) => each.textContent.includes('Put it aside'))?.click();
      });
      await expect.poll(() => shows(/Nothing is uploaded/)).toBe(true);
      const file = join(folder, 'firefox.html');
      await writeFile(file, renderHtml(broken));
      const input = await page.waitForSelector('input[type=file]');
      await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
      await expect.poll(() => shows(brokenTitle)).toBe(true);
      expect({ complaints, strayed: site.strayed }).toEqual({ complaints: [], strayed: [] });
    } finally {
      await firefox.close();
    }
  });
});
