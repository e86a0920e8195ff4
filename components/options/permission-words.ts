import type { HeldPermission } from '../../lib/permissions/held.ts';

/** What a permission is for, in a few words; the name of an origin is its host. */
export function permissionWords({ kind, name }: HeldPermission): { readonly name: string; readonly purpose: string } {
  if (kind === 'permission') return { name, purpose: apiPurposes[name] ?? 'a part of the browser' };
  const host = name.replace(/^[^/]*\/\//, '').replace(/\/.*$/s, '');
  const plain = name.startsWith('http://') ? 'over plain http, for checks of a server of your own' : null;
  return {
    name: host === '*' ? 'Every host' : host,
    purpose: host === 'claude.ai' ? 'to read Claude’s errors, and to check this browser' : (plain ?? 'for checks'),
  };
}

const apiPurposes: Readonly<Record<string, string>> = {
  webRequest: 'tells why a request of ours failed, where it was led, and which headers came back',
  declarativeNetRequestWithHostAccess: 'lets our own requests look like those of Claude’s cloud',
  identity: 'opens the browser’s sign-in window, for the look behind a sign-in',
  offscreen: 'lets a check go on while no page of ours is open',
  dns: 'asks the browser’s own resolver for a host name',
};
