/** Columns that text takes in a terminal: two for East Asian wide characters and emoji, none for combining marks. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!combining.test(character)) columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

/** Breaks text at spaces into lines of at most `width` columns. Longer words are broken, URLs are not: they must stay whole to be copied. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/).flatMap((part) => pieces(part, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** Cuts text to `width` columns, with “…” at the end. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${startOf(text, width - 1)}…`;
}

/** Cuts text to `width` columns, with “…” in the middle: both ends of a URL tell something. */
export function clipMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const tail = Math.floor((width - 1) / 2);
  const end = [...startOf([...text].reverse().join(''), tail)].reverse().join('');
  return `${startOf(text, width - 1 - tail)}…${end}`;
}

const combining = /\p{M}/u;
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

function pieces(word: string, width: number): readonly string[] {
  if (word.includes('://') || displayWidth(word) <= width) return [word];
  const start = startOf(word, width);
  return start === '' ? [word] : [start, ...pieces(word.slice(start.length), width)];
}

function startOf(text: string, width: number): string {
  let columns = 0;
  let start = '';
  for (const character of text) {
    columns += displayWidth(character);
    if (columns > width) return start;
    start += character;
  }
  return start;
}
