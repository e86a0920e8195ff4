import { defineCheck, found, skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, TypedEvidence } from '../../kernel/evidence.ts';
import { stringMember, type JsonObject } from '../../kernel/json.ts';
import { checkWithClient } from '../../standards/with-client.ts';
import { listMember, shownList, type ListMember } from './metadata-members.ts';
import { fixInWords, providerValue } from './provider-fix.ts';
import { documentUses, judgeServer } from './sign-in-documents.ts';
import { claudeIssue, sources } from './sources.ts';

type Code =
  'auth.no-registration-way' | 'auth.cimd-incomplete' | 'auth.dcr-only' | 'auth.token-auth-method-unsupported';

const codes: Readonly<Record<Code, CodeDefinition>> = {
  'auth.no-registration-way': {
    severity: 'problem',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'The connector needs a client ID: Claude cannot register with its sign-in service by itself',
    detail:
      'The sign-in service names no registration_endpoint and does not support client ID metadata documents. Connecting works only for people who type a client ID (and its secret, if it has one) into the connector’s advanced settings.',
    fix: fixInWords(
      'auth.no-registration-way',
      `Let the sign-in service accept client ID metadata documents, or offer dynamic client registration. Otherwise create a client there with the callback https://claude.ai/api/mcp/auth_callback, give its client ID to your users, and ${checkWithClient}.`,
    ),
    sources: [sources.authentication, sources.clientRegistration, claudeIssue(946)],
  },
  'auth.cimd-incomplete': {
    severity: 'problem',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'Claude cannot use the sign-in service’s support for client ID metadata documents',
    detail:
      'The metadata sets client_id_metadata_document_supported, but “none” is not in token_endpoint_auth_methods_supported ({state, select, absent {which is absent: that means client_secret_basic, by RFC 8414 section 2} other {it lists {methods}}}). A client that is known by a document has no secret, so Claude {fallback, select, registration {falls back to registering} given {can connect only with the client ID that was made beforehand} other {has no way to get a client ID: there is no registration endpoint either}}.',
    fix: 'Accept public clients with PKCE at the token endpoint, and add "none" to token_endpoint_auth_methods_supported.',
    sources: [sources.authentication, sources.clientDocuments, sources.serverMetadata],
  },
  'auth.dcr-only': {
    severity: 'note',
    confidence: 'certain',
    step: 7,
    who: 'author',
    title: 'Claude registers itself here; client ID metadata documents are not offered',
    detail:
      'The sign-in service offers dynamic client registration alone. That works. For connectors with many users, client ID metadata documents are preferred, and MCP 2026-07-28 deprecates dynamic registration.',
    fix: 'Nothing needs to be done today. When the sign-in service can do it, support client ID metadata documents and set client_id_metadata_document_supported.',
    sources: [sources.authentication, sources.dynamicRegistration],
  },
  'auth.token-auth-method-unsupported': {
    severity: 'blocker',
    confidence: 'certain',
    step: 9,
    who: 'author',
    title:
      'The token endpoint wants clients to authenticate in a way that Claude {why, select, basic {probably does not use} other {does not know}}',
    detail:
      '{why, select, basic {The sign-in service takes client_secret_basic alone{stated, select, no { (it lists nothing, and that is what RFC 8414 section 2 makes of it)} other {}}. With a client ID and secret that were typed in, Claude was reported to send the secret in the form (client_secret_post), whatever is listed.} other {token_endpoint_auth_methods_supported lists {methods}. Claude can do none, client_secret_post and client_secret_basic.}}',
    fix: 'Accept none (public clients with PKCE) or client_secret_post at the token endpoint, and list it in token_endpoint_auth_methods_supported.',
    sources: [sources.authentication, sources.serverMetadata, claudeIssue(667), claudeIssue(200)],
  },
};

/** How Claude becomes a client of the authorization server, and authenticates as one. */
export const clientIdentity = defineCheck({
  topic: 'client-identity',
  needs: ['initialize', 'typed'],
  uses: documentUses,
  codes,
  evaluate: (seen) =>
    judgeServer(seen, codes, ({ document, server }) => {
      const offer = offerOf(document, seen.typed);
      return [...wayOutcomes(offer, server), ...documentOutcomes(offer), ...methodOutcomes(offer)];
    }),
});

/** What the metadata offers to a client that wants to be known, and what the person brings along. */
export interface ClientOffer {
  readonly registration: boolean;
  readonly documents: boolean;
  readonly methods: ListMember;
  readonly given: TypedEvidence['clientGiven'];
}

/** Reads the offer; evidence of earlier versions does not say whether a client was given. */
export function offerOf(document: JsonObject, typed: Partial<Pick<TypedEvidence, 'clientGiven'>>): ClientOffer {
  return {
    registration: (stringMember(document, 'registration_endpoint') ?? '') !== '',
    documents: document['client_id_metadata_document_supported'] === true,
    methods: listMember(document, 'token_endpoint_auth_methods_supported'),
    given: typed.clientGiven ?? null,
  };
}

/** True when Claude must register: it has no client ID, and a metadata document is not enough. */
export function mustRegister({ documents, methods, given }: ClientOffer): boolean {
  return given === null && !(documents && typeof methods !== 'string' && methods.includes('none'));
}

function wayOutcomes({ registration, documents, given }: ClientOffer, server: AuthorizationServer): Outcome<Code>[] {
  if (documents) return [];
  if (registration) return [found('auth.dcr-only')];
  return [
    given === null
      ? found('auth.no-registration-way', { values: providerValue(server) })
      : skip('not-applicable', 'auth.no-registration-way'),
    skip('not-applicable', 'auth.dcr-only'),
  ];
}

function documentOutcomes({ registration, documents, methods, given }: ClientOffer): Outcome<Code>[] {
  if (!documents) return [skip('not-applicable', 'auth.cimd-incomplete')];
  if (methods === 'unusable') return [skip('not-reached', 'auth.cimd-incomplete')];
  const listed = methods === 'absent' ? [] : methods;
  if (listed.includes('none')) return [];
  const fallback = registration ? 'registration' : given === null ? 'nothing' : 'given';
  const values = { state: methods === 'absent' ? 'absent' : 'listed', methods: shownList(listed), fallback };
  return [found('auth.cimd-incomplete', { values, severity: fallback === 'nothing' ? 'blocker' : 'problem' })];
}

const claudesMethods: readonly string[] = ['none', 'client_secret_post', 'client_secret_basic'];

function methodOutcomes(offer: ClientOffer): Outcome<Code>[] {
  const { methods } = offer;
  if (methods === 'unusable') return [skip('not-reached', 'auth.token-auth-method-unsupported')];
  // What RFC 8414 makes of the absent member.
  const listed = methods === 'absent' ? ['client_secret_basic'] : methods;
  const usable = listed.filter((method) => claudesMethods.includes(method));
  if (usable.length === 0) {
    const values = { why: 'unknown', stated: 'yes', methods: shownList(listed) };
    return [found('auth.token-auth-method-unsupported', { values })];
  }
  if (!hasTypedSecret(offer) || usable.some((method) => method !== 'client_secret_basic')) return [];
  const stated = methods !== 'absent';
  const values = { why: 'basic', stated: stated ? 'yes' : 'no', methods: shownList(listed) };
  const confidence = stated ? 'likely' : 'possible';
  return [found('auth.token-auth-method-unsupported', { values, severity: 'problem', confidence })];
}

/** Clients that register themselves are told which method is theirs; those that were typed in are not. */
function hasTypedSecret({ registration, documents, methods, given }: ClientOffer): boolean {
  if (given === 'id-and-secret') return true;
  // Nothing is listed: whether people will have a secret at all is open.
  return given === null && !registration && !documents && methods !== 'absent';
}
