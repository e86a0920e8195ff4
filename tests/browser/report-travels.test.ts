import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import type { Page as FirefoxPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { browserProgram } from '../../clinic/browser/programs.ts';
import { respond } from '../../clinic/http-call.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { setup as buildProgram } from '../cli/global-setup.ts';
import { runProgram } from '../cli/program.ts';
import { startFlow } from './flows-support.ts';
import { viewerSite } from './viewer-site.ts';

const forms = { json: 'JSON', html: 'a page (HTML)' } as const;

let folder: string;
/** What stands on the page on which it was made: whether it works, and why not. */
let written: readonly string[];
let report: Report;

beforeAll(async () => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'connector-doctor-travels-'));
  const flow = await startFlow(['mcp.acme.dev:443'], (stage) =>
    stage.host('mcp.acme.dev', respond(403, { 'content-type': 'text/plain' }, 'no')),
  );
  const desk = await flow.desk();
  const runId = await desk.start({ text: 'https://mcp.acme.dev/mcp' });
  await desk.until(runId, ['complete']);
  const page = await flow.browser().open(`doctor.html#run=${runId}`);
  await page.getByText('Why not?').waitFor();
  written = await page.evaluate(answers);
  await page.getByRole('tab', { name: 'Report' }).click();
  await page.getByText(/^Other forms/).click();
  for (const [ending, form] of Object.entries(forms)) writeFileSync(fileOf(ending), await saved(page, form));
  report = JSON.parse(readFileSync(fileOf('json'), 'utf8')) as Report;
  await flow.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(ending: string): string {
  return join(folder, `acme.${ending}`);
}

async function saved(page: Page, form: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: `Save as ${form}`, exact: true })
      .first()
      .click(),
  ]);
  return readFileSync(await download.path());
}

/** The first two answers of the overview; runs in the page. */
function answers(): string[] {
  return ['Does it work?', 'Why not?'].flatMap((title) =>
    [...document.querySelectorAll<HTMLElement>(`section[aria-label="${title}"]`)].map((section) =>
      section.innerText.replace(/\s+/g, ' ').trim(),
    ),
  );
}

describe('a report made in Chromium', () => {
  it('says that the server refuses, in two answers', () => {
    expect(report.verdict).toBe('broken');
    expect(report.vantage).toBe('extension');
    expect(written).toHaveLength(2);
    expect(written[0]).toContain('Broken');
  });

  it('says the same in Firefox, as it was written and judged again', async () => {
    const extension = process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox');
    const firefox = await launchFirefox({ extension, caPem: null, isAllowed: true });
    await opensInFirefox(firefox, fileOf('html'));
    await firefox.close();
  });

  it('says the same on the command line', async () => {
    for (const ending of Object.keys(forms)) {
      const { code, stdout, stderr } = await runProgram(['open', fileOf(ending), '--format', 'json']);
      const opened = JSON.parse(stdout) as Report;
      expect([opened.verdict, opened.primary, opened.stop]).toEqual([report.verdict, report.primary, report.stop]);
      expect(opened.judgedAgainAt).toBeDefined();
      expect(code).toBe(1);
      expect(stderr).toContain(report.createdAt.slice(0, 10));
    }
    const asItIs = await runProgram(['open', fileOf('html'), '--format', 'json', '--as-it-is']);
    expect(JSON.parse(asItIs.stdout)).toEqual(report);
  });

  it('says the same in the viewer, where no extension is', async () => {
    const site = await viewerSite();
    const browser = await chromium.launch({ executablePath: browserProgram('chromium'), args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.locator('input[type=file]').first().setInputFiles(fileOf('json'));
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await expect.poll(() => page.evaluate(answers)).toEqual(written);
    await page.getByLabel('Judged again with today’s checks').check();
    await page.getByText('Today’s checks come to the same: nothing in it is different.').waitFor();
    await browser.close();
    await site.close();
  });
});

async function opensInFirefox(firefox: FirefoxWithExtension, file: string): Promise<void> {
  const page = await firefox.open('doctor.html');
  const input = await page.waitForSelector('input[type=file][aria-label="A saved report"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await shows(page, 'Somebody else’s report');
  await expect.poll(() => page.evaluate(answers).catch(() => [])).toEqual(written);
  await page.evaluate(() => {
    document.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
  });
  await shows(page, 'Today’s checks come to the same: nothing in it is different.');
  await page.close();
}

async function shows(page: FirefoxPage, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.body.innerText).catch(() => '')).toContain(words);
}
