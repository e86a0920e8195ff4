import {
  BlobReader,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  WARNING_MISMATCHED_CENTRAL_DIRECTORY_OFFSET,
  WARNING_MISMATCHED_LOCAL_FILE_HEADER_FILENAME,
  WARNING_MISMATCHED_ZIP64_END_OF_CENTRAL_DIRECTORY,
  WARNING_MISSING_ZIP64_EXTRA_FIELD,
  WARNING_PREPENDED_CENTRAL_DIRECTORY,
  WARNING_TRAILING_CENTRAL_DIRECTORY_DATA,
  WARNING_WRAPPED_ENTRIES_COUNT,
  ZipReader,
  type Entry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';

/** No worker is started, and no code is compiled: the browser’s own decompression does the work. Names are judged elsewhere. */
const options = {
  useWebWorkers: false,
  useCompressionStream: true,
  strictness: 'balanced',
  filenameValidation: 'tolerant',
} as const;

/** Names of what the reader mends by itself, and other programs read otherwise. */
const damage: readonly string[] = [
  WARNING_MISMATCHED_CENTRAL_DIRECTORY_OFFSET,
  WARNING_MISMATCHED_ZIP64_END_OF_CENTRAL_DIRECTORY,
  WARNING_MISSING_ZIP64_EXTRA_FIELD,
  WARNING_PREPENDED_CENTRAL_DIRECTORY,
  WARNING_TRAILING_CENTRAL_DIRECTORY_DATA,
  WARNING_WRAPPED_ENTRIES_COUNT,
];

/**
 * Goes through an archive’s directory; what `visit` does not keep is let go. Answers whether the directory is one that every program
 * reads in the same way. Never rejects.
 */
export async function eachEntry(
  archive: Blob,
  visit: (entry: Entry, rawName: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const reader = new ZipReader(new BlobReader(archive), options);
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (signal?.aborted) return false;
      visit(entry, entry.rawFilename);
    }
    const warnings = reader.warnings ?? [];
    return !warnings.some(({ reason }) => damage.includes(reason));
  } catch {
    return false;
  }
}

/** Why a member could not be unpacked. */
export type UnpackFailure = 'too-large' | 'size-lie' | 'name-lie' | 'unreadable';

/**
 * Unpacks a member piece by piece. Stops as soon as more comes out than the directory states, or than is wanted; a member that states
 * more is not begun. Never rejects.
 */
export async function unpack(
  entry: Entry,
  most: number,
  take: (piece: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<UnpackFailure | null> {
  if (entry.directory || entry.getData === undefined) return 'unreadable';
  if (entry.uncompressedSize > most) return 'too-large';
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(piece) {
      length += piece.length;
      if (length > entry.uncompressedSize) throw new Error('more than stated');
      take(piece);
    },
  });
  try {
    await entry.getData(sink, {
      ...options,
      checkCrc32: true,
      checkLocalFilename: true,
      ...(signal && { signal }),
    });
    return null;
  } catch (error) {
    return length > entry.uncompressedSize ? 'size-lie' : failureOf(error);
  }
}

function failureOf(error: unknown): UnpackFailure {
  if (!(error instanceof Error)) return 'unreadable';
  if (error.message === ERR_INVALID_UNCOMPRESSED_SIZE) return 'size-lie';
  const isName = 'reason' in error && error.reason === WARNING_MISMATCHED_LOCAL_FILE_HEADER_FILENAME;
  return error.message === ERR_AMBIGUOUS_ARCHIVE && isName ? 'name-lie' : 'unreadable';
}

/** A whole member, or why there is none. */
export async function unpackWhole(
  entry: Entry,
  most: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | UnpackFailure> {
  const pieces: Uint8Array[] = [];
  const failure = await unpack(entry, most, (piece) => pieces.push(piece), signal);
  if (failure !== null) return failure;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
