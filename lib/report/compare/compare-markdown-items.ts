import { say } from '../../i18n/say.ts';
import { markdownCode, markdownText } from '../formats/markdown-text.ts';
import { confidenceNames, severityNames } from '../words/finding-groups.ts';
import { saidOtherwise, titleIn } from './cause-words.ts';
import { elsewhereWords } from './compare-words.ts';
import type { ChangedFinding, ComparedReport, Comparison, LoneFinding } from './comparison.ts';

/** A part of the page with its title; nothing where it holds nothing. */
export function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.join('\n')}`;
}

/** A finding of one report alone, with what became of it in the other one. */
export function loneItem(lone: LoneFinding, own: ComparedReport, other: 'before' | 'after'): string {
  const { finding } = lone;
  const words = elsewhereWords(lone, other);
  const marks = [say(severityNames[finding.severity]), ...(words === null ? [] : [words])].join(', ');
  return `- ${markdownText(titleIn(finding, own), 400)} (${markdownCode(finding.code, 120)}, ${marks})`;
}

/** A finding of both that says something else now. */
export function changedItem(changed: ChangedFinding, comparison: Comparison): string {
  const { after } = changed;
  return [
    `- ${markdownText(titleIn(after, comparison.after), 400)} (${markdownCode(after.code, 120)})`,
    ...differenceItems(changed, comparison),
  ].join('\n');
}

/** What of a finding is different, in the sentences of both, as items below it. */
export function differenceItems(changed: ChangedFinding, comparison: Comparison): readonly string[] {
  const { severity, confidence } = changed;
  const said = saidOtherwise(changed, comparison);
  const differences = [
    ...(severity ? [`${say(severityNames[severity.before])} → ${say(severityNames[severity.after])}`] : []),
    ...(confidence ? [`${say(confidenceNames[confidence.before])} → ${say(confidenceNames[confidence.after])}`] : []),
    ...(said
      ? [
          say('Before: {words}', { words: markdownText(said.before, 600) }),
          say('Now: {words}', { words: markdownText(said.after, 600) }),
        ]
      : []),
  ];
  return differences.map((each) => `  - ${each}`);
}
