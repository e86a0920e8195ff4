/** Replaces what follows a match where `decide` says so; goes on right after the match where it does not. */
export function replaced(
  text: string,
  expression: RegExp,
  decide: (match: RegExpExecArray, from: number) => { readonly end: number; readonly put: string } | undefined,
): string {
  const pattern = new RegExp(expression);
  let out = '';
  let copied = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = pattern.lastIndex;
    const decision = decide(match, from);
    if (decision === undefined) continue;
    out += text.slice(copied, from) + decision.put;
    copied = decision.end;
    pattern.lastIndex = copied;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

/** Without percent-encoding, or as it is where that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
