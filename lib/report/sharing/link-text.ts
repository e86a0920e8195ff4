/** What a fragment that holds a report begins with. */
export const linkMark = 'connector-doctor=';

/** A link as it was found in a text. */
export type LinkInText =
  | { readonly kind: 'none' }
  | { readonly kind: 'data'; readonly data: string }
  /** How many characters of the data are there, and how many there should be. */
  | { readonly kind: 'cut'; readonly here: number; readonly whole: number };

/** The fragment for these base64url characters: their number stands before them, so that whoever finds it in a text knows its end. */
export function fragmentOf(data: string): string {
  return `${linkMark}${data.length}.${data}`;
}

/** Whether a text holds what a link to a report begins with. */
export function hasLinkMark(text: string): boolean {
  return text.includes(linkMark);
}

/**
 * The text from each place on where a link to a report begins, few at most: one that a mail program encoded once more as well, whose own
 * characters stay as they are.
 */
export function linksIn(text: string): readonly string[] {
  const links: string[] = [];
  for (const { index, 0: mark } of text.matchAll(anyMark)) {
    links.push(linkMark + text.slice(index + mark.length));
    if (links.length === mostLinks) break;
  }
  return links;
}

const anyMark = /connector-doctor(?:=3D|=|%3D)(?=[0-9]{1,9}\.)/gi;

/** Each is unlocked for itself, which takes time by design. */
const mostLinks = 4;

/**
 * The data of the first link in a text: a URL, a bare fragment, or either one within other words. Mail programs break long links into lines,
 * with spaces or marks of a quotation at their beginning: all that is no part of it is passed over.
 */
export function linkIn(text: string): LinkInText {
  const begin = text.indexOf(linkMark);
  if (begin < 0) return { kind: 'none' };
  const [found, number] =
    /^([0-9]{1,9})\./.exec(text.slice(begin + linkMark.length, begin + linkMark.length + 10)) ?? [];
  if (found === undefined) return { kind: 'none' };
  const whole = Number(number);
  const data = charactersFrom(text, begin + linkMark.length + found.length, whole);
  return data.length === whole ? { kind: 'data', data } : { kind: 'cut', here: data.length, whole };
}

/** So many characters of base64url, from a place on; fewer where something else stands in between. */
function charactersFrom(text: string, begin: number, most: number): string {
  const pieces: string[] = [];
  let length = 0;
  const next = /([\w-]+)|(=?\s+(?:[>|]\s*)*|[\u00AD\u200B\u2060\uFEFF])/y;
  next.lastIndex = begin;
  while (length < most) {
    const match = next.exec(text);
    if (match === null) break;
    const piece = (match[1] ?? '').slice(0, most - length);
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('');
}
