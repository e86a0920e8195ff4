import {
  BlobReader,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  WARNING_MISMATCHED_LOCAL_FILE_HEADER_FILENAME,
  ZipReader,
  type Entry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { archiveOfOne, type DirectoryEntry } from './directory-entries.ts';

/** No worker is started, and no code is compiled: the browser’s own decompression does the work. Names are judged elsewhere. */
const options = {
  useWebWorkers: false,
  useCompressionStream: true,
  strictness: 'balanced',
  filenameValidation: 'tolerant',
} as const;

/** Why a member could not be unpacked. */
export type UnpackFailure = 'too-large' | 'size-lie' | 'name-lie' | 'unreadable';

/**
 * Unpacks a member piece by piece. Stops as soon as more comes out than the directory states, or than is wanted; a member that states
 * more is not begun. Never rejects.
 */
export async function unpack(
  archive: Blob,
  member: DirectoryEntry,
  most: number,
  take: (piece: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<UnpackFailure | null> {
  if (member.size > most) return 'too-large';
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      length += piece.length;
      if (length > member.size) throw new Error('more than stated');
      take(piece);
    },
  });
  try {
    const entry = await onlyEntry(await archiveOfOne(archive, member));
    if (entry?.getData === undefined) return 'unreadable';
    await entry.getData(sink, { ...options, checkCrc32: true, checkLocalFilename: true, ...(signal && { signal }) });
    return null;
  } catch (error) {
    return length > member.size ? 'size-lie' : failureOf(error);
  }
}

async function onlyEntry(archive: Blob): Promise<Exclude<Entry, { readonly directory: true }> | undefined> {
  const [entry] = await new ZipReader(new BlobReader(archive), options).getEntries();
  return entry === undefined || entry.directory ? undefined : entry;
}

function failureOf(error: unknown): UnpackFailure {
  if (!(error instanceof Error)) return 'unreadable';
  if (error.message === ERR_INVALID_UNCOMPRESSED_SIZE) return 'size-lie';
  const isName = 'reason' in error && error.reason === WARNING_MISMATCHED_LOCAL_FILE_HEADER_FILENAME;
  return error.message === ERR_AMBIGUOUS_ARCHIVE && isName ? 'name-lie' : 'unreadable';
}

/** A whole member, or why there is none. */
export async function unpackWhole(
  archive: Blob,
  member: DirectoryEntry,
  most: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | UnpackFailure> {
  const pieces: Uint8Array[] = [];
  const failure = await unpack(archive, member, most, (piece) => pieces.push(piece), signal);
  if (failure !== null) return failure;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
