import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { deskOn, type Desk, type ExtensionPage } from '../../clinic/browser/desk.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { putUpOidcProvider } from '../support/authorization-servers/oidc-provider.ts';
import { createRig, type Rig } from '../support/rig.ts';
import { secretsIn } from './flows-secrets.ts';
import { picture, storageOf } from './flows-support.ts';

const acme = 'https://mcp.acme.dev/mcp';

let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
});

interface FirefoxFlow {
  readonly firefox: FirefoxWithExtension;
  readonly rig: Rig;
  readonly desk: Desk;
  runs(): Promise<readonly RunState[]>;
  kept(): Promise<string>;
}

async function begin(fill: (rig: Rig) => Promise<void>, isAllowed: boolean): Promise<FirefoxFlow> {
  const authority = await createAuthority();
  const rig = await createRig(authority);
  await fill(rig);
  const extension = process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox');
  const firefox = await launchFirefox({ extension, caPem: authority.caPem, isAllowed });
  firefox.roads.lead(rig.connectTo);
  close = async () => {
    await firefox.close();
    await rig.close();
  };
  const screen = (await firefox.open('options.html')) as unknown as ExtensionPage;
  const desk = deskOn(screen);
  await desk.set({ addressesAreEvidence: false });
  const all = () => storageOf(screen);
  return {
    firefox,
    rig,
    desk,
    kept: async () => JSON.stringify(await all()),
    async runs() {
      const states = Object.entries((await all()).local).flatMap(([key, value]) =>
        key.startsWith('run:') ? [value as RunState] : [],
      );
      return states.sort((a, b) => b.startedAt - a.startedAt);
    },
  };
}

const open = (rig: Rig) => rig.host('mcp.acme.dev', routes({ '/mcp': mcpServer({ modern: true }) }));

/** A page that opens at what is done meanwhile. Firefox does not tell of addresses of an extension: the pages themselves do. */
async function opened({ firefox }: FirefoxFlow, deed: () => Promise<void>, part: string): Promise<Page> {
  await deed();
  return vi.waitUntil(
    async () => {
      for (const page of await firefox.browser.pages()) {
        const address = await page.evaluate(() => location.href).catch(() => '');
        if (address.includes(part)) return page;
      }
      return null;
    },
    { timeout: 30_000 },
  );
}

async function check(popup: Page): Promise<void> {
  await popup.waitForSelector('textarea');
  await popup.type('textarea', acme);
  await popup.keyboard.press('Enter');
}

async function click(page: Page, name: string): Promise<void> {
  const button = await vi.waitUntil(
    async () => {
      for (const each of await page.$$('button')) {
        if ((await each.evaluate((one) => one.textContent?.trim())) === name) return each;
      }
      return null;
    },
    { timeout: 30_000 },
  );
  await button.click();
}

/** Looks again and again: one look may fall into the change from one page to the next. */
async function shows(page: Page, words: string): Promise<void> {
  const text = (): Promise<string> => page.evaluate(() => document.body.innerText).catch(() => '');
  await expect.poll(text, { timeout: 30_000 }).toContain(words);
}

describe('in Firefox', () => {
  it('a first check goes from the popup to the result and on to the doctor page', async () => {
    const flow = await begin(open, true);
    const popup = await flow.firefox.open('popup.html');
    await check(popup);
    await shows(popup, 'Nothing wrong seen from here');
    await picture(popup, 'firefox-1-result');
    const [run] = await flow.runs();
    expect(run).toMatchObject({ phase: 'complete', outcome: { verdict: 'ready' } });
    const doctor = await opened(flow, () => click(popup, 'Details'), 'doctor.html#run=');
    await shows(doctor, 'Does it work?');
    expect(await doctor.evaluate(() => location.hash)).toContain(run?.id);
    await picture(doctor, 'firefox-2-doctor');
  });

  it('the permission is asked for on a page of its own, and the check goes on there', async () => {
    const flow = await begin(open, false);
    const popup = await flow.firefox.open('popup.html');
    const page = await opened(flow, () => check(popup), 'doctor.html#allow=');
    await shows(page, 'One permission is needed');
    expect(await flow.runs()).toMatchObject([
      { phase: 'needs-permission', missingOrigins: ['https://mcp.acme.dev/*'] },
    ]);
    expect(flow.rig.log.requests).toEqual([]);
    await picture(page, 'firefox-3-allow');
    await click(page, 'Allow and check');
    await shows(page, 'Does it work?');
    await shows(page, 'Nothing wrong seen from here');
    expect(await flow.runs()).toMatchObject([{ phase: 'complete', outcome: { verdict: 'ready' } }]);
    await picture(page, 'firefox-4-went-on');
  });

  it('a person signs in in the browser’s window, and no secret of it is kept', async () => {
    const heard = secretsIn();
    const putUp = async (rig: Rig) => void (await putUpOidcProvider(heard.by(rig), { asksPerson: true }));
    const flow = await begin(putUp, true);
    const popup = await flow.firefox.open('popup.html');
    await check(popup);
    await click(popup, 'Look behind the sign-in…');
    await shows(popup, 'What stays behind');
    const window = await opened(flow, () => click(popup, 'Sign in and look'), 'auth.acme.dev/interaction/');
    await click(window, 'Sign in');
    await shows(window, 'Approve');
    const meanwhile = await flow.kept();
    await click(window, 'Approve');
    await expect.poll(async () => (await flow.runs())[0]?.phase, { timeout: 40_000 }).toBe('complete');
    const [run] = await flow.runs();
    expect(run?.outcome).toMatchObject({ verdict: 'ready', cause: null });
    const report = await flow.desk.report(run?.id ?? '');
    if (report === null) throw new Error('there is no report');
    const told = [meanwhile, await flow.kept(), encodeReport(report)];
    expect(heard.secrets().length).toBeGreaterThan(4);
    expect(heard.secrets().filter((secret) => told.some((text) => text.includes(secret)))).toEqual([]);
    const removed = flow.rig.log.requests.filter(({ method, path }) => method === 'DELETE' && path.startsWith('/reg/'));
    expect(removed.map(({ status }) => status)).toEqual([204]);
  });
});
