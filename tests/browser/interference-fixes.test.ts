import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { calmStatus, statusWithIncident } from '../../clinic/browser/claude-status.ts';
import { hideByStyle } from '../../clinic/browser/troublemakers/pages.ts';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import type { BrowserFix, FixRequest } from '../../lib/interference/exam-state.ts';
import { observedIn } from '../../lib/interference/observed-in-report.ts';
import { faultsIn, startInterference, type Interference } from './interference-support.ts';

/** Reaches Claude's page by its content script alone, of which `management` says nothing. */
const hider = hideByStyle('Style Hider', '.nothing-of-claude');

let site: Interference;
beforeAll(async () => {
  site = await startInterference([hider]);
}, 120_000);
afterAll(() => site.close());

async function apply(fix: BrowserFix, more: Partial<FixRequest> = {}) {
  const { send } = await site.desk();
  return send('applyFix', { fix, tabId: null, extensionId: null, ...more });
}

/** The address of the tab that is opened meanwhile. */
async function openedBy(deed: () => Promise<unknown>): Promise<string> {
  const opened = site.browser().context.waitForEvent('page');
  await deed();
  const page = await opened;
  await page.waitForURL(/^(?!about:blank|chrome:\/\/newtab)/);
  const url = page.url();
  await page.close();
  return url;
}

describe('what the person wished to have looked at besides', () => {
  it('are the other extensions, with what they could do', async () => {
    await site.onlyWith([hider.name]);
    await site.visitClaude();
    const seen = observedIn(await site.look({ extensions: true })).extensions;
    const powersOf = (name: string) => seen?.suspects.find((each) => each.name === name)?.powers;
    expect(powersOf(hider.name)).toEqual(['read-and-change-page', 'every-site']);
    expect(powersOf('Quiet Blocker')).toContain('block-requests');
    expect(powersOf('Elsewhere Only')).toBeUndefined();
    expect(powersOf('Tab Sorter')).toBeUndefined();
    const isTheme = ({ manifest }: { readonly manifest: object }) => 'theme' in manifest;
    expect(seen?.enabled).toBe(innocents.filter((each) => !isTheme(each)).length + 1);
  });

  it('are the browser’s settings for claude.ai, beside those for nobody’s site', async () => {
    await site.visitClaude();
    const settings = observedIn(await site.look({ siteSettings: true }))['site-settings'];
    expect(settings).toMatchObject({
      cookies: 'allow',
      javascript: 'allow',
      popups: { here: 'block', elsewhere: 'block' },
    });
    await setForClaude('popups', 'allow');
    await setForClaude('cookies', 'block');
    const other = observedIn(await site.look({ siteSettings: true }))['site-settings'];
    expect(other).toMatchObject({ cookies: 'block', popups: { here: 'allow', elsewhere: 'block' } });
    await setForClaude('cookies', 'allow');
    await setForClaude('popups', 'block');
  });

  it('is Claude’s status page', async () => {
    await site.visitClaude();
    expect(observedIn(await site.look({ statusPage: true }))['claude-status']?.notices).toEqual([]);
    site.claude.report(statusWithIncident('Errors on connectors'));
    const report = await site.look({ statusPage: true });
    expect(observedIn(report)['claude-status']?.notices).toMatchObject([
      { kind: 'incident', title: 'Errors on connectors' },
    ]);
    expect(faultsIn(report)).toContain('client.service-incident');
    site.claude.report(calmStatus);
  });

  it('is nothing of it without the wish', async () => {
    const { evidence } = await site.look();
    for (const part of ['extensions', 'site-settings', 'claude-status']) {
      expect(evidence).toMatchObject({ [part]: { status: 'unavailable', because: 'consent' } });
    }
  });
});

describe('a fix', () => {
  it('clears Claude’s cache alone: a fresh copy is fetched, the sign-in stays, and the look is made again', async () => {
    const page = await site.visitClaude();
    await site.visitClaude();
    await page.context().addCookies([{ name: 'kept', value: 'yes', url: 'https://claude.ai/', secure: true }]);
    site.claude.release(2);
    const before = await site.look();
    expect(faultsIn(before)).toContain('client.stale-cache');
    const earlier = await site.exam();
    expect(await apply('clear-cache')).toMatchObject({
      ok: true,
      value: { undo: expect.stringContaining('by itself') },
    });
    const after = await vi.waitUntil(
      async () => {
        const state = await site.exam();
        return state?.phase === 'done' && state.id !== earlier?.id ? state : null;
      },
      { timeout: 30_000, interval: 50 },
    );
    expect(after.before?.faults.length).toBeGreaterThan(0);
    expect(after.before?.fix).toContain('cached files were cleared');
    expect(after.report && faultsIn(after.report)).not.toContain('client.stale-cache');
    const cookies = await page.context().cookies('https://claude.ai/');
    expect(cookies.map(({ name }) => name)).toContain('kept');
  });

  it('loads the tab anew', async () => {
    const page = await site.visitClaude();
    const loaded = page.waitForEvent('load');
    expect(await apply('reload')).toMatchObject({ ok: true });
    await loaded;
  });

  it('opens the browser’s settings for claude.ai', async () => {
    const url = await openedBy(async () => {
      expect(await apply('site-settings')).toMatchObject({ ok: true });
    });
    expect(url).toBe('chrome://settings/content/siteDetails?site=https%3A%2F%2Fclaude.ai');
  });

  it('opens the details of an extension, and of nothing else', async () => {
    const extensionId = site.crowd.idOf(hider.name);
    const url = await openedBy(async () => {
      expect(await apply('extension-details', { extensionId })).toMatchObject({ ok: true });
    });
    expect(url).toBe(`chrome://extensions/?id=${extensionId}`);
    for (const odd of [null, '', 'x', `${extensionId}&x`]) {
      expect(await apply('extension-details', { extensionId: odd })).toMatchObject({ ok: false });
    }
  });

  it('opens Claude in a private window', async () => {
    const { context } = site.browser();
    await site.visitClaude();
    const session = await context.browser()?.newBrowserCDPSession();
    const profilesWithClaude = async (): Promise<number> => {
      const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
      const pages = targetInfos.filter(({ type, url }) => type === 'page' && url === 'https://claude.ai/');
      return new Set(pages.map(({ browserContextId }) => browserContextId)).size;
    };
    expect(await profilesWithClaude()).toBe(0);
    expect(await apply('private-window')).toMatchObject({ ok: true });
    await expect.poll(profilesWithClaude).toBe(1);
    expect(context.pages().map((page) => page.url())).not.toContain('https://claude.ai/');
  });
});

async function setForClaude(what: 'cookies' | 'popups', setting: string): Promise<void> {
  const page = await site.browser().open('options.html');
  await page.evaluate(
    async (wish) => {
      const { chrome } = globalThis as unknown as BrowserGlobal & { readonly chrome: SettingsChrome };
      await chrome.contentSettings[wish.what].set({ primaryPattern: 'https://claude.ai/*', setting: wish.setting });
    },
    { what, setting },
  );
  await page.close();
}

interface SettingsChrome {
  readonly contentSettings: Readonly<
    Record<'cookies' | 'popups', { set(rule: { primaryPattern: string; setting: string }): Promise<void> }>
  >;
}
