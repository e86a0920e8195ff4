import { readFile } from 'node:fs/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { encode } from 'fast-png';
import type { RequestListener } from 'node:http';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { overPhases } from '../../clinic/browser/desk.ts';
import { respondHtml, routes } from '../../clinic/http-call.ts';
import { proxyTo, startPlain } from '../support/official-servers.ts';
import { picture, storageOf, violationsOn } from './flows-support.ts';
import { hosts, startRunRig, type RunRig } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const paper = `<title>Acme</title><main><p>${'What the connector does, and how it is set up. '.repeat(5)}</p></main>`;

/** An author's server as the official SDK makes it, with a view of its own; one tool lacks its title. */
function invoices(): RequestListener {
  return (request, response) => {
    void (async () => {
      const server = new McpServer({ name: 'invoices', title: 'Acme Invoices', version: '1.0.0' });
      const view = 'ui://acme/invoices.html';
      server.registerResource('view', view, { mimeType: 'text/html;profile=mcp-app' }, () => ({
        contents: [{ uri: view, mimeType: 'text/html;profile=mcp-app', text: '<!doctype html><p>Invoices</p>' }],
      }));
      const answer = () => ({ content: [{ type: 'text' as const, text: 'none' }] });
      server.registerTool(
        'search_invoices',
        {
          title: 'Search invoices',
          description: 'Finds invoices by number or customer.',
          inputSchema: { query: z.string() },
          annotations: { readOnlyHint: true, destructiveHint: false },
          _meta: { ui: { resourceUri: view } },
        },
        answer,
      );
      server.registerTool(
        'send_reminder',
        { description: 'Sends a mail to a customer.', annotations: { readOnlyHint: false, destructiveHint: false } },
        answer,
      );
      const transport = new StreamableHTTPServerTransport({});
      await server.connect(transport as Parameters<McpServer['connect']>[0]);
      await transport.handleRequest(request, response);
    })();
  };
}

describe('the checklist of the directory, everything being allowed', () => {
  let rig: RunRig;
  let page: Page;
  let address: string;
  beforeAll(async () => {
    rig = await startRunRig({ hosts: [...hosts, 'www.acme.dev:443'] });
    const plain = await startPlain(invoices());
    const desk = await rig.play(async (stage) => {
      stage.keep(plain);
      await stage.host('mcp.acme.dev', proxyTo(plain.port));
      await stage.host('www.acme.dev', routes({ '/docs': respondHtml(200, paper), '/help': respondHtml(200, paper) }));
    });
    const runId = await desk.start({ text: acme });
    await desk.until(runId, overPhases);
    address = `doctor.html#run=${runId}&tab=readiness`;
    page = await rig.browser().open(address);
  });
  afterAll(() => rig.close());

  const region = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const field = (name: string, tab = page): Locator => tab.getByRole('textbox', { name, exact: true });

  it('shows what was seen as met and as not met, with the way to the finding', async () => {
    await region('Not met').getByText('Every tool has a title').waitFor();
    expect(await region('Met').isVisible()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'readiness-fresh');
    await region('Not met').getByRole('button', { name: 'Show the finding' }).first().click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'ARTICLE');
    expect(page.url()).toMatch(/&tab=findings&finding=tools\.title-missing$/);
    await page.getByRole('tab', { name: 'Readiness' }).click();
    await region('What the form asks for').waitFor();
  });

  it('keeps ticks and fields over a reload, also the last words, and shows them in another tab', async () => {
    await page.getByRole('checkbox', { name: 'Every tool was tried in Claude' }).check();
    await page.getByText('1 of them ticked').waitFor();
    await field('Categories').pressSequentially('Finance, Productivity,');
    await page.getByText('2 of 5').waitFor();
    await field('Documentation').fill('https://www.acme.dev/docs');
    // Nothing waits for what is written later.
    await field('Support contact').fill('https://www.acme.dev/help');
    await page.reload();
    await expect.poll(() => field('Support contact').inputValue()).toBe('https://www.acme.dev/help');
    expect(await field('Documentation').inputValue()).toBe('https://www.acme.dev/docs');
    expect(await field('Categories').inputValue()).toBe('Finance, Productivity');
    expect(await page.getByRole('checkbox', { name: 'Every tool was tried in Claude' }).isChecked()).toBe(true);

    const other = await rig.browser().open(address);
    await expect.poll(() => field('Documentation', other).inputValue()).toBe('https://www.acme.dev/docs');
    await field('Privacy policy').fill('https://www.acme.dev/privacy');
    await expect.poll(() => field('Privacy policy', other).inputValue()).toBe('https://www.acme.dev/privacy');
    await other.getByRole('checkbox', { name: 'It moves no money' }).check();
    await expect.poll(() => page.getByRole('checkbox', { name: 'It moves no money' }).isChecked()).toBe(true);
    await other.close();
  });

  it('looks at the pages, and says under each address what came back', async () => {
    const form = region('What the form asks for');
    await form.getByRole('button', { name: 'Look at these pages' }).click();
    await form.getByText('Looked at: what came back').waitFor();
    await form.getByText('https://www.acme.dev/privacy answers with HTTP status 404').waitFor();
    expect(await form.getByText('An answer came, without an account: HTTP 200, a page of text.').count()).toBe(2);
    await region('Not met').getByText('A privacy policy at an https address that answers').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'readiness-looked-at');
    // Another address is another page: nobody has looked at it.
    await field('Privacy policy').fill('https://www.acme.dev/elsewhere');
    await form.getByText('Nobody has looked at the page yet.').waitFor();
    await field('Privacy policy').fill('https://www.acme.dev/privacy');
    await form.getByText('answers with HTTP status 404').waitFor();
  });

  it('checks pictures that are dropped, shows them, and keeps what they are and not them', async () => {
    const pictures = region('Screenshots');
    await drop(pictures.getByText('or drop them here'), [
      { name: 'overview.png', type: 'image/png', bytes: png(1200, 700) },
      { name: 'small.png', type: 'image/png', bytes: png(400, 300) },
      { name: 'photo.png', type: 'image/png', bytes: jpeg(1600, 900) },
    ]);
    await pictures.getByText('PNG, 1200 × 700 pixels').waitFor();
    await pictures.getByText('As the directory asks for it').waitFor();
    await pictures.getByText('Not wide enough: 400 of 1,000 pixels').waitFor();
    await pictures.getByText('Not a whole PNG: save it as one').waitFor();
    expect(page.url()).toContain('&tab=readiness');
    const shown = await pictures.locator('img').evaluateAll((all) => all.map((each) => (each as HTMLImageElement).src));
    expect(shown).toHaveLength(3);
    expect(shown.every((src) => src.startsWith('blob:chrome-extension://'))).toBe(true);
    await pictures.getByRole('button', { name: 'Take photo.png out' }).click();
    await pictures.getByText('Not a whole PNG').waitFor({ state: 'detached' });
    await picture(page, 'readiness-pictures');
    await page.reload();
    await pictures.getByText('Not wide enough: 400 of 1,000 pixels').waitFor();
    expect(await pictures.locator('img').count()).toBe(0);
    const { local } = await storageOf(page);
    expect(JSON.stringify(local)).not.toContain(Buffer.from(png(400, 300)).toString('base64').slice(0, 200));
  });

  it('goes along as Markdown', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as Markdown' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^connector-doctor mcp\.acme\.dev \d{4}-\d\d-\d\d\.readiness\.md$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('- [x] Every tool was tried in Claude');
    expect(text).toContain('https://www.acme.dev/docs');
    await page.getByText(/^Saved as connector-doctor/).waitFor();
  });

  it('goes into the report, and what does not hold stands among the findings', async () => {
    await page.getByRole('button', { name: 'Put this into the report' }).click();
    await page.getByText('The report holds it now.').waitFor();
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await page.getByText('The privacy policy’s address cannot be used yet').first().waitFor();
    await page.getByText('The pictures of the interactive part are not what the directory asks for').first().waitFor();
    await picture(page, 'readiness-findings');
  });

  it('is shown with somebody else’s report as it stands there, and only to be read', async () => {
    await page.getByRole('tab', { name: 'Report' }).click();
    await page.getByText(/^Other forms/).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as JSON' }).click(),
    ]);
    // What is written later is nobody else's.
    await page.getByRole('tab', { name: 'Preview' }).click();
    await field('Name').fill('Acme, not announced yet');
    await expect.poll(async () => JSON.stringify((await storageOf(page)).local)).toContain('not announced yet');
    await page.goto(page.url().replace(/#.*/, '#'));
    await page.getByLabel('A saved report').setInputFiles(await download.path());
    await page.getByRole('tab', { name: 'Readiness' }).click();
    await page.getByText('As whoever made the report told it.').waitFor();
    expect(await field('Documentation').inputValue()).toBe('https://www.acme.dev/docs');
    expect(await field('Documentation').isEditable()).toBe(false);
    expect(await page.getByRole('button', { name: 'Put this into the report' }).count()).toBe(0);
    const before = (await storageOf(page)).local;
    await page.getByRole('checkbox', { name: 'It shows no advertising' }).check();
    expect(await page.getByRole('checkbox', { name: 'It shows no advertising' }).isChecked()).toBe(true);
    await page.getByRole('tab', { name: 'Preview' }).click();
    await page.getByText('As whoever made the report told it.').waitFor();
    expect(await field('Name').inputValue()).toBe('');
    for (const name of ['Name', 'One-liner', 'Written, in Markdown'])
      expect(await field(name).isEditable()).toBe(false);
    expect(await page.getByText('not announced yet').count()).toBe(0);
    expect((await storageOf(page)).local).toEqual(before);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is forgotten with everything else', async () => {
    const { local } = await storageOf(page);
    expect(Object.keys(local)).toContain(`listing:${acme}`);
    const options = await rig.browser().open('options.html');
    await options.getByRole('button', { name: 'Forget everything…' }).click();
    await options.getByRole('button', { name: 'Forget everything', exact: true }).click();
    await expect
      .poll(async () => Object.keys((await storageOf(options)).local).filter((key) => key.startsWith('listing:')))
      .toEqual([]);
    await options.close();
  });
});

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Drops files there, as a person does. */
async function drop(place: Locator, files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await place.page().evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString('base64') })),
  );
  await place.dispatchEvent('dragover', { dataTransfer });
  await place.dispatchEvent('drop', { dataTransfer });
}

function png(width: number, height: number): Uint8Array {
  return encode({ width, height, channels: 3, depth: 8, data: new Uint8Array(width * height * 3).fill(120) });
}

/** The head of a JPEG, which tells its size. */
function jpeg(width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [0xff, 0xc0, 0, 17, 8, ...size, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return Uint8Array.from([0xff, 0xd8, ...jfif, ...frame, 0xff, 0xd9]);
}
