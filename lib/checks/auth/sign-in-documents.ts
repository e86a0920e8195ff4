import { skip, type CodeDefinition, type Outcome } from '../../kernel/check.ts';
import type { AuthorizationServer, DocumentAttempt, EvidenceMap } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { discovery, discoveryUses, whyUnseen, type Discovery, type DiscoverySeen } from './discovery.ts';
import { subjectOf } from './server-document.ts';

/** What a check must declare as `uses`, beside `needs: ['initialize']`, to see the documents of the sign-in, whenever it is asked for. */
export const documentUses = [...discoveryUses, 'call-sign-in'] as const;

/** The part of what a check sees that holds the documents of the sign-in. */
export type DocumentsSeen = DiscoverySeen & {
  readonly 'call-sign-in': Observation<EvidenceMap['call-sign-in']>;
};

/** When the sign-in is asked for: to connect, or only at the first call of a tool. */
export type Asked = 'connect' | 'call';

/** How the search went, and what was seen, as if the sign-in that calls ask for had been asked for at the beginning. */
export interface SignInDocuments<S extends DocumentsSeen> {
  readonly search: Discovery;
  readonly seen: S;
  readonly asked: Asked;
}

/** The documents of the sign-in that connecting asks for; of the one that calls ask for, where connecting needs none. */
export function signInDocuments<S extends DocumentsSeen>(seen: S): SignInDocuments<S> {
  const search = discovery(seen);
  const call = observed(seen['made-up-call'])?.exchange;
  if (search.kind !== 'none' || call?.kind !== 'response' || call.status !== 401) {
    return { search, seen, asked: 'connect' };
  }
  const behind = observed(seen['call-sign-in']);
  const attempt = behind?.resource.attempts[behind.resource.chosen ?? -1];
  if (!behind || !attempt) {
    return { search: { kind: 'none', because: whyUnseen(seen['call-sign-in']) }, seen, asked: 'call' };
  }
  const server: Observation<AuthorizationServer> = behind.server
    ? { status: 'observed', value: behind.server }
    : { status: 'unavailable', because: 'prerequisite' };
  const resource = { status: 'observed', value: behind.resource } as const;
  return {
    search: { kind: 'metadata', attempt, challenge: call },
    seen: { ...seen, 'resource-metadata': resource, 'authorization-server': server },
    asked: 'call',
  };
}

/** Where the sign-in is asked for at the first call alone, the connector is connected and lists its tools: what stops the sign-in breaks a part. */
export function eased<C extends FindingCode>(
  outcomes: readonly Outcome<C>[],
  definitions: Readonly<Record<C, CodeDefinition>>,
  asked: Asked,
): readonly Outcome<C>[] {
  if (asked === 'connect') return outcomes;
  return outcomes.map((outcome) => {
    if (outcome.kind === 'skip' || (outcome.severity ?? definitions[outcome.code].severity) !== 'blocker')
      return outcome;
    return { ...outcome, severity: 'problem' };
  });
}

/** Authorization server metadata that was found, with what led to it. */
export interface ServerInHand {
  readonly document: JsonObject;
  readonly attempt: DocumentAttempt;
  readonly server: AuthorizationServer;
  /** Absent where it was found at the connector's origin. */
  readonly resource: DocumentAttempt | undefined;
  readonly challenge: ResponseExchange;
}

/**
 * Judges authorization server metadata where there is any, and skips all codes where there is none. Findings are about the
 * authorization server, and rest on the document unless they name something else.
 */
export function judgeServer<C extends FindingCode>(
  given: DocumentsSeen,
  definitions: Readonly<Record<C, CodeDefinition>>,
  judge: (server: ServerInHand) => readonly Outcome<C>[],
): readonly Outcome<C>[] {
  const codes = Object.keys(definitions) as C[];
  const { search, seen, asked } = signInDocuments(given);
  if (search.kind === 'none' || search.kind === 'unseen') return [skip(search.because, ...codes)];
  const server = observed(seen['authorization-server']);
  if (!server) return [skip(whyUnseen(seen['authorization-server']), ...codes)];
  const attempt = server.attempts[server.chosen ?? -1];
  const document = attempt?.document;
  if (!attempt || !isJsonObject(document)) return [skip('not-reached', ...codes)];
  const resource = search.kind === 'metadata' ? search.attempt : undefined;
  const about = { subject: subjectOf(server), evidence: [attempt.exchange] };
  const outcomes = judge({ document, attempt, server, resource, challenge: search.challenge });
  return eased(
    outcomes.map((outcome) => (outcome.kind === 'found' ? { ...about, ...outcome } : outcome)),
    definitions,
    asked,
  );
}
