/** A function of the browser's that Claude's page calls, and that others like to put their own in place of. */
export interface WatchedFunction {
  /** Stands in reports. */
  readonly name: string;
  /** Where it stands in the page's world, from `window` on. */
  readonly owner: readonly string[];
  readonly key: string;
  /**
   * How it can be called so that nothing can come of it. `asks`: it takes an address first, and may be called with one that is none;
   * `makes`: likewise, with `new`; `of-request`, `of-response`, `reads`: it belongs to an object, which may be a useless one;
   * `makes-request`: it takes nothing, and what it makes does nothing by itself.
   */
  readonly kind: 'asks' | 'makes' | 'makes-request' | 'of-request' | 'of-response' | 'reads';
}

/** What requests go through on their way from Claude's page to the browser, and answers on their way back. */
export const watchedFunctions: readonly WatchedFunction[] = [
  { name: 'fetch', owner: [], key: 'fetch', kind: 'asks' },
  { name: 'XMLHttpRequest', owner: [], key: 'XMLHttpRequest', kind: 'makes-request' },
  ...of('XMLHttpRequest', 'of-request', ['open', 'send', 'setRequestHeader']),
  ...of('XMLHttpRequest', 'reads', ['status', 'response', 'responseText']),
  { name: 'EventSource', owner: [], key: 'EventSource', kind: 'makes' },
  { name: 'WebSocket', owner: [], key: 'WebSocket', kind: 'makes' },
  { name: 'Request', owner: [], key: 'Request', kind: 'makes' },
  ...of('Response', 'of-response', ['json', 'text', 'arrayBuffer', 'clone']),
  ...of('Response', 'reads', ['ok', 'status', 'body']),
  { name: 'open', owner: [], key: 'open', kind: 'asks' },
  { name: 'navigator.sendBeacon', owner: ['navigator'], key: 'sendBeacon', kind: 'asks' },
];

function of(holder: string, kind: WatchedFunction['kind'], keys: readonly string[]): readonly WatchedFunction[] {
  return keys.map((key) => ({ name: `${holder}.prototype.${key}`, owner: [holder, 'prototype'], key, kind }));
}
