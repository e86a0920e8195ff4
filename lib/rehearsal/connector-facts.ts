import { firstAnswer, speaksModern } from '../checks/http/first-answer.ts';
import { isCredentialName } from '../kernel/credential-name.ts';
import type { EvidenceMap, Listing } from '../kernel/evidence.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { Finding } from '../kernel/finding.ts';
import { isJsonObject, stringMember, stringsMember, type Json, type JsonObject } from '../kernel/json.ts';
import { observed, type Observation } from '../kernel/observation.ts';
import type { ConnectorFacts } from '../kernel/report.ts';
import { resultObject } from '../kernel/rpc-reply.ts';
import { negotiatedVersion, supportedVersions } from '../parsing/negotiation.ts';
import { modernVersion } from '../standards/protocol.ts';
import { toolNamePattern } from '../standards/tool-limits.ts';

type Keys =
  | 'typed'
  | 'initialize'
  | 'discover'
  | 'slash-form'
  | 'legacy-sse'
  | 'listing'
  | 'listen-stream'
  | 'resource-metadata'
  | 'open-metadata'
  | 'authorization-server'
  | 'certificate'
  | 'local-resolution'
  | 'public-resolution';

export type FactEvidence = { readonly [K in Keys]: Observation<EvidenceMap[K]> };

/** Sums up what was seen, for screens and other programs. Judges nothing. */
export function connectorFacts(
  seen: FactEvidence,
  findings: readonly Finding[],
  exchanges: readonly Exchange[],
  totalMs: number,
): ConnectorFacts {
  const listing = observed(seen.listing) ?? observed(seen['legacy-sse'])?.listing ?? null;
  return {
    transport: transport(seen),
    protocol: protocol(seen),
    server: server(seen),
    auth: auth(seen, findings),
    tools: listing && tools(listing),
    resources: null,
    prompts: null,
    icons: { shown: null, google: [], site: [], server: [] },
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
  const meta = result['_meta'];
  const info = result['serverInfo'] ?? (isJsonObject(meta) ? meta['io.modelcontextprotocol/serverInfo'] : undefined);
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

function auth(seen: FactEvidence, findings: readonly Finding[]): ConnectorFacts['auth'] {
  const resource = chosen(observed(seen['resource-metadata']) ?? observed(seen['open-metadata']));
  const serverDocuments = observed(seen['authorization-server']);
  const metadata = chosen(serverDocuments);
  const document = metadata?.document;
  const cimd = isJsonObject(document) && document['client_id_metadata_document_supported'] === true;
  const dcr = stringMember(document, 'registration_endpoint') !== undefined;
  return {
    mode: authMode(seen, findings),
    resourceMetadataUrl: resource?.url ?? null,
    authorizationServer:
      serverDocuments?.issuer ?? stringsMember(resource?.document, 'authorization_servers')?.[0] ?? null,
    metadataUrl: metadata?.url ?? null,
    registration: [...(cimd ? (['cimd'] as const) : []), ...(dcr ? (['dcr'] as const) : [])],
    pkce: stringsMember(document, 'code_challenge_methods_supported') ?? [],
    scopes: stringsMember(resource?.document, 'scopes_supported') ?? stringsMember(document, 'scopes_supported') ?? [],
    provider: null,
  };
}

function authMode(seen: FactEvidence, findings: readonly Finding[]): ConnectorFacts['auth']['mode'] {
  const has = (code: Finding['code']): boolean => findings.some((finding) => finding.code === code);
  if (has('auth.static-credential-only')) return 'static';
  if (has('auth.partial')) return 'partial';
  const first = firstAnswer(seen);
  if (first?.works) return gaveCredential(seen) ? modeWithCredential(seen) : 'none';
  const found = chosen(observed(seen['resource-metadata'])) ?? chosen(observed(seen['authorization-server']));
  return found ? 'oauth' : 'unknown';
}

function gaveCredential(seen: FactEvidence): boolean {
  return observed(seen.typed)?.headerNames.some(isCredentialName) ?? false;
}

/** With a credential of the person's own, whether the server is open was not seen; sign-in metadata says how it is meant. */
function modeWithCredential(seen: FactEvidence): ConnectorFacts['auth']['mode'] {
  const servers = stringsMember(chosen(observed(seen['open-metadata']))?.document, 'authorization_servers') ?? [];
  return servers.length > 0 ? 'oauth' : 'static';
}

function chosen(documents: EvidenceMap['resource-metadata'] | undefined) {
  return documents && documents.chosen !== null ? documents.attempts[documents.chosen] : undefined;
}

function tools(listing: Listing): ConnectorFacts['tools'] {
  const items = listing.tools.filter(isJsonObject).map(toolItem);
  return {
    count: listing.tools.length,
    missingTitle: items.filter((item) => item.title === null).length,
    missingHint: items.filter((item) => item.readOnly === null && item.destructive === null).length,
    invalidNames: items.filter((item) => !toolNamePattern.test(item.name)).length,
    // Four characters a token is the usual rule of thumb for English and JSON.
    estimatedTokens: Math.round(JSON.stringify(listing.tools).length / 4),
    items,
  };
}

function toolItem(tool: JsonObject) {
  const annotations = tool['annotations'];
  return {
    name: stringMember(tool, 'name') ?? '',
    title: stringMember(tool, 'title') ?? stringMember(annotations, 'title') ?? null,
    readOnly: booleanMember(annotations, 'readOnlyHint'),
    destructive: booleanMember(annotations, 'destructiveHint'),
  };
}

function booleanMember(value: Json | undefined, member: string): boolean | null {
  const found = isJsonObject(value) ? value[member] : undefined;
  return typeof found === 'boolean' ? found : null;
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
