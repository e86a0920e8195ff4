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
  /%(?:22|27|3A|3C|3D|40|7B|25[0-9a-f]{2})|&(?:quot|apos|lt|gt|equals|colon|commat|#x?[\da-f]{2,4});|[\\%]u00[2-7]|\\x[2-7]|\\(?<=[\w+]{6}\\)\/[\w+]{6}|\\u[\da-f]{4}[\w.+-]{0,64}@|@[\w.-]{0,64}(?:\\u|%[c-f])/i;

/** Replaces every base64 text in which a secret stands. What is no text behind it, as in pictures, is not looked at. */
export function base64Texts(text: string, store: SecretStore, redact: (decoded: string) => string): string {
  return eachLongRun(text, (run) => {
    if (!mayBeText.test(binary(run.slice(0, firstLook)))) return run;
    const decoded = decodedBase64(run);
    if (holdsMark(run) || !isText(decoded) || redact(decoded) === decoded) return run;
    // What is known by now gets its own mark, wherever it stands in the run.
    return store.replaceLearned(run) === run ? store.learn(run, 'secret') : run;
  });
}

const shortestRun = 20;
const longestRun = 24_000;
const firstLook = 16;

/** Replaces each run of the letters of base64 by what `write` makes of it: only where a long one would have one is it looked for. */
function eachLongRun(text: string, write: (run: string) => string): string {
  let out = '';
  let copied = 0;
  for (let at = shortestRun - 1; at < text.length; at += shortestRun) {
    if (!isOfBase64(text, at)) continue;
    let from = at;
    while (from > copied && isOfBase64(text, from - 1)) from -= 1;
    let to = at + 1;
    while (to < text.length && isOfBase64(text, to)) to += 1;
    at = to;
    if (to - from < shortestRun) continue;
    const end =
      to - from > longestRun ? from + longestRun : to + (padding.exec(text.slice(to, to + 2))?.[0].length ?? 0);
    out += text.slice(copied, from) + write(text.slice(from, end));
    copied = end;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

const padding = /^={1,2}/;

const ofBase64 = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z\d+/_-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function isOfBase64(text: string, at: number): boolean {
  return ofBase64[text.charCodeAt(at)] === 1;
}

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
