import { text as textOf } from 'node:stream/consumers';
import { say } from '../i18n/say.ts';
import { replay } from '../judge-again.ts';
import type { Report } from '../kernel/report.ts';
import { inOurWords } from '../our-words.ts';
import type { Replay } from '../report/compare/replay.ts';
import { exitCode, exitCodes, type ExitCode } from './exit-code.ts';
import type { RawOpenOptions } from './open-command.ts';
import { openReport } from './open-report.ts';
import { asWrittenLines, replayLines, savedLine } from './open-words.ts';
import { pairOutputs } from './outputs.ts';
import { ok, problem, type Read } from './read.ts';
import { readRendering } from './rendering-options.ts';
import { checkOutputs, writeReports } from './report-outputs.ts';
import { fileOf, reportSource, type ReportSource } from './run-request.ts';
import { asShared, readSharing } from './sharing-options.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens a report of anybody’s, judges it again unless it should stay as it is, says on standard error what is different, writes it, and
 * answers with the exit code.
 */
export async function openSaved(word: string | null, raw: RawOpenOptions, terminal: Terminal): Promise<ExitCode> {
  const rendering = readRendering(raw, process.env);
  if (!rendering.ok) return failed(rendering.problem, terminal);
  const outputs = pairOutputs(raw.outputs);
  if (!outputs.ok) return failed(outputs.problem, terminal);
  const sharing = readSharing(raw);
  if (!sharing.ok) return failed(sharing.problem, terminal);
  const writable = await checkOutputs(outputs.value, word === null ? null : fileOf(reportSource(word)));
  if (!writable.ok) return failed(writable.problem, terminal);
  const opened = await openedReport(word, raw);
  if (!opened.ok) return failed(opened.problem, terminal);
  const shown = await asShared(shownReport(opened.value, raw, terminal), sharing.value, { terminal });
  const writing = { outputs: outputs.value, reader: null, rendering: rendering.value };
  const written = await writeReports(shown, writing, terminal);
  return written.ok ? exitCode(shown, rendering.value.failOn ?? 'blocker') : failed(written.problem, terminal);
}

function failed(sentence: string, terminal: Terminal): ExitCode {
  terminal.say(`connector-doctor: ${sentence}`);
  return exitCodes.failed;
}

async function openedReport(word: string | null, { passphraseStdin }: RawOpenOptions): Promise<Read<Report>> {
  if (word === null || word === '') {
    return problem(say('open needs the file of a report, a link that holds one, or - for standard input.'));
  }
  const source = reportSource(word);
  const passphrase = passphraseStdin === true ? await readPassphrase(source) : ok(undefined);
  return passphrase.ok ? openReport(source, passphrase.value) : passphrase;
}

async function readPassphrase(source: ReportSource): Promise<Read<string>> {
  if (source.kind === 'standard-input') {
    return problem(
      say('--passphrase-stdin reads standard input to its end, which can be done once: save the link in a file first.'),
    );
  }
  // The line break is the terminal’s or the editor’s; spaces may well be the person’s.
  const typed = (await textOf(process.stdin)).replace(/\r?\n$/, '');
  return typed === '' ? problem(say('--passphrase-stdin found nothing on standard input.')) : ok(typed);
}

/** The report as it goes on, after what is to be said of it. */
function shownReport(saved: Report, { asItIs }: RawOpenOptions, terminal: Terminal): Report {
  const said = asItIs === true ? saved : inOurWords(saved);
  const again: Replay | null = asItIs === true ? null : replay(said, new Date());
  const lines = again === null ? asWrittenLines() : replayLines(again);
  for (const line of [savedLine(saved), ...lines]) terminal.say(line);
  return again?.kind === 'judged' ? again.report : said;
}
