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
    if (!isText(decodedBase64(run.slice(0, firstLook)))) return run;
    const decoded = decodedBase64(run);
    if (holdsMark(run) || !isText(decoded) || redact(decoded) === decoded) return run;
    // What is known by now gets its own mark, wherever it stands in the run.
    return store.replaceLearned(run) === run ? store.learn(run, 'secret') : run;
  });
}

const base64Run = /(?<![A-Za-z\d+/_-])[A-Za-z\d+/_-]{20,24000}={0,2}/g;
const firstLook = 16;

function isText(decoded: string): boolean {
  return decoded !== '' && /^[\t\n\r\x20-\x7e\u00a0-\uffff]*$/.test(decoded);
}

function decodedBase64(run: string): string {
  const bare = run.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    const whole = bare.length % 4 === 1 ? bare.slice(0, -1) : bare;
    return new TextDecoder().decode(Uint8Array.from(atob(whole), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}
