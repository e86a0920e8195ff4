import { say } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { markdownCode, markdownText } from '../formats/markdown-text.ts';
import { severityNames } from '../words/finding-groups.ts';
import { causeTitles, followTitles, titleIn } from './cause-words.ts';
import { differenceItems, loneItem, section } from './compare-markdown-items.ts';
import type { CauseChange, ComparedReport, Comparison, StayedCause } from './comparison.ts';

/** The causes of a comparison as Markdown: those that are gone, the new ones, and what stayed. */
export function causeSections(comparison: Comparison): readonly string[] {
  const { causes } = comparison;
  return [
    section(
      say(causeTitles.gone),
      causes.gone.map((cause) => goneItem(cause, comparison)),
    ),
    section(
      say(causeTitles.added),
      causes.added.map((cause) => addedItem(cause, comparison)),
    ),
    section(
      say(causeTitles.stayed),
      causes.stayed.map((cause) => stayedItem(cause, comparison)),
    ),
  ];
}

function goneItem(cause: CauseChange, { before }: Comparison): string {
  return [
    loneItem(cause, before, 'after'),
    ...followItems(followTitles.wentWith, cause.with, before),
    ...followItems(followTitles.isLeft, cause.inBoth, before),
  ].join('\n');
}

function addedItem(cause: CauseChange, { after }: Comparison): string {
  return [
    loneItem(cause, after, 'before'),
    ...followItems(followTitles.cameWith, cause.with, after),
    ...followItems(followTitles.wasThere, cause.inBoth, after),
  ].join('\n');
}

function stayedItem({ after, gone, added }: StayedCause, comparison: Comparison): string {
  const changed = comparison.findings.changed.find((each) => each.after === after);
  const title = markdownText(titleIn(after, comparison.after), 400);
  return [
    `- ${title} (${markdownCode(after.code, 120)}, ${say(severityNames[after.severity])})`,
    ...(changed ? differenceItems(changed, comparison) : []),
    ...followItems(followTitles.noLonger, gone, comparison.before),
    ...followItems(followTitles.newly, added, comparison.after),
  ].join('\n');
}

function followItems(title: string, findings: readonly WordedFinding[], own: ComparedReport): readonly string[] {
  if (findings.length === 0) return [];
  return [`  - ${say(title)}:`, ...findings.map((finding) => `    - ${markdownText(titleIn(finding, own), 400)}`)];
}
