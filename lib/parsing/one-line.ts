/** Text from the other side on one line, without control characters, and short enough (200 characters) for a sentence. */
export function inOneLine(text: string, longest = 200): string {
  // eslint-disable-next-line no-control-regex -- control characters are just what must not reach a terminal
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
