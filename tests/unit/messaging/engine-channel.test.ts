import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BackgroundCalls } from '../../../lib/messaging/background-calls.ts';
import type { FromEngine } from '../../../lib/messaging/engine-messages.ts';

/** The extension's own names, as both browsers give them to every document of it. */
vi.stubGlobal('location', { origin: 'chrome-extension://ours' });
vi.stubGlobal('chrome', { runtime: { id: 'ours' } });
const { acceptEngine, connectToBackground } = await import('../../../lib/messaging/engine-channel.ts');

type Listener<T> = (value: T) => void;

/** Two ends of a port that carries JSON, in order, as the browsers' ports do. */
function portPair(sender: { readonly id: string; readonly url: string } = engine) {
  const makeEnd = () => {
    const messages = new Set<Listener<unknown>>();
    const ends = new Set<Listener<unknown>>();
    return {
      messages,
      ends,
      name: 'engine',
      sender,
      onMessage: { addListener: (listener: Listener<unknown>) => messages.add(listener) },
      onDisconnect: { addListener: (listener: Listener<unknown>) => ends.add(listener) },
      disconnect: () => undefined,
      postMessage: (_: unknown) => undefined,
    };
  };
  const left = makeEnd();
  const right = makeEnd();
  let isOpen = true;
  const carry = (to: typeof left) => (message: unknown) => {
    if (!isOpen) throw new Error('disconnected');
    const copy: unknown = JSON.parse(JSON.stringify(message));
    queueMicrotask(() => {
      if (isOpen) for (const listener of to.messages) listener(copy);
    });
    return undefined;
  };
  left.postMessage = carry(right);
  right.postMessage = carry(left);
  const cut = () => {
    isOpen = false;
    for (const end of [left, right]) for (const listener of end.ends) listener(null);
  };
  return { left, right, cut };
}

const engine = { id: 'ours', url: 'chrome-extension://ours/engine.html' };
const never = new Promise<never>(() => undefined);

const calls: BackgroundCalls = {
  permission: () => Promise.resolve('granted'),
  shape: () => Promise.resolve(),
  unshape: () => Promise.resolve(),
  record: () => Promise.resolve(null),
  visit: () => never,
  redirectUrl: () => Promise.resolve('https://ours.chromiumapp.org/callback'),
  lookup: () => Promise.resolve(null),
};

/** An engine whose background can be put to rest and comes back with other calls. */
function channel(first: Partial<BackgroundCalls> = {}, save: (message: FromEngine) => Promise<void> | void = () => {}) {
  const heard: FromEngine[] = [];
  const pairs: ReturnType<typeof portPair>[] = [];
  let offered = { ...calls, ...first };
  const end = connectToBackground({
    onMessage: () => undefined,
    runIds: () => ['r1'],
    connect: () => {
      const pair = portPair();
      pairs.push(pair);
      acceptEngine(pair.right as never, {
        calls: offered,
        onMessage: async (message) => {
          heard.push(message);
          await save(message);
        },
        onGone: () => undefined,
      });
      return pair.left as never;
    },
  });
  return {
    end,
    heard,
    async rest(next: Partial<BackgroundCalls> = {}) {
      offered = { ...calls, ...next };
      pairs.at(-1)?.cut();
      await vi.advanceTimersByTimeAsync(10_000);
    },
  };
}

const part = (runId: string): FromEngine => ({ kind: 'failed', runId, problem: '' });

describe('the channel between engine and background', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('answers calls, and says hello first', async () => {
    const { end, heard } = channel();
    expect(await end.calls.permission({ runId: 'r1', url: 'https://a.dev/' })).toBe('granted');
    expect(heard).toEqual([{ kind: 'hello', runIds: ['r1'] }]);
  });

  it('asks again what was not answered when the background was put to rest', async () => {
    const { end, rest } = channel({ permission: () => never });
    const answer = end.calls.permission({ runId: 'r1', url: 'https://a.dev/' });
    await rest({ permission: () => Promise.resolve('declined') });
    expect(await answer).toBe('declined');
  });

  it('opens no second sign-in window', async () => {
    let visits = 0;
    const visit = () => {
      visits += 1;
      return never;
    };
    const { end, rest } = channel({ visit });
    const answer = end.calls.visit({ runId: 'r1', url: 'https://a.dev/' });
    await vi.advanceTimersByTimeAsync(1);
    await rest({ visit });
    expect(await answer).toMatchObject({ kind: 'failed', because: 'closed' });
    expect(visits).toBe(1);
  });

  it('tells what was not acknowledged once more, in order, and what was saved not again', async () => {
    const saved = new Set(['r1']);
    const { end, heard, rest } = channel({}, (message) =>
      message.kind === 'hello' || saved.has(message.runId) ? undefined : never,
    );
    for (const runId of ['r1', 'r2', 'r3']) end.tell(part(runId));
    await vi.advanceTimersByTimeAsync(1);
    saved.add('r2').add('r3');
    await rest();
    expect(heard.map((message) => ('runId' in message ? message.runId : message.kind))).toEqual([
      'hello',
      'r1',
      'r2',
      'hello',
      'r2',
      'r3',
    ]);
  });

  it('refuses with the words of a call that failed', async () => {
    const { end } = channel({ shape: () => Promise.reject(new Error('no rules')) });
    await expect(end.calls.shape({ marker: 'cd-1', set: {}, carried: [] })).rejects.toThrow('no rules');
  });

  it('is for our own engine alone', () => {
    const options = { calls, onMessage: () => undefined, onGone: () => undefined };
    const accept = (sender: typeof engine & { readonly tab?: object }, name = 'engine') =>
      acceptEngine({ ...portPair(sender).right, name } as never, options);
    expect(accept(engine)).not.toBeNull();
    expect(accept(engine, 'other')).toBeNull();
    expect(accept({ ...engine, id: 'theirs' })).toBeNull();
    expect(accept({ ...engine, url: 'chrome-extension://ours/popup.html' })).toBeNull();
    expect(accept({ ...engine, url: 'https://claude.ai/engine.html' })).toBeNull();
    expect(accept({ ...engine, tab: { id: 7 } })).toBeNull();
  });
});
