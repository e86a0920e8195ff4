import { crc32, deflateRawSync } from 'node:zlib';

/** A member of an archive; what is told differently from what is packed is a lie that the archive tells. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** In the member’s own record. */
  readonly localName?: string;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  /** Unix; a plain file is 0o100644. */
  readonly mode?: number;
  /** Unpacked, as the directory and the record state it. */
  readonly statedSize?: number;
  readonly statedPacked?: number;
  readonly crc?: number;
  /** Where the directory says that the member begins. */
  readonly offset?: number;
  /** Sizes follow the member’s bytes, as streaming writers do it. */
  readonly descriptor?: boolean;
  /** The packed bytes themselves, in place of those of `bytes`. */
  readonly raw?: Uint8Array;
}

/** What the end of an archive states, where that is not the truth. */
export interface StatedEnd {
  readonly members?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  readonly comment?: string;
  readonly large?: boolean;
}

/** Writes an archive as it is told to, lies included. */
export function makeZip(members: readonly Packed[], end: StatedEnd = {}): Uint8Array<ArrayBuffer> {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const { record, entry } = packed(member, at);
    records.push(record);
    directory.push(entry);
    at += record.length;
  }
  const entries = Buffer.concat(directory);
  const count = end.members ?? members.length;
  const size = end.directorySize ?? entries.length;
  const offset = end.directoryOffset ?? at;
  const ending = end.large === true ? largeEnd(count, size, offset, at + entries.length) : endOf(count, size, offset);
  const comment = Buffer.from(end.comment ?? '');
  ending.writeUInt16LE(comment.length, ending.length - 2);
  return Uint8Array.from(Buffer.concat([...records, entries, ending, comment]));
}

function packed(member: Packed, at: number): { readonly record: Buffer; readonly entry: Buffer } {
  const plain = Buffer.from(member.bytes as Uint8Array);
  const deflated = member.stored === true ? plain : deflateRawSync(plain, { level: 9 });
  const body = member.raw === undefined ? deflated : Buffer.from(member.raw);
  const fields = Buffer.alloc(22);
  const flags = 0x800 | (member.flags ?? 0) | (member.descriptor === true ? 8 : 0);
  fields.writeUInt16LE(flags, 0);
  fields.writeUInt16LE(member.method ?? (member.stored === true ? 0 : 8), 2);
  fields.writeUInt32LE(member.crc ?? crc32(plain), 8);
  fields.writeUInt32LE(member.statedPacked ?? body.length, 12);
  fields.writeUInt32LE(member.statedSize ?? plain.length, 16);
  return {
    record: recordOf(member, fields, body),
    entry: entryOf(member, fields, member.offset ?? at),
  };
}

function recordOf({ name, localName = name, descriptor }: Packed, fields: Buffer, body: Buffer): Buffer {
  const path = Buffer.from(localName);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  fields.copy(head, 6, 0, 20);
  if (descriptor === true) head.fill(0, 14, 26);
  head.writeUInt16LE(path.length, 26);
  const after = Buffer.alloc(descriptor === true ? 16 : 0);
  if (descriptor === true) {
    after.writeUInt32LE(0x08074b50, 0);
    fields.copy(after, 4, 8, 20);
  }
  return Buffer.concat([head, path, body, after]);
}

function entryOf({ name, mode = 0o100644 }: Packed, fields: Buffer, offset: number): Buffer {
  const path = Buffer.from(name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE((3 << 8) | 20, 4);
  head.writeUInt16LE(20, 6);
  fields.copy(head, 8, 0, 20);
  head.writeUInt16LE(path.length, 28);
  head.writeUInt32LE((mode << 16) >>> 0, 38);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, path]);
}

function endOf(members: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members, 8);
  end.writeUInt16LE(members, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** With the records for numbers that do not fit (zip64). */
function largeEnd(members: number, size: number, offset: number, at: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(members), 24);
  record.writeBigUInt64LE(BigInt(members), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, endOf(0xffff, 0xffffffff, 0xffffffff)]);
}
