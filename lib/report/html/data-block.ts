/** The element that holds the report in a page that was made of it. */
const blockId = 'connector-doctor-report';

/**
 * JSON as an element that nothing runs: no character in it begins or ends markup, whoever reads, saves or rewrites the page. Read again
 * by `reportInHtml`.
 */
export function dataBlock(json: string): string {
  const text = json.replace(marked, (character) => escapes.get(character) ?? character);
  return `<script type="application/json" id="${blockId}">${text}</script>`;
}

/**
 * The JSON of the report that a page holds, as it was written into it; null where there is none. Takes the page as browsers and mail
 * programs save it again: other attributes, quotes and line ends, entities, a CDATA section. (An archive of one file, MHTML, holds none:
 * browsers leave out of it what is no markup.) Whether it is a report is for its reader to see. Takes time in proportion to the text,
 * whose length its reader bounds.
 */
export function reportInHtml(page: string): string | null {
  const start = startOf(page);
  if (start === null) return null;
  const cdata = /^\s{0,100}(?:\/\/)?<!\[CDATA\[/.exec(page.slice(start, start + 200))?.[0].length ?? 0;
  const from = start + cdata;
  // A file that was cut off ends within: its reader says so.
  const end = page.indexOf('<', from);
  const text = page.slice(from, end === -1 ? undefined : end);
  return unescaped(withoutEntities(cdata === 0 ? text : text.trimEnd().replace(/(?:\/\/)?\]\]>$/, ''))).trim();
}

/** What HTML, XML or a script would take for something else than text. */
const marked = /[<>&\u2028\u2029\uFEFF]/g;

const escapes: ReadonlyMap<string, string> = new Map([
  ['<', '\\u003c'],
  ['>', '\\u003e'],
  ['&', '\\u0026'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
  ['\uFEFF', '\\ufeff'],
]);

/** Where the content of the element begins; null where the page has no such element. */
function startOf(html: string): number | null {
  const tag = /<script(\s[^<>]{0,2000})>/gi;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    if (namesBlock.test(found[1] ?? '')) return tag.lastIndex;
  }
  return null;
}

const namesBlock = new RegExp(`\\sid\\s*=\\s*(["']?)${blockId}\\1(?=[\\s/]|$)`, 'i');

/** The characters that `dataBlock` wrote as escapes; JSON has no other way to write these, and all other escapes stay. */
function unescaped(json: string): string {
  return inPieces(json, beforeEscape, (piece) =>
    piece.replace(/\\(?:u(?:003c|003e|0026|2028|2029|feff)|[^])/gi, (escape) =>
      escape.length === 6 ? String.fromCharCode(Number.parseInt(escape.slice(2), 16)) : escape,
    ),
  );
}

/** No `&` was written: whatever begins with one was put there by whoever saved the page. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return inPieces(text, beforeEntity, (piece) =>
    piece.replace(/&(quot|apos|lt|gt|nbsp|amp|#\d{1,7}|#x[\da-f]{1,6});/gi, (_whole, name: string) => {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (name.startsWith('#')) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      return entities.get(name.toLowerCase()) ?? '';
    }),
  );
}

const pieceLength = 64 * 1024;

/** Piece by piece: a replacement keeps all that it finds until its end, and a page can hold tens of millions of entities. */
function inPieces(
  text: string,
  endOf: (text: string, start: number, end: number) => number,
  change: (piece: string) => string,
): string {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + pieceLength >= text.length ? text.length : endOf(text, start, start + pieceLength);
    pieces.push(change(text.slice(start, end)));
    start = end;
  }
  return pieces.join('');
}

const longestEntity = 10;
const longestEscape = 6;

/** The end of a piece, or the beginning of the entity that it would cut in two. */
function beforeEntity(text: string, _start: number, end: number): number {
  const from = end - longestEntity + 1;
  const last = text.slice(from, end).lastIndexOf('&');
  return last === -1 ? end : from + last;
}

/** The same for escapes; of backslashes in a row each second one is written by the one before. */
function beforeEscape(text: string, start: number, end: number): number {
  const from = end - longestEscape + 1;
  const within = text.slice(from, end).lastIndexOf('\\');
  if (within === -1) return end;
  const last = from + within;
  let first = last;
  while (first > start && text.charAt(first - 1) === '\\') first -= 1;
  return (last - first) % 2 === 0 ? last : end;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['amp', '&'],
]);
