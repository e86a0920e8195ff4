import { defineCheck, found, skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { listMember, shownList } from './metadata-members.ts';
import { documentUses, judgeServer } from './sign-in-documents.ts';
import { claudeIssue, sources } from './sources.ts';

type Code =
  'auth.grant-code-missing' | 'auth.response-type-code-missing' | 'auth.refresh-missing' | 'auth.iss-parameter-missing';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.grant-code-missing': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title: 'The sign-in service does not offer the kind of sign-in that Claude uses',
    detail:
      'Its grant_types_supported lists {grants}, and not authorization_code, in which a person signs in and approves. Claude knows no other; machine-to-machine access (client_credentials) is not supported.',
    fix: 'Offer the authorization code grant with PKCE, and list authorization_code and refresh_token in grant_types_supported.',
    sources: [sources.authentication, sources.serverMetadata],
  },
  'auth.response-type-code-missing': {
    severity: 'blocker',
    confidence: 'certain',
    step: 6,
    who: 'author',
    title:
      '{state, select, absent {The sign-in service does not say what its authorization endpoint returns} other {The sign-in service does not return the authorization code that Claude asks for}}',
    detail:
      '{state, select, absent {The metadata has no response_types_supported, which RFC 8414 section 2 requires. Clients that check the document, such as the official TypeScript client, refuse it.} other {Its response_types_supported lists {types}, and not code, the only response type that Claude asks for (RFC 8414 section 2).}}',
    fix: 'Support the response type code and list it: "response_types_supported": ["code"].',
    sources: [sources.serverMetadata, 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1.1'],
  },
  'auth.refresh-missing': {
    severity: 'warning',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title: 'Users will have to sign in again whenever their token expires',
    detail:
      'Its grant_types_supported lists {grants}, and not refresh_token: Claude cannot renew an expired access token by itself.',
    fix: 'Issue refresh tokens and list refresh_token in grant_types_supported; rotate them for public clients.',
    sources: [sources.authentication, sources.serverMetadata, claudeIssue(247)],
  },
  'auth.iss-parameter-missing': {
    severity: 'note',
    confidence: 'certain',
    step: 8,
    who: 'author',
    title: 'No issuer is named on the way back from the sign-in service',
    detail:
      'The metadata does not set authorization_response_iss_parameter_supported. With the iss parameter a client can tell which service an answer came from; the MCP specification recommends it and is expected to require it.',
    fix: 'Nothing needs to be done today. When the service can do it, send iss with every authorization response and set authorization_response_iss_parameter_supported to true.',
    sources: [sources.responseValidation, 'https://www.rfc-editor.org/rfc/rfc9207#section-3'],
  },
};

/** How people sign in, and how long that lasts, as the authorization server’s metadata offers it. */
export const grants = defineCheck({
  topic: 'grants',
  needs: ['initialize', 'typed'],
  uses: documentUses,
  codes,
  evaluate: (seen) =>
    judgeServer(seen, codes, ({ document }) => [
      ...grantOutcomes(document),
      ...responseTypeOutcomes(document),
      ...(document['authorization_response_iss_parameter_supported'] === true
        ? []
        : [found('auth.iss-parameter-missing')]),
    ]),
});

function grantOutcomes(document: JsonObject): Outcome<Code>[] {
  const listed = listMember(document, 'grant_types_supported');
  if (listed === 'unusable') return [skip('not-reached', 'auth.grant-code-missing', 'auth.refresh-missing')];
  // By RFC 8414 the absent member means authorization_code and implicit; servers that leave it out often issue refresh tokens
  // nevertheless, which is seen only after signing in.
  if (listed === 'absent') return [skip('needs-sign-in', 'auth.refresh-missing')];
  const values = { grants: shownList(listed) };
  return [
    ...(listed.includes('authorization_code') ? [] : [found('auth.grant-code-missing', { values })]),
    ...(listed.includes('refresh_token') ? [] : [found('auth.refresh-missing', { values })]),
  ];
}

function responseTypeOutcomes(document: JsonObject): Outcome<Code>[] {
  const listed = listMember(document, 'response_types_supported');
  if (listed === 'unusable') return [skip('not-reached', 'auth.response-type-code-missing')];
  if (listed === 'absent') {
    // Clients that do not check the document take code for granted.
    const values = { state: 'absent', types: '–' };
    return [found('auth.response-type-code-missing', { values, severity: 'problem', confidence: 'likely' })];
  }
  if (listed.includes('code')) return [];
  return [found('auth.response-type-code-missing', { values: { state: 'listed', types: shownList(listed) } })];
}
