import { plainBlock } from '../formats/plain.ts';

/** A body made ready for reading. */
export interface BodyView {
  readonly text: string;
  /** Indented; the characters are otherwise those that were received. */
  readonly isFormatted: boolean;
  /** More was received than is shown. */
  readonly isCut: boolean;
}

/** UTF-16 code units of a body that a screen shows at most; a report of our own holds no more of one. */
export const mostShown = 65_536;

/**
 * A body as harmless text, JSON and the JSON of event streams indented. White space alone is added: numbers, escapes and repeated
 * members stay as the server wrote them.
 */
export function bodyView(body: string, contentType: string | undefined, asReceived = false): BodyView {
  const start = body.slice(0, mostShown);
  const formatted = asReceived ? null : format(start, contentType ?? '');
  const text = formatted ?? start;
  return {
    text: plainBlock(text.slice(0, mostFormatted)),
    isFormatted: formatted !== null,
    isCut: body.length > mostShown || text.length > mostFormatted,
  };
}

/** Deep nesting makes indentation grow without end. */
const mostFormatted = mostShown * 4;
const mostIndent = 40;

function format(body: string, contentType: string): string | null {
  if (/^text\/event-stream\b/i.test(contentType)) return formatEvents(body);
  return isJson(body) ? indent(body) : null;
}

function formatEvents(body: string): string | null {
  const lines = body.split('\n');
  const data = /^data: ?(.*?)\r?$/;
  const formatted = lines.map((line) => {
    const json = data.exec(line)?.[1];
    return json !== undefined && isJson(json) ? `data: ${indent(json)}` : line;
  });
  return formatted.some((line, index) => line !== lines[index]) ? formatted.join('\n') : null;
}

/** A number or a word is JSON too, but nothing is gained by indenting it. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A string, a bracket, or what separates; everything between is a number or a word. */
const jsonToken = /"(?:[^"\\]|\\.)*"|[[\]{}]|[,:]|[^\s"[\]{},:]+/g;

function indent(json: string): string {
  const tokens = json.match(jsonToken) ?? [];
  const out: string[] = [];
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(Math.min(depth, mostIndent))}`;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const isEmpty = before !== undefined && ['{}', '[]'].includes(before + token);
    if (token === '}' || token === ']') {
      depth -= 1;
      if (!isEmpty) out.push(line());
    } else if (before === '{' || before === '[' || before === ',') out.push(line());
    out.push(token === ':' ? ': ' : token);
    if (token === '{' || token === '[') depth += 1;
  }
  return out.join('');
}
