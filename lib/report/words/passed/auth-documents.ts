import type { AuthDocumentCode, PhrasesOf } from './phrases.ts';

/** How the server asks for a sign-in, and what the documents of the sign-in say. */
export const authDocumentPhrases: PhrasesOf<AuthDocumentCode> = {
  'auth.challenge-missing': {
    passed: 'The request to sign in (401) comes with a challenge header',
    question: 'whether the request to sign in (401) comes with a challenge header',
  },
  'auth.challenge-without-metadata-url': {
    passed: 'The challenge says where to look for the sign-in metadata',
    question: 'whether the challenge says where to look for the sign-in metadata',
  },
  'auth.challenge-on-success': {
    passed: 'No answer that counts as success asks for a sign-in',
    question: 'whether an answer that counts as success asks for a sign-in',
  },
  'auth.prm-not-found': {
    passed: 'Something says where to sign in',
    question: 'whether something says where to sign in',
  },
  'auth.default-endpoints-only': {
    passed: 'The sign-in does not rest on default endpoints alone',
    question: 'whether the sign-in rests on default endpoints alone',
  },
  'auth.prm-absent-origin-fallback': {
    passed: 'The sign-in does not rest on the outdated way of finding it',
    question: 'whether the sign-in can be found only in the outdated way',
  },
  'auth.prm-misplaced': {
    passed: 'No sign-in fails for resource metadata at the wrong place',
    question: 'whether resource metadata stands at the wrong place',
  },
  'auth.prm-invalid': {
    passed: 'Resource metadata was found and can be read',
    question: 'whether the resource metadata can be read',
  },
  'auth.prm-resource-mismatch': {
    passed: 'The resource metadata names the connector’s own address',
    question: 'whether the resource metadata names the connector’s own address',
  },
  'auth.prm-no-authorization-server': {
    passed: 'The resource metadata names a sign-in service',
    question: 'whether the resource metadata names a sign-in service',
  },
  'auth.prm-several-authorization-servers': {
    passed: 'The resource metadata names no second sign-in service',
    question: 'whether the resource metadata names several sign-in services',
  },
  'auth.prm-first-server-broken': {
    passed: 'No later sign-in service works where the first fails',
    question: 'whether a later sign-in service works where the first fails',
  },
  'auth.as-unreachable': {
    passed: 'The sign-in service can be reached',
    question: 'whether the sign-in service can be reached',
  },
  'auth.as-metadata-not-found': {
    passed: 'The sign-in service’s metadata is where clients look',
    question: 'whether the sign-in service’s metadata is where clients look',
  },
  'auth.as-metadata-invalid': {
    passed: 'The sign-in service’s metadata has the right form',
    question: 'whether the sign-in service’s metadata has the right form',
  },
  'auth.as-metadata-misplaced': {
    passed: 'No metadata of the sign-in service was found at a wrong place',
    question: 'whether metadata of the sign-in service stands at a wrong place',
  },
  'auth.issuer-mismatch': {
    passed: 'The sign-in service’s name for itself (issuer) fits',
    question: 'whether the sign-in service’s name for itself (issuer) fits',
  },
  'auth.endpoint-not-https': {
    passed: 'The addresses of the sign-in are https where they must be',
    question: 'whether the addresses of the sign-in are https',
  },
  'auth.endpoint-private-host': {
    passed: 'The addresses of the sign-in look public where they must be',
    question: 'whether the addresses of the sign-in are public',
  },
  'auth.endpoint-unreachable': {
    passed: 'The addresses of the sign-in answer',
    question: 'whether the addresses of the sign-in answer',
  },
  'auth.pkce-not-advertised': {
    passed: 'The sign-in service says what it offers of PKCE',
    question: 'whether the sign-in service says what it offers of PKCE',
  },
  'auth.pkce-s256-missing': {
    passed: 'The sign-in service offers PKCE with S256',
    question: 'whether the sign-in service offers PKCE with S256',
  },
  'auth.grant-code-missing': {
    passed: 'The kind of sign-in that Claude uses (a code) is offered',
    question: 'whether the kind of sign-in that Claude uses (a code) is offered',
  },
  'auth.response-type-code-missing': {
    passed: 'The sign-in service offers to return an authorization code',
    question: 'whether the sign-in service offers to return an authorization code',
  },
  'auth.scope-not-offered': {
    passed: 'No scope is asked for that the sign-in service does not list',
    question: 'whether the sign-in service lists the scopes that are asked for',
  },
  'auth.offline-access-missing': {
    passed: 'The sign-in service lists the scope offline_access',
    question: 'whether the sign-in service lists the scope offline_access',
  },
  'auth.iss-parameter-missing': {
    passed: 'The sign-in service says that it names itself on the way back',
    question: 'whether the sign-in service names itself on the way back',
  },
  'auth.as-on-other-host': {
    passed: 'The sign-in service is on the connector’s own host',
    question: 'whether the sign-in service is on another host',
  },
};
