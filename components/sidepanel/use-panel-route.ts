import { useSyncExternalStore } from 'react';
import { readPanelRoute, writePanelRoute, type PanelRoute, type PanelTexts } from './panel-route.ts';

let texts: PanelTexts = { search: '', explain: '' };
let shown: { readonly hash: string; readonly texts: PanelTexts; readonly route: PanelRoute } | null = null;
const listeners = new Set<() => void>();

/** What the panel’s address says. */
export function usePanelRoute(): PanelRoute {
  return useSyncExternalStore(subscribe, currentRoute);
}

/** Leads to another part of the panel. A text takes the place of the one before it. */
export function goInPanel(route: PanelRoute): void {
  if (route.kind === 'search' || route.kind === 'explain') texts = { ...texts, [route.kind]: route.text };
  const hash = writePanelRoute(route);
  const isThere = writePanelRoute(currentRoute()) === hash;
  if (isThere) for (const listener of listeners) listener();
  else location.hash = hash;
}

/** To what the panel showed before; home, where it has shown nothing else yet. */
export function goBackInPanel(): void {
  if (depthHere() > 0) history.back();
  else goInPanel({ kind: 'home' });
}

/** How many parts of the panel lie behind this one in the browser’s history, which keeps that for each. */
function depthHere(): number {
  const state: unknown = history.state;
  const isOurs = typeof state === 'object' && state !== null && 'depth' in state;
  return isOurs && typeof state.depth === 'number' ? state.depth : 0;
}

let depth = depthHere();

function countIn(): void {
  const isFresh = history.state === null;
  depth = isFresh ? depth + 1 : depthHere();
  if (isFresh) history.replaceState({ depth }, '');
}

/** The same object as long as nothing has changed. */
function currentRoute(): PanelRoute {
  const { hash } = location;
  if (shown?.hash !== hash || shown.texts !== texts) shown = { hash, texts, route: readPanelRoute(hash, texts) };
  return shown.route;
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('hashchange', countIn);
  window.addEventListener('hashchange', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('hashchange', onChange);
  };
}
