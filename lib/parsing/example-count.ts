/** Headings, and lines that end in a colon, under which descriptions list what one can ask. */
const opening = /\b(?:examples?|try (?:asking|it|these)|prompts?|use cases?|you can ask|beispiele?)\b/i;
const item = /^\s{0,8}(?:[-*+]|\d{1,2}[.)])\s+\S/;

/** How many examples a description lists: the items under a heading or a line that speaks of them. At most its first 20,000 characters are read. */
export function exampleCount(markdown: string): number {
  let isWithin = false;
  let count = 0;
  for (const line of markdown.slice(0, longest).split(/\r?\n/)) {
    if (line.trim() === '') continue;
    if (item.test(line)) {
      if (isWithin) count += 1;
    } else if (!/^\s{2,}/.test(line)) {
      isWithin = opening.test(line.slice(0, 200));
    }
  }
  return count;
}

const longest = 20_000;
