import { german } from '../../lib/i18n/german/catalogue.ts';
import { speak } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { renderMarkdown } from '../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../lib/report/formats/render-text.ts';
import { englishWords } from './english-words.ts';

/**
 * The sentences of a report in German, for terminals and as Markdown, that hold English of ours. Names that others gave to what is in it
 * are left out. Speaks English afterwards.
 */
export function englishLeftIn(report: Report, names: readonly string[] = []): readonly string[] {
  speak(german);
  try {
    const text = `${renderText(report, { color: false, width: 100 })}\n\n${renderMarkdown(report)}`;
    return englishSentences(names.reduce((left, name) => left.replaceAll(name, ''), text));
  } finally {
    speak(null);
  }
}

/** The sentences of a German text that hold English words, but for what others said: quotations, code, addresses, names of HTTP. */
export function englishSentences(text: string): readonly string[] {
  const english = new RegExp(englishWords, 'iu');
  return text
    .replace(/^ *(`{3,})[^`\n]*\n[\s\S]*?\n *\1$/gm, '')
    .replace(/\n {2,}/g, ' ')
    .replace(/`[^`\n]*`/g, '')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/„[^“]*“/g, '')
    .replace(/\b\d{3} \([A-Z][A-Za-z ]+\)/g, '')
    .split(/\n|(?<=[.:;]) /)
    .filter((sentence) => english.test(sentence));
}
