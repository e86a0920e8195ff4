import { say } from '../../i18n/say.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { Severity } from '../../kernel/finding.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { proofsOf } from '../words/exchange-words.ts';
import { severityNames } from '../words/finding-groups.ts';
import { skipGroups } from '../words/skip-words.ts';
import { summarize } from '../words/summary.ts';
import { readerOf, type ReportReader } from '../words/who-words.ts';
import { findingLines, plainFinding } from './plain-finding.ts';
import type { FailOn, RenderOptions } from './render-options.ts';
import { renderText } from './render-text.ts';
import { element, token, xmlText } from './xml.ts';

/**
 * The report as a JUnit result: one suite a connector, one test a code. What `failOn` names and what is graver fails (by default
 * blockers and problems), what could not be judged is skipped with its reason, and the rest passes; milder findings are told in the
 * suite’s output, since the schema gives tests none of their own. A run that came to no verdict is an error.
 * @see https://github.com/windyroad/JUnit-Schema
 */
export function renderJunit(report: Report, options: Partial<RenderOptions> = {}): string {
  const reader = options.reader ?? readerOf(report);
  const failing = failingFrom[options.failOn ?? 'problem'];
  const summary = summarize(report, reader);
  const passing = report.findings.filter(({ severity }) => !failing.includes(severity));
  const failed = report.findings.filter(({ severity }) => failing.includes(severity));
  const errors = errorCases(report, summary.headline);
  const skipped = skippedCases(report);
  const cases = [
    ...errors,
    ...failed.map((finding) => failedCase(finding, report, reader)),
    ...passing.map((finding) => testCase(finding.id, finding.code, report, { time: secondsOf(finding, report) })),
    ...report.passed.map((code) => testCase(code, code, report)),
    ...skipped,
  ];
  const counts = { tests: cases.length, failures: failed.length, errors: errors.length };
  const suite = element(
    'testsuite',
    {
      name: token(summary.about, 'connector-doctor'),
      package: 'connector-doctor',
      id: 0,
      timestamp: timestampOf(report.createdAt),
      // Reports do not say on which machine they were made.
      hostname: 'localhost',
      ...counts,
      skipped: skipped.length === 0 ? undefined : skipped.length,
      time: seconds(report.run.durationMs),
    },
    '\n',
    ...[properties(report), ...cases, output(report, passing, reader), element('system-err', {})].map(
      (part) => `${part}\n`,
    ),
  );
  return `${declaration}\n${element('testsuites', {}, '\n', suite, '\n')}\n`;
}

const declaration = ['<?xml', 'version="1.0"', 'encoding="UTF-8"?>'].join(' ');

const failingFrom: Readonly<Record<FailOn, readonly Severity[]>> = {
  blocker: ['blocker'],
  problem: ['blocker', 'problem'],
  warning: ['blocker', 'problem', 'warning'],
};

interface TestResult {
  readonly time?: number;
  /** An element that says how it ended; without one it passed. */
  readonly outcome?: string;
}

/** Its names are the same in every run and language: test reporters know a test by them. */
function testCase(name: string, code: FindingCode | 'run', report: Report, { time = 0, outcome }: TestResult = {}) {
  return element(
    'testcase',
    { name: token(name, code), classname: `${placeOf(report)}.${code.split('.', 1)[0] ?? code}`, time: seconds(time) },
    ...(outcome === undefined ? [] : [outcome]),
  );
}

/** What test reporters show as the package: the host, or what was looked at. */
function placeOf({ target, subject }: Report): string {
  if (target === null) return subject;
  return token('host' in target ? target.host : target.file, subject).replace(/\s/g, '_');
}

function failedCase(finding: WordedFinding, report: Report, reader: ReportReader): string {
  const { code, id, severity } = finding;
  const plain = plainFinding(finding, report, reader);
  const text = xmlText([plain.title, ...findingLines(plain)].join('\n'));
  const outcome = element('failure', { message: plain.title, type: severity }, text);
  return testCase(id, code, report, { time: secondsOf(finding, report), outcome });
}

/** Nothing could be said: then the passed tests alone would look like a good end. */
function errorCases(report: Report, headline: string): readonly string[] {
  const { verdict, run } = report;
  const isCut = run.status === 'interrupted' || run.status === 'cancelled';
  if (verdict !== 'unknown' && !isCut) return [];
  const text = summarize(report).cutShort ?? headline;
  const outcome = element('error', { message: headline, type: isCut ? run.status : verdict }, xmlText(text));
  return [testCase('verdict', 'run', report, { time: run.durationMs, outcome })];
}

function skippedCases(report: Report): readonly string[] {
  return skipGroups(report).flatMap(({ title, remedy, command, skipped }) => {
    // Some remedies lead to a command, which is not there for every report.
    const isWhole = remedy !== null && (command !== null || !remedy.endsWith(':'));
    const reason = isWhole ? [`${title}.`, remedy, ...(command === null ? [] : [command])].join(' ') : title;
    const outcome = element('skipped', {}, xmlText(reason));
    return skipped.map(({ code }) => testCase(code, code, report, { outcome }));
  });
}

/** Names for programs, in no language. */
function properties({ verdict, primary, stop, tool, vantage, run, withheld }: Report): string {
  const values = {
    verdict,
    cause: primary?.code,
    step: stop?.step,
    version: tool.version,
    vantage,
    run: run.status,
    withheld: withheld?.join(', '),
  };
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return element('properties', {}, ...known.map(([name, value]) => element('property', { name, value })));
}

/** The report in words, and what passes though something was found. */
function output(report: Report, passing: readonly WordedFinding[], reader: ReportReader): string {
  const told = passing.map((finding) => {
    const plain = plainFinding(finding, report, reader);
    const name = say(severityNames[finding.severity]);
    return [`${name}: ${plain.title} (${finding.id})`, ...findingLines(plain).map((line) => `  ${line}`)].join('\n');
  });
  const text = renderText(report, { color: false, width: 100, reader });
  return element('system-out', {}, xmlText(`${[text, ...told].join('\n')}\n`));
}

function secondsOf(finding: WordedFinding, { exchanges }: Report): number {
  return proofsOf(finding, exchanges).reduce((sum, { timing }) => sum + timing.durationMs, 0);
}

/** Milliseconds as seconds. A foreign report may say anything, and the schema takes no exponent. */
function seconds(ms: number): string {
  return (Math.min(Math.max(0, ms), mostMs) / 1_000).toFixed(3);
}

const mostMs = 1_000_000_000;

/** UTC; the schema takes no time zone. */
function timestampOf(createdAt: string): string {
  const at = Date.parse(createdAt);
  return new Date(Number.isNaN(at) ? 0 : at).toISOString().slice(0, 19);
}
