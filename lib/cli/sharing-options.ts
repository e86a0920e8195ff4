import type { Command } from 'commander';
import { say } from '../i18n/say.ts';
import type { Headers } from '../kernel/exchange.ts';
import { withholdable, type Report, type Withheld } from '../kernel/report.ts';
import { longestNote } from '../report/sharing/own-note.ts';
import type { Preparation } from '../report/sharing/prepare-report.ts';
import { ok, problem, type Read } from './read.ts';
import type { Terminal } from './terminal.ts';

/** What is to be left out of a report, as it was typed. */
export interface RawSharingOptions {
  readonly anonymous?: boolean;
  /** Names of parts with commas between, one text for each time that the option was given. */
  readonly without?: readonly string[];
  readonly note?: string;
}

/** What leaves with a report, for every command that makes one. */
export function addSharingOptions(command: Command): Command {
  return command
    .option(
      '--anonymous',
      say(
        'leave out of the report all that names somebody: host, paths, addresses, extensions, system and tools; not exchanges, for without them nobody can judge it again',
      ),
    )
    .option(
      say('--without <parts>'),
      say('leave out {parts} (with commas between)', { parts: withholdable.join(', ') }),
      (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value],
    )
    .option(say('--note <text>'), say('put a note of your own into the report; secrets in it are taken out'));
}

/** Makes sense of what is to be left out, or says in one sentence which part is unknown. */
export function readSharing({ anonymous, without = [], note }: RawSharingOptions): Read<Preparation> {
  const named = without.flatMap((list) => list.split(',')).map((part) => part.trim().toLowerCase());
  const unknown = named.find((part) => !isPart(part));
  if (unknown !== undefined) {
    const values = { name: unknown.slice(0, 40), parts: withholdable.join(', ') };
    return unknown === ''
      ? problem(say('--without needs the names of parts, with commas between: {parts}.', values))
      : problem(say('--without does not know “{name}”. It takes {parts}, with commas between.', values));
  }
  const text = note?.trim() ?? '';
  if (note !== undefined && text === '') return problem(say('--note needs a text.'));
  if (text.length > longestNote) {
    return problem(say('--note takes up to {most} characters.', { most: longestNote }));
  }
  const withhold = withholdable.filter((part) => named.includes(part) || (anonymous === true && part !== 'exchanges'));
  return ok({ withhold, note: text === '' ? null : text });
}

/** Who shares a report: what they had for the run, and where to they are told about their note. */
interface Sharer {
  readonly terminal: Pick<Terminal, 'say'>;
  /** Headers that were sent on behalf of the person: what stands in them is taken out of the note. */
  readonly headers?: Headers;
}

/**
 * The report as it leaves; where nothing is left out and nothing added, the same one. What was taken out of the note, and what it names
 * although that is left out, is said on standard error.
 */
export async function asShared(
  report: Report,
  { withhold, note }: Preparation,
  { terminal, headers = {} }: Sharer,
): Promise<Report> {
  if (withhold.length === 0 && note === null) return report;
  const [{ prepareReport }, words] = await Promise.all([
    import('../report/sharing/prepare-report.ts'),
    note === null ? null : noteWords(note, { report, withhold, headers }),
  ]);
  for (const line of words?.lines ?? []) terminal.say(line);
  return prepareReport(report, { withhold, note: words?.text ?? null });
}

interface Noted extends Pick<Preparation, 'withhold'> {
  readonly report: Report;
  readonly headers: Headers;
}

async function noteWords(
  note: string,
  { report, withhold, headers }: Noted,
): Promise<{ readonly text: string | null; readonly lines: readonly string[] }> {
  const [{ redactNote }, { namesInNote }, { redactionWords }, { plainLine }] = await Promise.all([
    import('../report/sharing/own-note.ts'),
    import('../report/sharing/names-in-note.ts'),
    import('../report/redaction/redaction-words.ts'),
    import('../report/formats/plain.ts'),
  ]);
  const secrets = Object.values(headers).filter((value) => value.length >= shortestSecret);
  const { text, removed } = redactNote(note, report.redactions, secrets);
  const what = removed.map((each) => plainLine(redactionWords(each), 200)).join('; ');
  const names = namesInNote(text ?? '', report, withhold).map((name) => plainLine(name, 100));
  return {
    text,
    lines: [
      ...(what === '' ? [] : [say('Taken out of your note: {what}.', { what })]),
      ...(names.length === 0
        ? []
        : [say('Your note still names what you leave out: {names}.', { names: names.join(', ') })]),
    ],
  };
}

/** Shorter values are words, which a note may well hold. */
const shortestSecret = 8;

/** UTF-16 code units. */

function isPart(text: string): text is Withheld {
  return (withholdable as readonly string[]).includes(text);
}
