/**
 * How deep brackets nest outside strings, and whether the text ends inside a bracket or string that it began with. Told without parsing:
 * deep JSON costs a parser far more memory than it has characters.
 */
export function jsonNesting(body: string): { readonly depth: number; readonly open: boolean } {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < body.length; index += 1) {
    const unit = body.charCodeAt(index);
    if (inString) {
      if (unit === backslash) index += 1;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if (unit === openBrace || unit === openBracket) deepest = Math.max(deepest, (depth += 1));
    else if (unit === closeBrace || unit === closeBracket) depth -= 1;
  }
  const first = body.charCodeAt(0);
  return { depth: deepest, open: (first === openBrace || first === openBracket) && (depth > 0 || inString) };
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
