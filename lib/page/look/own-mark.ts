/**
 * Marks requests of ours of which it does not matter what becomes of them: whoever watches the page's requests knows by the fragment that
 * this is none. No mark that is given out for a request is this one.
 */
export const ownMark = '#cd-1';

/** The address of a request of ours; a fragment of its own goes. */
export function markedAsOurs(url: string): string {
  return `${withoutFragment(url)}${ownMark}`;
}

/** The address as the page asks for it. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
