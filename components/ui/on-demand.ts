import { createElement, lazy, type ComponentType, type LazyExoticComponent } from 'react';

type Load<P extends object> = () => Promise<{ readonly default: ComponentType<P> }>;

const known = new Set<() => Promise<unknown>>();

/** A part of a page that is loaded when it is first shown, and asked for again where it could not be loaded. Stands in `Loaded`. */
export function onDemand<P extends object>(load: Load<P>): ComponentType<P> {
  const attempt = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => {
      try {
        return await load();
      } catch (error) {
        // React keeps what came of it for ever.
        Part = attempt();
        throw error;
      }
    });
  let Part = attempt();
  known.add(load);
  return (props) => createElement(Part as unknown as ComponentType<P>, props);
}

/**
 * Loads every part that is known by now, and those that come to be known by it, so that the page needs no network any more. Never
 * rejects: what cannot be loaded is asked for again when it is shown.
 */
export async function loadAllParts(asked: ReadonlySet<unknown> = new Set()): Promise<void> {
  const next = [...known].filter((load) => !asked.has(load));
  if (next.length === 0) return;
  await Promise.allSettled(next.map((load) => load()));
  await loadAllParts(new Set([...asked, ...next]));
}

/** The same for a module that is no part of the picture. */
export function alsoOnDemand<T>(load: () => Promise<T>): () => Promise<T> {
  known.add(load);
  return load;
}
