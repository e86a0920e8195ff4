import type { HeldPermission } from '../../lib/permissions/held.ts';

/** A permission as people read it. */
export interface PermissionWords {
  /** A host, or what the permission lets us do. */
  readonly name: string;
  /** What the browser calls it, where that differs; else null. */
  readonly term: string | null;
  readonly purpose: string;
}

/** What a permission is, and what it is for. */
export function permissionWords({ kind, name }: HeldPermission): PermissionWords {
  if (kind === 'permission') {
    const known = apis[name];
    return known ? { ...known, term: name } : { name, term: null, purpose: 'A part of the browser.' };
  }
  const host = name.replace(/^[^/]*\/\//, '').replace(/\/.*$/s, '');
  return { name: host === '*' ? 'Every host' : host, term: null, purpose: hostPurpose(name, host) };
}

function hostPurpose(pattern: string, host: string): string {
  if (host === 'claude.ai') return 'To read the errors that Claude shows, and to check this browser.';
  if (host === '*.anthropic.com') return 'To check whether this browser reaches what Claude’s pages need.';
  if (host === 'status.claude.com') return 'To ask whether Claude itself has trouble, when you wish so.';
  return pattern.startsWith('http:') ? 'For checks, over plain http.' : 'For checks.';
}

const apis: Readonly<Record<string, Omit<PermissionWords, 'term'>>> = {
  webRequest: {
    name: 'See how our own requests went',
    purpose: 'Why one failed, where it was led, which headers came back.',
  },
  identity: { name: 'Open the browser’s sign-in window', purpose: 'For the look behind a sign-in.' },
  offscreen: { name: 'Work in the background', purpose: 'A check goes on while no page of ours is open.' },
  management: {
    name: 'See your other extensions, and switch them',
    purpose: 'To list those that may touch Claude, and to find the one that stands in its way; all are put back.',
  },
  browsingData: { name: 'Clear what sites keep', purpose: 'To clear the cache of claude.ai, at your click alone.' },
  contentSettings: {
    name: 'See the settings of sites',
    purpose: 'Whether cookies, JavaScript and pop-ups are allowed for claude.ai. They are read, never changed.',
  },
  dns: { name: 'Ask the browser’s own resolver', purpose: 'To see which addresses a host name has for this browser.' },
};
