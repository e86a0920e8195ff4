import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, DocumentAttempt, EvidenceMap } from '../../kernel/evidence.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { isBrokenDocument, selector, triedPlaces } from './attempt-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { serverCodes, type ServerCode } from './authorization-server-codes.ts';
import { whyUnseen, type DiscoverySeen } from './discovery.ts';
import { providerValue } from './provider-fix.ts';
import { documentOutcomes, invalidDocument, subjectOf } from './server-document.ts';
import { serverTrouble, type ServerTrouble } from './server-trouble.ts';
import { documentUses, eased, signInDocuments } from './sign-in-documents.ts';

type Seen = DiscoverySeen & {
  readonly typed: EvidenceMap['typed'];
  readonly 'misplaced-server-metadata': Observation<EvidenceMap['misplaced-server-metadata']>;
};

/** The authorization server's metadata: where it is, and every defect of it at once. */
export const authorizationServerCheck = defineCheck({
  topic: 'authorization-server',
  needs: ['initialize', 'typed'],
  uses: [...documentUses, 'misplaced-server-metadata'],
  codes: serverCodes,
  evaluate(given) {
    const { search, seen, asked } = signInDocuments(given);
    if (search.kind === 'none') return [skip(search.because, ...allCodes)];
    const server = observed(seen['authorization-server']);
    if (!server) return [skip(whyUnseen(seen['authorization-server']), ...allCodes)];
    const attempt = server.chosen === null ? undefined : server.attempts[server.chosen];
    // Nothing named an authorization server: that none is at the origin is no fault of its own.
    if (!attempt && server.from === 'origin') return [skip('not-reached', ...allCodes)];
    const host = otherHost(server, seen.typed);
    const outcomes = attempt
      ? [...documentOutcomes(attempt, server), skip('not-applicable', 'auth.as-metadata-misplaced')]
      : failureOutcomes(server, seen);
    return [...host, ...eased(outcomes, serverCodes, asked)];
  },
});

const documentCodes = ['auth.as-metadata-invalid', 'auth.issuer-mismatch'] as const;
const placeCodes = ['auth.as-metadata-not-found', 'auth.as-metadata-misplaced'] as const;
const allCodes: readonly ServerCode[] = [
  'auth.as-unreachable',
  ...placeCodes,
  ...documentCodes,
  'auth.as-on-other-host',
];

function otherHost(server: AuthorizationServer, typed: EvidenceMap['typed']): Outcome<ServerCode>[] {
  if (server.from === 'origin') return [skip('not-applicable', 'auth.as-on-other-host')];
  const host = hostOf(server.issuer);
  const connector = typed.url?.hostname ?? '';
  // Whom to let through is no question of an address that nobody can use.
  if (isMisnamed(serverTrouble(server))) return [skip('not-applicable', 'auth.as-on-other-host')];
  if (host === '' || host === connector) return [];
  const evidence = [server.attempts[server.chosen ?? 0]?.exchange];
  return [found('auth.as-on-other-host', { values: { host, connector }, evidence, subject: subjectOf(server) })];
}

function failureOutcomes(server: AuthorizationServer, seen: Seen): Outcome<ServerCode>[] {
  const evidence = server.attempts.map(({ exchange }) => exchange);
  const issuer = inOneLine(server.issuer);
  const subject = subjectOf(server);
  const trouble = serverTrouble(server);
  if (trouble === 'unseen') return [skip('not-reached', 'auth.as-unreachable', ...placeCodes, ...documentCodes)];
  if (trouble) {
    const values = {
      issuer,
      host: hostOf(server.issuer) || issuer,
      how: selector(trouble.how),
      status: trouble.status,
    };
    return [
      // The fault stands in the connector’s own metadata: nobody at that address could mend it.
      found('auth.as-unreachable', {
        values,
        evidence,
        ...(!isMisnamed(trouble) && { subject }),
        // Such things may pass.
        ...((trouble.status >= 500 || trouble.how === 'reset') && { confidence: 'likely' as const }),
      }),
      skip('not-reached', ...placeCodes, ...documentCodes),
    ];
  }
  const broken = server.attempts.find(isBrokenDocument);
  if (broken) {
    return [
      invalidDocument(broken, server),
      skip('not-applicable', ...placeCodes),
      skip('not-reached', 'auth.issuer-mismatch'),
    ];
  }
  const expected = inOneLine(server.attempts[0]?.url ?? issuer);
  const values = { issuer, expected, tried: triedPlaces(server.attempts), ...providerValue(server) };
  return [
    found('auth.as-metadata-not-found', { values, evidence, subject }),
    ...misplacedOutcomes(server, expected, seen['misplaced-server-metadata']),
    skip('not-reached', ...documentCodes),
  ];
}

function misplacedOutcomes(
  server: AuthorizationServer,
  expected: string,
  observation: Seen['misplaced-server-metadata'],
): Outcome<ServerCode>[] {
  const elsewhere = observed(observation);
  // For an issuer without a path there is no other place to look at.
  if (!elsewhere)
    return [skip(isRoot(server.issuer) ? 'not-applicable' : whyUnseen(observation), 'auth.as-metadata-misplaced')];
  const attempt: DocumentAttempt | undefined = elsewhere.attempts[elsewhere.chosen ?? -1];
  if (!attempt) return [];
  const named = stringMember(attempt.document, 'issuer');
  const values = {
    url: inOneLine(attempt.url),
    issuer: inOneLine(server.issuer),
    expected,
    named: named === undefined ? '–' : inOneLine(named),
  };
  // A document at the root may be another issuer's of the same host.
  const confidence = named === server.issuer ? 'certain' : 'likely';
  const evidence = [attempt.exchange, server.attempts[0]?.exchange];
  return [found('auth.as-metadata-misplaced', { values, evidence, confidence, subject: subjectOf(server) })];
}

/** True when the metadata names the server by an address that Claude would not even ask. */
function isMisnamed(trouble: ReturnType<typeof serverTrouble>): boolean {
  return trouble !== null && trouble !== 'unseen' && misnamings.includes(trouble.how);
}

const misnamings: readonly ServerTrouble['how'][] = ['private-address', 'not-https', 'invalid-url'];

function isRoot(issuer: string): boolean {
  return URL.canParse(issuer) && new URL(issuer).pathname === '/';
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).hostname.replace(/^\[|\]$/g, '') : '';
}
