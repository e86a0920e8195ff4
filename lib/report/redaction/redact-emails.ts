import { readEscapes } from './read-escapes.ts';
import { holdsMark, type SecretStore } from './redact-store.ts';
import { isToolName } from './redact-tool-name.ts';

/** Takes out addresses of mail, of any script. `isWithin`: also where they are written as they are here, behind other escapes. */
export function emails(text: string, store: SecretStore, isWithin: boolean): string {
  let out = '';
  let copied = 0;
  for (const found of text.matchAll(atDomain)) {
    const { index, 0: rest } = found;
    const [, domain = ''] = found;
    const [local] = localPart.exec(text.slice(Math.max(copied, index - longestLocal), index)) ?? [];
    // Here the mark of a user or password stands before the host of a URL.
    if (local === undefined || holdsMark(local) || local === 'redacted') continue;
    const from = index - local.length;
    if (isToolName(text, from)) continue;
    const address = `${readEscapes(local)?.text ?? local}@${domain}`.toLowerCase();
    if (isWithin) store.know(local + rest, 'email', undefined, address);
    out += text.slice(copied, from) + store.mark(address, 'email');
    copied = index + rest.length;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

/** Domains may be of any script, or Punycode. */
const atDomain =
  /(?:@|%40)((?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z\d-]{2,59}|[\p{L}\p{M}]{2,24}))(?![\p{L}\p{M}\p{N}_-])/giu;

/** It begins where a word begins, or after the escape of another character. */
const localPart =
  /(?:(?<![\p{L}\p{M}\p{N}_.+%\\-])(?<!%[\da-f])|(?<=%[\da-f]{2}|\\[bfnrt]|\\u[\da-f]{4})|(?<=\\)(?![bfnrtux]))(?:[\p{L}\p{M}\p{N}_.+-]|\\u(?:00[c-f]|0[1-7][\da-f]|1e[\da-f])[\da-f]){1,64}$/iu;

/** 64 characters, each of which may be an escape. */
const longestLocal = 400;
