import type { ArchiveEnd } from './archive-end.ts';
import { createWindow } from './archive-window.ts';
import { memberName } from './member-name.ts';

/** A member as an archive’s directory states it. */
export interface DirectoryEntry {
  readonly name: string;
  /** By its name, as programs that unpack take it. */
  readonly isFolder: boolean;
  /** By its attributes, on which programs differ. */
  readonly saysFolder: boolean;
  readonly isEncrypted: boolean;
  readonly method: number;
  /** Bytes. */
  readonly packedSize: number;
  readonly size: number;
  /** Where the member’s own record begins. */
  readonly offset: number;
  /** The kind of file, as Unix has it: 8 a file, 4 a folder, 0 nothing said. */
  readonly fileKind: number;
  /** What the member’s own record has beside the packed bytes, at the least. */
  readonly headLength: number;
  /** Where its entry in the directory stands in the archive, and its length. */
  readonly entryAt: number;
  readonly entryLength: number;
}

/** Reads a directory of so many bytes from end to end; null where it is not exactly so many entries. Never throws. */
export async function directoryEntries(
  archive: Blob,
  { members, directoryOffset, directorySize }: Pick<ArchiveEnd, 'members' | 'directoryOffset' | 'directorySize'>,
): Promise<DirectoryEntry[] | null> {
  const window = createWindow(archive);
  const entries: DirectoryEntry[] = [];
  const end = directoryOffset + directorySize;
  let at = directoryOffset;
  while (entries.length < members) {
    if (at + fixedLength > end) return null;
    const view = viewOf(await window.bytes(at, fixedLength));
    if (view.getUint32(0, true) !== entryMark) return null;
    const length = fixedLength + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(field, true), 0);
    if (at + length > end) return null;
    const entry = entryOf(await window.bytes(at, length), at);
    if (entry === null) return null;
    entries.push(entry);
    at += length;
  }
  return at === end ? entries : null;
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

const entryMark = 0x02014b50;
const fixedLength = 46;
const recordLength = 30;
/** Stands for a number that does not fit, and is told behind. */
const elsewhere = 0xffffffff;

function entryOf(bytes: Uint8Array<ArrayBuffer>, entryAt: number): DirectoryEntry | null {
  const view = viewOf(bytes);
  const nameLength = view.getUint16(28, true);
  const name = memberName(bytes.subarray(fixedLength, fixedLength + nameLength));
  const sizes = sizesOf(view, fixedLength + nameLength);
  const offset = view.getUint32(42, true);
  // An archive of more than 4 GiB is no bundle.
  if (sizes === null || offset === elsewhere) return null;
  const attributes = view.getUint32(38, true);
  const fileKind = attributes >>> 28;
  return {
    name,
    isFolder: name.endsWith('/'),
    saysFolder: fileKind === 4 || (attributes & dosFolder) !== 0,
    isEncrypted: (view.getUint16(8, true) & 1) === 1,
    method: view.getUint16(10, true),
    ...sizes,
    offset,
    fileKind,
    headLength: recordLength + nameLength,
    entryAt,
    entryLength: bytes.length,
  };
}

const dosFolder = 0x10;

/** Sizes, which stand behind the name where they are too large for their fields (zip64); null where they stand nowhere. */
function sizesOf(view: DataView, extraAt: number): Pick<DirectoryEntry, 'size' | 'packedSize'> | null {
  const [packedSize, size] = [view.getUint32(20, true), view.getUint32(24, true)];
  if (packedSize !== elsewhere && size !== elsewhere) return { packedSize, size };
  const end = extraAt + view.getUint16(30, true);
  for (let at = extraAt; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const wanted = 8 * Number(size === elsewhere) + 8 * Number(packedSize === elsewhere);
    if (view.getUint16(at + 2, true) < wanted || at + 4 + wanted > end) return null;
    const large = (field: number): number => Number(view.getBigUint64(field, true));
    return {
      size: size === elsewhere ? large(at + 4) : size,
      packedSize: packedSize === elsewhere ? large(at + 4 + (size === elsewhere ? 8 : 0)) : packedSize,
    };
  }
  return null;
}

/** An archive that holds one member of another, as a file, so that it can be read without going through the whole directory again. */
export async function archiveOfOne(archive: Blob, member: DirectoryEntry): Promise<Blob> {
  const { offset, packedSize, headLength, entryAt, entryLength } = member;
  const most = headLength + 65_535 + packedSize + longestDescriptor;
  const record = archive.slice(offset, Math.min(offset + most, archive.size));
  const entry = await archive.slice(entryAt, entryAt + entryLength).arrayBuffer();
  const view = new DataView(entry);
  view.setUint32(38, 0, true);
  view.setUint32(42, 0, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, entryLength, true);
  end.setUint32(16, record.size, true);
  return new Blob([record, entry, end.buffer]);
}

/** With its mark, and large numbers. */
const longestDescriptor = 24;
