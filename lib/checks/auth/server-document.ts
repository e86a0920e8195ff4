import { found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, DocumentAttempt } from '../../kernel/evidence.ts';
import type { Subject } from '../../kernel/finding.ts';
import { isJsonObject, stringMember, type JsonObject } from '../../kernel/json.ts';
import { attemptFault, attemptValues, isLabelledJson } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { isWebAddress, wrongMembers, type MemberKinds } from './metadata-members.ts';
import { providerValue } from './provider-fix.ts';

type Code = 'auth.as-metadata-invalid' | 'auth.issuer-mismatch';

const needed = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;

/** The authorization server as the subject of a finding. */
export function subjectOf(server: AuthorizationServer): Subject {
  return { kind: 'authorization-server', url: inOneLine(server.issuer) };
}

/** Judges a metadata document that was found. */
export function documentOutcomes(attempt: DocumentAttempt, server: AuthorizationServer): readonly Outcome<Code>[] {
  return [...shapeOutcomes(attempt, server), ...issuerOutcomes(attempt, server)];
}

/** States that what stands at the metadata's address is no document at all. */
export function invalidDocument(attempt: DocumentAttempt, server: AuthorizationServer): Outcome<Code> {
  const why = attemptFault(attempt) === 'not-object' ? 'not_object' : 'not_json';
  const values = { ...attemptValues(attempt), why, members: '–' };
  return found('auth.as-metadata-invalid', { values, evidence: [attempt.exchange], subject: subjectOf(server) });
}

type Invalid = Outcome<'auth.as-metadata-invalid'>;

/** Each kind of defect is a finding of its own, with the members that have it. */
function shapeOutcomes(attempt: DocumentAttempt, server: AuthorizationServer): Invalid[] {
  const document = isJsonObject(attempt.document) ? attempt.document : {};
  const missing = needed.filter((member) => (stringMember(document, member) ?? '') === '');
  const broken = needed.filter((member) => !missing.includes(member) && !isWebAddress(document[member]));
  const wrong = wrongMembers(document, optionalMembers);
  return [
    ...invalid('missing', missing),
    ...invalid('urls', broken),
    ...invalid('urls', wrong.urls, lenient),
    // Clients of every language read these as lists.
    ...invalid('lists', wrong.lists, { confidence: 'likely' }),
    ...invalid('flags', wrong.flags, lenient),
    ...invalid('nulls', wrong.nulls, lenient),
    ...invalid('fragments', withFragment(document), lenient),
    ...invalid('openid', missingForOpenId(attempt), lenient),
    ...(isLabelledJson(attempt) ? [] : invalid('type', ['–'], lenient)),
  ];

  function invalid(why: string, members: readonly string[], rest: Partial<Found<'auth.as-metadata-invalid'>> = {}) {
    if (members.length === 0) return [];
    const values = { ...attemptValues(attempt), why, members: inOneLine(members.join(', '), 300) };
    return [
      found('auth.as-metadata-invalid', {
        values,
        evidence: [attempt.exchange],
        subject: subjectOf(server),
        ...rest,
      }),
    ];
  }
}

/** Strict clients refuse the whole document for it; others come past. */
const lenient = { severity: 'problem', confidence: 'likely' } as const;

/** Members that the official clients hold to a type. A wrong flag for the iss parameter only counts as absent there. */
const optionalMembers: MemberKinds = {
  registration_endpoint: 'url',
  revocation_endpoint: 'url',
  introspection_endpoint: 'url',
  service_documentation: 'url',
  op_policy_uri: 'url',
  op_tos_uri: 'url',
  scopes_supported: 'list',
  response_types_supported: 'list',
  response_modes_supported: 'list',
  grant_types_supported: 'list',
  token_endpoint_auth_methods_supported: 'list',
  token_endpoint_auth_signing_alg_values_supported: 'list',
  revocation_endpoint_auth_methods_supported: 'list',
  revocation_endpoint_auth_signing_alg_values_supported: 'list',
  introspection_endpoint_auth_methods_supported: 'list',
  introspection_endpoint_auth_signing_alg_values_supported: 'list',
  code_challenge_methods_supported: 'list',
  ui_locales_supported: 'list',
  client_id_metadata_document_supported: 'flag',
};

/** An issuer has neither query nor fragment, and an endpoint no fragment. */
function withFragment(document: JsonObject): readonly string[] {
  return [...needed, 'registration_endpoint'].filter((member) => {
    const value = document[member];
    if (!isWebAddress(value)) return false;
    const { hash, search } = new URL(value);
    return hash !== '' || (member === 'issuer' && search !== '');
  });
}

/** What OpenID Connect requires of a document that stands where its own stand; clients hold it to that. */
function missingForOpenId({ form, document }: DocumentAttempt): readonly string[] {
  if (form !== 'oidc-appended' && form !== 'oidc-inserted') return [];
  return openIdMembers.filter((member) => !isJsonObject(document) || !(member in document));
}

const openIdMembers = ['jwks_uri', 'subject_types_supported', 'id_token_signing_alg_values_supported'] as const;

function issuerOutcomes(attempt: DocumentAttempt, server: AuthorizationServer): Outcome<Code>[] {
  const named = stringMember(attempt.document, 'issuer');
  if (named === undefined || named === '') return [skip('not-reached', 'auth.issuer-mismatch')];
  if (named === server.issuer || isTemplateOf(named, server.issuer)) return [];
  const slash = withoutSlash(named) === withoutSlash(server.issuer);
  // Nobody wrote the origin down, so its slash is no text that could differ.
  if (slash && server.from === 'origin') return [];
  const values = {
    url: inOneLine(attempt.url),
    named: inOneLine(named),
    issuer: inOneLine(server.issuer),
    from: server.from,
    slash: slash ? 'yes' : 'no',
    ...providerValue(server),
  };
  // Clients of the older way, and most clients where only a slash differs, do not compare.
  const confidence = slash || server.from === 'origin' ? 'likely' : 'certain';
  const about = { evidence: [attempt.exchange], subject: subjectOf(server) };
  return [found('auth.issuer-mismatch', { values, confidence, ...about })];
}

/**
 * Microsoft Entra's shared endpoints name `https://login.microsoftonline.com/{tenantid}/v2.0`: the tenant is known only after the
 * sign-in, and clients know that form. No fault.
 */
function isTemplateOf(named: string, issuer: string): boolean {
  const parts = named.split('{tenantid}');
  if (parts.length !== 2) return false;
  const [before = '', after = ''] = parts;
  const tenant = issuer.slice(before.length, issuer.length - after.length);
  return issuer === `${before}${tenant}${after}` && /^[\w.-]+$/.test(tenant);
}

function withoutSlash(text: string): string {
  return text.replace(/\/+$/, '');
}
