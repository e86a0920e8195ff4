import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { claudeConnectorsUrl, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { deskOn, type Desk, type ExtensionPage } from '../../clinic/browser/desk.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { ublockOriginFolder } from '../../clinic/browser/programs.ts';
import { firefoxId, forFirefox } from '../../clinic/browser/troublemakers/for-firefox.ts';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import { gatherCrowd, type Crowd } from '../../clinic/browser/troublemakers/small-extension.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { ExamState } from '../../lib/interference/exam-state.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { picture, storageOf } from './flows-support.ts';
import { faultsIn } from './interference-support.ts';

const ublock = 'uBlock0@raymondhill.net';
const hasUblock = existsSync(ublockOriginFolder);
const without = hasUblock ? '' : ' (left out: Debian’s webext-ublock-origin-firefox is not installed here)';
/** A theme is none of those that are switched. */
const others = innocents.filter(({ manifest }) => !('theme' in manifest)).map(forFirefox);

describe.skipIf(!hasUblock)(`in Firefox with uBlock Origin${without}`, () => {
  let stage: Stage;
  let crowd: Crowd;
  let firefox: FirefoxWithExtension;
  let screen: Page;
  let desk: Desk;
  let claude: Page;
  let addons: AddonsManager;
  beforeAll(async () => {
    const authority = await createAuthority();
    stage = await createStage(authority);
    await putUpClaude(stage);
    crowd = await gatherCrowd(others);
    firefox = await launchFirefox({
      extension: process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox'),
      caPem: authority.caPem,
      more: [ublockOriginFolder, ...crowd.folders],
    });
    firefox.roads.lead(stage.connectTo);
    screen = await firefox.open('options.html');
    desk = deskOn(screen as unknown as ExtensionPage);
    await desk.set({ addressesAreEvidence: false });
    addons = await openAddonsManager(firefox);
    claude = await firefox.browser.newPage();
  });
  afterAll(async () => {
    await firefox.close();
    await crowd.remove();
    await stage.close();
  });

  const exam = async () =>
    (await storageOf(screen as unknown as ExtensionPage)).session['browser-exam'] as ExamState | undefined;
  const bisect = async () =>
    (await storageOf(screen as unknown as ExtensionPage)).local['bisect'] as BisectState | undefined;
  const look = async (): Promise<ExamState> => {
    const before = await exam();
    const wishes = { statusPage: false, extensions: true, siteSettings: false, reload: true };
    expect(await desk.send('examineBrowser', { tabId: null, wishes })).toEqual({ ok: true, value: null });
    return vi.waitUntil(
      async () => {
        const state = await exam();
        return state?.endedAt != null && state.id !== before?.id ? state : null;
      },
      { timeout: 30_000 },
    );
  };
  const directory = async (): Promise<string | undefined> => {
    await claude.goto(claudeConnectorsUrl);
    await claude.waitForSelector('[data-directory]');
    return claude.evaluate(() => document.documentElement.dataset['directory']);
  };

  it('nothing stands in the way as long as it has only its own lists', async () => {
    expect(await directory()).toBe('loaded');
    const { report, problem } = await look();
    expect(problem).toBeNull();
    expect(report?.verdict).toBe('ready');
    expect(report && faultsIn(report)).toEqual([]);
  });

  it('its rule is found, and the person who switches extensions is led to it', async () => {
    await addFilter(firefox, '||api.anthropic.com/mcp-registry$domain=claude.ai');
    await expect.poll(directory, { timeout: 20_000 }).toBe('failed');
    const { report } = await look();
    expect(report?.primary?.code).toBe('client.request-blocked');
    expect(await desk.send('startBisect', { tabId: null, exempt: [], askPerson: false })).toEqual({
      ok: true,
      value: null,
    });
    const found = await followAsAPerson();
    expect(found.problem).toBeNull();
    expect(found.mode).toBe('guided');
    expect(others.length + 1).toBeGreaterThanOrEqual(12);
    expect(found.findings?.outcome).toEqual({ kind: 'culprits', groups: [[{ id: ublock, name: 'uBlock Origin' }]] });
    expect(found.notRestored).toEqual([]);
    for (const id of [ublock, ...others.map(({ name }) => firefoxId(name))]) expect(await addons.isOn(id)).toBe(true);
    const doctor = await firefox.open('doctor.html#browser');
    await expect
      .poll(() => doctor.evaluate(() => document.body.innerText), { timeout: 10_000 })
      .toContain('“uBlock Origin” stands in Claude’s way');
    await picture(doctor, 'firefox-ublock-found');
    await doctor.close();
  });

  /** Does what the screen asks for, as long as it asks. */
  async function followAsAPerson(): Promise<BisectState> {
    for (;;) {
      const state = await vi.waitUntil(
        async () => {
          const now = await bisect();
          return now && (now.phase === 'over' || now.toSwitch !== null) ? now : null;
        },
        { timeout: 60_000 },
      );
      if (state.phase === 'over') return state;
      for (const id of state.toSwitch?.off ?? []) await addons.turn(id, false);
      for (const id of state.toSwitch?.on ?? []) await addons.turn(id, true);
    }
  }
});

/** Firefox’s own page of extensions, with a switch for each. */
interface AddonsManager {
  isOn(id: string): Promise<boolean>;
  turn(id: string, on: boolean): Promise<void>;
}

async function openAddonsManager(firefox: FirefoxWithExtension): Promise<AddonsManager> {
  const page = await firefox.browser.newPage();
  void page.goto('about:addons').catch(() => undefined);
  // Firefox swaps the frame for one of its own: what is asked of the old one is never answered.
  const soon = <T>(look: () => Promise<T>): Promise<T | null> =>
    Promise.race([look().catch(() => null), pause(2_000).then(() => null)]);
  const isThere = (): Promise<boolean | null> =>
    soon(() => page.evaluate(() => 'gViewController' in globalThis && document.readyState === 'complete'));
  await vi.waitUntil(isThere, { timeout: 30_000, interval: 500 });
  await page.evaluate(() => {
    void (globalThis as unknown as AddonsPage).gViewController.loadView('list/extension');
  });
  const hasCards = (): Promise<boolean> =>
    page.evaluate(() => document.querySelector('addon-card moz-toggle') !== null);
  await vi.waitUntil(hasCards, { timeout: 30_000 });
  const switchOf = (id: string): string => `addon-card[addon-id="${id}"] moz-toggle`;
  const isOn = (id: string): Promise<boolean> =>
    page.evaluate(
      (selector) => document.querySelector<HTMLElement & { readonly pressed: boolean }>(selector)?.pressed === true,
      switchOf(id),
    );
  return {
    isOn,
    async turn(id, on) {
      if ((await isOn(id)) === on) return;
      await page.bringToFront();
      // At the edge of the window it may lie under the heading, which takes the click.
      await page.$eval(switchOf(id), (element) => {
        element.scrollIntoView({ block: 'center' });
      });
      await page.click(switchOf(id));
      await vi.waitUntil(async () => (await isOn(id)) === on, { timeout: 10_000 });
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface AddonsPage {
  readonly gViewController: { loadView(view: string): Promise<void> };
}

/** Writes a filter into its page for the person’s own filters, as its button “Apply changes” does. */
async function addFilter(firefox: FirefoxWithExtension, filter: string): Promise<void> {
  const page = await firefox.open(`${firefox.originOf(ublock)}/1p-filters.html`);
  await page.evaluate(async (content) => {
    const { vAPI } = globalThis as unknown as UblockPage;
    await vAPI.messaging.send('dashboard', { what: 'writeUserFilters', content, enabled: true, trusted: false });
    await vAPI.messaging.send('dashboard', { what: 'reloadAllFilters' });
  }, filter);
  await page.close();
}

interface UblockPage {
  readonly vAPI: {
    readonly messaging: { send(channel: 'dashboard', message: Readonly<Record<string, unknown>>): Promise<unknown> };
  };
}
