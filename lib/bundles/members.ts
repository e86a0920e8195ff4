import type { Entry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { memberName } from './member-name.ts';
import { eachEntry, unpack, unpackWhole, type UnpackFailure } from './zip.ts';

/** The members of an archive, of which those that are wanted can be read. */
export interface Members {
  readonly names: ReadonlySet<string>;
  /** Members that could not be unpacked, in the order in which it was tried. */
  readonly troubles: readonly { readonly name: string; readonly failure: Exclude<UnpackFailure, 'too-large'> }[];
  /** Looks members up in the directory; of two with the same name the last one counts, as it does for the official tool. */
  find(names: readonly (string | null)[]): Promise<void>;
  /** Bytes when unpacked, as the directory states them. */
  sizeOf(name: string): number;
  /** A member that was looked up; null where it cannot be unpacked. */
  whole(name: string, most: number): Promise<Uint8Array<ArrayBuffer> | 'too-large' | null>;
  /** The first `most` bytes of a member as text; null where it cannot be unpacked. */
  beginning(name: string, most: number): Promise<string | null>;
  /** A member piece by piece. */
  pieces(name: string, most: number, take: (piece: Uint8Array) => void): Promise<void>;
}

/** Nothing is read before it is asked for. */
export function createMembers(archive: Blob, names: ReadonlySet<string>, signal?: AbortSignal): Members {
  const entries = new Map<string, Entry>();
  const troubles: { readonly name: string; readonly failure: Exclude<UnpackFailure, 'too-large'> }[] = [];
  const note = (name: string, failure: UnpackFailure | null): void => {
    if (failure !== null && failure !== 'too-large') troubles.push({ name, failure });
  };
  const pieces: Members['pieces'] = async (name, most, take) => {
    const entry = entries.get(name);
    if (entry) note(name, await unpack(entry, most, take, signal));
  };
  return {
    names,
    troubles,
    async find(wanted) {
      const asked = new Set(wanted);
      await eachEntry(
        archive,
        (entry, rawName) => {
          const name = memberName(rawName);
          if (asked.has(name) && !entry.directory) entries.set(name, entry);
        },
        signal,
      );
    },
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async whole(name, most) {
      const entry = entries.get(name);
      if (!entry) return null;
      const read = await unpackWhole(entry, most, signal);
      if (typeof read !== 'string' || read === 'too-large') return read;
      note(name, read);
      return null;
    },
    async beginning(name, most) {
      const decoder = new TextDecoder();
      let text = '';
      let length = 0;
      await pieces(name, Infinity, (piece) => {
        if (length < most) text += decoder.decode(piece, { stream: true });
        length += piece.length;
      });
      return troubles.some((trouble) => trouble.name === name) ? null : text;
    },
    pieces,
  };
}
