/** Headings, short bold lines, and lines that end in a colon, under which descriptions list what one can ask. */
const opening = /\b(?:examples?|try (?:asking|it|these)|prompts?|use cases?|you can ask|beispiele?)\b/i;
const item = /^\s{0,8}(?:[-*+]|\d{1,2}[.)])\s+\S/;
/** A box to tick: something to do, and nothing to ask. */
const task = /^\s{0,8}(?:[-*+]|\d{1,2}[.)])\s+\[[ xX]\]\s/;

/** How many examples a description lists: the items under a heading, or a line that leads to them. At most its first 20,000 characters are read. */
export function exampleCount(markdown: string): number {
  let isWithin = false;
  let count = 0;
  for (const line of markdown.slice(0, longest).split(/\r?\n/)) {
    if (line.trim() === '') continue;
    if (item.test(line)) {
      if (isWithin && !task.test(line)) count += 1;
    } else if (!/^\s{2,}/.test(line)) {
      isWithin = leads(line.slice(0, 200).trim());
    }
  }
  return count;
}

/** A sentence that only speaks of examples leads to none. */
function leads(line: string): boolean {
  return (/^#{1,6}\s/.test(line) || /^(\*\*|__).{1,80}\1:?$/.test(line) || line.endsWith(':')) && opening.test(line);
}

const longest = 20_000;
