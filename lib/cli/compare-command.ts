import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import { plainFormats, type PlainFormat } from './outputs.ts';
import { addAskingOptions, addLimitOptions } from './run-options.ts';
import type { RawRunOptions } from './run-request.ts';

/** The options of `compare` as they were typed. */
export interface RawCompareOptions extends RawRunOptions {
  readonly format?: PlainFormat;
  readonly output?: string;
}

/** The command that says what is different between two servers, or between then and now. */
export function addCompareCommand(program: Command): Command {
  const compare = program
    .command('compare')
    .description(say('say what changed between two servers, or since a saved report: findings, tools, and what breaks'))
    .argument(
      say('[before]'),
      say('a connector’s URL, which is checked now, or the file of a saved report (- reads standard input)'),
    )
    .argument(say('[after]'), say('the same for what it is compared with'))
    .addOption(new Option(say('--format <name>'), say('how to print it')).choices(plainFormats))
    .option(say('--output <file>'), say('write it there: .txt, .json, .md, or as --format says'))
    .addHelpText('after', closingWords());
  addAskingOptions(compare);
  return addLimitOptions(compare);
}

const examples = `  $ connector-doctor compare https://mcp.example.com/mcp https://staging.example.com/mcp
  $ connector-doctor compare before.json https://mcp.example.com/mcp
  $ connector-doctor compare before.json after.json --format markdown --output changes.md`;

/** Columns, as for check. */
const widest = 128;

function closingWords(): string {
  const status = say(
    'Exit status: 0 nothing that breaks, 1 something that breaks what people do with it or a new blocker or problem, 2 bad usage or nothing could be said, 3 interrupted.',
  );
  const both = say('The options hold for both URLs. A saved report is taken as it stands: nothing is asked for it.');
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(both, widest)].join('\n');
}
