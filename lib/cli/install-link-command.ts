import { Option, type Command } from 'commander';
import { say } from '../i18n/say.ts';

export const installFormats = ['text', 'html', 'markdown', 'badge', 'qr', 'json'] as const;

/** What is printed: the link, its badge for a page or for Markdown, the badge’s picture, the QR code, or all of it. */
export type InstallFormat = (typeof installFormats)[number];

/** The options of `install-link` as they were typed. */
export interface RawInstallOptions {
  readonly name?: string;
  readonly format: InstallFormat;
  readonly output?: string;
}

/** The command that makes the link with which people add a connector. */
export function addInstallLinkCommand(program: Command): Command {
  return program
    .command('install-link')
    .description(say('make the link that adds a connector to Claude, with a badge and a QR code for it'))
    .argument(say('[url]'), say('the connector’s https URL'))
    .option(say('--name <name>'), say('the name under which Claude adds it'))
    .addOption(new Option(say('--format <name>'), say('what to print')).choices(installFormats).default('text'))
    .option(say('--output <file>'), say('write it there'))
    .addHelpText('after', closingWords());
}

const examples = `  $ connector-doctor install-link https://mcp.example.com/mcp --name 'Example Notes'
  $ connector-doctor install-link https://mcp.example.com/mcp --name 'Example Notes' --format markdown
  $ connector-doctor install-link https://mcp.example.com/mcp --name 'Example Notes' --format qr --output qr.svg`;

function closingWords(): string {
  return [
    `\n${say('Examples:')}\n${examples}\n`,
    say(
      'text is the link, html and markdown a badge that leads to it, badge the picture that the Markdown names, qr the link as a QR code (both are SVG), json all of them.',
    ),
    say('Exit status: 0 here it is, 2 bad usage, or no link can be made for this address.'),
    say('It is made here; nothing is sent anywhere.'),
  ].join('\n');
}
