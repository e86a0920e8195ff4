import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Listener } from '../../clinic/front.ts';
import { proxyTo, startPlain } from '../support/official-servers.ts';
import { picture, startFlow, violationsOn, type Flow } from './flows-support.ts';

const url = 'https://mcp.notebook.dev/mcp';

let flow: Flow;
let server: Listener;
let version = 1;

beforeAll(async () => {
  server = await startPlain((request, response) => {
    void (async () => {
      const transport = new StreamableHTTPServerTransport({});
      await notebook().connect(transport as Parameters<McpServer['connect']>[0]);
      await transport.handleRequest(request, response);
    })();
  });
  flow = await startFlow(['mcp.notebook.dev:443'], (stage) => stage.host('mcp.notebook.dev', proxyTo(server.port)));
});
afterAll(async () => {
  await flow.close();
  await server.close();
});

/** The same connector before and after a release. */
function notebook(): McpServer {
  const made = new McpServer({ name: 'notebook', version: `${String(version)}.0.0` });
  const answer = (): { content: { type: 'text'; text: string }[] } => ({ content: [{ type: 'text', text: 'done' }] });
  const limit = version === 1 ? z.number() : z.string();
  const annotations = { readOnlyHint: true };
  made.registerTool(
    'search',
    { title: 'Search', description: 'Search notes', inputSchema: { limit }, annotations },
    answer,
  );
  if (version === 1)
    made.registerTool('export_notes', { title: 'Export', description: 'All notes', annotations }, answer);
  return made;
}

async function check(page: Page): Promise<void> {
  const before = (await flow.runs()).length;
  await page.getByRole('link', { name: 'Check a connector' }).first().click();
  await page.locator('textarea').fill(url);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect
    .poll(async () => (await flow.runs()).filter(({ phase }) => phase === 'complete').length)
    .toBe(before + 1);
  await page.getByRole('button', { name: 'Check again' }).waitFor();
}

describe('two checks of one connector', () => {
  it('are compared: the removed tool first, then what it takes otherwise', async () => {
    const page = await flow.browser().open('doctor.html');
    await check(page);
    version = 2;
    await check(page);
    const marks = page.getByRole('list', { name: 'Checks of this connector, the oldest first' }).getByRole('button');
    await expect.poll(() => marks.count()).toBe(2);
    await marks.nth(1).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => marks.nth(0).getAttribute('aria-pressed')).toBe('true');
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'compare-0-before');
    await page.getByRole('button', { name: 'Compare with this one' }).click();
    await page.getByText('1 tool removed: instructions and chats that use it will fail.').waitFor();
    await page.getByText('export_notes').waitFor();
    await page.getByText('inputSchema.properties.limit.type').waitFor();
    await page.getByText('takes other or fewer types').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'compare-1');
    await page.getByRole('button', { name: 'The other way round' }).click();
    await page.getByText('1 tool added.').waitFor();
    await page.reload();
    await page.getByText('1 tool removed: instructions and chats that use it will fail.').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Compare with the check of mcp.notebook.dev' }).first().click();
    await page.getByRole('heading', { name: 'What changed' }).waitFor();
    await page.close();
  });
});
