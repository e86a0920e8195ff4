import { watchedFunctions, type WatchedFunction } from '../../standards/watched-functions.ts';
import type { ReplacedSighting } from './page-answer.ts';
import type { PageWindow } from './page-window.ts';
import { openPristine, textOf, type Pristine } from './pristine.ts';
import { createTracer, type Tracer } from './trace-calls.ts';

/**
 * Looks, from the page's own world, which of the browser's functions are not the browser's own any more, and what scripts one meets on
 * the way through them. Where none is replaced, none is called. Nothing is sent: they are called with what no request can come of.
 */
export async function replacedFunctions(view: PageWindow): Promise<readonly ReplacedSighting[]> {
  const pristine = openPristine(view);
  let tracer: Tracer | null = null;
  try {
    const replaced = watchedFunctions.flatMap((watched) => {
      const found = foundIn(view, watched);
      return isReplaced(found, watched, pristine) ? [{ watched, value: found.value }] : [];
    });
    if (replaced.length === 0) return [];
    tracer = createTracer(view, pristine.view ?? view);
    const begun = replaced.map(({ watched, value }) => ({ name: watched.name, places: tracer?.trace(watched, value) }));
    pristine.close();
    return await Promise.all(begun.map(async ({ name, places }) => ({ name, places: (await places) ?? [] })));
  } finally {
    pristine.close();
    await tracer?.close();
  }
}

interface Found {
  /** False when the object to which it belongs is not what it was. */
  readonly hasOwner: boolean;
  readonly value: unknown;
}

function foundIn(view: unknown, { owner, key, kind }: WatchedFunction): Found {
  try {
    const holder = owner.reduce<unknown>((from, name) => (from as Record<string, unknown>)[name], view);
    if (typeof holder !== 'object' || holder === null) return { hasOwner: false, value: undefined };
    const value = kind === 'reads' ? descriptorOf(holder, key)?.get : (holder as Record<string, unknown>)[key];
    return { hasOwner: true, value };
  } catch {
    return { hasOwner: false, value: undefined };
  }
}

function descriptorOf(holder: object, key: string): PropertyDescriptor | undefined {
  for (let from: object | null = holder; from !== null; from = Reflect.getPrototypeOf(from)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(from, key);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** A proxy and a bound function print without a name, so that they differ as well. */
function isReplaced(found: Found, watched: WatchedFunction, pristine: Pristine): boolean {
  const text = textOf(found.value, pristine);
  if (text !== '') return !isNative(text, watched);
  // What belongs to an object that was replaced as a whole goes with it.
  return found.hasOwner && (watched.owner.length === 0 || watched.kind === 'asks');
}

/** Held against what browsers print, and not against an empty frame's: extensions reach into those as well. */
function isNative(text: string, { key }: WatchedFunction): boolean {
  return [`function ${key}() { [native code] }`, `function get ${key}() { [native code] }`].includes(text);
}
