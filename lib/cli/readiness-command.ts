import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import { addToldOptions } from './account-options.ts';
import { addListingOptions, type RawListingOptions } from './listing-options.ts';
import { plainFormats, type PlainFormat } from './outputs.ts';
import { addAskingOptions, addLimitOptions, addReplayOption } from './run-options.ts';
import type { RawRunOptions } from './run-request.ts';

/** The options of `readiness` as they were typed. */
export interface RawReadinessOptions extends RawRunOptions, RawListingOptions {
  readonly format?: PlainFormat;
  readonly output?: string;
}

/** The command that fills in the directory’s checklist. */
export function addReadinessCommand(program: Command): Command {
  const command = program
    .command('readiness')
    .description(
      say('fill in the checklist of Anthropic’s directory: what is met, what is not, and what is left to you'),
    )
    .argument('[url]', say('the connector’s URL, as it is typed into Claude'))
    .addOption(new Option(say('--format <name>'), say('how to print it')).choices(plainFormats))
    .option(say('--output <file>'), say('write it there: .txt, .json, .md, or as --format says'))
    .addHelpText('after', closingWords());
  addListingOptions(command);
  addAskingOptions(command);
  addReplayOption(command);
  addToldOptions(command);
  return addLimitOptions(command);
}

const examples = `  $ connector-doctor readiness https://mcp.example.com/mcp
  $ connector-doctor readiness https://mcp.example.com/mcp --listing listing.json --format markdown --output readiness.md
  $ connector-doctor readiness https://mcp.example.com/mcp --sign-in --active --privacy-policy https://example.com/privacy
  $ connector-doctor readiness --replay report.json --name 'Example Notes'`;

/** Columns, as for check. */
const widest = 128;

function closingWords(): string {
  const status = say(
    'Exit status: 0 nothing was seen that is not met, 1 something is not met, 2 bad usage or nothing could be said, 3 interrupted.',
  );
  const sent = say(
    'Beside what check asks, the pages of documentation, privacy policy and support are opened once, without any of your headers.',
  );
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(sent, widest)].join('\n');
}
