import { Option, type Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import { formats } from '../report/formats.ts';
import { wrap } from '../report/layout.ts';
import { addToldOptions } from './account-options.ts';
import type { OutputWord } from './outputs.ts';

/** The command that checks a connector. Formats and files are added to `outputs` in the order in which they are typed. */
export function addCheckCommand(program: Command, outputs: OutputWord[]): Command {
  const check = program
    .command('check')
    .description(say('rehearse Claude’s connection to a connector, step by step, and name the cause when it stops'))
    .argument('[url]', say('the connector’s URL, as it is typed into Claude'))
    .addHelpText('after', closingWords());
  check
    .optionsGroup(msg('What is asked:'))
    .option('--quick', say('only what Claude itself asks'))
    .option('--thorough', say('also look elsewhere (nearby paths, other versions) when nothing failed'))
    .option('--local', say('the server is not public yet: take a local address and plain http as they are'))
    .option(
      say('--header <header>'),
      say('“Name: value” to send to the connector; never printed (repeatable)'),
      collect,
    )
    .option(say('--user-agent <text>'), say('introduce this program to servers as …'))
    .option('--public-dns', say('also ask Cloudflare’s public resolver for the name'))
    .option('--google-favicon', say('also ask Google’s favicon service which icon Claude would show'));
  check
    .optionsGroup(msg('Sign-in:'))
    .option(
      '--active',
      say(
        'write at the sign-in service: register clients as Claude does (removed again where it can be), open its page, ask for a token with a made-up code',
      ),
    )
    .option('--sign-in', say('sign in through a browser, and look at what comes after the sign-in'))
    .option(
      '--headless-consent',
      say('with --sign-in: no browser, follow redirects (servers that approve by themselves)'),
    )
    .option(say('--client-id <id>'), say('the client ID that was made for this connector'))
    .option('--client-secret-stdin', say('read the secret of that client from standard input'))
    .option(say('--client-metadata-url <url>'), say('a client ID metadata document (CIMD) that you host'))
    .option(
      say('--callback <url>'),
      say('the loopback address that this client may be sent back to (default: any port)'),
    );
  check
    .optionsGroup(msg('The report:'))
    .addOption(
      new Option(
        say('--format <name>'),
        say('{formats} (repeatable, with --output)', { formats: Object.keys(formats).join(', ') }),
      ).argParser((name: string) => outputs.push({ kind: 'format', name })),
    )
    .addOption(
      new Option(
        say('--output <file>'),
        say('write the report there: .txt, .json, .md, or as its --format says (repeatable)'),
      ).argParser((file: string) => outputs.push({ kind: 'output', file })),
    )
    .option(say('--fail-on <severity>'), say('exit 1 from this on: blocker (default), problem or warning'))
    .option(
      say('--replay <file>'),
      say('judge a saved JSON report again, without any request (- reads standard input)'),
    );
  addToldOptions(check);
  check
    .optionsGroup(msg('Limits:'))
    .option(say('--timeout <seconds>'), say('for the whole run (default 60; 300 with a browser)'))
    .option(say('--step-timeout <seconds>'), say('for each step (default 10)'))
    .option(say('--max-body <bytes>'), say('read no more of a body (default 8388608)'));
  return check
    .optionsGroup(msg('Private set-ups and tests:'))
    .option(
      say('--connect-to <from>'),
      say('HOST1:PORT1:HOST2:PORT2, connect to the second for the first (repeatable)'),
      collect,
    )
    .option(say('--cacert <file>'), say('also trust the authorities in this PEM file'))
    .option(say('--resolver <url>'), say('ask this DNS-over-HTTPS endpoint for the name'));
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

const examples = `  $ connector-doctor check https://mcp.example.com/mcp
  $ connector-doctor check http://localhost:3000/mcp --local
  $ connector-doctor check https://mcp.example.com/mcp --header 'Authorization: Bearer …'
  $ connector-doctor check https://mcp.example.com/mcp --format json --output report.json --format text
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
