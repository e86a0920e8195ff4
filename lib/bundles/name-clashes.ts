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
  const keys = entries.map(({ name }) => foldedPath(name));
  const keyAt = (place: number): string | undefined => keys[order[place] ?? -1];
  // Sorted, whatever lies in a folder follows the folder’s own name at once.
  const order = Uint32Array.from(keys.keys()).sort((one, other) => compared(keys[one], keys[other]) || one - other);
  const clashes: NameClash[] = [];
  let start = 0;
  while (start < order.length) {
    const key = keyAt(start) ?? '';
    let end = start + 1;
    while (keyAt(end) === key) end += 1;
    const holdsMore = keyAt(end)?.startsWith(`${key}\u0000`) === true;
    const names = [...order.subarray(start, end)].flatMap((index) => entries[index]?.name ?? []);
    if (holdsMore || names.length > 1) clashes.push(...clashesOf(names, holdsMore));
    start = end;
  }
  return clashes;
}

function compared(one: string | undefined = '', other: string | undefined = ''): number {
  return one < other ? -1 : Number(one > other);
}

/** Those of one place; `holdsMore` where others lie below it. */
function clashesOf(names: readonly string[], holdsMore: boolean): readonly NameClash[] {
  const files = names.filter((name) => !/[/\\]$/.test(name));
  const [first, ...others] = files;
  if (first === undefined) return [];
  const isFolderToo = holdsMore || files.length < names.length;
  const seen = new Set([samePath(first)]);
  const clashes = others.map((name): NameClash => {
    const path = samePath(name);
    const why = seen.has(path) ? 'duplicate' : 'case-clash';
    seen.add(path);
    return { name, why };
  });
  return isFolderToo ? [{ name: first, why: 'file-and-folder' }, ...clashes] : clashes;
}

function samePath(name: string): string {
  return pathInBundle(name) ?? name;
}
