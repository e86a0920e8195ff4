import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { claudeConnectorsUrl, claudeHosts, directorySentence, putUpClaude } from '../../clinic/browser/claude-page.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import { fixedProxy, hideByStyle, patchFetch, patchFetchByElement } from '../../clinic/browser/troublemakers/pages.ts';
import {
  appendPolicy,
  blockAfterDelay,
  blockByRules,
  blockTogetherWith,
  redirectByRules,
  registryRequests,
  removeHeaders,
  telemetryRequests,
} from '../../clinic/browser/troublemakers/requests.ts';
import { gatherCrowd, type Crowd, type SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';

const registry = [registryRequests];
const troublemakers: readonly SmallExtension[] = [
  blockByRules('Blocker', registry),
  blockAfterDelay('Slow Blocker', registry, { delayMs: 300, keeps: 'session' }),
  blockAfterDelay('Keeping Blocker', registry, { delayMs: 300, keeps: 'dynamic' }),
  blockTogetherWith('One Half', 'Other Half', registry),
  { name: 'Other Half', manifest: {} },
  redirectByRules('Redirector', registry, 'https://claude.ai/api/elsewhere'),
  redirectByRules('Emptier', registry, null),
  appendPolicy('Stricter Policy', "connect-src 'self'"),
  removeHeaders('Header Remover', registry, { response: ['access-control-allow-origin'] }),
  removeHeaders('Cookie Remover', [{ urlFilter: '||claude.ai/' }], { request: ['cookie'], response: ['set-cookie'] }),
  hideByStyle('Element Hider', '[role="dialog"]'),
  patchFetch('Patcher', '/mcp-registry/'),
  patchFetchByElement('Old Patcher', '/mcp-registry/'),
  fixedProxy('Proxy', 9),
  blockByRules('Tracker Blocker', telemetryRequests),
];

/** Stands in for ours: it can switch the others. */
const switchboard: SmallExtension = {
  name: 'Switchboard',
  manifest: { permissions: ['management'] },
  files: { 'desk.html': '<!doctype html><title>Desk</title>' },
};

describe('small extensions in Chromium', () => {
  let stage: Stage;
  let crowd: Crowd;
  let own: Crowd;
  let browser: ChromiumWithExtension;
  let desk: Page;
  let page: Page;
  beforeAll(async () => {
    const authority = await createAuthority();
    stage = await createStage(authority);
    await putUpClaude(stage);
    own = await gatherCrowd([switchboard]);
    crowd = await gatherCrowd([...troublemakers, ...innocents]);
    browser = await launchChromium({
      extension: own.folders[0] ?? '',
      isAllowed: false,
      hosts: claudeHosts,
      caPem: authority.caPem,
      more: crowd.folders,
    });
    await browser.roads.lead(stage.connectTo);
    desk = await browser.open('desk.html');
    page = await browser.context.newPage();
    for (const { name } of troublemakers) await turn(name, false);
  });
  afterAll(async () => {
    await browser.close();
    await crowd.remove();
    await own.remove();
    await stage.close();
  });

  const turn = (name: string, on: boolean): Promise<void> =>
    desk.evaluate(
      ({ id, on: enabled }) => (globalThis as unknown as BrowserGlobal).chrome.management.setEnabled(id, enabled),
      { id: crowd.idOf(name), on },
    );
  /** How the page fares with these switched on. */
  const withOn = async <T>(names: readonly string[], look: () => Promise<T>): Promise<T> => {
    for (const name of names) await turn(name, true);
    try {
      return await look();
    } finally {
      for (const name of names) await turn(name, false);
    }
  };
  const directory = async (): Promise<string | undefined> => {
    await page.goto(claudeConnectorsUrl);
    await page.waitForSelector('[data-directory]');
    return page.evaluate(() => document.documentElement.dataset['directory']);
  };

  it('do Claude no harm where they are innocent', async () => {
    expect(innocents.length).toBeGreaterThanOrEqual(12);
    const seen = await desk.evaluate(() => (globalThis as unknown as BrowserGlobal).chrome.management.getAll());
    const enabled = seen.flatMap((one) => (one.enabled ? [one.name] : []));
    expect(enabled).toEqual(expect.arrayContaining(innocents.map(({ name }) => name)));
    const problems: string[] = [];
    const note = (request: { url(): string }): void => void problems.push(request.url());
    page.on('requestfailed', note);
    expect(await directory()).toBe('loaded');
    page.off('requestfailed', note);
    expect(await page.getByText('dev.acme/mcp').isVisible()).toBe(true);
    expect(await page.getByRole('status').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it.each([
    [['Blocker']],
    [['Slow Blocker']],
    [['Keeping Blocker']],
    [['One Half', 'Other Half']],
    [['Redirector']],
    [['Emptier']],
    [['Stricter Policy']],
    [['Header Remover']],
    [['Patcher']],
  ])('%s keep the directory from Claude’s page', async (names) => {
    await withOn(names, () => expect.poll(directory, { timeout: 20_000 }).toBe('failed'));
    expect(await page.getByText(directorySentence).count()).toBe(1);
    expect(await directory()).toBe('loaded');
  });

  it('may come too late for the page’s first requests, and not for its next', async () => {
    await withOn(['Old Patcher'], async () => {
      // Its script may miss the load that comes at once after it was switched on.
      const isPatched = async (): Promise<boolean> => {
        await directory();
        return page.evaluate(() => window.fetch.toString().includes('Failed to fetch'));
      };
      await expect.poll(isPatched).toBe(true);
      await page.getByRole('button', { name: 'Browse connectors' }).click();
      await page.waitForSelector('[data-directory="failed"]');
    });
  });

  it('of the two halves neither does anything alone', async () => {
    for (const name of ['One Half', 'Other Half']) {
      await withOn([name], () => expect.poll(directory).toBe('loaded'));
    }
  });

  it('hide, take the cookie away, block what is sent home, and lead to a proxy that is not there', async () => {
    await withOn(['Element Hider'], async () => {
      expect(await directory()).toBe('loaded');
      expect(await page.getByRole('dialog', { includeHidden: true }).isVisible()).toBe(false);
    });
    await browser.context.clearCookies();
    await withOn(['Cookie Remover'], directory);
    expect(await browser.context.cookies('https://claude.ai/')).toEqual([]);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).host));
    await withOn(['Tracker Blocker'], async () => {
      expect(await directory()).toBe('loaded');
      await expect
        .poll(() => [...new Set(failed)].sort())
        .toEqual(['a-cdn.anthropic.com', 'claude.ai', 'statsig.anthropic.com']);
    });
    await withOn(['Proxy'], async () => {
      const problem = (): Promise<string> => page.goto(claudeConnectorsUrl).then(() => 'none', String);
      await expect.poll(problem).toContain('ERR_PROXY_CONNECTION_FAILED');
    });
    await expect.poll(directory).toBe('loaded');
  });
});
