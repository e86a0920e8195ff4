import type { AuthorizationServer, DocumentAttempt, Documents, EvidenceMap } from '../../kernel/evidence.ts';
import type { Exchange, FailedExchange, ResponseExchange } from '../../kernel/exchange.ts';
import type { Subject } from '../../kernel/finding.ts';
import { observed, type Observation } from '../../kernel/observation.ts';

/** The metadata documents of the walk. */
export type DocumentsSeen = {
  readonly [K in 'resource-metadata' | 'authorization-server']: Observation<EvidenceMap[K]>;
};

/** An exchange with a place where metadata was looked for, and what a finding about it is filed under. */
export interface DocumentExchange<E extends Exchange = Exchange> {
  readonly exchange: E;
  readonly step: 5 | 6;
  /** Absent for the connector's own origin. */
  readonly subject?: Subject;
}

/** Everything that was asked for metadata, in order. `endpoint` is the connector's URL. */
export function documentExchanges(seen: DocumentsSeen, endpoint: string): readonly DocumentExchange[] {
  return [
    ...exchangesOf(observed(seen['resource-metadata']), 5, endpoint),
    ...exchangesOf(observed(seen['authorization-server']), 6, endpoint),
  ];
}

/** For each of the two documents that was found nowhere: the first answer that somebody gave in its place. */
export function refusedDocuments(seen: DocumentsSeen, endpoint: string): readonly DocumentExchange<ResponseExchange>[] {
  return missing(seen, endpoint).flatMap((exchanges) => {
    const first = exchanges[0];
    return first?.exchange.kind === 'response' ? [{ ...first, exchange: first.exchange }] : [];
  });
}

/** For each of the two documents that was found nowhere: the first request that got no answer, on another origin than the connector's. */
export function failedDocuments(seen: DocumentsSeen, endpoint: string): readonly DocumentExchange<FailedExchange>[] {
  return missing(seen, endpoint).flatMap((exchanges) => {
    const first = exchanges.find(({ exchange, subject }) => exchange.kind === 'failure' && subject !== undefined);
    return first?.exchange.kind === 'failure' ? [{ ...first, exchange: first.exchange }] : [];
  });
}

function missing(seen: DocumentsSeen, endpoint: string): readonly (readonly DocumentExchange[])[] {
  const resource = observed(seen['resource-metadata']);
  const server = observed(seen['authorization-server']);
  return [
    ...(resource && resource.chosen === null ? [exchangesOf(resource, 5, endpoint)] : []),
    ...(server && server.chosen === null ? [exchangesOf(server, 6, endpoint)] : []),
  ];
}

function exchangesOf(
  documents: Documents | AuthorizationServer | undefined,
  step: 5 | 6,
  endpoint: string,
): readonly DocumentExchange[] {
  return (documents?.attempts ?? []).flatMap((attempt) => ofAttempt(attempt, step, endpoint));
}

function ofAttempt({ exchange, url }: DocumentAttempt, step: 5 | 6, endpoint: string): readonly DocumentExchange[] {
  if (!exchange) return [];
  if (originOf(url) === originOf(endpoint)) return [{ exchange, step }];
  return [{ exchange, step, subject: { kind: 'authorization-server', url: originOf(url) } }];
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
