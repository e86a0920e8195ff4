import type { Command } from 'commander';
import { msg, say } from '../i18n/say.ts';

/** How a run asks, and how it signs in: for every command that checks a connector. */
export function addAskingOptions(command: Command): Command {
  command
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
  return command
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
}

/** A saved report in place of a run. */
export function addReplayOption(command: Command): Command {
  return command.option(
    say('--replay <file>'),
    say('judge a saved report (JSON, HTML or a link) again, without any request (- reads standard input)'),
  );
}

/** How long a run may take and how much it may read, and private set-ups. */
export function addLimitOptions(command: Command): Command {
  command
    .optionsGroup(msg('Limits:'))
    .option(say('--timeout <seconds>'), say('for the whole run (default 60; 300 with a browser)'))
    .option(say('--step-timeout <seconds>'), say('for each step (default 10)'))
    .option(say('--max-body <bytes>'), say('read no more of a body (default 8388608)'));
  return command
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
