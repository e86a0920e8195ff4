import type { CodeDefinition } from '../../kernel/check.ts';
import { choose } from './choose.ts';
import { renewalWords } from './renewal.ts';
import { redirectAddress, signInFailureWords } from './sign-in-failure-words.ts';
import { claudeIssue, sources } from './sources.ts';
import { tokenRejectedWords } from './token-rejected-words.ts';

/** The codes of the signed-in check. */
export type SignedInCode =
  | 'auth.sign-in-needs-client'
  | 'auth.sign-in-failed'
  | 'auth.token-rejected'
  | 'auth.token-without-expiry'
  | 'auth.refresh-fails'
  | 'auth.refresh-not-issued';

const rfc6749 = 'https://www.rfc-editor.org/rfc/rfc6749';

/** Words, severity and sources of the codes. */
export const signedInCodes: Readonly<Record<SignedInCode, CodeDefinition>> = {
  'auth.sign-in-needs-client': {
    // It is no fault of the connector: the check that was asked for could not be made.
    severity: 'problem',
    confidence: 'certain',
    step: 7,
    who: 'you',
    title: 'To sign in here, this check needs a client of your own',
    detail: `${choose('why', {
      only_documents:
        'The sign-in service knows clients by a metadata document that they host (CIMD). Claude hosts one; this program has none of its own{vantage, select, extension {} other {, and none was given}}',
      other: 'The sign-in service offers no way to register, and no client ID was given',
    })}. What lies behind the sign-in was not looked at.`,
    fix: choose('vantage', {
      extension: `Make a client at the sign-in service by hand, with ${redirectAddress} as redirect URI, and look again with its client ID (and its secret, where it has one).${choose('why', { only_documents: ' The command line can also come with a metadata document that you host.', other: '' })}`,
      other: choose('why', {
        only_documents:
          'Host a client ID metadata document that names {callback} as redirect URI, and run the check again with --client-metadata-url.',
        other:
          'Make a client at the sign-in service by hand, with {callback} as redirect URI, and run the check again with --client-id (and --client-secret-stdin where it has a secret).',
      }),
    }),
    sources: [sources.authentication, sources.clientRegistration],
  },
  'auth.sign-in-failed': {
    severity: 'problem',
    confidence: 'likely',
    step: 8,
    who: 'author',
    ...signInFailureWords,
    sources: [sources.authentication, `${rfc6749}#section-4.1.2`, `${rfc6749}#section-5`],
  },
  'auth.token-rejected': {
    severity: 'blocker',
    confidence: 'certain',
    step: 10,
    who: 'author',
    ...tokenRejectedWords,
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
    ...renewalWords,
    sources: [sources.authentication, `${rfc6749}#section-6`, claudeIssue(247)],
  },
  'auth.refresh-not-issued': {
    severity: 'warning',
    confidence: 'likely',
    step: 9,
    who: 'author',
    title: 'The sign-in service issued no refresh token',
    detail:
      'Its metadata lists the grant refresh_token, offline_access was asked for{granted, select, yes { and given} other {}}, and the token response has no refresh_token. When the access token expires{seconds, select, none {} other { ({seconds} seconds after it came)}}, people have to sign in again.',
    fix: 'Issue a refresh token with the code, to clients that ask for offline_access or registered the grant refresh_token.',
    sources: [sources.authentication, `${rfc6749}#section-1.5`, claudeIssue(247)],
  },
};
