import type { Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import { addToldOptions } from './account-options.ts';
import type { OutputWord } from './outputs.ts';
import { addReportOptions } from './report-outputs.ts';
import { addSharingOptions } from './sharing-options.ts';
import { addAskingOptions, addLimitOptions, addReplayOption } from './run-options.ts';

/** The command that checks a connector. Formats and files are added to `outputs` in the order in which they are typed. */
export function addCheckCommand(program: Command, outputs: OutputWord[]): Command {
  const check = program
    .command('check')
    .description(say('rehearse Claude’s connection to a connector, step by step, and name the cause when it stops'))
    .argument('[url]', say('the connector’s URL, as it is typed into Claude'))
    .addHelpText('after', closingWords());
  addAskingOptions(check);
  addReportOptions(check.optionsGroup(msg('The report:')), outputs);
  addSharingOptions(check);
  addReplayOption(check);
  addToldOptions(check);
  return addLimitOptions(check);
}

const examples = `  $ connector-doctor check https://mcp.example.com/mcp
  $ connector-doctor check http://localhost:3000/mcp --local
  $ connector-doctor check https://mcp.example.com/mcp --header 'Authorization: Bearer …'
  $ connector-doctor check https://mcp.example.com/mcp --format json --output report.json --format text
  $ connector-doctor check https://mcp.example.com/mcp --anonymous --output report.html
  $ connector-doctor check --replay report.json --format markdown`;

/** Columns of the paragraphs below the examples, which are longer than the lines of the options. */
const widest = 128;

function closingWords(): string {
  const status = say('Exit status: 0 no blocker, 1 at least one, 2 bad usage or nothing could be said, 3 interrupted.');
  const sent = say(
    'Requests go to the connector and to the hosts that its metadata names; for the icon also to the hosts that its web page and the server name for it, and to the domain above it where it has none. They go nowhere else without --public-dns, --resolver or --google-favicon.',
  );
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(sent, widest)].join('\n');
}
