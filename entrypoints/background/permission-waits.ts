import { browser } from 'wxt/browser';
import { originPattern } from '../../lib/kernel/origin-pattern.ts';
import type { BackgroundCalls } from '../../lib/messaging/background-calls.ts';
import { isOfLook } from './judging.ts';

type Answer = 'granted' | 'declined';

interface Wait {
  readonly runId: string;
  readonly origin: string;
  readonly answer: (answer: Answer) => void;
}

/** Requests of the engine that wait until the person allows their hosts. */
export interface PermissionWaits {
  readonly permission: BackgroundCalls['permission'];
  /** Permissions have changed: what is allowed now goes on. */
  look(): Promise<void>;
  /** The run goes on without these origins, and without those that it waits for. Answers with all of them. */
  decline(runId: string, origins: readonly string[]): readonly string[];
  /** Nobody waits for the answers any more: the engine asks again, or is gone. */
  clear(): void;
  /** Also what the person declined. */
  forget(runId: string): void;
}

/** `onChange` is told for which origins a run waits, whenever that changes. */
export function createPermissionWaits(onChange: (runId: string, origins: readonly string[]) => void): PermissionWaits {
  const waits = new Set<Wait>();
  const declined = new Map<string, Set<string>>();
  const originsOf = (runId: string): readonly string[] => [
    ...new Set([...waits].filter((wait) => wait.runId === runId).map(({ origin }) => origin)),
  ];
  const settle = (wait: Wait, answer: Answer): void => {
    waits.delete(wait);
    wait.answer(answer);
  };
  return {
    async permission({ runId, url }) {
      const origin = originPattern(url);
      if (origin === null || declined.get(runId)?.has(origin)) return 'declined';
      if (await isAllowed(origin)) return 'granted';
      if (isOfLook(runId)) return 'declined';
      return new Promise((answer) => {
        const before = originsOf(runId).length;
        waits.add({ runId, origin, answer });
        const origins = originsOf(runId);
        if (origins.length !== before) onChange(runId, origins);
      });
    },
    async look() {
      const open = [...waits];
      const allowed = await Promise.all(open.map(({ origin }) => isAllowed(origin)));
      const granted = open.filter((wait, index) => allowed[index] === true && waits.has(wait));
      for (const wait of granted) settle(wait, 'granted');
      for (const runId of new Set(granted.map((wait) => wait.runId))) onChange(runId, originsOf(runId));
    },
    decline(runId, origins) {
      const all = declined.get(runId) ?? new Set<string>();
      for (const origin of [...origins, ...originsOf(runId)]) all.add(origin);
      declined.set(runId, all);
      for (const wait of waits) if (wait.runId === runId) settle(wait, 'declined');
      return [...all];
    },
    clear: () => waits.clear(),
    forget(runId) {
      declined.delete(runId);
      for (const wait of waits) if (wait.runId === runId) waits.delete(wait);
    },
  };
}

function isAllowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [origin] });
}
