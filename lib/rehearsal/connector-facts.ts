import { firstAnswer, speaksModern } from '../checks/http/first-answer.ts';
import { behindSignIn, type SignedInSeen } from '../kernel/behind-sign-in.ts';
import type { EvidenceMap } from '../kernel/evidence.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { Finding } from '../kernel/finding.ts';
import { stringMember, type JsonObject } from '../kernel/json.ts';
import { observed, type Observation } from '../kernel/observation.ts';
import type { ConnectorFacts } from '../kernel/report.ts';
import { resultObject } from '../kernel/rpc-reply.ts';
import { serverInfoOf } from '../parsing/server-info.ts';
import { negotiatedVersion, supportedVersions } from '../parsing/negotiation.ts';
import { modernVersion } from '../standards/protocol.ts';
import { authFacts, type AuthEvidence } from './auth-facts.ts';
import { offerFacts } from './offer-facts.ts';
import { iconFacts, type IconEvidence } from './icon-facts.ts';
import { toolFacts } from './tool-facts.ts';

type Keys = 'listen-stream' | 'certificate' | 'local-resolution' | 'public-resolution' | 'offers';

export type FactEvidence = SignedInSeen &
  AuthEvidence &
  IconEvidence & { readonly [K in Keys]: Observation<EvidenceMap[K]> };

/** Sums up what was seen, for screens and other programs. Judges nothing. */
export function connectorFacts(
  first: FactEvidence,
  findings: readonly Finding[],
  exchanges: readonly Exchange[],
  totalMs: number,
): ConnectorFacts {
  const seen = behindSignIn(first);
  const listing = observed(seen.listing) ?? observed(seen['legacy-sse'])?.listing ?? null;
  return {
    transport: transport(seen),
    protocol: protocol(seen),
    server: server(seen),
    auth: authFacts(first, findings),
    tools: listing && toolFacts(listing),
    ...offerFacts(seen.offers, listing),
    icons: iconFacts(seen),
    tls: tls(seen),
    dns: dns(seen),
    timing: { totalMs, requests: exchanges.length, roundTrips: roundTrips(exchanges) },
  };
}

/** The most exchanges of which each began after the one before had ended: how many waits stood in a row. */
export function roundTrips(exchanges: readonly Exchange[]): number {
  const spans = exchanges
    .map(({ timing }) => ({ start: timing.startedAt, end: timing.startedAt + timing.durationMs }))
    .sort((a, b) => a.end - b.end);
  let count = 0;
  let freeFrom = -Infinity;
  for (const span of spans) {
    if (span.start < freeFrom) continue;
    count += 1;
    freeFrom = span.end;
  }
  return count;
}

function transport(seen: FactEvidence): ConnectorFacts['transport'] {
  const works = firstAnswer(seen)?.works;
  if (works === 'legacy-sse') return 'http+sse';
  if (works === null || works === undefined) return null;
  return observed(seen['listen-stream'])?.endpointEvent === true ? 'both' : 'streamable-http';
}

function protocol(seen: FactEvidence): ConnectorFacts['protocol'] {
  const discover = observed(seen.discover);
  const handshake = handshakeReply(seen);
  const modern = discover !== undefined && speaksModern(discover.reply);
  const settled = handshake && negotiatedVersion(handshake);
  const eras: ConnectorFacts['protocol']['eras'] = [
    ...(modern ? (['modern'] as const) : []),
    ...(handshake && resultObject(handshake) ? (['legacy'] as const) : []),
  ];
  const versions = [...(discover ? supportedVersions(discover.reply) : []), ...(settled ? [settled] : [])];
  return { eras, versions: [...new Set(versions)], negotiated: settled ?? (modern ? modernVersion : null) };
}

function handshakeReply(seen: FactEvidence) {
  const replies = [
    observed(seen.initialize)?.reply,
    observed(seen['slash-form'])?.reply,
    observed(seen['legacy-sse'])?.initialize?.reply,
  ];
  return replies.find((reply) => reply?.kind === 'result');
}

function server(seen: FactEvidence): ConnectorFacts['server'] {
  const handshake = handshakeReply(seen);
  const result = (handshake && resultObject(handshake)) ?? discoverResult(seen);
  if (!result) return null;
  const info = serverInfoOf(result);
  return {
    name: stringMember(info, 'name') ?? null,
    title: stringMember(info, 'title') ?? null,
    version: stringMember(info, 'version') ?? null,
    instructionsLength: stringMember(result, 'instructions')?.length ?? 0,
  };
}

function discoverResult(seen: FactEvidence): JsonObject | undefined {
  const discover = observed(seen.discover);
  return discover && resultObject(discover.reply);
}

function tls(seen: FactEvidence): ConnectorFacts['tls'] {
  const peer = observed(seen.certificate)?.peer;
  if (!peer) return null;
  const leaf = peer.chain[0];
  const complete = peer.trust !== 'none' ? true : peer.problem === 'tls-chain' ? false : null;
  return {
    protocol: peer.protocol,
    issuer: leaf?.issuer ?? null,
    notAfter: leaf?.notAfter ?? null,
    chainComplete: complete,
  };
}

function dns(seen: FactEvidence): ConnectorFacts['dns'] {
  const local = observed(seen['local-resolution']);
  const open = observed(seen['public-resolution']);
  if (!local && !open) return null;
  return {
    public: open ? [...open.a, ...open.aaaa] : [],
    local: local ? [...local.a, ...local.aaaa] : [],
  };
}
