import { say } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import type { Page } from '../formats/text-page.ts';
import { severityNames } from '../words/finding-groups.ts';
import { causeTitles, followTitles, titleIn } from './cause-words.ts';
import { bullet, differenceLines, loneLines } from './compare-text-lines.ts';
import type { CauseChange, ComparedReport, Comparison, StayedCause } from './comparison.ts';

/** The causes of a comparison for a terminal: those that are gone, the new ones, and what stayed; each list as its title and its lines. */
export function causeSections(comparison: Comparison, page: Page): readonly (readonly [string, readonly string[]])[] {
  const { causes } = comparison;
  return [
    [say(causeTitles.gone), causes.gone.flatMap((cause) => goneLines(cause, comparison, page))],
    [say(causeTitles.added), causes.added.flatMap((cause) => addedLines(cause, comparison, page))],
    [say(causeTitles.stayed), causes.stayed.flatMap((cause) => stayedLines(cause, comparison, page))],
  ];
}

function goneLines(cause: CauseChange, comparison: Comparison, page: Page): readonly string[] {
  return [
    ...loneLines('−', cause, comparison, 'after', page),
    ...followLines(followTitles.wentWith, cause.with, comparison.before, page),
    ...followLines(followTitles.isLeft, cause.inBoth, comparison.before, page),
  ];
}

function addedLines(cause: CauseChange, comparison: Comparison, page: Page): readonly string[] {
  return [
    ...loneLines('+', cause, comparison, 'before', page),
    ...followLines(followTitles.cameWith, cause.with, comparison.after, page),
    ...followLines(followTitles.wasThere, cause.inBoth, comparison.after, page),
  ];
}

function stayedLines({ after, gone, added }: StayedCause, comparison: Comparison, page: Page): readonly string[] {
  const changed = comparison.findings.changed.find((each) => each.after === after);
  return [
    ...bullet('=', titleIn(after, comparison.after), page),
    ...bullet(' ', `${after.code} · ${say(severityNames[after.severity])}`, page, page.colors.dim),
    ...(changed ? differenceLines(changed, comparison, page) : []),
    ...followLines(followTitles.noLonger, gone, comparison.before, page),
    ...followLines(followTitles.newly, added, comparison.after, page),
  ];
}

function followLines(
  title: string,
  findings: readonly WordedFinding[],
  own: ComparedReport,
  page: Page,
): readonly string[] {
  if (findings.length === 0) return [];
  return [
    ...bullet(' ', `${say(title)}:`, page),
    ...findings.flatMap((finding) => bullet('·', titleIn(finding, own), page, page.colors.dim, 2)),
  ];
}
