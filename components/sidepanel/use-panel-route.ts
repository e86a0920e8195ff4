import { useSyncExternalStore } from 'react';
import { readPanelRoute, writePanelRoute, type PanelRoute, type PanelTexts } from './panel-route.ts';

let texts: PanelTexts = { search: '', explain: '' };
let shown: { readonly hash: string; readonly texts: PanelTexts; readonly route: PanelRoute } | null = null;
const listeners = new Set<() => void>();

/** What the panel’s address says, and the way to change it: the browser’s back button leads back. */
export function usePanelRoute(): readonly [PanelRoute, (route: PanelRoute) => void] {
  return [useSyncExternalStore(subscribe, currentRoute), goInPanel];
}

/** Leads to another part of the panel. A text takes the place of the one before it. */
export function goInPanel(route: PanelRoute): void {
  if (route.kind === 'search' || route.kind === 'explain') texts = { ...texts, [route.kind]: route.text };
  const hash = writePanelRoute(route);
  const isThere = writePanelRoute(currentRoute()) === hash;
  if (isThere) for (const listener of listeners) listener();
  else location.hash = hash;
}

/** The same object as long as nothing has changed. */
function currentRoute(): PanelRoute {
  const { hash } = location;
  if (shown?.hash !== hash || shown.texts !== texts) shown = { hash, texts, route: readPanelRoute(hash, texts) };
  return shown.route;
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('hashchange', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('hashchange', onChange);
  };
}
