import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packExtension } from '@anthropic-ai/mcpb';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Listener } from '../../clinic/front.ts';
import { makeZip } from '../support/make-zip.ts';
import { hostilePicture, scriptPayloads } from '../support/script-payloads.ts';
import { picture, startFlow, storageOf, violationsOn, type Flow } from './flows-support.ts';

let flow: Flow;
let folder: string;
let beacon: Listener;
let asked = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'connector-doctor-bundles-'));
  beacon = await listen(
    createServer((_request, response) => {
      asked += 1;
      response.end();
    }),
  );
  flow = await startFlow([], () => Promise.resolve());
});
afterAll(async () => {
  await flow.close();
  await beacon.close();
  rmSync(folder, { recursive: true });
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Members = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string | Buffer>>;

/** The files of a bundle with this in its manifest. */
function filesOf(members: Members, files: Files = {}): Files {
  const manifest = {
    manifest_version: '0.3',
    name: 'notes',
    display_name: 'Notes on this machine',
    version: '1.2.0',
    description: 'Reads notes.',
    author: { name: 'Ada Example' },
    icon: 'icon.png',
    server: { type: 'node', entry_point: 'server/index.js', mcp_config: { command: 'node', args: [] } },
    tools: [{ name: 'search_notes', description: 'Search notes.' }],
    privacy_policies: ['https://notes.example.com/privacy'],
    ...members,
  };
  return {
    'manifest.json': JSON.stringify(manifest),
    'server/index.js': 'export const annotations = { readOnlyHint: true };\n',
    'README.md':
      '# Notes\n\n## Privacy Policy\n\nNotes stay here. See https://notes.example.com/privacy for all of it.\n',
    'icon.png': pixel,
    ...files,
  };
}

/** What the official packer makes of it. */
async function pack(name: string, members: Members): Promise<Buffer> {
  const source = mkdtempSync(join(folder, 'source-'));
  mkdirSync(join(source, 'server'));
  for (const [file, content] of Object.entries(filesOf(members))) writeFileSync(join(source, file), content);
  const packed = join(folder, name);
  expect(await packExtension({ extensionPath: source, outputPath: packed, silent: true })).toBe(true);
  return readFileSync(packed);
}

/** Drops a file anywhere on the page. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], fileName));
      document
        .querySelector('main')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString('base64')] as const,
  );
}

async function start(): Promise<Page> {
  const page = await flow.browser().open('doctor.html');
  await page.getByRole('heading', { name: 'Why does the connector not work?' }).waitFor();
  return page;
}

describe('a bundle on the doctor page', () => {
  it('is opened where it is dropped, judged, kept over a reload, and deleted with its icon', async () => {
    const bytes = await pack('notes.mcpb', {});
    const page = await start();
    await drop(page, 'notes.mcpb', bytes);
    await page.getByRole('heading', { name: 'Notes on this machine 1.2.0' }).waitFor();
    await page.getByText('Bundles are no longer accepted in the directory').first().waitFor();
    expect(await page.getByText('Bundles are no longer accepted in the directory').count()).toBe(1);
    await expect.poll(() => page.locator('header img').getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'bundle-1-good');
    await page.reload();
    await page.getByRole('tab', { name: 'Manifest' }).click();
    await page.getByText('search_notes').waitFor();
    await page.getByText('https://notes.example.com/privacy').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'bundle-2-manifest');
    expect((await storageOf(page)).databases['connector-doctor/pictures']).toHaveLength(1);
    await page.getByRole('button', { name: 'Delete the check of notes.mcpb' }).click();
    await page.getByRole('heading', { name: 'Why does the connector not work?' }).waitFor();
    const { databases } = await storageOf(page);
    expect([databases['connector-doctor/reports'], databases['connector-doctor/pictures']]).toEqual([[], []]);
    await page.close();
  });

  it('that is broken says what is wrong and what to do', async () => {
    const whole = await pack('whole.mcpb', {});
    const page = await start();
    await page.getByLabel('A bundle').setInputFiles({
      name: 'broken.mcpb',
      mimeType: 'application/octet-stream',
      buffer: whole.subarray(0, Math.floor(whole.length / 2)),
    });
    await page.getByRole('heading', { name: 'broken.mcpb' }).waitFor();
    await page.getByText('This bundle cannot be installed').first().waitFor();
    await page.getByText('What is wrong?').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'bundle-3-broken');
    await page.close();
  });

  it('is told apart from a report and from anything else by what is in it', async () => {
    const page = await start();
    await drop(page, 'picture.png', pixel);
    await page.getByText('It is neither a saved report (JSON or HTML) nor a bundle (.mcpb).').waitFor();
    await drop(page, 'a-bundle-under-another-name', await pack('other.mcpb', { display_name: 'Under another name' }));
    await page.getByRole('heading', { name: 'Under another name' }).waitFor();
    await page.close();
  });

  it('runs no script that stands in its names, texts, icon or README', async () => {
    const payloads = scriptPayloads(`http://127.0.0.1:${String(beacon.port)}`);
    const texts = payloads.map(({ text }) => text);
    const all = texts.join('\n').slice(0, 60_000);
    const [first] = payloads;
    const icon = Buffer.from(hostilePicture(first ?? { id: '', text: '' }), 'base64');
    // The official packer refuses an icon that is no PNG.
    const files = filesOf(
      {
        display_name: texts[0],
        description: all,
        long_description: all,
        icon: 'icon.svg',
        author: { name: texts[3] },
        keywords: texts.slice(0, 40),
        tools: texts.map((text) => ({ name: text, description: text })),
        prompts: texts.slice(0, 20).map((text) => ({ name: text, description: text, arguments: [text], text })),
        user_config: Object.fromEntries(
          texts
            .slice(0, 20)
            .map((text, index) => [`s${String(index)}`, { type: 'string', title: text, description: text }]),
        ),
      },
      { 'README.md': `# x\n\n## Privacy ${texts[0] ?? ''}\n\n${all}`, 'icon.svg': icon },
    );
    const bytes = Buffer.from(makeZip(Object.entries(files).map(([name, content]) => ({ name, bytes: content }))));
    const page = await start();
    await page.evaluate(() => {
      Object.assign(globalThis, {
        hits: [],
        hit: (number: number) => (globalThis as unknown as { hits: number[] }).hits.push(number),
      });
    });
    await drop(page, `${texts[0] ?? ''}.mcpb`, bytes);
    await page.getByRole('tab', { name: 'Manifest' }).waitFor();
    for (const name of ['Findings', 'Manifest', 'Report', 'Overview']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('tabpanel').waitFor();
      await picture(page, `bundle-4-hostile-${name}`);
      expect(await page.locator('iframe, object, embed, main script, main style, main form').count()).toBe(0);
      expect(await page.locator('main img').count()).toBeLessThanOrEqual(1);
      const links = await page
        .locator('a[href]')
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).protocol));
      expect(links.filter((protocol) => !['https:', 'http:', 'chrome-extension:'].includes(protocol))).toEqual([]);
    }
    await expect.poll(() => page.locator('header img').getAttribute('src')).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(await page.evaluate(() => (globalThis as unknown as { hits: number[] }).hits)).toEqual([]);
    expect(asked).toBe(0);
    await page.close();
  });
});
