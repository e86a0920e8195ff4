/** What stays of a text when its look is taken away: letters, digits and the three signs that Claude Code sets before a state. */
const notKept = /[^\p{L}\p{N}✔✘⏸]+/gu;
const longest = 200_000;

/**
 * A text without spaces, marks and accents, in lower case, in which letters that look alike are one: l, I, 1 and |, o and 0, m and rn.
 * So a sentence is found in a screenshot’s text, across broken lines, and with whatever quotes. Both sides of a comparison need it.
 */
export function skeleton(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFKD')
    .slice(0, longest)
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[✓✔☑]/gu, '✔')
    .replace(/[✗✘✖❌]/gu, '✘')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/(?<=\p{L})\||\|(?=\p{L})/gu, 'l')
    .replace(/[i1ı]/g, 'l')
    .replace(/0/g, 'o')
    .replace(notKept, '');
}

/** The skeletons of a phrase’s parts, between which anything may stand. */
export function pieces(phrase: string): readonly string[] {
  return phrase.split('…').map(skeleton);
}

/** For phrases in which signs matter: lower case, without spaces and without the backslashes before quotes. */
export function compact(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„]/g, '"')
    .replace(/\\+(?=")/g, '')
    .replace(/\s+/g, '');
}
