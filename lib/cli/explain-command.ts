import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';

export const explainFormats = ['text', 'json'] as const;

/** How an explanation is printed. */
export type ExplainFormat = (typeof explainFormats)[number];

/** The command that explains an error text. */
export function addExplainCommand(program: Command): Command {
  return program
    .command('explain')
    .description(say('explain an error: what it means, where Claude stops, the likely causes and how to check each'))
    .argument(
      say('[text]'),
      say('what Claude, a log, a browser’s console or a server shows; “-” or nothing reads standard input'),
    )
    .addOption(new Option(say('--format <name>'), say('how to print it')).choices(explainFormats).default('text'))
    .addHelpText('after', closingWords());
}

const examples = `  $ connector-doctor explain 'Couldn’t reach the MCP server. … "ofid_0123456789abcdef"'
  $ connector-doctor explain 'https://claude.ai/settings/connectors?step=end_error&oauth_error=McpAuthorizationError'
  $ grep ' /mcp ' access.log | connector-doctor explain --format json
  $ pbpaste | connector-doctor explain -`;

function closingWords(): string {
  return [
    `\n${say('Examples:')}\n${examples}\n`,
    say('Exit status: 0 it is explained, 1 it is not known, 2 bad usage or nothing to read.'),
    say(
      'Nothing is sent anywhere, and of the text nothing is printed but addresses without their query, statuses, codes and reference ids.',
    ),
  ].join('\n');
}
