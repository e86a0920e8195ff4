/**
 * A text in pieces of whole lines, so that a browser lays out those alone that are seen. Joined by line breaks they are the text; the last
 * line break of all is left out.
 */
export function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from + blockLength);
    blocks.push(text.slice(from, end === -1 ? text.replace(/\n$/, '').length : end));
    if (end === -1) break;
    from = end + 1;
  }
  return blocks;
}

/** UTF-16 code units: about a screen and a half. */
const blockLength = 4_000;
