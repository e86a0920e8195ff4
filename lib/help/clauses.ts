const mostLines = 400;
const mostQuotes = 50;
const mostClauses = 2_000;
const longestLine = 2_000;

/** Where a sentence of Claude’s begins or ends within somebody’s own: “Claude says … — what now?” */
const borders =
  /(?:: | [-–—] | — |[.?!…]+(?: |$)|["“”„«»]|\b(?:says?|said|shows?|showed|gets?|got|sagt|zeigt|meldet)\b:?)/giu;

/** What may be a sentence of its own within these lines: lines, what stands in quotes, and clauses. */
export function clausesOf(text: string, lines: readonly string[]): readonly string[] {
  const some = lines.slice(0, mostLines);
  return [...some, ...quotedIn(text), ...some.flatMap(partsOf).slice(0, mostClauses)];
}

/** A line also without what a log or a terminal sets before a message. */
export function withoutLead(line: string): readonly string[] {
  const message = line.replace(/^(?:HTTP\/[\d.]{1,4} )?[1-5]\d\d[\s:,]{1,4}/, '');
  return [line, message, line.replace(/^(?:error|warning|fehler|erreur)\s*:\s*/i, '')];
}

/** Every run of neighbouring parts, since a name or a sentence may hold such a border itself. */
function partsOf(line: string): readonly string[] {
  const parts = line.slice(0, longestLine).split(borders);
  return parts.flatMap((part, index) => [part, `${part} ${parts[index + 1] ?? ''}`].map((each) => each.trim()));
}

function quotedIn(text: string): readonly string[] {
  const quoted = /["“„«`‘']([^"“”„«»`\n]{8,120}?)[.…]*["”“»`’']/g;
  return [...text.slice(0, 20_000).matchAll(quoted)].slice(0, mostQuotes).map((found) => found[1] ?? '');
}
