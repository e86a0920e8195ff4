import type { Command } from 'commander';
import { say } from '../i18n/say.ts';
import { withholdable, type Report, type Withheld } from '../kernel/report.ts';
import type { Preparation } from '../report/sharing/prepare-report.ts';
import { ok, problem, type Read } from './read.ts';

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
    .option(say('--note <text>'), say('put a note of your own into the report, as it is'));
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

/** The report as it leaves; where nothing is left out and nothing added, the same one. */
export async function asShared(report: Report, preparation: Preparation): Promise<Report> {
  if (preparation.withhold.length === 0 && preparation.note === null) return report;
  const { prepareReport } = await import('../report/sharing/prepare-report.ts');
  return prepareReport(report, preparation);
}

const longestNote = 4_000;

function isPart(text: string): text is Withheld {
  return (withholdable as readonly string[]).includes(text);
}
