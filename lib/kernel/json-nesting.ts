/** What can be told of JSON without parsing it. */
export interface JsonNesting {
  /** How deep brackets nest outside strings. */
  readonly depth: number;
  /** How many values there are, about: one for each bracket and each comma. */
  readonly values: number;
  /** The text ends inside a bracket or string that it began with. */
  readonly open: boolean;
}

/** Told without parsing: JSON that is deep or has very many values costs a parser far more memory than it has characters. */
export function jsonNesting(body: string): JsonNesting {
  let depth = 0;
  let deepest = 0;
  let values = 0;
  let inString = false;
  for (let index = 0; index < body.length; index += 1) {
    const unit = body.charCodeAt(index);
    if (inString) {
      if (unit === backslash) index += 1;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if (unit === comma) values += 1;
    else if (unit === openBrace || unit === openBracket) {
      values += 1;
      deepest = Math.max(deepest, (depth += 1));
    } else if (unit === closeBrace || unit === closeBracket) depth -= 1;
  }
  const first = body.charCodeAt(0);
  return { depth: deepest, values, open: (first === openBrace || first === openBracket) && (depth > 0 || inString) };
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
