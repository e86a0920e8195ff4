import { msg, say, sayCount } from '../i18n/say.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import type { Comparison } from '../report/compare/comparison.ts';
import type { Replay } from '../report/compare/replay.ts';
import { verdictHeadline } from '../report/compare/verdict-headlines.ts';
import { plainLine } from '../report/formats/plain.ts';
import { saidFinding } from '../report/words/finding-words.ts';
import { minuteOf } from '../report/words/run-words.ts';

/** Says that a report is a saved one, of when, and who wrote it. */
export function savedLine({ createdAt, tool, vantage }: Report): string {
  const values = { made: minuteOf(createdAt), version: plainLine(tool.version, 30) };
  return vantage === 'cli'
    ? say('A saved report of {made}, written on the command line by Connector Doctor {version}.', values)
    : say('A saved report of {made}, written in a browser by Connector Doctor {version}.', values);
}

/** Says that nothing was judged again. */
export function asWrittenLines(): readonly string[] {
  return [say('It is shown as it was written.')];
}

/** Says what judging it again came to, a line for each difference. */
export function replayLines(again: Replay): readonly string[] {
  if (again.kind === 'cannot') return [`${again.words} ${asWrittenLines().join('')}`];
  const differences = differenceLines(again.comparison, again.report);
  return differences.length === 0
    ? [say('Judged again with today’s checks: nothing is different.')]
    : [say('Judged again with today’s checks. What is different:'), ...differences];
}

function differenceLines({ before, after, findings }: Comparison, report: Report): readonly string[] {
  const { gone, added, changed } = findings;
  const isOther = before.verdict !== after.verdict;
  return [
    ...(isOther
      ? [
          mark(
            '~',
            say('Verdict: {after}, before {before}', {
              after: verdictHeadline(after),
              before: verdictHeadline(before),
            }),
          ),
        ]
      : []),
    ...listed(
      '+',
      newWords,
      added.map(({ finding }) => finding),
      report,
    ),
    ...listed(
      '−',
      goneWords,
      gone.map(({ finding }) => finding),
      report,
    ),
    ...listed(
      '~',
      otherWords,
      changed.map((each) => each.after),
      report,
    ),
  ];
}

const newWords = msg('New: {title} ({code})');
const goneWords = msg('No longer found: {title} ({code})');
const otherWords = msg('Found with other details: {title} ({code})');

/** Lines of one kind; further ones are counted. */
const mostLines = 12;

function listed(sign: string, words: string, findings: readonly WordedFinding[], report: Report): readonly string[] {
  const lines = findings
    .slice(0, mostLines)
    .map((finding) =>
      mark(sign, say(words, { title: plainLine(saidFinding(finding, report).title, 200), code: finding.code })),
    );
  const more = findings.length - lines.length;
  return more > 0
    ? [...lines, mark(' ', sayCount(more, { one: 'and {count} more', other: 'and {count} more' }))]
    : lines;
}

function mark(sign: string, words: string): string {
  return `  ${sign} ${words}`;
}
