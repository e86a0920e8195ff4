import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { createRig, type Rig } from '../support/rig.ts';
import { picture } from './flows-support.ts';

describe('the sidebar in Firefox', () => {
  let firefox: FirefoxWithExtension;
  let rig: Rig;
  beforeAll(async () => {
    const authority = await createAuthority();
    rig = await createRig(authority);
    const extension = process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox');
    firefox = await launchFirefox({ extension, caPem: authority.caPem, isAllowed: true });
    firefox.roads.lead(rig.connectTo);
  });
  afterAll(async () => {
    await firefox.close();
    await rig.close();
  });

  it('opens a guide, ticks what was done, and keeps how far it is', async () => {
    const panel = await firefox.open('sidepanel.html#guide=reconnect');
    await shows(panel, 'Disconnect and reconnect a connector');
    await press(panel, 'Begin');
    await shows(panel, 'Step 1 of 7');
    await press(panel, 'Done');
    await shows(panel, 'Step 2 of 7');
    await shows(panel, '1 of 7 done');
    await picture(panel, 'firefox-guide');
    await reload(panel);
    await shows(panel, 'Step 2 of 7');
    await panel.evaluate(() => document.querySelector('article details')?.setAttribute('open', ''));
    await shows(panel, 'Ticked by you');
    await press(panel, 'Pause');
    await shows(panel, 'Nothing was checked yet');
    await press(panel, 'Go on');
    await shows(panel, 'Step 2 of 7');
    expect(await panel.evaluate(() => location.hash)).toBe('#guide=reconnect');
  });

  it('opens the plans when another screen wishes it', async () => {
    const panel = await firefox.open('sidepanel.html');
    await shows(panel, 'Plans and roles');
    const popup = await firefox.open('options.html');
    const wish = { target: { kind: 'plans' }, windowId: null, at: Date.now() };
    await popup.evaluate(`browser.storage.session.set(${JSON.stringify({ 'panel-wish': wish })})`);
    await expect.poll(() => panel.evaluate(() => location.hash)).toBe('#plans');
    await shows(panel, 'Which plan has the Claude account?');
  });
});

/** Looks again and again: one look may fall into the change from one page to the next. */
async function shows(page: Page, words: string): Promise<void> {
  const text = (): Promise<string> => page.evaluate(() => document.body.innerText).catch(() => '');
  await expect.poll(text).toContain(words);
}

/** Loads the page anew; what drives Firefox does not learn of that by itself. */
async function reload(page: Page): Promise<void> {
  await page.evaluate('globalThis.isOld = true; location.reload()').catch(() => null);
  await expect.poll(() => page.evaluate('String(globalThis.isOld)').catch(() => null)).toBe('undefined');
}

/** Clicks on the button whose words begin like this. */
async function press(page: Page, words: string): Promise<void> {
  const button = await vi.waitUntil(
    async () => {
      for (const each of await page.$$('button')) {
        if ((await each.evaluate((one) => one.textContent?.trim()))?.startsWith(words)) return each;
      }
      return null;
    },
    { timeout: 30_000 },
  );
  await button.click();
}
