import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { deskOn, type BrowserGlobal, type Desk } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { blockByRules, registryRequests } from '../../clinic/browser/troublemakers/requests.ts';
import { gatherCrowd, type Crowd } from '../../clinic/browser/troublemakers/small-extension.ts';
import { respond } from '../../clinic/http-call.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { examDeskOn, loadClaude, noWishes, seen, type ExamDesk } from './exam-support.ts';
import { killWorker } from './runs-support.ts';

let stage: Stage;
let crowd: Crowd;
let browser: ChromiumWithExtension;
let screen: Page;
let desk: Desk;
let exam: ExamDesk;
let page: Page;
beforeAll(async () => {
  const authority = await createAuthority();
  stage = await createStage(authority);
  await putUpClaude(stage);
  await stage.host('elsewhere.dev', respond(200, { 'content-type': 'text/html' }, '<p>Another site</p>'));
  crowd = await gatherCrowd([blockByRules('Blocker', [registryRequests])]);
  const extension = process.env['EXTENSION_FOLDER'] ?? extensionFolder('chrome');
  browser = await launchChromium({
    extension,
    hosts: [...claudeHosts, 'elsewhere.dev:443'],
    caPem: authority.caPem,
    more: crowd.folders,
  });
  await browser.roads.lead(stage.connectTo);
  screen = await browser.open('options.html');
  desk = deskOn(screen);
  exam = examDeskOn(screen, desk);
  await desk.set({ addressesAreEvidence: false });
  page = await browser.context.newPage();
});
afterAll(async () => {
  await browser.close();
  await crowd.remove();
  await stage.close();
});

async function visitClaude(): Promise<number> {
  // The other extension begins some time after the browser.
  await expect.poll(() => loadClaude(page)).toBe('failed');
  return exam.tabOf(`${claudeConnectorsUrl}*`);
}

interface Kept {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
}

async function kept(): Promise<Kept> {
  const all = await screen.evaluate(async () => {
    const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
    return JSON.stringify({ local: await storage.local.get(null), session: await storage.session.get(null) });
  });
  return JSON.parse(all) as Kept;
}

async function trafficOf(tabId: number): Promise<unknown> {
  const traffic = (await kept()).session['page-traffic'] ?? [];
  return new Map(traffic as [number, unknown][]).get(tabId) ?? null;
}

/** A search that begins as soon as a look has begun: nobody outside of the browser is quick enough for it. */
function keepOnceLooking(bisect: Record<string, unknown>): void {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  const listener = (changes: Record<string, { readonly newValue?: unknown }>): void => {
    const look = changes['browser-exam']?.newValue as { readonly phase: string } | undefined;
    if (look?.phase !== 'looking') return;
    storage.onChanged.removeListener(listener);
    void storage.local.set({ bisect });
  };
  storage.onChanged.addListener(listener);
}

const keep = (bisect: Partial<BisectState>): Promise<void> =>
  screen.evaluate(
    (state) => (globalThis as unknown as BrowserGlobal).chrome.storage.local.set({ bisect: state }),
    bisect as Record<string, unknown>,
  );

/** What the next background finds. */
async function leaveBehind(bisect: Partial<BisectState>): Promise<void> {
  await killWorker(browser);
  await keep(bisect);
}

const refusal = expect.stringContaining('Extensions are being switched off and on just now') as string;
const stopped = { isWhole: true, notes: [{ what: { kind: 'blocked' } }] };

describe('what is kept of Claude’s page', () => {
  it('is forgotten when its tab goes on to a site that is not watched, and begins anew when it comes back', async () => {
    const tabId = await visitClaude();
    await expect.poll(() => trafficOf(tabId)).toMatchObject(stopped);
    await page.reload();
    await page.waitForSelector('[data-directory="failed"]');
    await expect.poll(() => trafficOf(tabId)).toMatchObject(stopped);
    await page.goto('https://elsewhere.dev/');
    await expect.poll(() => trafficOf(tabId)).toBeNull();
    expect(await visitClaude()).toBe(tabId);
    await expect.poll(() => trafficOf(tabId)).toMatchObject(stopped);
  });

  it('is gone when the person forgets everything, with the look and the search, if nothing is to be put back', async () => {
    const tabId = await visitClaude();
    await exam.look({ tabId });
    const one = { id: 'a', name: 'Kept Off', enabled: true };
    const over = { id: 'one', phase: 'over', original: [one], notRestored: [one] } as const;
    await leaveBehind(over);
    await desk.send('forgetEverything', {});
    const { local, session } = await kept();
    expect(session).not.toHaveProperty('browser-exam');
    expect(session).not.toHaveProperty('page-traffic');
    expect(local).toHaveProperty('bisect');
    await leaveBehind({ ...over, notRestored: [] });
    await desk.send('forgetEverything', {});
    expect((await kept()).local).not.toHaveProperty('bisect');
  });
});

describe('while a search has extensions off', () => {
  it('no look is begun, none that was begun is judged, and no page is loaded anew by hand of a fix', async () => {
    const tabId = await visitClaude();
    const original = [{ id: 'a', name: 'Kept Off', enabled: true }];
    const wish = { tabId, wishes: noWishes };
    const before = await exam.state();
    await screen.evaluate(keepOnceLooking, { phase: 'searching', original } as Record<string, unknown>);
    await desk.send('examineBrowser', wish);
    expect(await exam.until(['done', 'failed'], before?.id ?? null)).toMatchObject({
      phase: 'failed',
      problem: refusal,
    });
    const refused = { ok: false, problem: refusal };
    expect(await desk.send('examineBrowser', wish)).toEqual(refused);
    for (const fix of ['reload', 'clear-cache'] as const) {
      expect(await desk.send('applyFix', { fix, tabId, extensionId: null })).toEqual(refused);
    }
    await keep({ phase: 'over', original, notRestored: [], endedAt: 1 });
    expect(await exam.look({ tabId })).toMatchObject({ phase: 'done' });
  });
});

describe('a page that hangs while it loads', () => {
  it('is looked at as it is', async () => {
    const halting = `${claudeConnectorsUrl}?halting`;
    await page.route(halting, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Claude</h1><script src="/halt.js"></script><p>Later</p>' }),
    );
    // Never answered.
    await page.route('**/halt.js', () => undefined);
    await page.goto(halting, { waitUntil: 'commit' });
    await page.waitForSelector('h1');
    const state = await exam.look({ tabId: await exam.tabOf(`${halting}*`) });
    expect(seen(state, 'page-integrity')).toMatchObject({ runsScripts: true, keepsCookies: true });
    expect(seen(state, 'reach').looks.map(({ page: outcome }) => outcome?.kind)).toContain('answered');
    expect(await page.locator('p').count()).toBe(0);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
