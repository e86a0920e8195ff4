import { found, skip, type Outcome } from '../../kernel/check.ts';
import type { DocumentAttempt, EvidenceMap } from '../../kernel/evidence.ts';
import { isJsonObject, stringsMember } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { whyUnseen, type DiscoverySeen } from './discovery.ts';
import { isWebAddress } from './metadata-members.ts';

type Code =
  'auth.prm-no-authorization-server' | 'auth.prm-several-authorization-servers' | 'auth.prm-first-server-broken';

type Seen = DiscoverySeen & { readonly 'later-servers': Observation<EvidenceMap['later-servers']> };

/** Judges the list of authorization servers, of which Claude uses the first. */
export function serverListOutcomes(attempt: DocumentAttempt, seen: Seen): readonly Outcome<Code>[] {
  const { document } = attempt;
  const list = isJsonObject(document) ? document['authorization_servers'] : undefined;
  const servers = stringsMember(document, 'authorization_servers') ?? [];
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  if (!isWebAddress(first)) {
    const kind = !Array.isArray(list) ? 'missing' : list.length === 0 ? 'empty' : 'unusable';
    return [
      found('auth.prm-no-authorization-server', {
        values: { url: inOneLine(attempt.url), kind },
        evidence: [attempt.exchange],
      }),
      skip('not-reached', 'auth.prm-several-authorization-servers', 'auth.prm-first-server-broken'),
    ];
  }
  if (servers.length < 2) return [skip('not-applicable', 'auth.prm-first-server-broken')];
  const values = { count: servers.length, first: inOneLine(first) };
  return severalOutcomes(attempt, seen, values);
}

function severalOutcomes(
  attempt: DocumentAttempt,
  seen: Seen,
  values: { readonly count: number; readonly first: string },
): Outcome<Code>[] {
  const several = found('auth.prm-several-authorization-servers', { values, evidence: [attempt.exchange] });
  const server = observed(seen['authorization-server']);
  if (!server) return [several, skip(whyUnseen(seen['authorization-server']), 'auth.prm-first-server-broken')];
  if (server.chosen !== null) return [several];
  const later = observed(seen['later-servers']);
  if (!later) return [several, skip(whyUnseen(seen['later-servers']), 'auth.prm-first-server-broken')];
  const working = later.servers.find(({ chosen }) => chosen !== null);
  if (!working) return [several];
  const proof = working.attempts[working.chosen ?? -1];
  return [
    found('auth.prm-first-server-broken', {
      values: { first: values.first, working: inOneLine(working.issuer) },
      evidence: [attempt.exchange, ...server.attempts.map(({ exchange }) => exchange), proof?.exchange],
    }),
    skip('not-applicable', 'auth.prm-several-authorization-servers'),
  ];
}
