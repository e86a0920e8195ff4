import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { isPrivateHostname } from '../../kernel/address.ts';
import type { EvidenceMap, TypedEvidence } from '../../kernel/evidence.ts';
import type { EndpointLook } from '../../kernel/evidence-sign-in.ts';
import { stringMember, type JsonObject } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { mustRegister, offerOf } from './client-identity.ts';
import { wayOfSignIn, wayOutcomes } from './authorization-way.ts';
import { whyUnseen } from './discovery.ts';
import { endpointTroubles, type EndpointTrouble } from './endpoint-trouble.ts';
import { endpointCodes, type EndpointCode } from './endpoints-codes.ts';
import { isWebAddress } from './metadata-members.ts';
import { providerValue } from './provider-fix.ts';
import { withPosts } from './posted-endpoints.ts';
import { documentUses, judgeServer, type ServerInHand } from './sign-in-documents.ts';

/** The addresses that the authorization server’s metadata names: may Claude use them, and does anybody answer there? */
export const endpoints = defineCheck({
  topic: 'endpoints',
  needs: ['initialize', 'typed'],
  uses: [...documentUses, 'sign-in-endpoints', 'registration', 'token-request', 'authorization-page', 'sign-in'],
  codes: endpointCodes,
  evaluate: (seen) =>
    judgeServer(seen, endpointCodes, (server) => {
      const needs = neededRoles(server.document, seen.typed);
      const named = namedEndpoints(server.document);
      const looks = withPosts(
        observed(seen['sign-in-endpoints'])?.endpoints ?? [],
        observed(seen.registration),
        observed(seen['token-request']),
      );
      const way = wayOutcomes(
        observed(seen['authorization-page']) ?? wayOfSignIn(observed(seen['sign-in'])),
        server.server,
      );
      const others = troubleOutcomes(looks, seen['sign-in-endpoints'], needs);
      return [
        ...addressOutcomes(server, named, { looks, needs, typed: seen.typed }),
        ...way,
        ...(way.some(({ code }) => code === 'auth.endpoint-unreachable')
          ? others.filter(({ kind }) => kind === 'found')
          : others),
      ];
    }),
});

type Role = EndpointLook['role'];

interface Named {
  readonly role: Role;
  readonly member: string;
  readonly url: URL;
}

interface Looked {
  readonly looks: readonly EndpointLook[];
  readonly needs: ReadonlySet<Role>;
  readonly typed: TypedEvidence;
}

const roles: readonly Role[] = ['authorization', 'token', 'registration'];

/** Of those that are no web addresses, the finding on the document speaks. */
function namedEndpoints(document: JsonObject): readonly Named[] {
  return roles.flatMap((role) => {
    const member = `${role}_endpoint`;
    const url = stringMember(document, member);
    return isWebAddress(url) ? [{ role, member, url: new URL(url) }] : [];
  });
}

/** Claude registers only where nothing else makes it known. */
function neededRoles(document: JsonObject, typed: TypedEvidence): ReadonlySet<Role> {
  return new Set(mustRegister(offerOf(document, typed)) ? roles : ['authorization', 'token']);
}

function addressOutcomes(
  { attempt, server }: ServerInHand,
  named: readonly Named[],
  { looks, needs, typed }: Looked,
): Outcome<EndpointCode>[] {
  const plainAllowed = typed.local || typed.url?.scheme === 'http:';
  const privateAllowed = typed.local || isPrivateHostname(typed.url?.hostname ?? '');
  const ledToPrivate = (role: Role) => looks.some((look) => look.role === role && endedPrivate(look));
  const plain = plainAllowed ? [] : named.filter(({ url }) => url.protocol === 'http:');
  const hidden = privateAllowed
    ? []
    : named.filter(({ role, url }) => isPrivateHostname(url.hostname) || ledToPrivate(role));
  const statement = (code: 'auth.endpoint-not-https' | 'auth.endpoint-private-host', of: readonly Named[]) => {
    if (of.length === 0) return [];
    const severity = of.some(({ role }) => needs.has(role)) ? 'blocker' : 'problem';
    const list = of.map(({ member, url }) => `${member} (${inOneLine(url.href)})`).join(', ');
    const values = {
      by: 'metadata',
      url: inOneLine(attempt.url),
      named: list,
      count: of.length,
      ...providerValue(server),
    };
    const answers = looks.filter((look) => of.some(({ role }) => role === look.role)).map(({ exchange }) => exchange);
    return [found(code, { values, severity, evidence: [attempt.exchange, ...answers] })];
  };
  return [...statement('auth.endpoint-not-https', plain), ...statement('auth.endpoint-private-host', hidden)];
}

function endedPrivate({ exchange }: EndpointLook): boolean {
  return exchange?.kind === 'failure' && exchange.reason === 'private-address';
}

function troubleOutcomes(
  looks: readonly EndpointLook[],
  observation: Observation<EvidenceMap['sign-in-endpoints']>,
  needs: ReadonlySet<Role>,
): Outcome<EndpointCode>[] {
  const { troubles, unjudged } = endpointTroubles(looks);
  if (troubles.length > 0) return troubles.map((trouble) => troubleOutcome(trouble, needs));
  if (!observed(observation)) return [skip(whyUnseen(observation), 'auth.endpoint-unreachable')];
  // An endpoint that takes POST alone may answer GET as if it were not there, and to POST would be to write.
  if (unjudged.includes('not-asked')) return [skip('not-asked', 'auth.endpoint-unreachable')];
  return unjudged.length > 0 || looks.length === 0 ? [skip('not-reached', 'auth.endpoint-unreachable')] : [];
}

function troubleOutcome(trouble: EndpointTrouble, needs: ReadonlySet<Role>): Outcome<EndpointCode> {
  const { looks, confidence, ...values } = trouble;
  const members = looks.map(({ role, url }) => `${role}_endpoint (${inOneLine(url)})`).join(', ');
  const role = looks.length === 1 ? (looks[0]?.role ?? 'several') : 'several';
  return found('auth.endpoint-unreachable', {
    values: { ...values, via: 'none', members, role, count: looks.length },
    severity: looks.some((look) => needs.has(look.role)) ? 'blocker' : 'problem',
    confidence,
    evidence: looks.map(({ exchange }) => exchange),
  });
}
