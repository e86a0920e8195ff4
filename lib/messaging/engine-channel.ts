import { browser, type Browser } from 'wxt/browser';
import type { BackgroundCalls } from './background-calls.ts';
import type { CallName, ToBackgroundFrame, ToEngineFrame } from './engine-frames.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';

/** The engine's end of the channel. */
export interface EngineEnd {
  readonly calls: BackgroundCalls;
  /** Told at least once, in order, also over the death of a worker: what is not acknowledged is told again. */
  tell(message: FromEngine): void;
  /** Ends the channel for good; calls that are open stay unanswered. */
  close(): void;
}

export interface EngineEndOptions {
  readonly onMessage: (message: ToEngine) => void;
  /** The runs under way, for `hello`, and to know whether the background must be kept awake. */
  readonly runIds: () => readonly string[];
  /** Default: a port of the extension. */
  readonly connect?: () => EnginePort;
}

/** What the channel needs of a port. */
export type EnginePort = Pick<Browser.runtime.Port, 'postMessage' | 'onMessage' | 'onDisconnect' | 'disconnect'>;

/** The name of the engine's port. */
export const enginePortName = 'engine';

/** Workers and event pages rest after thirty seconds without an event. Milliseconds. */
const pingEveryMs = 15_000;
const firstPauseMs = 20;
const longestPauseMs = 5_000;

/** Connects the engine's document to the background, and again whenever the background was put to rest. */
export function connectToBackground(options: EngineEndOptions): EngineEnd {
  const { onMessage, runIds, connect = () => browser.runtime.connect({ name: enginePortName }) } = options;
  const open = createOpenCalls();
  const unacknowledged = createOutbox();
  let port: EnginePort | null = null;
  let pauseMs = firstPauseMs;
  let closed = false;

  const post = (frame: ToBackgroundFrame): void => {
    try {
      port?.postMessage(frame);
    } catch {
      // A port that is just going down: `onDisconnect` follows, and what was not answered is sent again.
    }
  };
  const receive = (frame: ToEngineFrame): void => {
    pauseMs = firstPauseMs;
    if (frame.kind === 'tell') onMessage(frame.message);
    else if (frame.kind === 'acknowledged') unacknowledged.drop(frame.number);
    else open.settle(frame);
  };
  const reach = (): void => {
    if (closed) return;
    try {
      port = connect();
    } catch {
      return later();
    }
    port.onMessage.addListener(receive);
    port.onDisconnect.addListener(() => {
      port = null;
      open.lose();
      later();
    });
    post({ kind: 'tell', number: 0, message: { kind: 'hello', runIds: runIds() } });
    for (const [number, message] of unacknowledged.all()) post({ kind: 'tell', number, message });
    for (const frame of open.frames()) post(frame);
  };
  const later = (): void => {
    setTimeout(reach, pauseMs);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  };
  const ping = setInterval(() => {
    if (runIds().length > 0 || open.frames().length > 0) post({ kind: 'ping' });
  }, pingEveryMs);

  reach();
  return {
    calls: callsThrough((call, request) => open.ask(call, request, post)),
    tell: (message) => post({ kind: 'tell', number: unacknowledged.keep(message), message }),
    close() {
      closed = true;
      clearInterval(ping);
      port?.disconnect();
    },
  };
}

/** The background's end of one connection. */
export interface BackgroundEnd {
  tell(message: ToEngine): void;
}

export interface BackgroundEndOptions {
  readonly calls: BackgroundCalls;
  /**
   * Called with one message after the other. A message is acknowledged when it is done, so what it saves is saved; one whose handling
   * failed, or whose acknowledgement was lost, comes again with the next connection.
   */
  readonly onMessage: (message: FromEngine) => Promise<void> | void;
  readonly onGone: () => void;
}

/** Takes a port as the engine's; null when it is anybody else's. To be called at once in `runtime.onConnect`. */
export function acceptEngine(port: Browser.runtime.Port, options: BackgroundEndOptions): BackgroundEnd | null {
  if (!isEngine(port)) return null;
  const post = (frame: ToEngineFrame): void => {
    try {
      port.postMessage(frame);
    } catch {
      // The engine's document has gone: `onDisconnect` says so.
    }
  };
  let settled = Promise.resolve();
  const take = async (number: number, message: FromEngine, before: Promise<void>): Promise<void> => {
    await before;
    await options.onMessage(message);
    post({ kind: 'acknowledged', number });
  };
  port.onMessage.addListener((frame: ToBackgroundFrame) => {
    if (frame.kind === 'ask') void answer(options.calls, frame).then(post);
    else if (frame.kind === 'tell') settled = take(frame.number, frame.message, settled).catch(report);
  });
  port.onDisconnect.addListener(options.onGone);
  return { tell: (message) => post({ kind: 'tell', message }) };
}

/** Only our own engine’s document may ask for what these calls can do. It is in no tab: one that somebody opens there runs nothing. */
function isEngine({ name, sender }: Browser.runtime.Port): boolean {
  if (name !== enginePortName || sender?.id !== browser.runtime.id || sender.url === undefined) return false;
  if (sender.tab !== undefined) return false;
  const { protocol, host, pathname } = new URL(sender.url);
  return `${protocol}//${host}${pathname}` === `${location.origin}/engine.html`;
}

function report(defect: unknown): void {
  console.error(defect);
}

async function answer(
  calls: BackgroundCalls,
  { ticket, call, request }: Extract<ToBackgroundFrame, { kind: 'ask' }>,
): Promise<ToEngineFrame> {
  try {
    const handle = calls[call] as (request: unknown) => Promise<unknown>;
    return { kind: 'answer', ticket, value: await handle(request) };
  } catch (error) {
    return { kind: 'refused', ticket, problem: error instanceof Error ? error.message : String(error) };
  }
}

type AskFrame = Extract<ToBackgroundFrame, { kind: 'ask' }>;

interface OpenCalls {
  ask(call: CallName, request: unknown, post: (frame: AskFrame) => void): Promise<unknown>;
  settle(frame: Extract<ToEngineFrame, { kind: 'answer' | 'refused' }>): void;
  /** The connection is gone: what must not be asked twice is answered now. */
  lose(): void;
  frames(): readonly AskFrame[];
}

function createOpenCalls(): OpenCalls {
  const waiting = new Map<string, { frame: AskFrame; resolve: (value: unknown) => void; reject: (e: Error) => void }>();
  // Tickets of another document of ours must not meet these: a new engine starts with others.
  const series = crypto.randomUUID();
  let asked = 0;
  return {
    ask: (call, request, post) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const frame: AskFrame = { kind: 'ask', ticket: `${series}:${asked}`, call, request };
        waiting.set(frame.ticket, { frame, resolve, reject });
        post(frame);
      }),
    settle(frame) {
      const call = waiting.get(frame.ticket);
      waiting.delete(frame.ticket);
      if (frame.kind === 'answer') call?.resolve(frame.value);
      else call?.reject(new Error(frame.problem));
    },
    lose() {
      for (const [ticket, { frame, resolve }] of waiting) {
        if (frame.call !== 'visit') continue;
        waiting.delete(ticket);
        // Asked again, a second window would open over the first.
        resolve({ kind: 'failed', because: 'closed', detail: 'the browser put our background to rest meanwhile' });
      }
    },
    frames: () => [...waiting.values()].map(({ frame }) => frame),
  };
}

interface Outbox {
  /** Its number. */
  keep(message: FromEngine): number;
  drop(number: number): void;
  all(): Iterable<readonly [number, FromEngine]>;
}

function createOutbox(): Outbox {
  const kept = new Map<number, FromEngine>();
  let told = 0;
  return {
    keep(message) {
      if (message.kind === 'progress') forgetProgressOf(message.runId, kept);
      told += 1;
      kept.set(told, message);
      return told;
    },
    drop: (number) => void kept.delete(number),
    all: () => [...kept],
  };
}

/** Only the newest progress of a run means anything. */
function forgetProgressOf(runId: string, kept: Map<number, FromEngine>): void {
  for (const [number, message] of kept) {
    if (message.kind === 'progress' && message.runId === runId) kept.delete(number);
  }
}

function callsThrough(ask: (call: CallName, request: unknown) => Promise<unknown>): BackgroundCalls {
  const through =
    <Name extends CallName>(call: Name) =>
    (request: Parameters<BackgroundCalls[Name]>[0]) =>
      ask(call, request) as ReturnType<BackgroundCalls[Name]>;
  return {
    permission: through('permission'),
    shape: through('shape'),
    unshape: through('unshape'),
    record: through('record'),
    visit: through('visit'),
    redirectUrl: through('redirectUrl'),
    lookup: through('lookup'),
  };
}
