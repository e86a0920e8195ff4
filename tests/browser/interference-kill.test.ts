import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { claudeConnectorsUrl, claudeHosts, putUpClaude } from '../../clinic/browser/claude-page.ts';
import { deskOn, type BrowserGlobal } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { blockByRules, registryRequests } from '../../clinic/browser/troublemakers/requests.ts';
import { gatherCrowd, type Crowd, type SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import { loadClaude } from './exam-support.ts';
import { builtExtension } from './flows-support.ts';
import { killWorker } from './runs-support.ts';

/** The likeliest suspects come first: with the culprit among them most looks fail, which is soon settled. */
const culprit = blockByRules('Blocker', [registryRequests]);
const others = ['Aster', 'Birch', 'Cedar'].map(bystander);
/** Somebody has switched it off long ago. */
const resting = bystander('Resting');

function bystander(name: string): SmallExtension {
  return { name, manifest: { host_permissions: ['<all_urls>'] } };
}

let stage: Stage;
let crowd: Crowd;
let browser: ChromiumWithExtension;
/** The browser’s own list of extensions: it tells how they are, whatever becomes of ours. */
let list: Page;
/** A page of ours. */
let screen: Page;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  const authority = await createAuthority();
  stage = await createStage(authority);
  await putUpClaude(stage);
  crowd = await gatherCrowd([culprit, ...others, resting]);
  browser = await launchChromium({
    extension: builtExtension,
    hosts: claudeHosts,
    caPem: authority.caPem,
    more: crowd.folders,
  });
  await browser.roads.lead(stage.connectTo);
  await openPages();
  // Otherwise extensions that nobody got from a store are gone once they are loaded anew.
  await list.evaluate(beDeveloper);
  await screen.evaluate(switchOff, crowd.idOf(resting.name));
  before = await statesOf(list);
  expect(before).toMatchObject({ Blocker: 'ENABLED', Resting: 'DISABLED' });
});
afterAll(async () => {
  await browser.close();
  await crowd.remove();
  await stage.close();
});

/** What a test has left behind that came to nothing is not the next one's affair. */
beforeEach(async () => {
  if (screen.isClosed()) screen = await browser.open('options.html');
  const left = browser.context.pages().filter((page) => page.url() === claudeConnectorsUrl);
  await Promise.all(left.map((page) => page.close()));
});

async function openPages(): Promise<void> {
  list = await browser.context.newPage();
  await list.goto('chrome://extensions');
  screen = await browser.open('options.html');
  await deskOn(screen).set({ addressesAreEvidence: false });
}

/** Puts Claude's page up and begins to search; answers at this moment of the search. */
async function beginUntil(moment: Moment): Promise<Page> {
  const claude = await browser.context.newPage();
  // An extension that was just switched on again may miss a load.
  await expect.poll(() => loadClaude(claude)).toBe('failed');
  const reached = screen.evaluate(momentOfSearch, moment);
  const request = { tabId: null, exempt: [], askPerson: false };
  expect(await deskOn(screen).send('startBisect', request)).toEqual({ ok: true, value: null });
  await reached;
  return claude;
}

/** Waits until the search is over and everything is as it was; answers with the search. */
async function untilRestored(): Promise<BisectState> {
  const over = await vi.waitUntil(
    async () => {
      const state = await screen.evaluate(readBisect);
      return state?.phase === 'over' ? state : null;
    },
    { timeout: 40_000, interval: 25 },
  );
  expect(await statesOf(list)).toEqual(before);
  expect(over.notRestored).toEqual([]);
  return over;
}

/** Anything that our own pages ask wakes the worker. */
async function wake(): Promise<void> {
  await deskOn(screen).send('lookAtTab', { tabId: null });
}

/** A search among four, which begins and ends with a look with everything on. */
const lastWritten = 7;
/** What is written down until everything is being put back, and the middle of switching off and on. */
const written: readonly Moment[] = [1, 2, 3, 5, 6, lastWritten].map((count) => ({ what: 'written', count }) as const);
const switched: readonly Moment[] = [1, 5].map((count) => ({ what: 'switched', count }) as const);

/** Once everything is being put back, the search has its answer. */
function endingAt({ what, count }: Moment, else_: BisectState['ended']): BisectState['ended'] {
  return what === 'written' && count === lastWritten ? null : else_;
}

describe.each([...written, ...switched])('after $count × $what', (moment) => {
  it('the worker may die', async () => {
    const claude = await beginUntil(moment);
    await killWorker(browser);
    await wake();
    expect((await untilRestored()).ended).toBe(endingAt(moment, 'interrupted'));
    await claude.close();
  });

  it('the tab may be closed', async () => {
    const claude = await beginUntil(moment);
    await claude.close();
    expect((await untilRestored()).ended).toBe(endingAt(moment, 'error'));
  });

  it('the extension may be brought up to date', async () => {
    const claude = await beginUntil(moment);
    // Its own pages end with it.
    const closed = screen.waitForEvent('close');
    await list.evaluate(reload, new URL(browser.origin).host);
    await closed;
    await vi.waitUntil(async () => (await statesOf(list))['Connector Doctor'] === 'ENABLED', {
      timeout: 20_000,
      interval: 20,
    });
    screen = await browser.open('options.html');
    expect((await untilRestored()).ended).toBe(endingAt(moment, 'interrupted'));
    await claude.close();
  });
});

it.each(written)('after $count × $what the browser may end and start again', async (moment) => {
  await beginUntil(moment);
  browser = await browser.restart();
  await browser.roads.lead(stage.connectTo);
  await openPages();
  expect((await untilRestored()).ended).toBe(endingAt(moment, 'interrupted'));
});

it('a worker that died is woken without anybody’s doing', async () => {
  const claude = await beginUntil({ what: 'switched', count: 1 });
  await killWorker(browser);
  await vi.waitUntil(async () => JSON.stringify(await statesOf(list)) === JSON.stringify(before), {
    timeout: 45_000,
    interval: 200,
  });
  await untilRestored();
  await claude.close();
});

interface Moment {
  readonly what: 'written' | 'switched';
  readonly count: number;
}

function momentOfSearch({ what, count }: Moment): Promise<void> {
  const { management, storage } = (globalThis as unknown as BrowserGlobal).chrome;
  return new Promise((settle) => {
    let seen = 0;
    const note = (): void => {
      seen += 1;
      if (seen === count) settle();
    };
    if (what === 'switched') {
      management.onEnabled.addListener(note);
      management.onDisabled.addListener(note);
    } else {
      storage.local.onChanged.addListener((changes) => {
        if ('bisect' in changes) note();
      });
    }
  });
}

async function readBisect(): Promise<BisectState | null> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  return ((await storage.local.get('bisect'))['bisect'] ?? null) as BisectState | null;
}

async function switchOff(id: string): Promise<void> {
  await (globalThis as unknown as BrowserGlobal).chrome.management.setEnabled(id, false);
}

interface ExtensionsPage {
  readonly developerPrivate: {
    getExtensionsInfo(options: object): Promise<readonly { readonly name: string; readonly state: string }[]>;
    updateProfileConfiguration(update: { readonly inDeveloperMode: boolean }): Promise<void>;
    reload(id: string, options: { readonly failQuietly: boolean }): Promise<void>;
  };
}

/** By name. */
function statesOf(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionsPage };
    const wish = { includeDisabled: true, includeTerminated: true };
    const all = await chrome.developerPrivate.getExtensionsInfo(wish);
    return Object.fromEntries(all.map(({ name, state }) => [name, state]).sort());
  });
}

async function beDeveloper(): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionsPage };
  await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
}

async function reload(id: string): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionsPage };
  await chrome.developerPrivate.reload(id, { failQuietly: true });
}
