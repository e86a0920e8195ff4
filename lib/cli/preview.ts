import { extname } from 'node:path';
import { say } from '../i18n/say.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { Report } from '../kernel/report.ts';
import { connectorPreview } from '../preview/connector-preview.ts';
import type { ConnectorPreview } from '../preview/preview.ts';
import { toldListing } from '../preview/readiness/told-listing.ts';
import { saidFinding } from '../report/words/finding-words.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { isUntold, readListing } from './listing-options.ts';
import type { PreviewFormat, RawPreviewOptions } from './preview-command.ts';
import { ok, problem, type Read } from './read.ts';
import { runCheck } from './run-check.ts';
import { fileReplayed, readRunRequest, type RunRequest } from './run-request.ts';
import type { Terminal } from './terminal.ts';
import { checkWritable, writeOutput } from './write-output.ts';

/** What is asked for, understood and complete. */
export interface PreviewRequest {
  readonly run: RunRequest;
  readonly draft: ListingDraft;
  readonly format: PreviewFormat;
  /** Null for standard output. */
  readonly file: string | null;
}

/** Makes sense of what was typed, or says in one sentence what is wrong with it. */
export async function readPreviewRequest(
  url: string | null,
  { format, output, ...raw }: RawPreviewOptions,
): Promise<Read<PreviewRequest>> {
  const run = readRunRequest('preview', url, raw);
  if (!run.ok) return run;
  if (output === '') return problem(say('--output needs the name of a file.'));
  const file = output === undefined || output === '-' ? null : output;
  const chosen = format === undefined ? formatOf(file) : ok(format);
  if (!chosen.ok) return chosen;
  const draft = await readListing(raw);
  return draft.ok ? ok({ run: run.value, draft: draft.value, format: chosen.value, file }) : draft;
}

const endings: ReadonlyMap<string, PreviewFormat> = new Map([
  ['', 'text'],
  ['.txt', 'text'],
  ['.json', 'json'],
  ['.html', 'html'],
  ['.htm', 'html'],
]);

function formatOf(file: string | null): Read<PreviewFormat> {
  const ending = extname(file ?? '');
  const format = endings.get(ending.toLowerCase());
  if (format !== undefined) return ok(format);
  const known = [...endings.keys()].filter((each) => each !== '').join(', ');
  return problem(
    say('The ending {ending} names no format: use {known}, or give --output a --format.', { ending, known }),
  );
}

/** Runs or replays the check, shows how the connector will look, and answers with the exit code. */
export async function showPreview(request: PreviewRequest, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const writable = request.file === null ? ok(null) : await checkWritable(request.file, [fileReplayed(request.run)]);
  if (!writable.ok) return failed(writable.problem, terminal);
  const pictures: SeenPicture[] = [];
  const onPicture = (picture: SeenPicture): void => {
    pictures.push(picture);
  };
  const report = await runCheck(request.run, terminal, signal, { onPicture });
  if (!report.ok) return failed(report.problem, terminal);
  if (report.value.target === null || !('url' in report.value.target))
    return failed(noConnector(report.value), terminal);
  const draft = isUntold(request.draft) ? (toldListing(report.value)?.draft ?? request.draft) : request.draft;
  const preview = connectorPreview({ report: report.value, draft, pictures });
  const written = await write({ preview, pictures, report: report.value }, request, terminal);
  if (!written.ok) return failed(written.problem, terminal);
  return ended(preview, report.value, terminal);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

function noConnector(report: Report): string {
  const cause = causeOf(report);
  return cause ?? say('This report is of no connector: there is nothing to show.');
}

function causeOf(report: Report): string | null {
  const cause = report.findings.find(({ id }) => id === report.primary?.id);
  return cause ? saidFinding(cause, report).title : null;
}

interface Shown {
  readonly preview: ConnectorPreview;
  readonly pictures: readonly SeenPicture[];
  readonly report: Report;
}

async function write(shown: Shown, { format, file }: PreviewRequest, terminal: Terminal): Promise<Read<null>> {
  const text = await rendered(shown, format, file === null ? terminal : { color: false, width: 100 });
  if (file === null) return terminal.print(text);
  const written = await writeOutput(file, text);
  if (written.ok) terminal.note(say('The preview is in {file}.', { file }));
  return written;
}

async function rendered(
  { preview, pictures, report }: Shown,
  format: PreviewFormat,
  { color, width }: Pick<Terminal, 'color' | 'width'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...preview, pictures: pictures.map(withoutBytes) }, undefined, 2)}\n`;
    case 'html':
      return (await import('../preview/drawing/html-document.ts')).previewDocument(preview, pictures, report.findings);
    case 'text':
      return (await import('./preview-text.ts')).previewText(preview, report.findings, { color, width });
  }
}

/** What the indexes of the preview mean; the bytes themselves stand in the HTML alone. */
function withoutBytes({ base64, ...picture }: SeenPicture) {
  return { ...picture, bytes: Math.floor((base64.replace(/=+$/, '').length * 3) / 4) };
}

function ended({ toolsUnseen }: ConnectorPreview, report: Report, terminal: Terminal): ExitCode {
  const { status } = report.run;
  if (status === 'interrupted' || status === 'cancelled') return exitCodes.interrupted;
  if (report.facts.server !== null || toolsUnseen !== 'not-reached') return exitCodes.fine;
  const cause = causeOf(report);
  terminal.say(
    cause === null
      ? say('The connector could not be reached, so that little can be shown.')
      : say('The connector could not be reached, so that little can be shown: {cause}', { cause }),
  );
  return exitCodes.found;
}
