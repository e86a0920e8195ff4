import type { Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import { wrap } from '../report/formats/layout.ts';
import type { OutputWord } from './outputs.ts';
import type { RawRenderingOptions } from './rendering-options.ts';
import { addReportOptions } from './report-outputs.ts';
import { addSharingOptions, type RawSharingOptions } from './sharing-options.ts';

/** The options of `bundle` as they were typed. */
export interface RawBundleOptions extends RawRenderingOptions, RawSharingOptions {
  readonly outputs: readonly OutputWord[];
}

/** The command that looks into a bundle. */
export function addBundleCommand(program: Command, outputs: OutputWord[]): Command {
  const bundle = program
    .command('bundle')
    .description(
      say(
        'look into a bundle (.mcpb): archive, manifest, icon, privacy policy; nothing of it is run or written to disk',
      ),
    )
    .argument(say('[file]'), say('the bundle'))
    .addHelpText('after', closingWords());
  return addSharingOptions(addReportOptions(bundle.optionsGroup(msg('The report:')), outputs));
}

const examples = `  $ connector-doctor bundle example.mcpb
  $ connector-doctor bundle example.mcpb --format json --output bundle.json --format text
  $ connector-doctor bundle example.mcpb --fail-on warning
  $ connector-doctor check --replay bundle.json`;

/** Columns, as for check. */
const widest = 128;

function closingWords(): string {
  const status = say('Exit status: 0 no blocker, 1 at least one, 2 bad usage or nothing could be said, 3 interrupted.');
  const sent = say(
    'Nothing is sent anywhere. Values that the manifest sets in the environment, e-mail addresses and secrets are left out of the report.',
  );
  return [`\n${say('Examples:')}\n${examples}\n`, ...wrap(status, widest), ...wrap(sent, widest)].join('\n');
}
