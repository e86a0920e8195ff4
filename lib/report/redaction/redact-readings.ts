import { readEscapes } from './read-escapes.ts';
import { holdsMark, type SecretStore } from './redact-store.ts';

/**
 * Learns the secrets whose place is seen only once escapes are read: in JSON that is percent-encoded, in quotes that are character
 * references, under names with escapes in them. They are then replaced in whatever way they are written.
 */
export function learnFromReadings(text: string, redact: (reading: string) => unknown): void {
  if (!hidingEscape.test(text)) return;
  const reading = readEscapes(text);
  if (reading !== null) redact(reading.text);
}

/** Of marks and letters that names, quotes and addresses are made of. */
const hidingEscape =
  /%(?:22|27|3A|3C|3D|40|7B|25[0-9a-f]{2})|&(?:quot|apos|lt|gt|equals|colon|commat|#x?[\da-f]{2,4});|(?:\\|%)u00[2-7]|\\x[2-7]|[\w+]{6}\\\/[\w+]{6}/i;

/** Replaces every base64 text in which a secret stands. What is no text behind it, as in pictures, is not looked at. */
export function base64Texts(text: string, store: SecretStore, redact: (decoded: string) => string): string {
  return text.replace(base64Run, (run) => {
    if (!mayBeText.test(binary(run.slice(0, firstLook)))) return run;
    const decoded = decodedBase64(run);
    if (holdsMark(run) || !isText(decoded) || redact(decoded) === decoded) return run;
    // What is known by now gets its own mark, wherever it stands in the run.
    return store.replaceLearned(run) === run ? store.learn(run, 'secret') : run;
  });
}

const base64Run = /(?<![A-Za-z\d+/_-])[A-Za-z\d+/_-]{20,24000}={0,2}/g;
const firstLook = 16;

const mayBeText = /^[\t\n\r\x20-\x7e\x80-\xff]+$/;

function isText(decoded: string): boolean {
  return /^[\t\n\r\x20-\x7e\u00a0-\ufffc]+$/.test(decoded);
}

const utf8 = new TextDecoder();

function decodedBase64(run: string): string {
  return utf8.decode(Uint8Array.from(binary(run), (character) => character.charCodeAt(0)));
}

/** The bytes of base64 in either alphabet, one character each; the empty text for what is none. */
function binary(run: string): string {
  const bare = run.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return atob(bare.length % 4 === 1 ? bare.slice(0, -1) : bare);
  } catch {
    return '';
  }
}
