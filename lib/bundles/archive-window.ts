/** Bytes of an archive, of which a piece at a time is in memory. */
export interface ArchiveWindow {
  /** So many bytes from a place on, or fewer where the archive ends; good until the next are asked for. */
  bytes(at: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Whoever asks from the front to the back reads every byte about once. */
export function createWindow(archive: Blob): ArchiveWindow {
  let start = 0;
  let held = new Uint8Array(0);
  return {
    async bytes(at, length) {
      if (at < start || at + length > start + held.length) {
        held = new Uint8Array(await archive.slice(at, at + Math.max(length, windowLength)).arrayBuffer());
        start = at;
      }
      return held.subarray(at - start, at - start + length);
    },
  };
}

const windowLength = 1024 * 1024;
