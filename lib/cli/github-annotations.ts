import { appendFile, stat } from 'node:fs/promises';
import { say } from '../i18n/say.ts';
import type { Severity } from '../kernel/finding.ts';
import type { Report, WordedFinding } from '../kernel/report.ts';
import { plainFinding } from '../report/formats/plain-finding.ts';
import { plainLine } from '../report/formats/plain.ts';
import { renderMarkdown } from '../report/formats/render-markdown.ts';
import { isIdle } from '../report/words/is-idle.ts';
import { allTold, summarize } from '../report/words/summary.ts';
import { readerOf, type ReportReader } from '../report/words/who-words.ts';
import type { Terminal } from './terminal.ts';
import { reasonOf } from './write-output.ts';

/** What a workflow is told of a report. */
export interface WorkflowTelling {
  readonly reader: ReportReader | null;
  /** The file that annotations are shown at; without one they stand at the run. */
  readonly file: string | undefined;
}

/**
 * Tells a workflow of a report: its findings as annotations, and the whole of it as the summary of the job. Commands go to standard
 * error, which the runner reads for them as it does standard output: there is nothing but the report then.
 */
export async function tellWorkflow(
  report: Report,
  { reader, file }: WorkflowTelling,
  terminal: Terminal,
): Promise<void> {
  const told = reader ?? readerOf(report);
  for (const command of annotations(report, told, file)) terminal.command(command);
  const summaryFile = process.env['GITHUB_STEP_SUMMARY'];
  if (summaryFile === undefined || summaryFile === '') return;
  try {
    await appendSummary(summaryFile, renderMarkdown(report, { reader: told }));
  } catch (error) {
    terminal.say(
      `connector-doctor: ${say('the summary of the job cannot be written: {reason}.', { reason: reasonOf(error) })}`,
    );
  }
}

type Kind = 'error' | 'warning' | 'notice';

const kinds: Readonly<Record<Severity, Kind>> = {
  blocker: 'error',
  problem: 'error',
  warning: 'warning',
  note: 'notice',
};

/** GitHub shows so many of a kind for a step. */
const mostOfAKind = 10;

/**
 * What a report finds that somebody can change, as workflow commands, the cause first, at most ten of a kind: of more, the last one names
 * the rest. Each is one
 * line that foreign text can neither end nor begin.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotations(report: Report, reader: ReportReader, file: string | undefined): readonly string[] {
  const summary = summarize(report, reader);
  const all = allTold(summary).filter((finding) => !isIdle(finding));
  const unsaid =
    report.verdict === 'unknown' ? [command('error', { file, title: summary.about }, summary.headline)] : [];
  return (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const findings = all.filter(({ severity }) => kinds[severity] === kind);
    const before = kind === 'error' ? unsaid : [];
    const room = mostOfAKind - before.length;
    const shown = findings.length > room ? findings.slice(0, room - 1) : findings;
    const rest = findings.slice(shown.length);
    return [
      ...before,
      ...shown.map((finding) => annotation(finding, report, reader, file)),
      ...(rest.length === 0 ? [] : [command(kind, { file, title: restTitle(rest.length) }, namesOf(rest))]),
    ];
  });
}

function annotation(finding: WordedFinding, report: Report, reader: ReportReader, file: string | undefined): string {
  const { title, detail, fix } = plainFinding(finding, report, reader);
  const lines = [
    detail,
    ...(fix === '' ? [] : [say('What to do: {fix}', { fix })]),
    `${finding.code} · ${aboutOf(report)}`,
  ];
  return command(kinds[finding.severity], { file, title }, lines.filter((line) => line !== '').join('\n'));
}

function restTitle(count: number): string {
  return say('And {count} more', { count });
}

function namesOf(findings: readonly WordedFinding[]): string {
  return [...new Set(findings.map(({ code }) => code))].join(', ');
}

function aboutOf({ target, subject }: Report): string {
  if (target === null) return subject;
  return plainLine('url' in target ? target.url : target.file, 300);
}

function command(
  kind: Kind,
  { file, title }: { readonly file: string | undefined; readonly title: string },
  text: string,
): string {
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    `title=${property(plainLine(title, mostTitle))}`,
  ].join(',');
  return `::${kind} ${properties}::${data(text.slice(0, mostText))}`;
}

/** GitHub cuts longer ones. */
const mostTitle = 250;
const mostText = 4_000;

/** As the runner reads it back: percent signs first. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '# #[');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Bytes: a larger summary of a step is refused as a whole. */
const mostSummary = 1_024 * 1_024;

async function appendSummary(file: string, markdown: string): Promise<void> {
  const there = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  const text = within(`${markdown}\n`, mostSummary - there);
  if (text !== '') await appendFile(file, text);
}

/** So many bytes of a document, cut at the end of a section, and said so. */
function within(markdown: string, room: number): string {
  if (Buffer.byteLength(markdown) <= room) return markdown;
  const note = `\n\n${say('The report is longer than a summary may be: this is its beginning.')}\n`;
  const most = room - Buffer.byteLength(note);
  if (most <= 0) return '';
  // A character that was cut in the middle comes back as a mark of three bytes at most.
  const start = Buffer.from(markdown).subarray(0, most).toString('utf8');
  const end = start.lastIndexOf('\n## ');
  return end <= 0 ? '' : `${start.slice(0, end)}${note}`;
}
