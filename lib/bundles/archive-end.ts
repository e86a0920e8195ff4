import type { BundleFault } from '../kernel/evidence-bundle.ts';

/** Where a zip archive ends, and where its directory is. */
export interface ArchiveEnd {
  /** The archive without what follows it. */
  readonly archive: Blob;
  /** A signature block of the official tool follows it. */
  readonly signed: boolean;
  readonly members: number;
  /** Bytes. */
  readonly directorySize: number;
  readonly directoryOffset: number;
}

/** What stands in place of an end that is not there. */
export interface NoEnd {
  readonly fault: BundleFault;
}

/**
 * Looks for the end of a zip archive as the official tool does: the last end record of the file, before a signature block. What unzips
 * programs disagree about (bytes before the archive that its directory does not count, two ends) is damage here.
 */
export async function findArchiveEnd(file: Blob): Promise<ArchiveEnd | NoEnd> {
  if (file.size === 0) return { fault: 'empty' };
  const tailStart = Math.max(0, file.size - longestTail);
  const tail = new Uint8Array(await file.slice(tailStart).arrayBuffer());
  const signatureStart = startOfSignature(tail);
  const contentEnd = signatureStart ?? tail.length;
  const at = lastIndexOf(tail, endMark, contentEnd - endLength);
  if (at === null || contentEnd - at > longestEnd) return { fault: await faultWithoutEnd(file) };
  const record = new DataView(tail.buffer, at, endLength);
  const end = at + endLength + record.getUint16(20, true);
  if (end > contentEnd) return { fault: 'cut-short' };
  const directory = directoryOf(record) ?? (await largeDirectory(file, tailStart + at));
  if (directory === null) return { fault: 'damaged' };
  const { members, size, offset } = directory;
  if (!(await isDirectory(file, directory, tailStart + at))) return { fault: 'damaged' };
  if (offset + size > tailStart + at) return { fault: 'damaged' };
  return {
    archive: file.slice(0, tailStart + end),
    signed: signatureStart !== null,
    members,
    directorySize: size,
    directoryOffset: offset,
  };
}

interface Directory {
  readonly members: number;
  readonly size: number;
  readonly offset: number;
}

/** “PK” and the number of a record, as they stand in the file. */
const endMark = [0x50, 0x4b, 0x05, 0x06] as const;
const memberMark = 0x04034b50;
const directoryMark = 0x02014b50;
const largeEndMark = 0x06064b50;
const largeLocatorMark = 0x07064b50;
const endLength = 22;
const largeEndLength = 56;
const largeLocatorLength = 20;
/** With the longest comment. */
const longestEnd = endLength + 65_536;
/** Signature blocks hold a few certificates. */
const longestTail = longestEnd + 1024 * 1024;

const signatureHeader = bytesOf('MCPB_SIG_V1');
const signatureFooter = bytesOf('MCPB_SIG_END');

/** Where the signature block begins that follows the archive; null where none does, or where its marks stand within the archive. */
function startOfSignature(tail: Uint8Array): number | null {
  const footer = lastIndexOf(tail, signatureFooter, tail.length - signatureFooter.length);
  const header = footer === null ? null : lastIndexOf(tail, signatureHeader, footer - signatureHeader.length);
  if (footer === null || header === null) return null;
  const lastEnd = lastIndexOf(tail, endMark, tail.length - endLength);
  return lastEnd !== null && lastEnd > header ? null : header;
}

/** Null where some number is too large for this record, and stands in another. */
function directoryOf(record: DataView): Directory | null {
  const [members, size, offset] = [record.getUint16(10, true), record.getUint32(12, true), record.getUint32(16, true)];
  const isLarge = members === 0xffff || size === 0xffffffff || offset === 0xffffffff;
  return isLarge ? null : { members, size, offset };
}

/** The record of archives with more than 4 GiB or 65,535 members (zip64). */
async function largeDirectory(file: Blob, endAt: number): Promise<Directory | null> {
  const locator = await viewOf(file, endAt - largeLocatorLength, largeLocatorLength);
  if (locator?.getUint32(0, true) !== largeLocatorMark) return null;
  const record = await viewOf(file, Number(locator.getBigUint64(8, true)), largeEndLength);
  if (record?.getUint32(0, true) !== largeEndMark) return null;
  return {
    members: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    offset: Number(record.getBigUint64(48, true)),
  };
}

/** Whether the directory stands where the end says. An empty one is nothing at all. */
async function isDirectory(file: Blob, { members, offset }: Directory, endAt: number): Promise<boolean> {
  if (members === 0) return offset <= endAt;
  const first = await viewOf(file, offset, 4);
  return first?.getUint32(0, true) === directoryMark;
}

async function faultWithoutEnd(file: Blob): Promise<BundleFault> {
  const first = await viewOf(file, 0, 4);
  return first?.getUint32(0, true) === memberMark ? 'cut-short' : 'not-a-zip';
}

async function viewOf(file: Blob, offset: number, length: number): Promise<DataView | null> {
  if (offset < 0 || offset + length > file.size) return null;
  return new DataView(await file.slice(offset, offset + length).arrayBuffer());
}

function bytesOf(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}

function lastIndexOf(bytes: Uint8Array, wanted: readonly number[], from: number): number | null {
  for (let at = Math.min(from, bytes.length - wanted.length); at >= 0; at -= 1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return null;
}
