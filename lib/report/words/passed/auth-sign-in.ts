import type { AuthDocumentCode, CodeOf, PhrasesOf } from './phrases.ts';

/** Who is let in, how Claude makes itself known, and how a sign-in goes. */
export const authSignInPhrases: PhrasesOf<Exclude<CodeOf<'auth'>, AuthDocumentCode>> = {
  'auth.open': {
    passed: 'The server is not open to everybody',
    question: 'whether the server is open to everybody',
  },
  'auth.metadata-on-open-server': {
    passed: 'The server is not an open one with broken sign-in metadata',
    question: 'whether a server without a sign-in publishes broken metadata of one',
  },
  'auth.partial': {
    passed: 'No call of a tool was seen to ask for a sign-in',
    question: 'whether listing is open and calls ask for a sign-in',
  },
  'auth.wrong-status': {
    passed: 'A sign-in is asked for with the right status (401)',
    question: 'whether a sign-in is asked for with the right status (401)',
  },
  'auth.static-credential-only': {
    passed: 'Nothing shows that only a fixed key or password is taken',
    question: 'whether the server takes only a fixed key or password',
  },
  'auth.own-header-used': {
    passed: 'The server did not answer to a header of your own',
    question: 'whether the server answers to the header that you gave',
  },
  'auth.own-header-refused': {
    passed: 'The header that you gave was not refused',
    question: 'whether the header that you gave is refused',
  },
  'auth.no-registration-way': {
    passed: 'The sign-in service announces a way to register',
    question: 'whether the sign-in service announces a way to register',
  },
  'auth.cimd-incomplete': {
    passed: 'Claude can come with its client ID metadata document',
    question: 'whether Claude can come with its client ID metadata document',
  },
  'auth.dcr-only': {
    passed: 'The sign-in service supports client ID metadata documents',
    question: 'whether the sign-in service supports client ID metadata documents',
  },
  'auth.refresh-missing': {
    passed: 'The sign-in service offers renewal (refresh_token)',
    question: 'whether the sign-in service offers renewal (refresh_token)',
  },
  'auth.token-auth-method-unsupported': {
    passed: 'The token endpoint offers a way to authenticate that Claude uses',
    question: 'whether Claude can authenticate at the token endpoint',
  },
  'auth.provider': {
    passed: 'No known sign-in product was recognized',
    question: 'whether a known product signs people in',
  },
  'auth.bearer-blocked-at-edge': {
    passed: 'Nothing before the server was seen to refuse a token',
    question: 'whether something before the server refuses requests with a token',
  },
  'auth.bogus-token-not-401': {
    passed: 'A made-up token is refused with 401, as it should be',
    question: 'whether a made-up token is refused with 401',
  },
  'auth.bogus-token-no-error-code': {
    passed: 'The refusal of a made-up token names the error (invalid_token)',
    question: 'whether the refusal of a made-up token names the error',
  },
  'auth.tools-open-behind-login': {
    passed: 'Tools are not open to everybody despite a published sign-in',
    question: 'whether tools are open to everybody despite a published sign-in',
  },
  'auth.dcr-rejected': {
    passed: 'A registration as Claude sends it is accepted',
    question: 'whether a registration as Claude sends it is accepted',
  },
  'auth.dcr-rejects-callback': {
    passed: 'Claude’s callback address is accepted at registration',
    question: 'whether Claude’s callback address is accepted at registration',
  },
  'auth.dcr-response-invalid': {
    passed: 'The answer to a registration can be used as it is',
    question: 'whether the answer to a registration can be used as it is',
  },
  'auth.dcr-needs-token': {
    passed: 'Registering takes no token that Claude does not have',
    question: 'whether registering takes a token that Claude does not have',
  },
  'auth.loopback-redirect-rejected': {
    passed: 'Claude Code’s callback address is accepted at registration',
    question: 'whether Claude Code’s callback address is accepted at registration',
  },
  'auth.registration-left-behind': {
    passed: 'The clients that this check registered were removed again',
    question: 'whether a client that this check registered is left behind',
  },
  'auth.tokens-left-behind': {
    passed: 'The tokens of this sign-in were given back',
    question: 'whether the tokens of this sign-in can be given back',
  },
  'auth.authorize-rejects-callback': {
    passed: 'The sign-in service does not refuse Claude’s authorization request',
    question: 'whether the sign-in service takes Claude’s authorization request',
  },
  'auth.consent-csp-blocks-callback': {
    passed: 'The page’s security policy lets people back to Claude',
    question: 'whether the consent page’s security policy lets people back',
  },
  'auth.callback-redirect-keeps-post': {
    passed: 'The redirect back to Claude does not keep a POST',
    question: 'whether people are sent back to Claude by POST',
  },
  'auth.token-endpoint-rejects-form': {
    passed: 'The token endpoint does not object to the usual form',
    question: 'whether the token endpoint takes the usual form',
  },
  'auth.token-error-nonstandard': {
    passed: 'The token endpoint refuses a made-up code in the usual way',
    question: 'whether the token endpoint refuses a made-up code in the usual way',
  },
  'auth.asked-to-wait': {
    passed: 'The sign-in service did not ask this check to wait',
    question: 'whether the sign-in service asks this check to wait',
  },
  'auth.sign-in-needs-client': {
    passed: 'The sign-in did not fail for want of a client of your own',
    question: 'whether signing in takes a client of your own',
  },
  'auth.sign-in-failed': {
    passed: 'The sign-in of this check went through',
    question: 'whether a sign-in goes through',
  },
  'auth.token-rejected': {
    passed: 'The server takes the token that the sign-in brought',
    question: 'whether the server takes the token that the sign-in brings',
  },
  'auth.token-unusable': {
    passed: 'The issued token has a form that clients can use',
    question: 'whether the issued token has a form that clients can use',
  },
  'auth.token-without-expiry': {
    passed: 'The token response says how long the token is valid',
    question: 'whether the token response says how long the token is valid',
  },
  'auth.refresh-fails': {
    passed: 'The sign-in can be renewed',
    question: 'whether the sign-in can be renewed',
  },
  'auth.refresh-not-issued': {
    passed: 'A refresh token came with the sign-in',
    question: 'whether a refresh token comes with the sign-in',
  },
};
