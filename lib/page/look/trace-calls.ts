import type { WatchedFunction } from '../../standards/watched-functions.ts';
import type { PageWindow } from './page-window.ts';
import { framesIn, nowhere } from './stack-frames.ts';

/** Calls functions of the page so that nothing comes of it, and sees through which scripts the call goes. */
export interface Tracer {
  /** The addresses of the scripts, the outermost first. Never rejects. */
  trace(watched: WatchedFunction, value: unknown): Promise<readonly string[]>;
  /** Until then, what its wrappers left behind is kept off the page's console. */
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
  const refusal = new DOMException('Connector Doctor has looked at this function. Nothing was sent.', 'AbortError');
  const { Error: PristineError } = pristine as unknown as { Error: ErrorConstructor & { stackTraceLimit?: number } };
  PristineError.stackTraceLimit = 50;
  const scene: Scene = { view, pristine, refusal, stackHere: () => String(new PristineError().stack) };
  const hush = (event: PromiseRejectionEvent): void => {
    // A wrapper may leave a promise behind that nobody looks after. What the page has put here before us hears it all the same.
    if (event.reason !== refusal && !stackOf(event.reason).includes(noAddress)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  view.addEventListener('unhandledrejection', hush);
  return {
    async trace(watched, value) {
      if (typeof value !== 'function') return [];
      const own: string[] = [];
      const met: string[] = [];
      const known = createRecorder(scene, own, own);
      // Firefox does not say where our own script is: its calls are known by a walk of the same steps on which nobody else is met.
      const walks = [
        [standIn(watched.kind, known), known],
        [value as Callable, createRecorder(scene, met, own)],
      ] as const;
      await Promise.allSettled(walks.map(([callable, recorder]) => walk(watched, callable, recorder)));
      return placesOf(met, own);
    },
    close: async () => {
      await someTurns();
      view.removeEventListener('unhandledrejection', hush);
    },
  };
}

/** Distinct places of all stacks, without our own. */
function placesOf(stacks: readonly string[], ownStacks: readonly string[]): readonly string[] {
  const own = new Set(ownStacks.flatMap(framesIn).map(({ position }) => position));
  const ownPlace = framesIn(String(new Error().stack))[0]?.place ?? nowhere;
  // The outermost call stands last in a stack.
  const frames = stacks.flatMap((stack) => framesIn(stack).toReversed());
  const others = frames.filter(
    ({ place, position }) => !own.has(position) && (place === nowhere || place !== ownPlace),
  );
  return [...new Set(others.map(({ place }) => place))].slice(0, mostPlaces);
}

interface Scene {
  readonly view: PageWindow;
  readonly pristine: PageWindow;
  readonly refusal: DOMException;
  stackHere(): string;
}

interface Recorder extends Scene {
  /** Takes down who stands on the stack now. */
  here(): void;
  /** Calls, and takes down who stands on the stack of the error that it ends with. */
  attempt(call: () => unknown): Promise<void>;
  /** Nobody but scripts with an address on the web was met so far. */
  hasMetOnlyPage(): boolean;
}

function createRecorder(scene: Scene, stacks: string[], ownStacks: readonly string[]): Recorder {
  return {
    ...scene,
    here: () => void stacks.push(scene.stackHere()),
    attempt: async (call) => {
      try {
        await Promise.race([call(), someTurns()]);
      } catch (error) {
        stacks.push(stackOf(error));
      }
    },
    hasMetOnlyPage: () => placesOf(stacks, ownStacks).every((place) => /^https?:/.test(place)),
  };
}

/** Does what the browser's own function does on these walks, as far as it matters here. */
function standIn(kind: WatchedFunction['kind'], { view, here, refusal }: Recorder): Callable {
  const refuse = function (first: unknown): never {
    here();
    // Here a trap goes off. Said so that no minifier takes it for nothing.
    view.String(first);
    throw refusal;
  };
  const make = function (): unknown {
    return { open: refuse };
  };
  return kind === 'makes-request' ? make : refuse;
}

async function walk({ kind, key }: WatchedFunction, value: Callable, recorder: Recorder): Promise<void> {
  const { attempt, view, pristine } = recorder;
  switch (kind) {
    case 'asks':
    case 'makes': {
      const self = key === 'sendBeacon' ? view.navigator : undefined;
      const call = (...all: readonly unknown[]): unknown =>
        kind === 'makes' ? Reflect.construct(value, all) : Reflect.apply(value, self, all);
      const trap = trapOf(recorder);
      await attempt(() => call(trap, trap));
      // The page's own wrapper, which came last, may have stopped at the trap, with another one behind it.
      if (recorder.hasMetOnlyPage()) await attempt(() => call(noAddress));
      return;
    }
    case 'makes-request':
      return walkToRequest(value, recorder);
    case 'of-request': {
      // Never opened, so that there is nothing to send.
      const request = new pristine.XMLHttpRequest();
      return attempt(() => Reflect.apply(value, request, key === 'open' ? ['GET', noAddress] : ['', '']));
    }
    case 'of-response': {
      const used = new pristine.Response('');
      void used.text();
      return attempt(() => Reflect.apply(value, used, []));
    }
    case 'reads':
      return attempt(() => Reflect.apply(value, {}, []));
  }
}

/** Something that tells when anything is done with it, and lets nothing be done. */
function trapOf({ here, refusal }: Recorder): object {
  const refuse = (): never => {
    here();
    throw refusal;
  };
  return new Proxy({}, new Proxy({}, { get: () => refuse }));
}

/** Nobody is asked anything by making a request object: what makes it shows itself when it comes to the browser's own constructor. */
async function walkToRequest(value: Callable, { here, attempt }: Recorder): Promise<void> {
  const asNew = new Proxy(value, {
    get(target, key) {
      if (key === 'prototype') here();
      return Reflect.get(target, key) as unknown;
    },
  });
  const made = orNull(() => Reflect.construct(value, [], asNew) as unknown);
  const { open } = (made ?? {}) as { readonly open?: unknown };
  if (typeof open === 'function') await attempt(() => Reflect.apply(open, made, ['GET', noAddress]) as unknown);
}

function orNull(call: () => unknown): unknown {
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
