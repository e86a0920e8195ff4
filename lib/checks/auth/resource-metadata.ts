import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { DocumentAttempt } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { isJsonObject, stringMember, type JsonObject } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { attemptFault, attemptValues, isLabelledJson } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { brokenAttempt, type DiscoverySeen } from './discovery.ts';
import { isWebAddress, listMember, shownList, wrongMembers, type MemberKinds } from './metadata-members.ts';
import { namedByChallenge } from './named-address.ts';
import { listedOutcomes, resourceOutcomes } from './resource-identifier.ts';
import { namesResource, resourceAndServerCodes } from './resource-metadata-codes.ts';
import { serverListOutcomes } from './server-list.ts';
import { documentUses, eased, signInDocuments } from './sign-in-documents.ts';

/** The protected resource metadata document after a 401: every defect of it at once. */
export const resourceMetadataCheck = defineCheck({
  topic: 'resource-metadata',
  needs: ['initialize', 'typed'],
  uses: [...documentUses, 'later-servers'],
  codes: resourceAndServerCodes,
  evaluate(given) {
    const { search, seen, asked } = signInDocuments(given);
    if (search.kind === 'none' || search.kind === 'unseen') {
      return [skip(search.because, 'auth.prm-invalid', ...contentCodes)];
    }
    const server = observed(seen['authorization-server']);
    const about = { typed: seen.typed, server, challenge: search.challenge };
    if (search.kind !== 'metadata') {
      const broken = brokenAttempt(seen);
      const listed = listedOutcomes(about);
      const unseen = contentCodes.filter((code) =>
        listed.every((outcome) => outcome.kind === 'skip' || outcome.code !== code),
      );
      const content = [...listed, skip('not-reached', ...unseen)];
      if (!broken) return [skip('not-reached', 'auth.prm-invalid'), ...content];
      // An older way in was found, so that clients come past the broken document.
      const severity = search.kind === 'broken' ? 'blocker' : 'problem';
      return [invalid(broken, { severity }), ...content];
    }
    const { attempt, challenge } = search;
    const outcomes = [
      ...namedAttempt(seen, challenge, attempt),
      ...shapeOutcomes(attempt),
      ...resourceOutcomes(attempt, about),
      ...serverListOutcomes(attempt, seen),
    ];
    return eased(outcomes, resourceAndServerCodes, asked);
  },
});

const contentCodes = [
  'auth.prm-resource-mismatch',
  'auth.prm-no-authorization-server',
  'auth.prm-several-authorization-servers',
  'auth.prm-first-server-broken',
] as const;

/** Only a challenge that cannot be read needs quoting. */
const unnamed = { named: '–', quotes: 'no', header: '–', expected: '–' };

type Invalid = Outcome<'auth.prm-invalid'>;

interface Defect {
  readonly severity?: 'blocker' | 'problem';
  readonly confidence?: 'likely';
}

function invalid(
  attempt: DocumentAttempt,
  more: Defect & { readonly why?: string; readonly members?: string } = {},
): Invalid {
  const { why, members = '–', ...rest } = more;
  const values = {
    ...attemptValues(attempt),
    ...unnamed,
    ...(why !== undefined && { why }),
    found: 'no',
    members: inOneLine(members, 300),
  };
  return found('auth.prm-invalid', { values, evidence: [attempt.exchange], ...rest });
}

/** The challenge names an address that gives no document, and a well-known one does: clients that trust the challenge stop there. */
function namedAttempt(seen: DiscoverySeen, challenge: ResponseExchange, good: DocumentAttempt): Invalid[] {
  const named = observed(seen['resource-metadata'])?.attempts[0];
  if (named?.form !== 'challenge' || attemptFault(named) === null) return [];
  const values = {
    ...attemptValues(named),
    ...namedByChallenge(challenge),
    expected: inOneLine(good.url),
    found: 'yes',
    members: '–',
  };
  return [found('auth.prm-invalid', { values, evidence: [named.exchange ?? challenge], severity: 'problem' })];
}

/** Each kind of defect is a finding of its own, with the members that have it. */
function shapeOutcomes(attempt: DocumentAttempt): Invalid[] {
  const document = isJsonObject(attempt.document) ? attempt.document : {};
  const wrong = wrongMembers(document, optionalMembers);
  const named = stringMember(document, 'resource') ?? '';
  const methods = listMember(document, 'bearer_methods_supported');
  return [
    ...(namesResource(attempt) ? [] : [invalid(attempt, { why: 'no_resource' })]),
    ...(URL.canParse(named) && new URL(named).hash !== '' ? [invalid(attempt, { why: 'fragment', ...lenient })] : []),
    // Clients of every language read these as lists.
    ...about('lists', [...wrong.lists, ...brokenServers(document)], { confidence: 'likely' }),
    ...about('flags', wrong.flags, lenient),
    ...about('urls', wrong.urls, lenient),
    ...about('nulls', wrong.nulls, lenient),
    ...(typeof methods !== 'string' && !methods.includes('header')
      ? [invalid(attempt, { why: 'bearer', members: shownList(methods), ...lenient })]
      : []),
    ...(isLabelledJson(attempt) ? [] : [invalid(attempt, { why: 'type', ...lenient })]),
  ];

  function about(why: string, members: readonly string[], rest: Defect): Invalid[] {
    return members.length === 0 ? [] : [invalid(attempt, { ...rest, why, members: members.join(', ') })];
  }
}

/** Strict clients refuse the whole document for it; others come past. */
const lenient = { severity: 'problem', confidence: 'likely' } as const;

/** Members that clients read, and what they must be where they stand. */
const optionalMembers: MemberKinds = {
  jwks_uri: 'url',
  resource_policy_uri: 'url',
  resource_tos_uri: 'url',
  scopes_supported: 'list',
  bearer_methods_supported: 'list',
  resource_signing_alg_values_supported: 'list',
  authorization_details_types_supported: 'list',
  dpop_signing_alg_values_supported: 'list',
  tls_client_certificate_bound_access_tokens: 'flag',
  dpop_bound_access_tokens_required: 'flag',
};

/** A list that begins well and goes on with something else; where it begins badly, another finding says so. */
function brokenServers(document: JsonObject): readonly string[] {
  const servers = document['authorization_servers'];
  if (!Array.isArray(servers) || !isWebAddress(servers[0])) return [];
  return servers.every(isWebAddress) ? [] : ['authorization_servers'];
}
