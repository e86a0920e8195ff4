import type { CodeWords } from '../kernel/check.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import { saidCode, sayCount, spokenLanguage } from '../i18n/say.ts';

/** What decides over the words of a report’s findings, beside their codes and values. */
export type Wording = Pick<Report, 'vantage' | 'subject'>;

/**
 * A finding in the reader’s language: in English the report’s own words, else those of its code, where the language has them. Screens
 * and renderers show these in place of the finding’s own title, detail and fix.
 */
export function saidFinding(finding: WordedFinding, { vantage, subject }: Wording): CodeWords {
  const { code, values, title, detail, fix } = finding;
  const all = { ...values, vantage };
  // Some codes have other words where a browser was looked at.
  const words = (subject === 'browser' ? saidCode(`browser:${code}`, all) : null) ?? saidCode(code, all);
  if (words === null) return { title, detail, fix: joined(fix, null) };
  return { ...words, fix: joined(fix, words.fix) };
}

/** The fixes that are text, as sentences; `text` stands in their place. Guides have names of their own: `guide-words.ts`. */
function joined(fixes: WordedFinding['fix'], text: string | null): string {
  const own = fixes.flatMap((fix) => (fix.kind === 'text' ? [fix.text] : []));
  return text ?? own.join(' ');
}

/** A finding’s fixes as sentences, in the report’s own words. */
export function fixWords({ fix }: WordedFinding): string {
  return joined(fix, null);
}

/** True where nothing has to be changed: then it does not matter who could. */
export function isIdle(finding: WordedFinding): boolean {
  return finding.severity === 'note' && /^Nothing (?:needs|has) to be /.test(fixWords(finding));
}

/** A list that was cut: “a, b and 3 more”. */
export function andMore(names: string, more: number): string {
  return more > 0
    ? sayCount(more, { one: '{names} and {count} more', other: '{names} and {count} more' }, { names })
    : names;
}

/** A sentence that stands behind the beginning of another one: English goes on with a small letter, other languages do not. */
export function withinSentence(words: string): string {
  return spokenLanguage() === 'en' ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?](?=\s)/);
  return end === -1 ? text : text.slice(0, end + 1);
}
