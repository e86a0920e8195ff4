/** Where a line (counted from 1) begins and ends in a text, without its break; the end of the text where there is no such line. */
export function lineRange(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return { start: text.length, end: text.length };
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

/** A line cut where these texts stand in it; marked as a whole where one of them is not in it as it is. */
export function markedParts(
  line: string,
  texts: readonly string[],
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  if (texts.length === 0) return [{ text: line, isMarked: false }];
  const isMarked = Array<boolean>(line.length).fill(false);
  for (const text of texts) {
    const start = text === '' ? -1 : line.indexOf(text);
    if (start === -1) return [{ text: line, isMarked: true }];
    isMarked.fill(true, start, start + text.length);
  }
  const cuts = [0, ...isMarked.flatMap((mark, at) => (at > 0 && mark !== isMarked[at - 1] ? [at] : [])), line.length];
  return cuts
    .slice(0, -1)
    .map((from, at) => ({ text: line.slice(from, cuts[at + 1]), isMarked: isMarked[from] === true }));
}
