import { msg, say } from '../../lib/i18n/say.ts';
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
    return known
      ? { name: say(known.name), term: name, purpose: say(known.purpose) }
      : { name, term: null, purpose: say('A part of the browser.') };
  }
  const host = name.replace(/^[^/]*\/\//, '').replace(/\/.*$/s, '');
  return { name: host === '*' ? say('Every host') : host, term: null, purpose: hostPurpose(name, host) };
}

function hostPurpose(pattern: string, host: string): string {
  if (host === 'claude.ai') return say('To read the errors that Claude shows, and to check this browser.');
  if (host === '*.anthropic.com') return say('To check whether this browser reaches what Claude’s pages need.');
  if (host === 'status.claude.com') return say('To ask whether Claude itself has trouble, when you wish so.');
  return pattern.startsWith('http:') ? say('For checks, over plain http.') : say('For checks.');
}

const apis: Readonly<Record<string, Omit<PermissionWords, 'term'>>> = {
  webRequest: {
    name: msg('See how our own requests went'),
    purpose: msg('Why one failed, where it was led, which headers came back.'),
  },
  identity: { name: msg('Open the browser’s sign-in window'), purpose: msg('For the look behind a sign-in.') },
  offscreen: { name: msg('Work in the background'), purpose: msg('A check goes on while no page of ours is open.') },
  management: {
    name: msg('See your other extensions, and switch them'),
    purpose: msg('To list those that may touch Claude, and to find the one that stands in its way; all are put back.'),
  },
  browsingData: {
    name: msg('Clear what sites keep'),
    purpose: msg('To clear the cache of claude.ai, at your click alone.'),
  },
  contentSettings: {
    name: msg('See the settings of sites'),
    purpose: msg('Whether cookies, JavaScript and pop-ups are allowed for claude.ai. They are read, never changed.'),
  },
  dns: {
    name: msg('Ask the browser’s own resolver'),
    purpose: msg('To see which addresses a host name has for this browser.'),
  },
};
