import type { Entry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { BundleFault, UnsafeBecause, UnsafeMember } from '../kernel/evidence-bundle.ts';
import { inOneLine } from '../parsing/one-line.ts';
import { bundleLimits as limits } from '../standards/bundle-limits.ts';
import type { ArchiveEnd } from './archive-end.ts';
import { memberName, nameTrick } from './member-name.ts';
import { eachEntry } from './zip.ts';

/** What an archive’s directory states, and what in it no careful program follows. */
export interface Directory {
  readonly fault: BundleFault | null;
  readonly faultMember: string | null;
  /** Names of files, folders left out, in the archive’s order. */
  readonly files: ReadonlySet<string>;
  readonly unpackedBytes: number;
  /** The first 20. */
  readonly unsafe: readonly UnsafeMember[];
  readonly unsafeCount: number;
}

/** Reads the whole directory, and no member. Never rejects. */
export async function readDirectory(end: ArchiveEnd, signal?: AbortSignal): Promise<Directory> {
  const { archive, members, directorySize } = end;
  if (members > limits.members || directorySize > limits.directory) return { ...nothing, fault: 'too-large' };
  const unsafe = createUnsafeList();
  const files = new Set<string>();
  const places: Place[] = [];
  let unpackedBytes = 0;
  let unreadable: string | null = null;
  const isWhole = await eachEntry(
    archive,
    (entry, rawName) => {
      const name = memberName(rawName);
      unpackedBytes += entry.uncompressedSize;
      places.push({ name, from: entry.offset, to: entry.offset + headLength + rawName.length + entry.compressedSize });
      const trick = nameTrick(name) ?? (isLink(entry) ? 'link' : null) ?? sizeTrick(entry);
      if (trick !== null) unsafe.add(name, trick);
      if (entry.directory) return;
      if (files.has(name)) unsafe.add(name, 'duplicate');
      files.add(name);
      if (entry.encrypted || !methods.includes(entry.compressionMethod)) unreadable ??= name;
    },
    signal,
  );
  for (const name of overlapping(places)) unsafe.add(name, 'overlap');
  const isDamaged = !isWhole || places.length !== members || places.some(({ to }) => to > archive.size);
  return {
    fault: isDamaged
      ? 'damaged'
      : isBomb(unpackedBytes, archive.size)
        ? 'too-large'
        : unreadable === null
          ? null
          : 'unreadable-member',
    faultMember: unreadable,
    files,
    unpackedBytes,
    ...unsafe.kept(),
  };
}

const nothing: Directory = {
  fault: null,
  faultMember: null,
  files: new Set(),
  unpackedBytes: 0,
  unsafe: [],
  unsafeCount: 0,
};

/** Of a member’s own record, without its name. */
const headLength = 30;
/** Stored, and deflated. */
const methods: readonly number[] = [0, 8];
const mostUnsafe = 20;

interface Place {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function createUnsafeList() {
  const unsafe: UnsafeMember[] = [];
  let unsafeCount = 0;
  return {
    add(name: string, why: UnsafeBecause) {
      unsafeCount += 1;
      if (unsafe.length < mostUnsafe) unsafe.push({ name: shown(name), why });
    },
    kept: () => ({ unsafe, unsafeCount }),
  };
}

/** Characters that cannot be seen are told by their number: they are what is told of. */
function shown(name: string): string {
  // eslint-disable-next-line no-control-regex -- see above
  const visible = name.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return inOneLine(visible);
}

/** Every kind of file but files and folders: links, devices, pipes. */
function isLink({ unixMode, externalFileAttributes }: Entry): boolean {
  const kind = ((unixMode ?? externalFileAttributes >>> 16) & 0xf000) >>> 12;
  return kind !== 0 && kind !== 4 && kind !== 8;
}

function sizeTrick({ directory, compressionMethod, compressedSize, uncompressedSize }: Entry): UnsafeBecause | null {
  if (directory) return null;
  if (uncompressedSize > limits.unpacked) return 'size';
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * compressedSize) return 'ratio';
  // Nobody packs a file larger than it is, but for a few bytes a block: what comes out is more than stated.
  const isTooMuch = compressedSize > uncompressedSize * 1.01 + 1024;
  return isTooMuch || (compressionMethod === 0 && compressedSize !== uncompressedSize) ? 'size-lie' : null;
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > limits.unpacked || (unpacked > limits.ratioFrom && unpacked > limits.ratio * packed);
}

/** Names of members that begin before the one before them ends. */
function overlapping(places: readonly Place[]): readonly string[] {
  const inOrder = [...places].sort((one, other) => one.from - other.from);
  const names: string[] = [];
  let end = 0;
  for (const { name, from, to } of inOrder) {
    if (from < end) names.push(name);
    end = Math.max(end, to);
  }
  return names;
}
