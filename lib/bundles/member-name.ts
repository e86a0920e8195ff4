import type { UnsafeBecause } from '../kernel/evidence-bundle.ts';

/** Why a careful program does not write a member of this name to a disk; null where it does. */
export function nameTrick(name: string): UnsafeBecause | null {
  if (/^(?:[/\\]|[a-z]:)/i.test(name)) return 'absolute';
  const parts = name.split(/[/\\]/);
  if (parts.includes('..')) return 'parent';
  if (hidden.test(name)) return 'control-character';
  if (name.includes('\\')) return 'backslash';
  if (parts.includes('.') || parts.slice(0, -1).includes('') || name === '') return 'detour';
  return parts.some(isNoNameOnWindows) ? 'windows-name' : null;
}

// eslint-disable-next-line no-control-regex -- these are just what is looked for; with them those that turn the direction of writing
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Names of devices, characters that no name may have, and ends that Windows drops. */
function isNoNameOnWindows(part: string): boolean {
  return (
    /[<>:"|?*]|[. ]$/.test(part) || /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\.|$)/i.test(part)
  );
}

/** A member’s name as the official tool reads it: UTF-8 where the archive says so or it can be nothing else. */
export function memberName(raw: Uint8Array): string {
  try {
    return utf8.decode(raw);
  } catch {
    return latin1.decode(raw);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin1 = new TextDecoder('latin1');

/** A path within the bundle without `.` and `..`; null where it leads out of it. */
export function pathInBundle(path: string): string | null {
  if (!/(?:^|\/)(?:\/|\.{1,2}(?:\/|$))|\/$/.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * What is the same for two names that some system takes for one: macOS and Windows care neither for capital letters nor for how accents
 * are written, macOS drops some invisible characters, Windows ends of names. Parts are parted by U+0000, which sorts before all else.
 */
export function foldedPath(name: string): string {
  return name
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')
    .map(foldedPart)
    .join('\u0000');
}

function foldedPart(part: string): string {
  if (/^[\w@+-](?:[\w@.+-]*[\w@+-])?$/.test(part)) return part.toLowerCase();
  const letters = part.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
  return letters
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .replace(/:(?:\$i30)?(?::\$(?:data|index_allocation))?$/, '')
    .replace(/[. ]{1,300}$/, '');
}
