import type { TypedUrl } from '../../kernel/target.ts';

/** What is odd about a host name, in one clause, or undefined: a dot at its end, or a label that mixes alphabets. */
export function oddityOf(url: TypedUrl): string | undefined {
  if (url.hostname.endsWith('.')) return 'it ends in a dot';
  const labels = (url.unicodeHostname ?? url.hostname).split('.');
  const mixed = labels.find((label) => isMixed(scriptsOf(label)));
  if (mixed === undefined) return undefined;
  return `“${mixed}” mixes ${scriptsOf(mixed).join(' and ')} letters`;
}

/** Scripts that some letters of a label may come from; digits, hyphens and marks belong to all. */
const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /\p{Script=Katakana}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Bopomofo', /\p{Script=Bopomofo}/u],
] as const;

/**
 * Scripts that are written together in one language.
 * @see https://www.unicode.org/reports/tr39/#Restriction_Level_Detection
 */
const usualMixtures: readonly (readonly string[])[] = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Hangul'],
  ['Latin', 'Han', 'Bopomofo'],
];

function scriptsOf(label: string): readonly string[] {
  return scripts.filter(([, letters]) => letters.test(label)).map(([name]) => name);
}

function isMixed(names: readonly string[]): boolean {
  if (names.length < 2) return false;
  return !usualMixtures.some((mixture) => names.every((name) => mixture.includes(name)));
}
