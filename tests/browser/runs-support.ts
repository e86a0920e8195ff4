import { createAuthority } from '../../clinic/authority.ts';
import type { Page } from 'playwright';
import { deskOn, type BrowserGlobal, type Desk } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWish, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { asks, type Call, type Handler } from '../../clinic/http-call.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';

/** A desk that can wait for anything in a run's state. */
export interface RunDesk extends Desk {
  readonly page: Page;
  /** Waits until the run's state is like this. */
  untilState(runId: string, isLike: (state: RunState) => boolean): Promise<RunState>;
}

/** A browser, and a desk to work at. */
export interface RunRig {
  browser(): ChromiumWithExtension;
  desk(): RunDesk;
  /** Puts up a new stage and leads the browser there. */
  play(fill: (stage: Stage) => Promise<void>): Promise<RunDesk>;
  restart(): Promise<RunDesk>;
  close(): Promise<void>;
}

/** The public hosts on which these tests put something up. */
export const hosts = ['mcp.acme.dev:443', 'mcp.notebook.dev:443', 'auth.acme.dev:443', 'dns.clinic-resolver.dev:443'];

/** Starts Chromium with the built extension, for one stage after the other. */
export async function startRunRig(wish: Partial<ChromiumWish> = {}): Promise<RunRig> {
  const authority = await createAuthority();
  let browser = await launchChromium({
    extension: extensionFolder('chrome'),
    hosts,
    caPem: authority.caPem,
    ...wish,
  });
  let desk = await openDesk(browser);
  const stages: Stage[] = [];
  return {
    browser: () => browser,
    desk: () => desk,
    async play(fill) {
      const stage = await createStage(authority);
      stages.push(stage);
      await fill(stage);
      await browser.roads.lead(stage.connectTo);
      return desk;
    },
    async restart() {
      browser = await browser.restart();
      desk = await openDesk(browser);
      return desk;
    },
    async close() {
      await browser.close();
      for (const stage of stages) await stage.close();
    },
  };
}

/** A desk in a fresh tab: where the browser was started anew, the old one is gone. */
export async function openDesk(browser: ChromiumWithExtension): Promise<RunDesk> {
  const page = await browser.open('options.html');
  const desk = deskOn(page);
  await desk.set({ addressesAreEvidence: false });
  return {
    ...desk,
    page,
    async untilState(runId, isLike) {
      let seen = '';
      for (;;) {
        seen = await page.evaluate(stateAfter, { key: `run:${runId}`, seen });
        const state = JSON.parse(seen) as RunState;
        if (isLike(state)) return state;
      }
    },
  };
}

/** The state as JSON, as soon as it is another one than was seen. */
function stateAfter({ key, seen }: { readonly key: string; readonly seen: string }): Promise<string> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  return new Promise((settle) => {
    const look = async (): Promise<void> => {
      const state = JSON.stringify((await storage.local.get(key))[key] ?? null);
      if (state === seen || state === 'null') return;
      storage.onChanged.removeListener(look);
      settle(state);
    };
    storage.onChanged.addListener(look);
    void look();
  });
}

/**
 * Ends the worker as the browser ends one that has been idle; answers when it has stopped. It is asked for once: the next worker bears
 * the same names, so that whoever asks until it is gone may end one after the other for ever.
 */
export async function killWorker(browser: ChromiumWithExtension): Promise<void> {
  const page = browser.context.pages().find((each) => each.url().startsWith(`${browser.origin}/`));
  if (!page) throw new Error('no page of the extension is open');
  const session = await browser.context.newCDPSession(page);
  let isEnding = false;
  const stopped = new Promise<void>((resolve, reject) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { scriptURL, versionId, runningStatus } of versions) {
        if (scriptURL !== `${browser.origin}/background.js`) continue;
        if (runningStatus === 'stopped') return isEnding ? resolve() : reject(new Error('there is no worker'));
        if (!isEnding && runningStatus !== 'stopping') {
          session.send('ServiceWorker.stopWorker', { versionId }).catch(reject);
        }
        isEnding = true;
      }
    });
  });
  await Promise.all([stopped, session.send('ServiceWorker.enable')]);
  await session.detach();
}

/** Ends the engine's document as a crash does; answers when it is gone. */
export async function killEngine(browser: ChromiumWithExtension): Promise<void> {
  const whole = browser.context.browser();
  if (!whole) throw new Error('the browser cannot be reached');
  const session = await whole.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  // One that somebody opened in a tab is a page.
  const engine = targetInfos.find(
    ({ type, url }) => type === 'background_page' && url === `${browser.origin}/engine.html`,
  );
  if (!engine) throw new Error('there is no engine');
  const gone = new Promise<void>((resolve) => {
    session.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === engine.targetId) resolve();
    });
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  await session.send('Target.closeTarget', { targetId: engine.targetId });
  await gone;
  await session.detach();
}

/** Lets a request wait until it is let through. */
export interface Gate {
  /** In front of a handler. */
  readonly before: (handler: Handler) => Handler;
  /** Resolves when the first request stands before it. */
  readonly reached: Promise<void>;
  open(): void;
}

/** A gate for the requests with this method of JSON-RPC; others pass. */
export function gateAt(method: string): Gate {
  let arrive = (): void => undefined;
  let open = (): void => undefined;
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const isMeant: (call: Call) => boolean = asks(method);
  return {
    reached,
    open,
    before: (handler) => async (call, response) => {
      if (isMeant(call)) {
        arrive();
        await opened;
      }
      if (!response.destroyed) await handler(call, response);
    },
  };
}
