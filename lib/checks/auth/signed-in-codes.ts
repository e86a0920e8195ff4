import type { CodeDefinition } from '../../kernel/check.ts';
import { fixInWords } from './provider-fix.ts';
import { claudeIssue, sources } from './sources.ts';

/** The codes of the signed-in check. */
export type SignedInCode =
  | 'auth.sign-in-needs-client'
  | 'auth.sign-in-failed'
  | 'auth.token-rejected'
  | 'auth.token-without-expiry'
  | 'auth.refresh-fails';

const rfc6749 = 'https://www.rfc-editor.org/rfc/rfc6749';
const said = '{spoke, select, yes { The server said: “{said}”.} other {}}';
const described = '{described, select, yes {: “{said}”} other {}}';
const named = `{error, select, none {} other { The service named the error “{error}”${described}.}}`;

const request = choose('asked', {
  list: 'The request for the tools',
  call: 'The call of a made-up tool',
  other: 'The first request',
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
  closed: 'nobody came back from it in time',
  no_window: 'there was no way to open it: {detail}',
  other: 'it refused{http, select, yes { (HTTP status {status})} other {}}',
});

const went = choose('stage', {
  registration: 'This check asked the sign-in service for a client ID, with a callback on this machine, and',
  token: 'The sign-in went through, and the token endpoint was asked for the token. But',
  other: 'This check went to the sign-in service as a client does, and',
});

const loopbackFix = choose('given', {
  yes: 'Add {callback} to the redirect URIs of the client that you gave.',
  other:
    'To see what Claude’s own request meets, run the check with --active. If this check is to sign in as well, let the service take callbacks on loopback addresses, which Claude Code also uses.',
});

const fixByError = choose('error', {
  access_denied:
    'Nothing has to be changed if you declined. Otherwise see why the sign-in service refuses this account.',
  invalid_client: choose('given', {
    yes: 'See that --client-id and the secret are those of this sign-in service.',
    other: 'See in the sign-in service’s log why it does not know the client that came a moment ago.',
  }),
  other: choose('ours', {
    yes: loopbackFix,
    other: 'See in the sign-in service’s log why it refused this request.',
  }),
});

const tokenReason = choose('reason', {
  audience: ' The token is for somebody else: its audience (aud) is not this connector’s address.',
  audience_alike:
    ' The token’s audience (aud) is this connector’s address in another spelling, such as with a slash at its end, which many libraries take for another one.',
  audience_missing: ' The token names no audience (aud).',
  issuer: ' The token names another issuer (iss) than the sign-in service that gave it.',
  issuer_alike:
    ' The token names its issuer (iss) in another spelling than the sign-in service does, such as with a slash at its end.',
  expired: ' By this machine’s clock the token had already expired when it came.',
  not_yet: ' By this machine’s clock the token is not valid yet.',
  scope: ' It asks for more scope, also after a second sign-in for just that.',
  other: '',
});

const tokenFix = choose('reason', {
  audience:
    'Let the sign-in service put the resource parameter ({resource}) into the token’s audience, and let the server accept just that.',
  audience_alike:
    'Use one spelling everywhere: in the resource metadata, in the token’s audience and in the server’s settings.',
  audience_missing:
    'Let the sign-in service put the resource parameter ({resource}) into the token’s audience if the server looks for it.',
  issuer: 'Let the server expect the issuer that the sign-in service writes into its tokens.',
  issuer_alike:
    'Use one spelling of the issuer everywhere: in the metadata, in the tokens and in the server’s settings.',
  expired: 'Set the clocks of the sign-in service and of the server.',
  not_yet: 'Set the clocks of the sign-in service and of the server.',
  scope:
    'Let the scope that the challenge asks for be one that the sign-in service gives, and see that it stands in the new token.',
  other:
    'See in the server’s log why it refuses the token: audience, issuer, signature key, scope or a clock are the usual reasons. Something before the server may refuse requests with a token as well.',
});

const renewal = choose('which', {
  second: `The refresh token worked. ${choose('rotated', {
    yes: 'The new one that came in its place was refused',
    other: 'No new one came, so that it stays; used again, it was refused',
  })}`,
  used: 'The refresh token worked, and the server refused a request with the new access token',
  other: 'The refresh token that the sign-in had just brought was refused',
});

/** Words, severity and sources of the codes. */
export const signedInCodes: Readonly<Record<SignedInCode, CodeDefinition>> = {
  'auth.sign-in-needs-client': {
    severity: 'note',
    confidence: 'certain',
    step: 7,
    who: 'you',
    title: 'To sign in here, this check needs a client of your own',
    detail: `${choose('why', {
      only_documents:
        'The sign-in service knows clients by a metadata document that they host (CIMD). Claude hosts one; this program has none of its own, and none was given',
      other: 'The sign-in service offers no way to register, and no client ID was given',
    })}. What lies behind the sign-in was not looked at.`,
    fix: choose('why', {
      only_documents:
        'Host a client ID metadata document that names {callback} as redirect URI, and run the check again with --client-metadata-url.',
      other:
        'Make a client at the sign-in service by hand, with {callback} as redirect URI, and run the check again with --client-id (and --client-secret-stdin where it has a secret).',
    }),
    sources: [sources.authentication, sources.clientRegistration],
  },
  'auth.sign-in-failed': {
    severity: 'problem',
    confidence: 'likely',
    step: 8,
    who: 'author',
    title: choose('why', {
      page: 'The sign-in waits for a person',
      closed: 'The sign-in was not finished',
      no_window: 'The sign-in could not be opened',
      other: choose('error', {
        access_denied: 'The sign-in was declined',
        other: choose('stage', {
          registration: 'The sign-in service did not register this check',
          token: 'The sign-in ended without a token',
          other: 'The sign-in service did not complete the sign-in',
        }),
      }),
    }),
    detail: `${went} ${why}.${named} What lies behind the sign-in was not looked at.{ours, select, yes { Claude comes with a client and a callback of its own, so it may fare better.} other {}}`,
    fix: choose('why', {
      page: 'Run the check again without --headless-consent, and sign in in the browser.',
      closed: 'Run the check again, and sign in in the browser that opens; --timeout gives more time.',
      no_window:
        'Run the check again where a browser can be opened, or open the address that is printed on this machine.',
      wrong_state: 'Send the state parameter back as it came.',
      wrong_issuer:
        'Let the iss parameter be the very issuer of the metadata, or leave the promise (authorization_response_iss_parameter_supported) away.',
      no_code: 'Send people back with a code, or with the error that stopped them.',
      other: fixByError,
    }),
    sources: [sources.authentication, `${rfc6749}#section-4.1.2`, `${rfc6749}#section-5`],
  },
  'auth.token-rejected': {
    severity: 'blocker',
    confidence: 'certain',
    step: 10,
    who: 'author',
    title:
      '{asked, select, call {The server refuses calls with the token that was just issued} other {The server refuses the token that was just issued}}',
    detail: `${request} carried the token that the sign-in had just brought, and was answered with HTTP status {status}.${said}${tokenReason} ${choose(
      'asked',
      {
        call: 'Claude connects and lists the tools, and then its calls fail.',
        other: 'Claude signs people in, is refused and undoes the connection.',
      },
    )}`,
    fix: fixInWords('auth.token-rejected', tokenFix),
    sources: [
      sources.authentication,
      `${sources.authorization}#token-handling`,
      'https://www.rfc-editor.org/rfc/rfc8707#section-2',
      'https://github.com/sigbit/mcp-auth-proxy/issues/123',
    ],
  },
  'auth.token-without-expiry': {
    severity: 'note',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title: 'The token response does not say how long the token is valid',
    detail:
      'It has no expires_in. A client then learns that the token has expired only when a request is refused, in the middle of a chat.',
    fix: 'Let the token endpoint send expires_in, in seconds.',
    sources: [`${rfc6749}#section-5.1`],
  },
  'auth.refresh-fails': {
    severity: 'problem',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title: choose('which', {
      second: 'A sign-in can be renewed once, and then no more',
      used: 'The renewed token is refused',
      other: 'A sign-in cannot be renewed',
    }),
    detail: `${renewal}{http, select, yes { (HTTP status {status})} other {: the token endpoint did not answer}}.${named} When the access token expires, people have to sign in again.`,
    fix: choose('which', {
      second: 'Keep the new refresh token when the old one is used up; or, where none is sent, keep the old one valid.',
      used: 'See that renewed tokens have the same audience, issuer and scope as the first.',
      other:
        'See in the sign-in service’s log why it refuses the grant type refresh_token for a token that it issued a moment ago.',
    }),
    sources: [sources.authentication, `${rfc6749}#section-6`, claudeIssue(247)],
  },
};

/** A message that depends on a value, on one line. */
function choose(value: string, branches: Readonly<Record<string, string>>): string {
  const cases = Object.entries(branches).map(([name, words]) => `${name} {${words}}`);
  return `{${value}, select, ${cases.join(' ')}}`;
}
