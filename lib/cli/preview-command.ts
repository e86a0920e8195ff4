import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import { addListingOptions, type RawListingOptions } from './listing-options.ts';
import { addAskingOptions, addLimitOptions, addReplayOption } from './run-options.ts';
import type { RawRunOptions } from './run-request.ts';

export const previewFormats = ['text', 'json', 'html'] as const;

/** How a preview is printed. */
export type PreviewFormat = (typeof previewFormats)[number];

/** The options of `preview` as they were typed. */
export interface RawPreviewOptions extends RawRunOptions, RawListingOptions {
  readonly format?: PreviewFormat;
  readonly output?: string;
}

/** The command that shows how a connector will look. */
export function addPreviewCommand(program: Command): Command {
  const command = program
    .command('preview')
    .description(
      say('show how a connector will look in Claude: name, icon, description, and its tools as people see them'),
    )
    .argument('[url]', say('the connector’s URL, as it is typed into Claude'))
    .addOption(new Option(say('--format <name>'), say('how to print it')).choices(previewFormats))
    .option(say('--output <file>'), say('write it there: .txt, .json, .html, or as --format says'))
    .addHelpText('after', closingWords());
  addReplayOption(command);
  addListingOptions(command);
  addAskingOptions(command);
  return addLimitOptions(command);
}

const examples = `  $ connector-doctor preview https://mcp.example.com/mcp --google-favicon
  $ connector-doctor preview https://mcp.example.com/mcp --output preview.html
  $ connector-doctor preview http://localhost:3000/mcp --local --name 'Example Notes' --description listing.md
  $ connector-doctor preview --replay report.json --format json`;

/** Columns, as for check. */
const widest = 128;

function closingWords(): string {
  const status = say(
    'Exit status: 0 it is shown, 1 the connector could not be reached, 2 bad usage or nothing could be said, 3 interrupted.',
  );
  const sent = say(
    'Requests go where those of check go. The icon of a custom connector comes from Google’s favicon service, which is asked only with --google-favicon: it learns the connector’s domain then, as it does from Claude.',
  );
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(sent, widest)].join('\n');
}
