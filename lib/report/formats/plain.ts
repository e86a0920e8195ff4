/**
 * Makes foreign text harmless for one line of a terminal or a document: line breaks and tabs become spaces; other control characters,
 * bidirectional controls and invisible characters become visible marks (`␛`, `‹U+202E›`), so that nothing can move the cursor, colour,
 * hide or reorder what the reader sees. At most `limit` code points are kept, the rest is `…`.
 */
export function plainLine(text: string, limit = 2_000): string {
  // Code units first, so that a body of megabytes is not walked; each code point has at most two.
  const oneLine = plain(text.slice(0, limit * 2 + 2).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '));
  const points = [...oneLine];
  const cut = points.length > limit || text.length > limit * 2 + 2;
  return cut ? `${points.slice(0, limit - 1).join('')}…` : oneLine;
}

/** The same for text of several lines (a body): line breaks and tabs stay. */
export function plainBlock(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => line.split('\t').map(plain).join('\t'))
    .join('\n');
}

/** C0 and C1 controls, format characters (bidirectional, zero-width, tags), unassigned and private ones, and lone surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

function plain(text: string): string {
  return text.replace(unsafe, visible);
}

function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  // The Unicode block “Control Pictures” has a picture for each C0 control, and one for delete.
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return '\u2421';
  return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`;
}
