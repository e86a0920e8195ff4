import type { DirectoryEntry } from './directory-entries.ts';
import { unpack, unpackWhole, type UnpackFailure } from './zip.ts';

/** The members of an archive, each read when it is asked for. */
export interface Members {
  readonly names: ReadonlySet<string>;
  /** Members that could not be unpacked, in the order in which it was tried. */
  readonly troubles: readonly Trouble[];
  /** Bytes when unpacked, as the directory states them. */
  sizeOf(name: string): number;
  /** A whole member; null where it cannot be unpacked. */
  whole(name: string, most: number): Promise<Uint8Array<ArrayBuffer> | 'too-large' | null>;
  /** About the first `most` bytes of a member, as text; null where it cannot be unpacked. */
  beginning(name: string, most: number): Promise<string | null>;
  /** A member piece by piece. */
  pieces(name: string, most: number, take: (piece: Uint8Array) => void): Promise<void>;
}

/** A member that is not what the directory states, or is damaged. */
export interface Trouble {
  readonly name: string;
  readonly failure: Exclude<UnpackFailure, 'too-large'>;
}

/** Nothing is read before it is asked for. */
export function createMembers(
  archive: Blob,
  files: ReadonlyMap<string, DirectoryEntry>,
  signal?: AbortSignal,
): Members {
  const troubles: Trouble[] = [];
  const note = (name: string, failure: UnpackFailure | null): void => {
    if (failure !== null && failure !== 'too-large') troubles.push({ name, failure });
  };
  const pieces: Members['pieces'] = async (name, most, take) => {
    const member = files.get(name);
    if (member) note(name, await unpack(archive, member, most, take, signal));
  };
  return {
    names: new Set(files.keys()),
    troubles,
    sizeOf: (name) => files.get(name)?.size ?? 0,
    async whole(name, most) {
      const member = files.get(name);
      if (!member) return null;
      const read = await unpackWhole(archive, member, most, signal);
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
