import { say } from '../../i18n/say.ts';
import type { Report } from '../../kernel/report.ts';
import { maxReportLength } from '../data/limits.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';
import { fragmentOf, linkIn } from './link-text.ts';
import { iterationsRead, iterationsWritten, ivLength, lock, saltLength, unlock, type Lock } from './passphrase.ts';

/** Where a link leads, and what locks it; no passphrase where it is null. */
export interface LinkOptions {
  /** An https address without a fragment. */
  readonly viewer: string;
  readonly passphrase: string | null;
}

/** What a link holds. */
export type LinkContents =
  | { readonly kind: 'text'; readonly text: string }
  /** It has a passphrase, and none was given. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'problem'; readonly problem: string };

/*
 * The envelope: bytes as base64url in the fragment, which no browser sends to anybody (docs/report-link.md).
 *
 *   offset  open                                  locked
 *   0       version: 1                            version: 1
 *   1       kind: 0                               kind: 1 (PBKDF2 with HMAC-SHA-256, then AES-256-GCM)
 *   2       the first 8 bytes of the JSON's       iterations, 4 bytes, the highest first
 *           SHA-256
 *   6                                             salt, 16 bytes
 *   10      the JSON, deflated                    (salt)
 *   22                                            initialization vector, 12 bytes
 *   34                                            the deflated JSON, encrypted, with its tag of 16 bytes;
 *                                                 bytes 0 to 33 are the additional authenticated data
 */
const version = 1;
const kinds = { open: 0, locked: 1 } as const;
const digestLength = 8;
const openHeader = 2 + digestLength;
const lockedHeader = 2 + 4 + saltLength + ivLength;

/**
 * A link that holds the whole report, compressed, in its fragment; locked where there is a passphrase. Nothing is uploaded.
 * Rejects with a RangeError for an empty passphrase, and with a TypeError when `viewer` is no URL.
 * @see docs/report-link.md
 */
export async function reportLink(report: Report, { viewer, passphrase }: LinkOptions): Promise<string> {
  const url = new URL(viewer);
  const json = new TextEncoder().encode(JSON.stringify(report));
  const packed = await deflate(json);
  const bytes = passphrase === null ? await opened(json, packed) : await locked(packed, passphrase);
  url.hash = fragmentOf(toBase64url(bytes));
  return url.href;
}

/** Reads what `reportLink` wrote, from a URL, a fragment, or a text around either; null where the text holds no such link. Never rejects. */
export async function readReportLink(text: string, passphrase?: string): Promise<LinkContents | null> {
  const link = linkIn(text);
  if (link.kind === 'none') return null;
  if (link.kind === 'cut') {
    return problem(
      say(
        'The link was cut off: {here} of its {whole} characters are there. Copy it again as a whole, or ask for the file.',
        link,
      ),
    );
  }
  const bytes = fromBase64url(link.data);
  if (bytes === null || bytes.length < openHeader) return damaged();
  if (bytes[0] !== version) return problem(say('The link was made by a newer version of Connector Doctor: update it.'));
  if (bytes[1] === kinds.open) return contentsOfOpen(bytes);
  return bytes[1] === kinds.locked ? contentsOfLocked(bytes, passphrase) : unknownLock();
}

async function opened(
  json: Uint8Array<ArrayBuffer>,
  packed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf([version, kinds.open], await digestOf(json), packed);
}

async function contentsOfOpen(bytes: Uint8Array<ArrayBuffer>): Promise<LinkContents> {
  const inflated = await inflate(bytes.slice(openHeader), maxReportLength);
  if (inflated.kind !== 'bytes') return inflated.kind === 'too-large' ? tooLarge() : damaged();
  const digest = await digestOf(inflated.bytes);
  const isWhole = digest.every((byte, index) => byte === bytes[2 + index]);
  return isWhole ? textOf(inflated.bytes) : damaged();
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, digestLength);
}

async function locked(packed: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const iterations = new Uint8Array(4);
  new DataView(iterations.buffer).setUint32(0, iterationsWritten);
  const salt = crypto.getRandomValues(new Uint8Array(saltLength));
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const header = bytesOf([version, kinds.locked], iterations, salt, iv);
  return bytesOf(header, await lock(packed, passphrase, lockIn(header)));
}

async function contentsOfLocked(bytes: Uint8Array<ArrayBuffer>, passphrase: string | undefined): Promise<LinkContents> {
  if (bytes.length <= lockedHeader) return damaged();
  const how = lockIn(bytes);
  if (how.iterations < iterationsRead.least || how.iterations > iterationsRead.most) return unknownLock();
  if (passphrase === undefined || passphrase === '') return { kind: 'locked' };
  const packed = await unlock(bytes.slice(lockedHeader), passphrase, how);
  if (packed === null) {
    return problem(
      say(
        'The passphrase is another one, or the link was changed on its way: the two cannot be told apart. Type the passphrase again, or ask for a new link.',
      ),
    );
  }
  const inflated = await inflate(packed, maxReportLength);
  if (inflated.kind !== 'bytes') return inflated.kind === 'too-large' ? tooLarge() : damaged();
  return textOf(inflated.bytes);
}

/** How the bytes behind the header are locked, as the header says. */
function lockIn(bytes: Uint8Array<ArrayBuffer>): Lock {
  return {
    iterations: new DataView(bytes.buffer, bytes.byteOffset).getUint32(2),
    salt: bytes.slice(6, 6 + saltLength),
    iv: bytes.slice(6 + saltLength, lockedHeader),
    header: bytes.slice(0, lockedHeader),
  };
}

function textOf(bytes: Uint8Array<ArrayBuffer>): LinkContents {
  return { kind: 'text', text: new TextDecoder().decode(bytes) };
}

function bytesOf(...parts: readonly (ArrayLike<number> & Iterable<number>)[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function damaged(): LinkContents {
  return problem(say('The link was damaged on its way: ask for it again, or for the file.'));
}

function tooLarge(): LinkContents {
  return problem(say('The link holds more than 64 MiB: no report of Connector Doctor is that large.'));
}

function unknownLock(): LinkContents {
  return problem(
    say(
      'The link is locked in a way that this version of Connector Doctor does not know: update it, or ask for the file.',
    ),
  );
}

function problem(words: string): LinkContents {
  return { kind: 'problem', problem: words };
}
