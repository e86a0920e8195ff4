import type { CodeWords } from '../../kernel/check.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { saidCode, sayCount } from '../../i18n/say.ts';

/** What decides over the words of a report’s findings, beside their codes and values. */
export type Wording = Pick<Report, 'vantage' | 'subject'>;

/**
 * A finding in the reader’s language: in English the report’s own words, else those of its code, where the language has them. Screens
 * and renderers show these in place of the finding’s own title, detail and fix.
 */
export function saidFinding(finding: WordedFinding, { vantage, subject }: Wording): CodeWords {
  const { code, values, title, detail } = finding;
  const all = { ...values, vantage };
  // Some codes have other words where a browser was looked at.
  const words = (subject === 'browser' ? saidCode(`browser:${code}`, all) : null) ?? saidCode(code, all);
  return words ?? { title, detail, fix: fixWords(finding) };
}

/** A list that was cut: “a, b and 3 more”. */
export function andMore(names: string, more: number): string {
  return more > 0
    ? sayCount(more, { one: '{names} and {count} more', other: '{names} and {count} more' }, { names })
    : names;
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  const end = text.search(/[.!?](?=\s)/);
  return end === -1 ? text : text.slice(0, end + 1);
}

/** A finding’s fixes as sentences, in the report’s own words; guides have names of their own: `guide-words.ts`. */
export function fixWords({ fix: fixes }: WordedFinding): string {
  return fixes.flatMap((fix) => (fix.kind === 'text' ? [fix.text] : [])).join(' ');
}
