import { say } from '../i18n/say.ts';
import type { ListingEvidence } from '../kernel/evidence-listing.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import type { Report } from '../kernel/report.ts';
import { readiness, type Readiness } from '../preview/readiness/readiness.ts';
import { listingToldNow, toldListing } from '../preview/readiness/told-listing.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { isUntold, readListing } from './listing-options.ts';
import { pairPlainOutputs, type Output, type OutputWord, type PlainFormat } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import type { RawReadinessOptions } from './readiness-command.ts';
import { fileReplayed, readRunRequest, type RunRequest } from './run-request.ts';
import type { Terminal } from './terminal.ts';
import { checkWritable, writeOutput } from './write-output.ts';

/** What is asked for, understood and complete. */
export interface ReadinessRequest {
  readonly run: RunRequest;
  readonly draft: ListingDraft;
  readonly output: Output<PlainFormat>;
}

/** Makes sense of what was typed, or says in one sentence what is wrong with it. */
export async function readReadinessRequest(
  url: string | null,
  { format, output, ...raw }: RawReadinessOptions,
): Promise<Read<ReadinessRequest>> {
  const run = readRunRequest('readiness', url, raw);
  if (!run.ok) return run;
  const words: readonly OutputWord[] = [
    ...(format === undefined ? [] : [{ kind: 'format', name: format } as const]),
    ...(output === undefined ? [] : [{ kind: 'output', file: output } as const]),
  ];
  const outputs = pairPlainOutputs(words);
  if (!outputs.ok) return outputs;
  const draft = await readListing(raw);
  if (!draft.ok) return draft;
  const [only = { format: 'text', file: null }] = outputs.value;
  return ok({ run: run.value, draft: draft.value, output: only });
}

/** Runs or replays the check, fills in the checklist, writes it, and answers with the exit code. */
export async function showReadiness(
  request: ReadinessRequest,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { output, run, draft } = request;
  const writable = output.file === null ? ok(null) : await checkWritable(output.file, [fileReplayed(run)]);
  if (!writable.ok) return failed(writable.problem, terminal);
  const { runCheck } = await import('./run-check.ts');
  const report = await runCheck(run, terminal, signal, { listing: draft });
  if (!report.ok) return failed(report.problem, terminal);
  if (report.value.subject !== 'connector') {
    return failed(say('This report is of no connector: the checklist is about one.'), terminal);
  }
  const listing = await listingOf(report.value, request);
  const filled = readiness(report.value, listing);
  // What the report keeps is without what is private in it; what is handed in is what was typed.
  const typed = isUntold(draft) ? listing.draft : draft;
  const written = await write(filled, report.value, typed, { output, terminal });
  return written.ok ? exitCodeOf(filled, report.value) : failed(written.problem, terminal);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

/** What the run was told; beside a saved report, what is told now comes before what that one knows. */
async function listingOf(report: Report, { run, draft }: ReadinessRequest): Promise<ListingEvidence> {
  const kept = toldListing(report);
  return kept !== null && (run.subject.kind === 'url' || isUntold(draft)) ? kept : listingToldNow(report, draft);
}

async function write(
  filled: Readiness,
  report: Report,
  draft: ListingDraft,
  { output: { format, file }, terminal }: { readonly output: Output<PlainFormat>; readonly terminal: Terminal },
): Promise<Read<null>> {
  const text = await rendered(format, filled, report, draft, file === null ? terminal : { color: false, width: 100 });
  if (file === null) return terminal.print(text);
  const written = await writeOutput(file, text);
  if (written.ok) terminal.note(say('The checklist is in {file}.', { file }));
  return written.ok ? ok(null) : problem(written.problem);
}

async function rendered(
  format: PlainFormat,
  filled: Readiness,
  report: Report,
  draft: ListingDraft,
  width: Pick<Terminal, 'color' | 'width'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(filled, undefined, 2)}\n`;
    case 'markdown':
      return (await import('../preview/readiness/readiness-markdown.ts')).readinessMarkdown(filled, { report, draft });
    case 'text':
      return (await import('../preview/readiness/readiness-text.ts')).readinessText(filled, width);
  }
}

/** As for check, only that what is not met decides. */
function exitCodeOf({ counts }: Readiness, { run, verdict }: Report): ExitCode {
  if (run.status === 'interrupted' || run.status === 'cancelled') return exitCodes.interrupted;
  if (verdict === 'unknown') return exitCodes.failed;
  return counts.unmet > 0 ? exitCodes.found : exitCodes.fine;
}
