import { createHash } from 'node:crypto';

/** The id that Chromium gives an unpacked extension: it is made of the folder, whose path has to be the real one. */
export function unpackedId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
