import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { createAuthority } from '../../clinic/authority.ts';
import { respond, respondHtml } from '../../clinic/http-call.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import { renderHtml } from '../../lib/report/html/render-html.ts';
import { reportLink } from '../../lib/report/sharing/report-link.ts';
import { createRig } from '../support/rig.ts';
import { diagnoseOn } from '../support/run-case.ts';
import { picture, startFlow, storageOf, violationsOn, type Flow } from './flows-support.ts';

let flow: Flow;
let report: Report;

beforeAll(async () => {
  const rig = await createRig(await createAuthority());
  await rig.host('mcp.acme.dev', respondHtml(403, '<!doctype html><title>No</title>'));
  report = await diagnoseOn(rig, 'https://mcp.acme.dev/mcp', {});
  await rig.close();
  flow = await startFlow(['mcp.acme.dev:443'], (stage) =>
    stage.host('mcp.acme.dev', respond(403, { 'content-type': 'text/plain' }, 'no')),
  );
});
afterAll(() => flow.close());

async function open(name: string, text: string): Promise<Page> {
  const page = await flow.browser().open('doctor.html');
  await page
    .getByLabel('A saved report')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  return page;
}

describe('a saved report', () => {
  it('of the command line is shown as somebody else’s', async () => {
    const page = await open('acme.json', encodeReport(report));
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await page.getByText('Why not?').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-1-cli');
    // It has the focus and the title, and acts in nothing of the reader’s.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Somebody else’s report',
    );
    expect(await page.title()).toContain('mcp.acme.dev');
    expect(await page.getByLabel('I run this server').count()).toBe(0);
    await page.getByRole('tab', { name: 'Preview' }).click();
    await page.getByText('A link that adds this connector is made of a check of your own').waitFor();
    expect(await page.locator('a[href*="claude.ai"]').count()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { name: 'Why does the connector not work?' }).waitFor();
    await page
      .getByLabel('A saved report')
      .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(encodeReport(report)) });
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Check a connector' }).click();
    await page.getByRole('heading', { name: 'Why does the connector not work?' }).waitFor();
    await page.close();
  });

  it('is shown from its page, and judged again with today’s checks', async () => {
    const page = await open('acme.html', renderHtml(report));
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await page.getByLabel('Judged again with today’s checks').check();
    await page.getByText('Today’s checks come to the same: nothing in it is different.').waitFor();
    await page.getByText('Judged again on').waitFor();
    await page.getByLabel('As it was written').check();
    await expect.poll(() => page.getByText('Judged again on').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-6-html');
    await page.close();
  });

  it('is shown from a link, pasted anywhere, given in a field or typed as a connector; the address never holds it', async () => {
    const page = await flow.browser().open('doctor.html');
    const link = await reportLink(report, { viewer, passphrase: null });
    const isShown = async (): Promise<void> => {
      await page.getByText('Somebody else’s report', { exact: true }).waitFor();
      expect(new URL(page.url()).hash).toBe('');
      await page.getByRole('button', { name: 'Put it aside' }).click();
    };
    await page.getByLabel('Paste a report or a link').waitFor();
    await pasteAnywhere(page, `Look at this:\n${link}\n`);
    await isShown();
    await page.getByLabel('Paste a report or a link').fill(link);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await isShown();
    await page.getByLabel('The connector’s address').fill(link);
    await page.getByText('This is a report, not a connector’s address').waitFor();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await isShown();
    expect(await flow.runs()).toEqual([]);
    await pasteAnywhere(page, 'https://mcp.acme.dev/mcp');
    await expect.poll(() => page.getByLabel('The connector’s address').inputValue()).toBe('https://mcp.acme.dev/mcp');
    await page.close();
    const linked = await flow.browser().open(`doctor.html#check=${encodeURIComponent(link)}`);
    await linked.getByText('Somebody else’s report', { exact: true }).waitFor();
    expect(new URL(linked.url()).hash).toBe('');
    await linked.close();
  });

  it('that is locked is opened by its passphrase alone', async () => {
    const page = await flow.browser().open('doctor.html');
    await page.getByLabel('Paste a report or a link').waitFor();
    await pasteAnywhere(page, await reportLink(report, { viewer, passphrase: 'three small boats' }));
    await page.getByLabel('Passphrase').fill('four small boats');
    await page.getByRole('button', { name: 'Open the report' }).click();
    await page.getByText('The passphrase is another one').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-7-locked');
    await page.getByLabel('Passphrase').fill('three small boats');
    await page.getByLabel('Passphrase').press('Enter');
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('small boats');
    await page.close();
  });

  it('is compared with a second one that is dropped with it, cause by cause', async () => {
    const page = await flow.browser().open('doctor.html');
    await page.getByLabel('Paste a report or a link').waitFor();
    await dropFiles(page, [
      ['after.json', encodeReport(mended(report))],
      ['before.html', renderHtml(report)],
    ]);
    await page.getByRole('heading', { name: 'What changed, cause by cause' }).waitFor();
    await page.getByRole('heading', { name: 'Causes that are gone 1' }).waitFor();
    await page
      .getByText(/Claude stops at step \d+ of 12/)
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-8-compared');
    await page.getByRole('button', { name: 'The other way round' }).click();
    await page.getByRole('heading', { name: 'New causes 1' }).waitFor();
    await page.getByRole('button', { name: 'Back to the report' }).click();
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    await page.close();
  });

  it('that somebody made up runs nothing and leads nowhere but to the web and into a mail', async () => {
    await isHarmless(await open('<img src=x onerror=alert(1)>.json', JSON.stringify(hostile(report))));
    const linked = await flow.browser().open('doctor.html');
    await linked.getByLabel('Paste a report or a link').waitFor();
    await pasteAnywhere(linked, await reportLink(hostile(report) as Report, { viewer, passphrase: null }));
    await isHarmless(linked);
    const bare = await flow.browser().open('doctor.html');
    await bare.getByLabel('Paste a report or a link').waitFor();
    await pasteAnywhere(bare, '<script>alert(1)</script><img src=x onerror=alert(2)>');
    await bare.getByText('This cannot be opened as a report').waitFor();
    expect(await bare.locator('img, iframe, script:not([src]), object, embed').count()).toBe(0);
    await bare.close();
  });

  async function isHarmless(page: Page): Promise<void> {
    const heard: string[] = [];
    page.on('dialog', (dialog) => void heard.push(dialog.message()));
    page.on('request', (request) => void heard.push(request.url()));
    await page.getByText('Somebody else’s report', { exact: true }).waitFor();
    for (const name of ['Findings', 'Exchanges', 'Report']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tab', { name, selected: true }).waitFor();
      await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
      await picture(page, `report-2-hostile-${name}`);
      expect(await page.locator('img, iframe, script:not([src]), object, embed').count()).toBe(0);
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
      expect(
        links.filter((protocol) => !['https:', 'http:', 'mailto:', 'chrome-extension:'].includes(protocol)),
      ).toEqual([]);
    }
    expect(heard.filter((url) => !url.startsWith(flow.browser().origin))).toEqual([]);
    await page.close();
  }

  it('of five megabytes is shown, and a damaged one is said to be none', async () => {
    const [exchange] = report.exchanges;
    if (exchange?.kind !== 'response') throw new Error('nothing was answered');
    const many = Array.from({ length: 70 }, (_, index) => ({
      ...exchange,
      id: `${exchange.id}${String(1_000 + index)}`,
      body: 'x'.repeat(60_000),
    }));
    const large = await open('large.json', JSON.stringify({ ...report, exchanges: [...report.exchanges, ...many] }));
    await large.getByText('Somebody else’s report', { exact: true }).waitFor();
    await large.getByRole('tab', { name: 'Exchanges' }).click();
    await large.getByText('Address').first().waitFor();
    await picture(large, 'report-3-large');
    await large.close();
    const damaged = await open('damaged.json', encodeReport(report).slice(0, 500));
    await damaged.getByText('This file cannot be shown as a report').waitFor();
    expect(await violationsOn(damaged)).toEqual([]);
    await picture(damaged, 'report-4-damaged');
    await damaged.close();
  });
});

it('forgetting everything leaves nothing of any check', async () => {
  const desk = await flow.desk();
  const id = await desk.start({ text: 'https://mcp.acme.dev/mcp' });
  await desk.until(id, ['complete']);
  const page = await flow.browser().open('options.html');
  await page.getByRole('button', { name: 'Forget everything…' }).click();
  await picture(page, 'report-5-forget');
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Forget' }).click();
  await expect.poll(() => flow.runs()).toEqual([]);
  await expect.poll(async () => Object.values((await storageOf(page)).databases).flat()).toEqual([]);
  const { local, session } = await storageOf(page);
  expect(Object.keys(local).filter((key) => key !== 'settings')).toEqual([]);
  expect(JSON.stringify([local, session])).not.toContain('acme');
});

const viewer = 'https://viewer.example/open/';

/** Two minutes later, with nothing wrong. */
function mended(one: Report): Report {
  const createdAt = new Date(Date.parse(one.createdAt) + 120_000).toISOString();
  const passed = [...one.passed, ...one.findings.map(({ code }) => code)];
  return { ...one, createdAt, verdict: 'ready', primary: null, stop: null, findings: [], passed };
}

/** As Ctrl+V does it where no field has the focus. */
async function pasteAnywhere(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

async function dropFiles(page: Page, files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of dropped) dataTransfer.items.add(new File([text], name));
    const event = { dataTransfer, bubbles: true, cancelable: true };
    document.querySelector('main')?.dispatchEvent(new DragEvent('drop', event));
  }, files);
}

/** The same with markup and addresses of other kinds wherever a text stands. */
function hostile(one: Report): unknown {
  const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  return {
    ...one,
    findings: one.findings.map((finding) => ({
      ...finding,
      title: markup,
      detail: `${markup} javascript:alert(3) \u202e`,
      fix: [{ kind: 'text', text: markup }],
      sources: ['javascript:alert(4)', 'data:text/html,<script>alert(5)</script>', ...finding.sources],
    })),
    exchanges: one.exchanges.map((exchange) => ({
      ...exchange,
      url: 'javascript:alert(6)//https://mcp.acme.dev',
      ...(exchange.kind === 'response' && { body: markup, headers: { 'x-markup': markup } }),
    })),
    note: markup,
  };
}
