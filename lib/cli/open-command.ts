import type { Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import type { OutputWord } from './outputs.ts';
import type { RawRenderingOptions } from './rendering-options.ts';
import { addReportOptions } from './report-outputs.ts';
import { addSharingOptions, type RawSharingOptions } from './sharing-options.ts';

/** The options of `open` as they were typed. */
export interface RawOpenOptions extends RawRenderingOptions, RawSharingOptions {
  readonly outputs: readonly OutputWord[];
  readonly asItIs?: boolean;
  readonly passphraseStdin?: boolean;
}

/** The command that opens a report which somebody sent or saved. */
export function addOpenCommand(program: Command, outputs: OutputWord[]): Command {
  const open = program
    .command('open')
    .description(
      say(
        'open a report that was saved or sent: judged again with today’s checks, with what is different; nothing is sent',
      ),
    )
    .argument(say('[report]'), say('the JSON or HTML file, or a link that holds the report (- reads standard input)'))
    .addHelpText('after', closingWords());
  open
    .option('--as-it-is', say('show it as it was written, and judge nothing again'))
    .option('--passphrase-stdin', say('read the passphrase of a locked link from standard input'));
  return addSharingOptions(addReportOptions(open.optionsGroup(msg('The report:')), outputs));
}

const examples = `  $ connector-doctor open report.html
  $ connector-doctor open report.json --format markdown --output report.md
  $ connector-doctor open report.json --anonymous --output for-the-vendor.html
  $ connector-doctor open link.txt --passphrase-stdin < passphrase.txt
  $ pbpaste | connector-doctor open -`;

/** Columns, as for check. */
const widest = 128;

function closingWords(): string {
  const status = say('Exit status: 0 no blocker, 1 at least one, 2 bad usage or nothing could be said, 3 interrupted.');
  const links = say(
    'A link holds the whole report behind its “#”, and is never fetched. Many shells take no words as long as that: save a long link in a file, or hand it over on standard input.',
  );
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(links, widest)].join('\n');
}
