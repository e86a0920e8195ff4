import type { UnsafeBecause } from '../kernel/evidence-bundle.ts';

/** Why a careful program does not write a member of this name to a disk; null where it does. */
export function nameTrick(name: string): UnsafeBecause | null {
  if (/^(?:[/\\]|[a-z]:)/i.test(name)) return 'absolute';
  if (name.split(/[/\\]/).includes('..')) return 'parent';
  if (hidden.test(name)) return 'control-character';
  return name.includes('\\') ? 'backslash' : null;
}

// eslint-disable-next-line no-control-regex -- these are just what is looked for; with them those that turn the direction of writing
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A member’s name as the official tool reads it: UTF-8 where the archive says so or it can be nothing else. */
export function memberName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return new TextDecoder('latin1').decode(raw);
  }
}

/** A path within the bundle without `.` and `..`; null where it leads out of it. */
export function pathInBundle(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
