import { Option, type Command } from 'commander';
import { formats } from '../report/formats.ts';
import { addToldOptions } from './account-options.ts';
import type { OutputWord } from './outputs.ts';

/** The command that checks a connector. Formats and files are added to `outputs` in the order in which they are typed. */
export function addCheckCommand(program: Command, outputs: OutputWord[]): Command {
  const check = program
    .command('check')
    .description('rehearse Claude’s connection to a connector, step by step, and name the cause when it stops')
    .argument('[url]', 'the connector’s URL, as it is typed into Claude')
    .addHelpText('after', checkExamples);
  check
    .optionsGroup('What is asked:')
    .option('--quick', 'only what Claude itself asks')
    .option('--thorough', 'also look elsewhere (nearby paths, other versions) when nothing failed')
    .option('--local', 'the server is not public yet: take a local address and plain http as they are')
    .option('--header <header>', '“Name: value” to send to the connector; never printed (repeatable)', collect)
    .option('--user-agent <text>', 'introduce this program to servers as …')
    .option('--public-dns', 'also ask Cloudflare’s public resolver for the name')
    .option('--google-favicon', 'also ask Google’s favicon service which icon Claude would show');
  check
    .optionsGroup('Sign-in:')
    .option(
      '--active',
      'write at the sign-in service: register clients as Claude does (removed again where it can be), open its page, ask for a token with a made-up code',
    )
    .option('--sign-in', 'sign in through a browser, and look at what comes after the sign-in')
    .option('--headless-consent', 'with --sign-in: no browser, follow redirects (servers that approve by themselves)')
    .option('--client-id <id>', 'the client ID that was made for this connector')
    .option('--client-secret-stdin', 'read the secret of that client from standard input')
    .option('--client-metadata-url <url>', 'a client ID metadata document (CIMD) that you host')
    .option('--callback <url>', 'the loopback address that this client may be sent back to (default: any port)');
  check
    .optionsGroup('The report:')
    .addOption(
      new Option('--format <name>', `${Object.keys(formats).join(', ')} (repeatable, with --output)`).argParser(
        (name: string) => outputs.push({ kind: 'format', name }),
      ),
    )
    .addOption(
      new Option(
        '--output <file>',
        'write the report there: .txt, .json, .md, or as its --format says (repeatable)',
      ).argParser((file: string) => outputs.push({ kind: 'output', file })),
    )
    .option('--fail-on <severity>', 'exit 1 from this on: blocker (default), problem or warning')
    .option('--replay <file>', 'judge a saved JSON report again, without any request (- reads standard input)');
  addToldOptions(check);
  check
    .optionsGroup('Limits:')
    .option('--timeout <seconds>', 'for the whole run (default 60; 300 with a browser)')
    .option('--step-timeout <seconds>', 'for each step (default 10)')
    .option('--max-body <bytes>', 'read no more of a body (default 8388608)');
  return check
    .optionsGroup('Private set-ups and tests:')
    .option('--connect-to <from>', 'HOST1:PORT1:HOST2:PORT2, connect to the second for the first (repeatable)', collect)
    .option('--cacert <file>', 'also trust the authorities in this PEM file')
    .option('--resolver <url>', 'ask this DNS-over-HTTPS endpoint for the name');
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

const checkExamples = `
Examples:
  $ connector-doctor check https://mcp.example.com/mcp
  $ connector-doctor check http://localhost:3000/mcp --local
  $ connector-doctor check https://mcp.example.com/mcp --header 'Authorization: Bearer …'
  $ connector-doctor check https://mcp.example.com/mcp --format json --output report.json --format text
  $ connector-doctor check --replay report.json --format markdown

Exit status: 0 no blocker, 1 at least one, 2 bad usage or nothing could be said, 3 interrupted.
Requests go to the connector and to the hosts that its metadata names; for the icon also to the hosts that its web page and the
server name for it, and to the domain above it where it has none. They go nowhere else without --public-dns, --resolver or
--google-favicon.`;
