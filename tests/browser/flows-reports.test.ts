import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { createAuthority } from '../../clinic/authority.ts';
import { respond, respondHtml } from '../../clinic/http-call.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
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
    await page.getByText('Somebody else’s report').waitFor();
    await page.getByText('Why not?').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'report-1-cli');
    await page.close();
  });

  it('that somebody made up runs nothing and leads nowhere but to the web', async () => {
    const page = await open('<img src=x onerror=alert(1)>.json', JSON.stringify(hostile(report)));
    const heard: string[] = [];
    page.on('dialog', (dialog) => void heard.push(dialog.message()));
    page.on('request', (request) => void heard.push(request.url()));
    await page.getByText('Somebody else’s report').waitFor();
    for (const name of ['Findings', 'Exchanges', 'Report']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tab', { name, selected: true }).waitFor();
      await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
      await picture(page, `report-2-hostile-${name}`);
      expect(await page.locator('img, iframe, script:not([src]), object, embed').count()).toBe(0);
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
      expect(links.filter((protocol) => !['https:', 'http:', 'chrome-extension:'].includes(protocol))).toEqual([]);
    }
    expect(heard.filter((url) => !url.startsWith(flow.browser().origin))).toEqual([]);
    await page.close();
  });

  it('of five megabytes is shown, and a damaged one is said to be none', async () => {
    const [exchange] = report.exchanges;
    if (exchange?.kind !== 'response') throw new Error('nothing was answered');
    const many = Array.from({ length: 70 }, (_, index) => ({
      ...exchange,
      id: `${exchange.id}${String(1_000 + index)}`,
      body: 'x'.repeat(60_000),
    }));
    const large = await open('large.json', JSON.stringify({ ...report, exchanges: [...report.exchanges, ...many] }));
    await large.getByText('Somebody else’s report').waitFor();
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
