import { hasLinkMark } from '../../lib/report/sharing/link-text.ts';

/** What of the window is needed here. */
type Place = Pick<Window, 'location' | 'history'>;

/**
 * The link that this page was opened with, or is at now; null where it holds no report. What it holds is moved out of the address into
 * the entry of the tab’s history: nobody reads it off the screen or copies it along with the address, and the page can still be loaded
 * again. It is no more than that: the browser has written the whole address into its own history before any page runs, and keeps it there
 * and wherever that is synchronized. Where the entry cannot hold the link, the address keeps it.
 */
export function takeLink({ location, history }: Place): string | null {
  const { hash, pathname, search } = location;
  if (!hasLinkMark(hash)) return heldLink(history.state);
  try {
    history.replaceState({ [member]: hash }, '', `${pathname}${search}`);
  } catch {
    return hash;
  }
  return hash;
}

/** Forgets the link of this entry: loaded again, the page is empty. */
export function dropLink({ location, history }: Place): void {
  history.replaceState(null, '', `${location.pathname}${location.search}`);
}

const member = 'connectorDoctorLink';

function heldLink(state: unknown): string | null {
  if (typeof state !== 'object' || state === null) return null;
  const link: unknown = Object.getOwnPropertyDescriptor(state, member)?.value;
  return typeof link === 'string' ? link : null;
}
