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
    title: 'Test the sign-in service',
    purpose:
      'Finds out whether the sign-in service accepts Claude: its registration, its sign-in page, its token endpoint.',
    sent: [
      'Up to three client registrations: as Claude, as Claude without its callback, and as Claude Code. None where Claude needs none.',
      'One request for the sign-in page, as a browser makes it, followed to the first page. Your cookies are not sent.',
      'One token request with a made-up code, which gets nothing.',
    ],
    staysBehind: [
      'Registered clients are removed again where the service allows that. Where it does not, up to three entries remain in its list of clients; the result names them.',
      'The service may write these requests into its log.',
    ],
    never: ['Nobody is signed in, no token is taken, and Claude’s own callback is never asked.'],
    agree: 'Test it now',
  },
  'signed-in': {
    title: 'Look behind the sign-in',
    purpose:
      'Finds out whether the connector takes the token that its own sign-in service issues, and what it offers then.',
    sent: [
      'A registration of “Connector Doctor” at the sign-in service, unless you give a client ID below.',
      'A window of the sign-in service opens, and you sign in there. What you type goes to the service alone. If the connector asks for more rights on the way, it opens once more.',
      'With the token: the handshake, the lists of tools, resources and prompts, the apps that belong to them, and one call of a tool that does not exist.',
      'Up to two renewals of the token.',
    ],
    staysBehind: [
      'Tokens stay in memory and are given back at the end, and the registration is removed, where the service allows that; the result names what stays.',
      'The service may keep “Connector Doctor” in its list of apps that you allowed.',
    ],
    never: ['No tool is called by its real name, and no token, password or secret is kept or put into a report.'],
    agree: 'Sign in and look',
  },
};
