import { msg, say, saidValue } from '../../i18n/say.ts';
import { listingLimits } from '../../standards/directory-limits.ts';
import { hazardWords } from '../listing/hazard-words.ts';
import type { InstallReading, InstallRefusal, InstallWarning } from './install-link.ts';

/** Why there is no link, and what to do, in the reader’s language. */
export function refusalWords({ why, problem }: Extract<InstallReading, { readonly status: 'refused' }>): string {
  if (why === 'not-an-address' && problem !== null) {
    return say('This is no web address yet: {problem}.', { problem: saidValue('problem', problem) });
  }
  return say(refusals[why]);
}

/** What may go wrong with a link, and what to do. */
export function warningWords(warning: InstallWarning): string {
  switch (warning.kind) {
    case 'name':
      return say('The name is risky. {words}', { words: say(hazardWords[warning.hazard]) });
    case 'long-name':
      return say(
        'The name has {length} characters; the directory takes {limit}. Shorten it, so that it is not cut off.',
        {
          length: warning.length,
          limit: listingLimits.name,
        },
      );
    case 'private-host':
      return say(
        '{host} is known on a private network alone. Claude calls from Anthropic’s cloud and cannot reach it, so nobody can use the link.',
        { host: warning.host },
      );
    case 'placeholder':
      return say('“{part}” is still to be filled in: nobody can use the link as it is.', { part: warning.part });
    case 'port':
      return say('The address names port {port}. Claude probably reaches only port 443.', { port: warning.port });
    case 'key-in-path':
      return say(
        'A part of the address looks like a key. If it is one, do not publish this link: whoever has it can use the connector as you.',
      );
  }
}

const refusals: Readonly<Record<InstallRefusal, string>> = {
  'no-name': msg('The link carries a name, which Claude then shows: give the connector one.'),
  'hidden-characters': msg(
    'The name holds characters that cannot be seen, or that turn its letters round: people would read another name than Claude gets. Type it anew.',
  ),
  'not-an-address': msg('This is no web address yet.'),
  'local-server': msg(
    'This starts a server on a computer of your own. A link can only carry the https address of a server that is on the web.',
  ),
  'not-https': msg(
    'Claude adds connectors by an https address alone: serve it over https, and make the link for that.',
  ),
  credentials: msg(
    'The address holds a password or a key. It does not go into a link, because everybody who gets the link could use it. Take it out of the address, and let people sign in instead.',
  ),
  redacted: msg(
    'A secret was taken out of this address before it was kept, so a link with it would lead nowhere. Give the address that everybody may know.',
  ),
  'too-long': msg('The address is longer than 2,048 characters, which links do not carry safely. Make a shorter one.'),
};
