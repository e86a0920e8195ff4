import { say } from '../../i18n/say.ts';
import { confidenceNames, severityNames } from '../words/finding-groups.ts';
import { wrap } from '../formats/layout.ts';
import { plainLine } from '../formats/plain.ts';
import type { Page, Style } from '../formats/text-page.ts';
import { saidOtherwise, titleIn } from './cause-words.ts';
import { elsewhereWords } from './compare-words.ts';
import type { ChangedFinding, Comparison, LoneFinding } from './comparison.ts';

/** The style of a line that has none. */
export const asIs: Style = (text) => text;

/** One text with its mark before it, wrapped. Foreign text is made harmless. */
export function bullet(
  mark: string,
  text: string,
  { room, labelWidth }: Page,
  style: Style = asIs,
  indent = 0,
): readonly string[] {
  const margin = ' '.repeat(indent);
  return wrap(plainLine(text), room + labelWidth - 2 - indent).map((line, index) =>
    style(`${margin}${index === 0 ? mark : ' '} ${line}`),
  );
}

/** A finding of one report alone: its title, and below it what it is and what became of it in the other one. */
export function loneLines(
  mark: string,
  lone: LoneFinding,
  comparison: Comparison,
  other: 'before' | 'after',
  page: Page,
): readonly string[] {
  const { finding } = lone;
  const marks = [finding.code, say(severityNames[finding.severity]), elsewhereWords(lone, other)].filter(
    (each) => each !== null,
  );
  const own = other === 'before' ? comparison.after : comparison.before;
  return [...bullet(mark, titleIn(finding, own), page), ...bullet(' ', marks.join(' · '), page, page.colors.dim)];
}

/** A finding of both that says something else now. */
export function changedLines(changed: ChangedFinding, comparison: Comparison, page: Page): readonly string[] {
  const { after } = changed;
  return [
    ...bullet('~', titleIn(after, comparison.after), page),
    ...bullet(' ', after.code, page, page.colors.dim),
    ...differenceLines(changed, comparison, page),
  ];
}

/** What of a finding is different, in the sentences of both. */
export function differenceLines(changed: ChangedFinding, comparison: Comparison, page: Page): readonly string[] {
  const { severity, confidence } = changed;
  const said = saidOtherwise(changed, comparison);
  const differences = [
    ...(severity ? [`${say(severityNames[severity.before])} → ${say(severityNames[severity.after])}`] : []),
    ...(confidence ? [`${say(confidenceNames[confidence.before])} → ${say(confidenceNames[confidence.after])}`] : []),
    ...(said
      ? [
          say('Before: {words}', { words: plainLine(said.before, mostSaid) }),
          say('Now: {words}', { words: plainLine(said.after, mostSaid) }),
        ]
      : []),
  ];
  return differences.flatMap((words) => bullet(' ', words, page, page.colors.dim));
}

const mostSaid = 400;
