import { mediaType } from './media-type.ts';

/** Only the beginning of a page is looked at. Characters. */
const lookedAt = 64 * 1024;
const longestTitle = 200;

const htmlTypes: readonly (string | undefined)[] = ['text/html', 'application/xhtml+xml'];

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  middot: '·',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** The text of a page's title, white space collapsed, at most 200 characters; undefined when it has none. Never throws. */
export function htmlTitle(text: string): string | undefined {
  const head = text.slice(0, lookedAt);
  // Found step by step: one expression for the whole element would take quadratic time on a hostile page.
  const opening = /<title(?=[\s>/])/i.exec(head);
  if (opening === null) return undefined;
  const from = head.indexOf('>', opening.index);
  if (from === -1) return undefined;
  const rest = head.slice(from + 1);
  const end = rest.search(/<\/title/i);
  const raw = (end === -1 ? (rest.split('<', 1)[0] ?? '') : rest.slice(0, end)).slice(0, 2_000);
  const title = decodeEntities(raw).replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title.slice(0, longestTitle);
}

/** True for a body that a browser would show as a page: it says so by its media type, or begins like one. */
export function looksLikeHtml(contentType: string | undefined, text: string): boolean {
  const start = text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '' || start.startsWith('{') || start.startsWith('[')) return false;
  if (htmlTypes.includes(mediaType(contentType))) return true;
  return /^(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start);
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number.parseInt(decimal, 10) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
