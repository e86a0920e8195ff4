/** Text that a script without an address bears in place of one. */
export const nowhere = '';

const mostLength = 500;

/**
 * The addresses of the scripts in an error's stack, the innermost call first, without line and column; `nowhere` for code that has none
 * (made from text, or put into the document as text). The browser's own functions are left out.
 * @see https://v8.dev/docs/stack-trace-api
 */
export function placesIn(stack: string): readonly string[] {
  return stack
    .split('\n')
    .map(placeIn)
    .filter((place) => place !== null);
}

/** Chromium: `at name (address:1:2)` or `at address:1:2`. Firefox: `name@address:1:2`. Null for lines without a position. */
function placeIn(line: string): string | null {
  const text = line.trim();
  const positioned = /^(.*?):\d+(?::\d+)?\)?$/.exec(text)?.[1];
  if (positioned === undefined) return null;
  if (text.startsWith('at ')) return addressOf(afterLast(positioned.slice(3), ' ').replace(/^\(/, ''), positioned);
  const at = positioned.indexOf('@');
  return at < 0 ? null : addressOf(positioned.slice(at + 1), positioned);
}

/** `eval` and scripts put in as text name the script that made them, which need not be who wrote them. */
function addressOf(place: string, whole: string): string | null {
  if (/^(native|self-hosted)/.test(place)) return null;
  if (place.includes('<anonymous>') || whole.includes('(eval at ') || whole.includes(' > ')) return nowhere;
  return /^[a-z][a-z0-9+.-]*:/i.test(place) ? place.slice(0, mostLength) : nowhere;
}

function afterLast(text: string, mark: string): string {
  return text.slice(text.lastIndexOf(mark) + 1);
}
