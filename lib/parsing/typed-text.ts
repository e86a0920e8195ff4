import { isPrivateHostname } from '../kernel/address.ts';
import type { Cleaning } from '../kernel/target.ts';

/** A text that should be a URL, and what was done to read it. */
export interface Cleaned {
  readonly text: string;
  readonly cleaned: readonly Cleaning[];
}

/**
 * A host name as people type it: at least one dot, or localhost, or an IP address, or any name with a port.
 * A token (`eyJ….….…`) looks like one, and asking a resolver for it would give it away.
 */
const hostLike =
  /^(?!eyJ[\w-]{8,}\.)(?:(?:[\p{L}\p{N}\p{M}_*-]+\.)+(?:[\p{L}\p{M}]{2,63}|xn--[a-z\d-]{1,59})\.?(?::\d+)?|localhost(?::\d+)?|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\[[\da-f:.]+\](?::\d+)?|[\w-]+:\d{2,5})(?:[/?#]|$)/iu;

const scheme = /^[a-z][a-z\d+.-]*:\/\//i;

/** Without invisible characters and the white space around it. */
export function visibleText(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .trim();
}

/** Makes a URL of what was typed where one was meant: unwraps, joins lines, takes it out of a sentence, adds the scheme (with `local`, http for a host of this network). */
export function cleanUrlText(text: string, local: boolean): Cleaned {
  const cleaned: Cleaning[] = [];
  const step = (name: Cleaning, before: string, after: string): string => {
    if (before !== after && !cleaned.includes(name)) cleaned.push(name);
    return after;
  };
  let url = step('trimmed', text, unwrap(text));
  const joined = joinLines(url);
  url = step(url.startsWith(joined) ? 'trimmed' : 'joined-lines', url, joined);
  url = step('percent-decoded', url, percentDecoded(url));
  url = step('trimmed', url, withoutSentence(url));
  url = step('scheme-added', url, withScheme(url, local));
  return { text: url, cleaned };
}

/** True when a text begins like a host name that only lacks its scheme. */
export function beginsWithHost(text: string): boolean {
  return hostLike.test(text);
}

const quotes = '"“”„«»\'‘’‚‹›`';
const sentenceMarks = `.,;:!?…${quotes} \t\r\n`;

function unwrap(text: string): string {
  let current = text;
  for (let round = 0; round < 8; round += 1) {
    const next = unbracketed(withoutTail(withoutLead(current))).trim();
    if (next === current) break;
    current = next;
  }
  return current;
}

function withoutLead(text: string): string {
  let start = 0;
  while (start < text.length && quotes.includes(text.charAt(start))) start += 1;
  return text.slice(start).trimStart();
}

/** Brackets around everything; those of a placeholder or of an IPv6 address stay. */
function unbracketed(text: string): string {
  const inner = /^<([^<>]*)>$/.exec(text)?.[1] ?? /^\(([^()]*)\)$/.exec(text)?.[1] ?? /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (inner === undefined) return text;
  const trimmed = inner.trim();
  const meant = scheme.test(trimmed) || (!text.startsWith('[') && hostLike.test(trimmed));
  return meant ? trimmed : text;
}

/** Without the punctuation of the sentence in which a URL stood; closing brackets go only where none was opened. */
function withoutTail(text: string): string {
  let end = text.length;
  // A loop: an expression that ends in `+$` takes quadratic time.
  while (end > 0 && sentenceMarks.includes(text.charAt(end - 1))) end -= 1;
  const words = text.slice(0, end);
  const last = words.at(-1);
  const opening = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : last === '>' ? '<' : undefined;
  if (opening === undefined || last === undefined) return words;
  return words.split(opening).length < words.split(last).length ? words.slice(0, -1) : words;
}

function joinLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first, ...rest] = lines;
  if (first === undefined || rest.length === 0 || !(scheme.test(first) || hostLike.test(first))) return text;
  let joined = first;
  for (const line of rest) {
    // A line goes on where the one before was cut: at a mark of the URL, or because it was long.
    const goesOn = /[/?&=._%-]$/.test(joined) || /^[/?&=#.%-]/.test(line) || joined.length >= 40;
    if (!goesOn || /\s/.test(line) || scheme.test(line)) break;
    joined += line;
  }
  return joined;
}

function percentDecoded(text: string): string {
  if (!/^https?%3A(?:%2F|\/){2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first web address of a text with other words around it. */
function withoutSentence(text: string): string {
  if (scheme.test(text) && (!/\s/.test(text) || /^[^\s.]{1,300}\s/.test(text))) return text;
  const match = /https?:\/\/(?:<[^<>\n]{1,80}>|\$?\{[^{}\n]{1,80}\}|[^\s<>"`“”])+/i.exec(text);
  return match === null ? text : unwrap(match[0]);
}

function withScheme(text: string, local: boolean): string {
  const slip = /^(https?)\/\/(?=[^/])/i.exec(text);
  if (slip !== null) return `${slip[1] ?? 'https'}://${text.slice(slip[0].length)}`;
  const bare = text.startsWith('//') ? text.slice(2) : text;
  const afterUserinfo = /^(?!mailto:)[^\s/?#@:]{1,256}:[^\s/?#@]{0,256}@(?=.)/.exec(bare);
  const host = afterUserinfo === null ? bare : bare.slice(afterUserinfo[0].length);
  const startsWithPlaceholder = /^(?:<[^<>\n]{1,80}>|\$?\{[^{}\n]{1,80}\}|\[your[^\]]{0,60}\])/i.test(bare);
  if (!hostLike.test(host) && !startsWithPlaceholder) return text;
  return `${local && leadsToPrivateHost(bare) ? 'http' : 'https'}://${bare}`;
}

function leadsToPrivateHost(bare: string): boolean {
  const url = `http://${bare}`;
  return URL.canParse(url) && isPrivateHostname(new URL(url).hostname);
}
