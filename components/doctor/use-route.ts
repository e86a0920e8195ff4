import { useSyncExternalStore } from 'react';
import { readRoute, writeRoute, type Route } from './route.ts';

/** What the page’s address says, and the way to change it: the browser’s back button leads back. */
export function useRoute(): readonly [Route, (route: Route) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return [readRoute(hash), goTo];
}

/** Another place of the same run replaces its address, so that “back” leaves the run and not one tab. */
export function goTo(route: Route): void {
  const hash = writeRoute(route);
  const before = readRoute(location.hash);
  if (isSamePlace(before, route)) {
    history.replaceState(null, '', hash);
    // Replacing tells nobody.
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else location.hash = hash;
}

/** The start in place of what the address says now. */
export function replaceWithStart(): void {
  history.replaceState(null, '', writeRoute({ kind: 'start', text: '' }));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function isSamePlace(before: Route, route: Route): boolean {
  // “Back” leads from the search to the answer, and never to its beginning once it was left.
  if (before.kind === 'browser' && route.kind === 'browser') return before.find || !route.find;
  if (before.kind === 'compare' && route.kind === 'compare') return before.after === route.after;
  return before.kind === 'run' && route.kind === 'run' && before.id === route.id;
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
  };
}
