import type { UnsafeBecause } from '../kernel/evidence-bundle.ts';
import type { DirectoryEntry } from './directory-entries.ts';
import { foldedPath, pathInBundle } from './member-name.ts';

/** A member that stands where another one stands, for every program or for some. */
export interface NameClash {
  readonly name: string;
  readonly why: Extract<UnsafeBecause, 'duplicate' | 'case-clash' | 'file-and-folder'>;
}

/** Finds the members of which one overwrites another where they are unpacked: the later ones, in the order of their names. */
export function nameClashes(entries: readonly DirectoryEntry[]): readonly NameClash[] {
  const placed = entries.map((entry) => ({ ...about(entry), key: foldedPath(entry.name) }));
  // Sorted, whatever lies in a folder follows the folder’s own name at once.
  placed.sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
  const clashes: NameClash[] = [];
  let start = 0;
  while (start < placed.length) {
    const key = placed[start]?.key ?? '';
    let end = start + 1;
    while (placed[end]?.key === key) end += 1;
    const holdsMore = placed[end]?.key.startsWith(`${key}\u0000`) === true;
    clashes.push(...clashesOf(placed.slice(start, end), holdsMore));
    start = end;
  }
  return clashes;
}

interface Place {
  readonly name: string;
  readonly isFolder: boolean;
}

function about({ name }: DirectoryEntry): Place {
  return { name, isFolder: /[/\\]$/.test(name) };
}

/** Those of one place; `holdsMore` where others lie below it. */
function clashesOf(places: readonly Place[], holdsMore: boolean): readonly NameClash[] {
  const files = places.filter(({ isFolder }) => !isFolder);
  const [first, ...others] = files;
  if (first === undefined) return [];
  const isFolderToo = holdsMore || files.length < places.length;
  const seen = new Set([samePath(first.name)]);
  const clashes = others.map(({ name }): NameClash => {
    const path = samePath(name);
    const why = seen.has(path) ? 'duplicate' : 'case-clash';
    seen.add(path);
    return { name, why };
  });
  return isFolderToo ? [{ name: first.name, why: 'file-and-folder' }, ...clashes] : clashes;
}

function samePath(name: string): string {
  return pathInBundle(name) ?? name;
}
