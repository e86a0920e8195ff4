/** One call in an error's stack. */
export interface StackFrame {
  /** The address of its script; `nowhere` for code that has none. */
  readonly place: string;
  /** As the browser writes it, with line and column. */
  readonly position: string;
}

/** What stands for the address of a script that has none: made from text, or put into the page by a hand that the browser does not name. */
export const nowhere = '';

const mostLength = 500;

/**
 * The calls in an error's stack that have a position, the innermost first. The browser's own functions have none. Of the calls that only
 * wait for these to end (`async`), those without an address are left out: they may be anybody's.
 * @see https://v8.dev/docs/stack-trace-api
 */
export function framesIn(stack: string): readonly StackFrame[] {
  const lines = stack.split('\n').map((line) => line.trim());
  const waiting = lines.findIndex((line) => /^at async |^[^@]*\*/.test(line));
  return lines.flatMap((line, at) => {
    const frame = frameIn(line);
    const isWaiting = waiting >= 0 && at >= waiting;
    return frame === null || (isWaiting && frame.place === nowhere) ? [] : [frame];
  });
}

/** Chromium: `at name (address:1:2)` or `at address:1:2`. Firefox: `name@address:1:2`. */
function frameIn(text: string): StackFrame | null {
  const position = text.startsWith('at ') ? positionAfterName(text.slice(3)) : text.slice(text.indexOf('@') + 1);
  const [, address] = /^(.+?):\d+(?::\d+)?$/.exec(position) ?? [];
  if (address === undefined || /^(native|self-hosted)\b/.test(address)) return null;
  return { place: placeOf(address, text), position };
}

function positionAfterName(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1).replace(/^\(?(.*?)\)?$/, '$1');
}

/** `eval` and scripts put in as text name the script that made them, which need not be who wrote them. */
function placeOf(address: string, line: string): string {
  if (line.includes('(eval at ') || line.includes(' > ')) return nowhere;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address.slice(0, mostLength) : nowhere;
}
