import { say, sayCount } from '../../i18n/say.ts';
import type { Severity } from '../../kernel/finding.ts';
import type { Report } from '../../kernel/report.ts';
import { closedListing } from '../words/directory-rules.ts';
import { severityNames } from '../words/finding-groups.ts';
import { firstSentence, saidFinding } from '../words/finding-words.ts';
import { clip, displayWidth, wrap } from './layout.ts';
import { plainLine } from './plain.ts';
import type { Summary, Told } from '../words/summary.ts';
import type { Page, Style } from './text-page.ts';
import { titleAlone } from '../words/title-alone.ts';

/** More lines than these would push the cause from the screen, and more notes than these hide each other. */
const mostLines = 14;
/** Of a bundle nothing else is told: every fix stands there whole. */
const mostBundleLines = 40;
const mostNotes = 5;
const mostDetails = 3;

/** What else was found, by its title; for what can be mended, with the first sentence of its fix. */
export function otherLines({ others, signInOutcome }: Summary, report: Report, page: Page): readonly string[] {
  // What the line on the sign-in, or on the listing of bundles, tells in full is not said twice.
  const closed = closedListing(report);
  const wanted = others
    .filter(({ finding }) => finding !== closed)
    .filter((told) => told.finding !== signInOutcome?.told || told.consequences.length > 0);
  const most = report.subject === 'bundle' ? mostBundleLines : mostLines;
  if (wanted.length === 0) return [];
  const lines: string[] = [];
  const left: Told[] = [];
  let notes = 0;
  for (const told of wanted) {
    const isNote = told.finding.severity === 'note';
    const next = toldLines(told, report, page, lines.length === 0 ? say('Also') : '');
    const isTooMuch = left.length > 0 || (isNote && notes === mostNotes) || lines.length + next.length > most;
    if (lines.length > 0 && isTooMuch) left.push(told);
    else {
      lines.push(...next);
      notes += isNote ? 1 : 0;
    }
  }
  const rest = left.length > 0 ? [say('And {what}.', { what: leftWords(left) })] : [];
  const details = [...rest, ...(page.isSent ? [] : [say('All details: --format markdown')])].join(' ');
  return details === '' ? lines : [...lines, ...page.paragraph('', details, page.colors.dim)];
}

/** “2 more warnings and 3 notes”. */
function leftWords(left: readonly Told[]): string {
  const severities = ['blocker', 'problem', 'warning', 'note'] as const;
  const groups = severities.flatMap((severity) => {
    const count = left.filter(({ finding }) => finding.severity === severity).length;
    return count > 0 ? [{ severity, count }] : [];
  });
  return groups
    .map(({ severity, count }, index) => (index === 0 ? moreOf[severity](count) : countOf[severity](count)))
    .reduce((all, last) => say('{all} and {last}', { all, last }));
}

type Counting = Readonly<Record<Severity, (count: number) => string>>;

const countOf: Counting = {
  blocker: (count) => sayCount(count, { one: '{count} blocker', other: '{count} blockers' }),
  problem: (count) => sayCount(count, { one: '{count} problem', other: '{count} problems' }),
  warning: (count) => sayCount(count, { one: '{count} warning', other: '{count} warnings' }),
  note: (count) => sayCount(count, { one: '{count} note', other: '{count} notes' }),
};

const moreOf: Counting = {
  blocker: (count) => sayCount(count, { one: '{count} more blocker', other: '{count} more blockers' }),
  problem: (count) => sayCount(count, { one: '{count} more problem', other: '{count} more problems' }),
  warning: (count) => sayCount(count, { one: '{count} more warning', other: '{count} more warnings' }),
  note: (count) => sayCount(count, { one: '{count} more note', other: '{count} more notes' }),
};

function toldLines(told: Told, report: Report, page: Page, label: string): readonly string[] {
  const { finding, alike } = told;
  const { severity } = finding;
  const severityWidth = widthOfSeverities();
  const room = page.room - severityWidth;
  const alone = titleAlone(finding, report);
  const times = alike.length + 1;
  const mostBelow = report.subject === 'bundle' ? mostBundleLines : 3;
  const words = times === 1 ? alone : sayCount(times, { other: '{title} ({count} times)' }, { title: alone });
  const title = wrap(plainLine(words, 240), room);
  const below = [...detailLines(told, report, room), ...limited(wrap(belowWords(told, report), room), mostBelow, room)];
  const paint = paintOf(page)[severity];
  return [
    ...title.map((line, index) =>
      page.line(
        index === 0 ? label : '',
        `${paint((index === 0 ? say(severityNames[severity]) : '').padEnd(severityWidth))}${line}`,
      ),
    ),
    ...below.map((line) => page.line('', `${' '.repeat(severityWidth)}${page.colors.dim(line)}`)),
  ];
}

/** The code, what follows, and what to do first; a note is no more than its title. */
function belowWords({ finding, consequences }: Told, report: Report): string {
  if (finding.severity === 'note' && consequences.length === 0) return '';
  const code = plainLine(finding.code, 100);
  const named =
    consequences.length > 0
      ? sayCount(consequences.length, { other: '{code} ({count} more from this)' }, { code })
      : code;
  const fix = finding.severity === 'note' ? '' : firstSentence(plainLine(saidFinding(finding, report).fix, 400));
  return fix === '' ? named : `${named}: ${fix}`;
}

/** Where several findings share a title, what sets them apart. */
function detailLines({ finding, alike }: Told, report: Report, room: number): readonly string[] {
  if (alike.length === 0 || finding.severity === 'note') return [];
  const left = 1 + alike.length - mostDetails;
  return [
    ...[finding, ...alike]
      .slice(0, mostDetails)
      .map((each) => firstSentence(plainLine(saidFinding(each, report).detail, 400)))
      .flatMap((detail) => limited(wrap(`– ${detail}`, room), 2, room)),
    ...(left > 0 ? [`– ${sayCount(left, { other: 'and {count} more' })}`] : []),
  ];
}

/** Columns of the severities’ names, and a gap. */
function widthOfSeverities(): number {
  return Math.max(...Object.values(severityNames).map((name) => displayWidth(say(name)))) + 2;
}

function paintOf({ colors }: Page): Readonly<Record<Severity, Style>> {
  return { blocker: colors.red, problem: colors.yellow, warning: colors.yellow, note: colors.dim };
}

/** At most so many lines; what is left out shows as “…”. */
function limited(lines: readonly string[], most: number, room: number): readonly string[] {
  if (lines.length <= most) return lines.map((line) => clip(line, room));
  return lines.slice(0, most).map((line, index) => clip(index === most - 1 ? `${line} …` : line, room));
}
