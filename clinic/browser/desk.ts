import type { browser as browserApi } from 'wxt/browser';
import type { Report } from '../../lib/kernel/report.ts';
import type { Commands, RunRequest } from '../../lib/messaging/protocol.ts';
import { defaultChoices, noSecrets } from '../../lib/runs/run-choices.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import type { Settings } from '../../lib/storage/settings.ts';

/** A page of the extension in a browser under test, whoever drives it: functions are sent there as text. */
export interface ExtensionPage {
  evaluate<Result, Argument>(
    look: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
}

/** What a screen can do, without the screen: the same messages, the same stores. */
export interface Desk {
  /** Gives a command to the background, as screens do. */
  send<Name extends keyof Commands>(
    name: Name,
    data: Parameters<Commands[Name]>[0],
  ): Promise<ReturnType<Commands[Name]>>;
  /** Starts a run; what is not named is as usual. Rejects with the problem's sentence. */
  start(request: Pick<RunRequest, 'text'> & Partial<RunRequest>): Promise<string>;
  /** Waits until the run's state satisfies this. Rejects when the run is forgotten meanwhile. */
  until(runId: string, phases: readonly RunState['phase'][]): Promise<RunState>;
  /** The report that is kept of a run; null when there is none. */
  report(runId: string): Promise<Report | null>;
  set(settings: Partial<Settings>): Promise<void>;
}

/** Phases in which nothing further happens by itself. */
export const overPhases: readonly RunState['phase'][] = ['complete', 'cancelled', 'interrupted'];

/** What a page of the extension has in both browsers; Firefox calls it `browser` as well. */
export interface BrowserGlobal {
  readonly chrome: typeof browserApi;
}

/** A desk on an open page of the extension. */
export function deskOn(page: ExtensionPage): Desk {
  const send: Desk['send'] = async (name, data) => {
    const answer = await page.evaluate(sendInPage, { type: name, data });
    if ('err' in answer) throw new Error(`${name}: ${JSON.stringify(answer.err)}`);
    return answer.res as never;
  };
  return {
    send,
    async start(request) {
      const whole = { choices: defaultChoices, secrets: noSecrets, claude: null, tabId: null, ...request };
      const answer = await send('startRun', whole);
      if (!answer.ok) throw new Error(answer.problem);
      return answer.value.runId;
    },
    until: (runId, phases) => page.evaluate(untilInPage, { key: `run:${runId}`, phases }),
    report: async (runId) => JSON.parse(await page.evaluate(readInPage, runId)) as Report | null,
    set: (settings) => page.evaluate(setInPage, settings),
  };
}

/** In the form of @webext-core/messaging. */
function sendInPage(message: {
  readonly type: string;
  readonly data: unknown;
}): Promise<{ readonly res: unknown } | { readonly err: unknown }> {
  const { chrome } = globalThis as unknown as BrowserGlobal;
  return chrome.runtime.sendMessage({ ...message, id: 0, timestamp: Date.now() });
}

function untilInPage({ key, phases }: { readonly key: string; readonly phases: readonly string[] }): Promise<RunState> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  return new Promise((settle, refuse) => {
    const look = (state: RunState | undefined): void => {
      if (state === undefined) refuse(new Error(`${key} is not kept`));
      else if (phases.includes(state.phase)) settle(state);
      else return;
      storage.onChanged.removeListener(listen);
    };
    const listen = (changes: Record<string, { newValue?: unknown }>): void => {
      if (key in changes) look(changes[key]?.newValue as RunState | undefined);
    };
    storage.onChanged.addListener(listen);
    void storage.local.get(key).then((kept) => {
      look(kept[key] as RunState | undefined);
    });
  });
}

/** As text: what drives Firefox loses what stands in two places of an object. */
function readInPage(runId: string): Promise<string> {
  return new Promise((settle, refuse) => {
    const opening = indexedDB.open('connector-doctor');
    opening.onerror = () => {
      refuse(new Error(String(opening.error)));
    };
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('reports').objectStore('reports').get(runId) as IDBRequest<
        Report | undefined
      >;
      reading.onsuccess = () => {
        database.close();
        settle(JSON.stringify(reading.result ?? null));
      };
    };
  });
}

async function setInPage(settings: Partial<Settings>): Promise<void> {
  const { storage } = (globalThis as unknown as BrowserGlobal).chrome;
  const kept = await storage.local.get('settings');
  await storage.local.set({ settings: { ...(kept['settings'] as object), ...settings } });
}
