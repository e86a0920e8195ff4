import { readFile } from 'node:fs/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { RequestListener } from 'node:http';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { overPhases } from '../../clinic/browser/desk.ts';
import { proxyTo, startPlain } from '../support/official-servers.ts';
import { picture, violationsOn } from './flows-support.ts';
import { startRunRig, type RunRig } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';

/** An author’s server as the official SDK makes it: one tool is as it should be, one lacks its hints, one everything. */
function invoices(): RequestListener {
  return (request, response) => {
    void (async () => {
      const server = new McpServer({ name: 'invoices', title: 'Acme Invoices', version: '1.0.0' });
      const answer = () => ({ content: [{ type: 'text' as const, text: 'none' }] });
      server.registerTool(
        'search_invoices',
        {
          title: 'Search invoices',
          description: 'Finds invoices.',
          inputSchema: { query: z.string() },
          annotations: { readOnlyHint: true, destructiveHint: false },
        },
        answer,
      );
      server.registerTool('send_reminder', { title: 'Send a reminder', description: 'Sends a mail.' }, answer);
      server.registerTool('delete_invoice', { description: 'Deletes an invoice.' }, answer);
      const transport = new StreamableHTTPServerTransport({});
      await server.connect(transport as Parameters<McpServer['connect']>[0]);
      await transport.handleRequest(request, response);
    })();
  };
}

describe('the preview of a connector, everything being allowed', () => {
  let rig: RunRig;
  let page: Page;
  beforeAll(async () => {
    rig = await startRunRig();
    const plain = await startPlain(invoices());
    const desk = await rig.play(async (stage) => {
      stage.keep(plain);
      await stage.host('mcp.acme.dev', proxyTo(plain.port));
    });
    const runId = await desk.start({ text: acme });
    await desk.until(runId, overPhases);
    page = await rig.browser().open(`doctor.html#run=${runId}`);
  });
  afterAll(() => rig.close());

  it('shows the connector under the name and with the tools that its server gives', async () => {
    await page.getByRole('tab', { name: 'Preview' }).click();
    const frames = page.getByRole('region', { name: 'As Claude shows it' });
    await frames.getByText('Acme Invoices').first().waitFor();
    await frames.getByText('Search invoices').first().waitFor();
    expect(page.url()).toMatch(/&tab=preview$/);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'preview-usual');
  });

  it('says what is to be mended, and leads there', async () => {
    await page.getByRole('button', { name: '1 tool has no title' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Tools');
    await page.getByRole('radio', { name: 'Directory listing' }).check();
    await page.getByRole('button', { name: 'There is no description yet' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  it('counts and judges what is typed, and keeps it', async () => {
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Acme’s Invoices');
    await page.getByText('15 of 100 characters').waitFor();
    await page.getByRole('button', { name: 'The name holds an apostrophe' }).click();
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel('One-liner', { exact: true }).fill('x'.repeat(201));
    await page.getByText('201 of 200 characters, 1 too many').waitFor();
    const description = page.getByLabel('Written, in Markdown');
    await description.fill('## Invoices\n\nFor **everybody**.\n\n<script>alert(1)</script>');
    const shown = page.getByRole('region', { name: 'The description as it is shown' });
    await shown.getByRole('heading', { name: 'Invoices' }).waitFor();
    await page.getByRole('button', { name: 'line 5' }).click();
    expect(await description.evaluate(selected)).toBe('<script>alert(1)</script>');
    await page.reload();
    await expect.poll(() => name.inputValue()).toBe('Acme’s Invoices');
    expect(await description.inputValue()).toContain('<script>alert(1)</script>');
    await page.getByRole('region', { name: 'As Claude shows it' }).getByText('Acme’s Invoices').first().waitFor();
    await picture(page, 'preview-typed');
  });

  it('saves itself as one file without scripts', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as HTML' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^connector-doctor mcp\.acme\.dev \d{4}-\d\d-\d\d\.preview\.html$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('Acme’s Invoices');
    expect(text).not.toMatch(/<script/i);
  });

  it('makes the check again with Google asked, and comes back here', async () => {
    const before = page.url();
    await page.getByRole('button', { name: 'Check again, and ask Google' }).click();
    await expect.poll(() => page.url()).not.toBe(before);
    const [, runId = ''] = /#run=([^&]+)&tab=preview$/.exec(page.url()) ?? [];
    const { choices } = await rig.desk().until(runId, overPhases);
    expect(choices.faviconService).toBe(true);
    await page.getByRole('heading', { name: 'Install link' }).waitFor();
    expect(await page.getByRole('button', { name: 'Check again, and ask Google' }).count()).toBe(0);
  });
});

function selected(field: SVGElement | HTMLElement): string {
  const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
  return value.slice(selectionStart, selectionEnd);
}
