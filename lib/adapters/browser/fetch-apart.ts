import type { Fetched, FetchOrder, FromFetchWorker, ToFetchWorker } from './fetch-messages.ts';

/** A worker with the requests that it has under way. */
interface Desk {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(fetched: Fetched): void; reject(problem: Error): void }>;
  /** Requests whose bodies may still be read. */
  open: number;
  /** It takes no further request, and ends with its last one. */
  isSpent: boolean;
}

let desk: Desk | null = null;
let lastId = 0;

/**
 * Sends a request from a worker. Chromium holds requests of an extension back, without a word to anybody, once an address has answered
 * by 5xx three times; it counts for each worker apart. So one that has met a 5xx sends nothing more. The signal must be aborted in the
 * end: that stops the request, and gives up its body. Rejects in the browser's words where no answer came, or when it was stopped.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:extensions/renderer/extension_throttle_manager.cc
 */
export function fetchApart(order: FetchOrder, signal: AbortSignal): Promise<Fetched> {
  const own = (desk ??= openDesk());
  const id = (lastId += 1);
  own.open += 1;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      own.worker.postMessage({ kind: 'stop', id } satisfies ToFetchWorker);
      own.waiting.delete(id);
      own.open -= 1;
      closeIfDone(own);
      reject(new Error('the request was stopped'));
    };
    if (signal.aborted) return end();
    signal.addEventListener('abort', end, { once: true });
    own.waiting.set(id, { resolve, reject });
    own.worker.postMessage({ kind: 'fetch', id, order } satisfies ToFetchWorker);
  });
}

function openDesk(): Desk {
  const worker = new Worker('/fetch-worker.js');
  const opened: Desk = { worker, waiting: new Map(), open: 0, isSpent: false };
  worker.onmessage = ({ data }: MessageEvent<FromFetchWorker>) => {
    const waiter = opened.waiting.get(data.id);
    opened.waiting.delete(data.id);
    if (data.kind === 'failure') return waiter?.reject(new Error(data.problem));
    if (data.fetched.status >= 500) spend(opened);
    return waiter?.resolve(data.fetched);
  };
  worker.onerror = () => {
    spend(opened);
    for (const { reject } of opened.waiting.values()) reject(new Error('the worker that sends requests failed'));
    opened.waiting.clear();
  };
  return opened;
}

function spend(own: Desk): void {
  own.isSpent = true;
  if (desk === own) desk = null;
  closeIfDone(own);
}

function closeIfDone({ worker, open, isSpent }: Desk): void {
  if (isSpent && open === 0) worker.terminate();
}
