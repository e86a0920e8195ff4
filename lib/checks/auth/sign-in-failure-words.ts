import type { CodeWords } from '../../kernel/check.ts';
import { choose } from './choose.ts';
import { fixInWords } from './provider-fix.ts';

/** Where a client that was made beforehand has to lead back to, as the extension’s screens show it. */
export const redirectAddress = 'the redirect address that “Look behind the sign-in” shows';

const described = '{described, select, yes {: “{said}”} other {}}';

/** The OAuth error, where one was named. */
export const namedInWords = `{error, select, none {} other { The service named the error “{error}”${described}.}}`;

const title = choose('why', {
  page: 'The sign-in waits for a person',
  closed: 'The sign-in was not finished',
  no_window: 'The sign-in could not be opened',
  other: choose('error', {
    access_denied: 'The sign-in was declined',
    other: choose('unknown', {
      yes: 'The sign-in service does not know the client that you gave',
      other: choose('stage', {
        registration: 'The sign-in service did not register this check',
        token: 'The sign-in ended without a token',
        other: 'The sign-in service did not complete the sign-in',
      }),
    }),
  }),
});

const unreadable = choose('stage', {
  token: 'its answer (HTTP status {status}) holds no token in the form that OAuth has for it',
  other: 'its answer (HTTP status {status}) does not have the form that OAuth has for it',
});

const wrongIssuer = choose('spokeDetail', {
  yes: 'it led back under another issuer ({detail}) than its metadata names',
  other:
    'its metadata promises that it names itself when it leads back (the iss parameter), and it does not name itself',
});

const why = choose('why', {
  unreachable: 'it did not answer',
  unreadable,
  page: 'it showed a page (HTTP status {status}) that waits for a person, and no browser was used',
  no_code: 'it led back with neither a code nor an error',
  wrong_state:
    'it led back {detail, select, missing {without the state parameter} other {with another state parameter than the one}} that it was given',
  wrong_issuer: wrongIssuer,
  too_many_hops: 'it led from one address to the next without an end',
  other: choose('http', {
    yes: 'it refused (HTTP status {status})',
    failed: 'it failed (HTTP status {status})',
    other: 'it refused',
  }),
});

const went = choose('stage', {
  registration:
    'This check asked the sign-in service for a client ID, with a callback {vantage, select, extension {of this browser} other {on this machine}}, and',
  token: 'The sign-in went through, and the token endpoint was asked for the token. But',
  other: `This check went to the sign-in service as a client does{given, select, yes {, with the client ID that you gave} other {}}, and`,
});

const ignored = choose('ignored', {
  other_state:
    ' An answer with another state parameter than the one that was sent came and was ignored: that of an old tab, perhaps.',
  no_state:
    ' An answer without the state parameter that was sent came and was ignored: that of another program, perhaps.',
  other: '',
});

const detail = `${choose('why', {
  closed: `${choose('vantage', {
    extension: 'The window of the sign-in was closed, or nobody came back from it in time.',
    other: 'The sign-in page was shown for a browser, and nobody came back from it in time.',
  })}${ignored}`,
  no_window:
    '{vantage, select, extension {The window of the sign-in could not be opened} other {The way back from the sign-in could not be opened on this machine}}: {detail}.',
  other: `${went} ${why}.${namedInWords}{detail, select, stateless { The state parameter that it was given did not come back either.} other {}}{spokePage, select, yes { Its answer says: “{page}”.} other {}}`,
})} What lies behind the sign-in was not looked at.${choose('ours', {
  yes: choose('given', {
    yes: '{unknown, select, yes { With this client ID Claude would be refused as well.} other {}}',
    other: ' Claude comes with a client and a callback of its own, so it may fare better.',
  }),
  other: '',
})}`;

const clientId = choose('vantage', { extension: 'the client ID', other: '--client-id' });

const givenFix = choose('about', {
  client: `See that ${clientId} (and the secret, where it has one) is that of a client at this very sign-in service.`,
  callback: choose('vantage', {
    extension: `Add ${redirectAddress} to the redirect URIs of the client that you gave.`,
    other: 'Add {callback} to the redirect URIs of the client that you gave, or say with --callback which one it has.',
  }),
  other: `See that ${clientId} is that of a client at this very sign-in service, and that ${choose('vantage', {
    extension: `${redirectAddress} is among its redirect URIs`,
    other: '{callback} is among its redirect URIs (or say with --callback which one is)',
  })}.`,
});

const ownClientFix = choose('vantage', {
  extension: `let the service take ${redirectAddress}, or make a client by hand and enter its client ID there`,
  other:
    'let the service take callbacks on loopback addresses, which Claude Code also uses, or make a client by hand and give it with --client-id',
});

const loopbackFix = choose('given', {
  yes: givenFix,
  other: `{active, select, yes {} other {To see what Claude’s own request meets, ${choose('vantage', {
    extension: 'choose “Test the sign-in service”',
    other: 'run the check with --active',
  })}. }}If this check is to sign in as well, ${ownClientFix}.`,
});

const refusedFix = choose('about', {
  resource: fixInWords(
    'auth.authorize-rejects-callback',
    'Accept the resource parameter (RFC 8707) with the connector’s URL as its value; where the provider must know it, register it there.',
  ),
  scope:
    'Offer the scopes that the 401 and the metadata name to every client, or leave out of them what it may not ask for.',
  pkce: 'Accept PKCE with code_challenge_method S256, which Claude always sends.',
  other: 'See in the sign-in service’s log why it {http, select, failed {failed} other {refused this request}}.',
});

const fixByError = choose('error', {
  access_denied:
    'Nothing has to be changed if you declined. Otherwise see why the sign-in service refuses this account.',
  invalid_client: choose('given', {
    yes: `See that ${clientId} and the secret are those of this sign-in service.`,
    other: 'See in the sign-in service’s log why it does not know the client that came a moment ago.',
  }),
  other: choose('ours', { yes: loopbackFix, other: refusedFix }),
});

const fix = choose('why', {
  page: 'Run the check again{vantage, select, extension {} other { without --headless-consent}}, and sign in in the browser.',
  closed: `${choose('ignored', {
    none: '',
    other: 'Close old tabs of the sign-in. ',
  })}Run the check again, and ${choose('vantage', {
    extension: 'finish the sign-in in the window that opens',
    other: 'sign in in the browser that opens; --timeout gives more time',
  })}.${choose('ignored', {
    none: '',
    other: ' If it ends like this again, let the service send the state parameter back as it came.',
  })}`,
  no_window: choose('port', {
    none: choose('vantage', {
      extension: 'Run the check again, and let the browser open the window of the sign-in.',
      other: 'Run the check again where a browser can be opened, or open the address that is printed on this machine.',
    }),
    other: `Port {port} {inUse, select, yes {is in use} other {cannot be used}}${choose('vantage', {
      extension: '',
      other: ': choose another with --callback, or leave the port out where the client takes any',
    })}.`,
  }),
  wrong_state: 'Send the state parameter back as it came.',
  wrong_issuer:
    'Let the iss parameter be the very issuer of the metadata, or leave the promise (authorization_response_iss_parameter_supported) away.',
  no_code: 'Send people back with a code, or with the error that stopped them.',
  unreadable: choose('stage', {
    token: 'Let the token endpoint answer with JSON that has access_token and token_type.',
    other: 'Let the registration answer with status 201 and JSON that has client_id and what was registered.',
  }),
  unreachable: 'See that the sign-in service answers at this address, and in time.',
  too_many_hops: 'Let the sign-in lead to a page, or back to the client.',
  other: fixByError,
});

/** What `auth.sign-in-failed` says. */
export const signInFailureWords: CodeWords = { title, detail, fix };
