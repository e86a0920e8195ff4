import type { BundleFault, UnsafeBecause, UnsafeMember } from '../kernel/evidence-bundle.ts';
import { inOneLine } from '../parsing/one-line.ts';
import { bundleLimits as limits } from '../standards/bundle-limits.ts';
import type { ArchiveEnd } from './archive-end.ts';
import { directoryEntries, type DirectoryEntry } from './directory-entries.ts';
import { nameTrick, pathInBundle } from './member-name.ts';
import { nameClashes } from './name-clashes.ts';

/** What an archive’s directory states, and what in it no careful program follows. */
export interface Directory {
  readonly fault: BundleFault | null;
  readonly faultMember: string | null;
  /** Files by their paths, folders left out; of two with the same path the last one, as the official tool has it. */
  readonly files: ReadonlyMap<string, DirectoryEntry>;
  /** Everything, as it stands there. */
  readonly entries: readonly DirectoryEntry[];
  /** Members share bytes, so that unpacking all of it may take any time. */
  readonly isOverlapping: boolean;
  readonly unpackedBytes: number;
  /** The first of each kind, and 20 in all. */
  readonly unsafe: readonly UnsafeMember[];
  readonly unsafeCount: number;
}

/** Reads the whole directory, and no member. */
export async function readDirectory(end: ArchiveEnd): Promise<Directory> {
  const { archive, members, directorySize, directoryOffset } = end;
  if (members > limits.members || directorySize > limits.directory) return { ...nothing, fault: 'too-large' };
  const entries = await directoryEntries(archive, end);
  if (entries === null || entries.some((entry) => endOf(entry) > directoryOffset)) {
    return { ...nothing, fault: 'damaged' };
  }
  const unsafe = createUnsafeList();
  const files = new Map<string, DirectoryEntry>();
  for (const entry of entries) {
    const trick = nameTrick(entry.name) ?? kindTrick(entry) ?? sizeTrick(entry);
    if (trick !== null) unsafe.add(entry.name, trick);
    if (!entry.isFolder) files.set(pathInBundle(entry.name) ?? entry.name, entry);
  }
  for (const { name, why } of nameClashes(entries)) unsafe.add(name, why);
  const overlaps = overlapping(entries);
  for (const name of overlaps) unsafe.add(name, 'overlap');
  const unpackedBytes = entries.reduce((sum, { size }) => sum + size, 0);
  const unreadable = entries.find(
    ({ isFolder, isEncrypted, method }) => !isFolder && (isEncrypted || !methods.includes(method)),
  );
  const isLarge = isBomb(unpackedBytes, archive.size);
  return {
    fault: isLarge ? 'too-large' : unreadable === undefined ? null : 'unreadable-member',
    faultMember: isLarge || unreadable === undefined ? null : unreadable.name,
    files,
    entries,
    isOverlapping: overlaps.length > 0,
    unpackedBytes,
    ...unsafe.kept(),
  };
}

const nothing: Directory = {
  fault: null,
  faultMember: null,
  files: new Map(),
  entries: [],
  isOverlapping: false,
  unpackedBytes: 0,
  unsafe: [],
  unsafeCount: 0,
};

/** Stored, and deflated. */
const methods: readonly number[] = [0, 8];
const mostUnsafe = 20;

/** Where a member ends, at the earliest. */
function endOf({ offset, headLength, packedSize }: DirectoryEntry): number {
  return offset + headLength + packedSize;
}

/** Keeps the first of each kind whatever stands before it, so that harmless ones never hide a harmful one. */
function createUnsafeList() {
  const kept: UnsafeMember[] = [];
  const ofKind = new Map<UnsafeBecause, number>();
  let unsafeCount = 0;
  return {
    add(name: string, why: UnsafeBecause) {
      unsafeCount += 1;
      const count = (ofKind.get(why) ?? 0) + 1;
      ofKind.set(why, count);
      if (count <= mostUnsafe) kept.push({ name: shown(name), why });
    },
    kept: () => ({ unsafe: firstOfEachKind(kept), unsafeCount }),
  };
}

function firstOfEachKind(all: readonly UnsafeMember[]): readonly UnsafeMember[] {
  const firsts = new Set(new Map(all.toReversed().map((member) => [member.why, member])).values());
  const others = all.filter((member) => !firsts.has(member)).slice(0, mostUnsafe - firsts.size);
  return all.filter((member) => firsts.has(member) || others.includes(member));
}

/** Characters that cannot be seen are told by their number: they are what is told of. */
function shown(name: string): string {
  // eslint-disable-next-line no-control-regex -- see above
  const visible = name.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return inOneLine(visible);
}

/** Whether a member is what its name says, of which the slash at the end alone makes a folder. */
function kindTrick({ isFolder, saysFolder, fileKind, size, packedSize }: DirectoryEntry): UnsafeBecause | null {
  // Links, devices, pipes.
  if (fileKind !== 0 && fileKind !== 4 && fileKind !== 8) return 'link';
  return isFolder ? (size > 0 || packedSize > emptyPacked ? 'kind-lie' : null) : saysFolder ? 'kind-lie' : null;
}

/** Bytes, at the most, that nothing has when it is deflated. */
const emptyPacked = 5;

function sizeTrick({ isFolder, method, packedSize, size }: DirectoryEntry): UnsafeBecause | null {
  if (isFolder) return null;
  if (size > limits.unpacked) return 'size';
  if (size > limits.ratioFrom && size > limits.ratio * packedSize) return 'ratio';
  // Nobody packs a file larger than it is, but for a few bytes a block: what comes out is more than stated.
  return packedSize > size * 1.01 + 1024 || (method === 0 && packedSize !== size) ? 'size-lie' : null;
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > limits.unpacked || (unpacked > limits.ratioFrom && unpacked > limits.ratio * packed);
}

/** Names of members that begin before the one before them ends. */
function overlapping(entries: readonly DirectoryEntry[]): readonly string[] {
  const names: string[] = [];
  let end = 0;
  for (const entry of entries.toSorted((one, other) => one.offset - other.offset)) {
    if (entry.offset < end) names.push(entry.name);
    end = Math.max(end, endOf(entry));
  }
  return names;
}
