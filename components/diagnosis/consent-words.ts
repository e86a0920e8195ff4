import { msg } from '../../lib/i18n/say.ts';

/** The two looks that go further than reading, each by its own word. */
export type ConsentKind = 'active' | 'signed-in';

/** What a person agrees to: each list is complete. */
export interface ConsentWords {
  readonly title: string;
  /** What it is good for, in one sentence. */
  readonly purpose: string;
  readonly sent: readonly string[];
  readonly staysBehind: readonly string[];
  readonly never: readonly string[];
  readonly agree: string;
}

/** @see README.md “Beyond the sign-in” */
export const consentWords: Readonly<Record<ConsentKind, ConsentWords>> = {
  active: {
    title: msg('Test the sign-in service'),
    purpose: msg(
      'Finds out whether the sign-in service accepts Claude: its registration, its sign-in page, its token endpoint.',
    ),
    sent: [
      msg(
        'Up to three client registrations: as Claude, as Claude without its callback, and as Claude Code. None where Claude needs none.',
      ),
      msg(
        'One request for the sign-in page, as a browser makes it, followed to the first page. Your cookies are not sent.',
      ),
      msg('One token request with a made-up code, which gets nothing.'),
    ],
    staysBehind: [
      msg(
        'Registered clients are removed again where the service allows that. Where it does not, up to three entries remain in its list of clients; the result names them.',
      ),
      msg('The service may write these requests into its log.'),
    ],
    never: [msg('Nobody is signed in, no token is taken, and Claude’s own callback is never asked.')],
    agree: msg('Test it now'),
  },
  'signed-in': {
    title: msg('Look behind the sign-in'),
    purpose: msg(
      'Finds out whether the connector takes the token that its own sign-in service issues, and what it offers then.',
    ),
    sent: [
      msg('A registration of “Connector Doctor” at the sign-in service, unless you give a client ID below.'),
      msg(
        'A window of the sign-in service opens, and you sign in there. What you type goes to the service alone. If the connector asks for more rights on the way, it opens once more.',
      ),
      msg(
        'With the token: the handshake, the lists of tools, resources and prompts, the apps that belong to them, and one call of a tool that does not exist.',
      ),
      msg('Up to two renewals of the token.'),
    ],
    staysBehind: [
      msg(
        'Tokens stay in memory and are given back at the end, and the registration is removed, where the service allows that; the result names what stays.',
      ),
      msg('The service may keep “Connector Doctor” in its list of apps that you allowed.'),
    ],
    never: [msg('No tool is called by its real name, and no token, password or secret is kept or put into a report.')],
    agree: msg('Sign in and look'),
  },
};
