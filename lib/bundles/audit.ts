import { bundleLimits as limits } from '../standards/bundle-limits.ts';
import { createWindow, type ArchiveWindow } from './archive-window.ts';
import type { DirectoryEntry } from './directory-entries.ts';
import { inflatedLength } from './inflated-length.ts';
import { memberName } from './member-name.ts';
import type { Trouble } from './members.ts';

/**
 * Unpacks every file of an archive into nothing, to see that its name and its size are those that the directory states. Stops each at
 * its stated size, and altogether after 20 that are not; lets others have their turn meanwhile. Rejects only when it is aborted.
 */
export async function auditMembers(
  archive: Blob,
  entries: readonly DirectoryEntry[],
  signal?: AbortSignal,
): Promise<readonly Trouble[]> {
  const window = createWindow(archive);
  const pause = createPauses(signal);
  const troubles: Trouble[] = [];
  const files = entries.filter(({ isFolder }) => !isFolder);
  for (const entry of files.toSorted((one, other) => one.offset - other.offset)) {
    const failure = await failureOf(window, entry, pause);
    if (failure !== null) troubles.push({ name: entry.name, failure });
    if (troubles.length === mostTroubles) break;
    await pause(costOfMember);
  }
  return troubles;
}

const mostTroubles = 20;

type Pause = (bytes: number) => Promise<void>;

/** Waits for a moment after so many bytes each, and ends where the signal says so. */
function createPauses(signal: AbortSignal | undefined): Pause {
  let done = 0;
  return async (bytes) => {
    done += bytes;
    if (done < bytesBetweenPauses) return;
    done = 0;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  };
}

const bytesBetweenPauses = 4 * 1024 * 1024;
/** To begin a member costs as much as to unpack so many bytes. */
const costOfMember = 64 * 1024;

async function failureOf(
  window: ArchiveWindow,
  entry: DirectoryEntry,
  pause: Pause,
): Promise<Trouble['failure'] | null> {
  const head = await window.bytes(entry.offset, headLength);
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (head.length < headLength || view.getUint32(0, true) !== headMark) return 'unreadable';
  const [nameLength, extraLength] = [view.getUint16(26, true), view.getUint16(28, true)];
  const name = memberName(await window.bytes(entry.offset + headLength, nameLength));
  if (name !== entry.name) return 'name-lie';
  if (entry.method === 0) return null;
  const at = entry.offset + headLength + nameLength + extraLength;
  const length =
    entry.packedSize <= smallPacked
      ? inflatedLength(await window.bytes(at, entry.packedSize))
      : await unpackedLength(window, at, entry, pause);
  return length === null ? 'unreadable' : length === entry.size ? null : 'size-lie';
}

/** Bytes. */
const smallPacked = 2048;
const headMark = 0x04034b50;
const headLength = 30;

/** How long it is unpacked, or some length beyond the one that is stated; null where it is damaged. */
async function unpackedLength(
  window: ArchiveWindow,
  at: number,
  { packedSize, size }: DirectoryEntry,
  pause: Pause,
): Promise<number | null> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  const stop = new AbortController();
  const feeding = feed(writable.getWriter(), window, at, packedSize, stop.signal);
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return length;
      length += value.length;
      if (length > Math.min(size, limits.unpacked)) return length;
      await pause(value.length);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return null;
  } finally {
    stop.abort();
    await reader.cancel().catch(ignored);
    await feeding;
  }
}

/** Piece by piece: what comes out of one is a thousand times larger at the most. Never rejects: who reads finds the faults. */
async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  window: ArchiveWindow,
  at: number,
  length: number,
  stop: AbortSignal,
): Promise<void> {
  stop.addEventListener('abort', () => void writer.abort().catch(ignored), { once: true });
  try {
    for (let done = 0; done < length && !stop.aborted; done += pieceLength) {
      await writer.write(await window.bytes(at + done, Math.min(pieceLength, length - done)));
    }
    await writer.close();
  } catch {
    // Told by the readable side.
  }
}

const pieceLength = 16 * 1024;

function ignored(): void {
  // What was stopped says that it was.
}
