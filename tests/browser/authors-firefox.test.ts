import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { deskOn, overPhases, type Desk, type ExtensionPage } from '../../clinic/browser/desk.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { routes } from '../../clinic/http-call.ts';
import { withIcon } from '../../clinic/icon.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { googleFavicons, scaled } from '../support/google-favicons.ts';
import { makeZip } from '../support/make-zip.ts';
import { createRig, type Rig } from '../support/rig.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import { picture } from './flows-support.ts';

const acme = 'https://mcp.acme.dev/mcp';

describe('what authors look at, in Firefox', () => {
  let firefox: FirefoxWithExtension;
  let rig: Rig;
  let desk: Desk;
  let runId: string;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-doctor-authors-'));
    const authority = await createAuthority();
    rig = await createRig(authority);
    await rig.host('mcp.acme.dev', withIcon(routes({ '/mcp': rig.mcp() })));
    await googleFavicons(rig, { 'acme.dev': scaled });
    const extension = process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox');
    firefox = await launchFirefox({ extension, caPem: authority.caPem, isAllowed: true });
    firefox.roads.lead(rig.connectTo);
    const screen = (await firefox.open('options.html')) as unknown as ExtensionPage;
    desk = deskOn(screen);
    await desk.set({ addressesAreEvidence: false });
    runId = await desk.start({ text: acme, choices: { ...defaultChoices, faviconService: true } });
    await desk.until(runId, overPhases);
  });
  afterAll(async () => {
    await firefox.close();
    await rig.close();
    rmSync(folder, { recursive: true });
  });

  it('is the preview, with the pictures that the check saw', async () => {
    const page = await firefox.open(`doctor.html#run=${runId}&tab=preview`);
    await shows(page, 'Name and one-liner');
    const drawn = () =>
      page.evaluate(() => [...document.images].filter((one) => one.complete && one.naturalWidth > 0).length);
    // Six sizes of Google’s alone.
    await expect.poll(drawn).toBeGreaterThan(6);
    await write(page, 'Name', 'Acme’s notes');
    await shows(page, 'Acme’s notes');
    await picture(page, 'firefox-preview');
  });

  it('is the checklist, which knows what was written in the preview', async () => {
    const page = await firefox.open(`doctor.html#run=${runId}&tab=readiness`);
    await shows(page, 'Ready for the directory?');
    await shows(page, 'Acme’s notes');
  });

  it('is a bundle, opened in the page and kept', async () => {
    const file = join(folder, 'notes.mcpb');
    writeFileSync(file, makeZip([{ name: 'manifest.json', bytes: JSON.stringify(manifest) }]));
    const page = await firefox.open('doctor.html');
    await shows(page, 'Check a connector');
    const input = await page.waitForSelector('input[type=file][aria-label="A bundle"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await shows(page, 'Notes on this machine');
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#run=/);
    await picture(page, 'firefox-bundle');
  });
});

const manifest = {
  manifest_version: '0.3',
  name: 'notes',
  display_name: 'Notes on this machine',
  version: '1.2.0',
  description: 'Reads notes.',
  author: { name: 'Ada Example' },
  server: { type: 'node', entry_point: 'server/index.js', mcp_config: { command: 'node', args: [] } },
};

/** Looks again and again: one look may fall into the change from one page to the next. */
async function shows(page: Page, words: string): Promise<void> {
  const text = (): Promise<string> =>
    page
      .evaluate(() =>
        [document.body.innerText, ...[...document.querySelectorAll('input')].map((one) => one.value)].join('\n'),
      )
      .catch(() => '');
  await expect.poll(text).toContain(words);
}

/** Types into the field with this label. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const field = await vi.waitUntil(
    async () => {
      for (const each of await page.$$('input')) {
        if ((await each.evaluate((one) => one.labels?.[0]?.textContent?.trim())) === label) return each;
      }
      return null;
    },
    { timeout: 30_000 },
  );
  await field.type(text);
}
