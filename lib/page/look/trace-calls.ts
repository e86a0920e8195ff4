import type { WatchedFunction } from '../../standards/watched-functions.ts';
import type { PageWindow } from './page-probes.ts';
import { placesIn } from './stack-places.ts';

/** Calls functions of the page so that nothing comes of it, and sees through which scripts the call goes. */
export interface Tracer {
  /** The addresses of the scripts, the outermost first. Never rejects. */
  trace(watched: WatchedFunction, value: unknown): Promise<readonly string[]>;
  /** Until then the page does not hear of what its wrappers left behind. */
  close(): Promise<void>;
}

type Callable = (this: unknown, ...all: readonly unknown[]) => unknown;

/** No address at all: whatever is asked for it fails before anything is sent, and no policy is asked. */
const noAddress = 'https://[';
const mostPlaces = 6;
/** Turns of the page's loop that a wrapper may take before it comes to the point; its timers stand still in a tab that nobody sees. */
const turns = 12;

/** Makes a tracer; `pristine` is a window that nobody has touched, and is there until the end of this task. */
export function createTracer(view: PageWindow, pristine: PageWindow): Tracer {
  const [ownPlace] = placesIn(String(new Error().stack));
  const refusal = new DOMException('Connector Doctor has looked at this function. Nothing was sent.', 'AbortError');
  const isOurs = (reason: unknown): boolean =>
    reason === refusal || placesIn(stackOf(reason)).some((place) => place === ownPlace);
  const hush = (event: PromiseRejectionEvent): void => {
    // A wrapper may leave a promise of its own behind that nobody looks after: the page shall not take it for its own fault.
    if (!isOurs(event.reason) && !stackOf(event.reason).includes(noAddress)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  view.addEventListener('unhandledrejection', hush, { capture: true });
  const { Error: PristineError } = pristine as unknown as { Error: ErrorConstructor & { stackTraceLimit?: number } };
  PristineError.stackTraceLimit = 50;
  const record = () => {
    const met: string[] = [];
    const take = (stack: string): void => {
      // The outermost call stands last in a stack.
      const places = placesIn(stack).filter((place) => place !== ownPlace);
      for (const place of places.toReversed()) if (!met.includes(place) && met.length < mostPlaces) met.push(place);
    };
    const here = (): void => {
      take(String(new PristineError().stack));
    };
    const attempt = async (call: () => unknown): Promise<void> => {
      try {
        await Promise.race([call(), someTurns()]);
      } catch (error) {
        take(stackOf(error));
      }
    };
    return { met, here, attempt };
  };
  const ways: Ways = { view, pristine, record, refusal };
  return {
    trace: (watched, value) => (typeof value === 'function' ? traceCall(watched, value as Callable, ways) : noPlaces),
    close: async () => {
      await someTurns();
      view.removeEventListener('unhandledrejection', hush, { capture: true });
    },
  };
}

const noPlaces: Promise<readonly string[]> = Promise.resolve([]);

interface Recorder {
  readonly met: readonly string[];
  /** Takes down who stands on the stack now. */
  here(): void;
  /** Calls, and takes down who stands on the stack of the error that it ends with. */
  attempt(call: () => unknown): Promise<void>;
}

interface Ways {
  readonly view: PageWindow;
  readonly pristine: PageWindow;
  record(): Recorder;
  readonly refusal: DOMException;
}

async function traceCall(
  { kind, key }: WatchedFunction,
  value: Callable,
  { view, pristine, record, refusal }: Ways,
): Promise<readonly string[]> {
  const recorder = record();
  const { attempt, met } = recorder;
  switch (kind) {
    case 'asks':
    case 'makes': {
      const call = (...all: readonly unknown[]): unknown =>
        kind === 'makes'
          ? Reflect.construct(value, all)
          : Reflect.apply(value, key === 'sendBeacon' ? view.navigator : undefined, all);
      const trap = trapOf(recorder, refusal);
      await attempt(() => call(trap, trap));
      // The page's own wrapper, which came last, may have stopped at the trap, with another one behind it.
      if (met.every((place) => /^https?:/.test(place))) await attempt(() => call(noAddress));
      break;
    }
    case 'makes-request':
      await traceRequest(value, recorder);
      break;
    case 'of-request': {
      // Never opened, so that there is nothing to send.
      const request = new pristine.XMLHttpRequest();
      await attempt(() => Reflect.apply(value, request, key === 'open' ? ['GET', noAddress] : ['', '']));
      break;
    }
    case 'of-response': {
      const used = new pristine.Response('');
      void used.text();
      await attempt(() => Reflect.apply(value, used, []));
      break;
    }
    case 'reads':
      await attempt(() => Reflect.apply(value, {}, []));
      break;
  }
  return met;
}

/** Something that tells when anything is done with it, and lets nothing be done. */
function trapOf({ here }: Recorder, refusal: DOMException): object {
  const refuse = (): never => {
    here();
    throw refusal;
  };
  return new Proxy({}, new Proxy({}, { get: () => refuse }));
}

/** Nobody is asked anything by making a request object: what makes it shows itself when it comes to the browser's own constructor. */
async function traceRequest(value: Callable, { here, attempt }: Recorder): Promise<void> {
  const asNew = new Proxy(value, {
    get(target, key) {
      if (key === 'prototype') here();
      return Reflect.get(target, key) as unknown;
    },
  });
  const made: unknown = await settled(() => Reflect.construct(value, [], asNew) as unknown);
  const open = (made as { readonly open?: unknown } | null)?.open;
  if (typeof open === 'function') await attempt(() => Reflect.apply(open, made, ['GET', noAddress]) as unknown);
}

function settled(call: () => unknown): unknown {
  try {
    return call();
  } catch {
    return null;
  }
}

function stackOf(error: unknown): string {
  try {
    return String((error as { readonly stack?: unknown } | null)?.stack);
  } catch {
    return '';
  }
}

async function someTurns(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((settle) => {
      port1.onmessage = settle;
      port2.postMessage(null);
    });
  }
  port1.close();
}
