import { Option, type Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import { receivers, type Receiver } from '../report/handoff/receivers.ts';
import type { TrackerAnswers } from '../report/handoff/tracker-issue.ts';
import { trackerFieldIds, trackerFormNames, type TrackerFormName } from '../standards/tracker-forms.ts';
import { addSharingOptions, type RawSharingOptions } from './sharing-options.ts';

export const handOffFormats = ['text', 'json'] as const;

/** The options of `hand-off` as they were typed. */
export interface RawHandOffOptions extends RawSharingOptions {
  readonly to?: Receiver;
  readonly form?: TrackerFormName;
  readonly format: (typeof handOffFormats)[number];
  readonly open?: boolean;
  /** Fields of the form by their ids. */
  readonly answers: TrackerAnswers;
}

/** The command that turns a report into an issue or a message for those who can change something. */
export function addHandOffCommand(
  program: Command,
  act: (report: string | undefined, options: RawHandOffOptions) => void,
): Command {
  const answers: Record<string, string> = {};
  const command = program
    .command('hand-off')
    .description(
      say(
        'turn a report into an issue for Anthropic’s tracker or a message: for the vendor, an Owner, Claude’s support',
      ),
    )
    .argument(say('[report]'), say('the JSON or HTML file, or a link that holds the report (- reads standard input)'))
    .addOption(
      new Option(say('--to <receiver>'), say('for whom; without it, whoever can change the cause')).choices(receivers),
    )
    .addOption(
      new Option(say('--form <name>'), say('tracker: the form of those who run the server, or of users')).choices(
        trackerFormNames,
      ),
    )
    .addOption(new Option(say('--format <name>'), say('how to print it')).choices(handOffFormats).default('text'))
    .option('--open', say('open the filled-in form, or the mail program; without it nothing is opened'))
    .addHelpText('after', closingWords());
  addSharingOptions(command.optionsGroup(msg('The report:')));
  command.optionsGroup(msg('What the report does not know (messages take --error-details and --timestamp):'));
  for (const id of ['title', ...trackerFieldIds]) {
    command.addOption(
      new Option(`--${id} ${say('<text>')}`).argParser((text: string) => {
        answers[id] = text;
        return text;
      }),
    );
  }
  return command.action((report: string | undefined, options: Omit<RawHandOffOptions, 'answers'>) => {
    act(report, { ...options, answers });
  });
}

const examples = `  $ connector-doctor hand-off report.json --to vendor
  $ connector-doctor hand-off report.json --to tracker --form developer --timestamp '2026-11-21 10:04 UTC'
  $ connector-doctor check https://mcp.example.com/mcp --format json | connector-doctor hand-off - --to support`;

/** Columns, as for check. */
const widest = 128;

function closingWords(): string {
  const status = say('Exit status: 0 here it is, 2 bad usage, or there is nobody to hand it to.');
  const nothing = say(
    'It is made here and nothing is sent. The tracker is public; where it has a list, only its own words are taken.',
  );
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(nothing, widest)].join('\n');
}
