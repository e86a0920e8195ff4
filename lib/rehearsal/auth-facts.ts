import { recognizeProvider } from '../checks/auth/recognize-provider.ts';
import { firstAnswer } from '../checks/http/first-answer.ts';
import { isCredentialName } from '../kernel/credential-name.ts';
import type { EvidenceMap } from '../kernel/evidence.ts';
import type { Finding } from '../kernel/finding.ts';
import { isJsonObject, stringMember, stringsMember } from '../kernel/json.ts';
import { observed, type Observation } from '../kernel/observation.ts';
import type { ConnectorFacts } from '../kernel/report.ts';
import { boundedScope } from '../parsing/bounded-scope.ts';

type Keys =
  | 'typed'
  | 'initialize'
  | 'discover'
  | 'slash-form'
  | 'legacy-sse'
  | 'listing'
  | 'resource-metadata'
  | 'open-metadata'
  | 'call-sign-in'
  | 'authorization-server';

export type AuthEvidence = { readonly [K in Keys]: Observation<EvidenceMap[K]> };

/** How the sign-in is meant, as far as it was seen. */
export function authFacts(seen: AuthEvidence, findings: readonly Finding[]): ConnectorFacts['auth'] {
  const atCalls = observed(seen['call-sign-in']);
  const resource = chosen(observed(seen['resource-metadata']) ?? atCalls?.resource ?? observed(seen['open-metadata']));
  const serverDocuments = observed(seen['authorization-server']) ?? atCalls?.server ?? undefined;
  const metadata = chosen(serverDocuments);
  const document = metadata?.document;
  const cimd = isJsonObject(document) && document['client_id_metadata_document_supported'] === true;
  const dcr = (stringMember(document, 'registration_endpoint') ?? '') !== '';
  const named = stringsMember(resource?.document, 'authorization_servers')?.[0];
  return {
    mode: authMode(seen, findings),
    resourceMetadataUrl: resource?.url ?? null,
    authorizationServer: serverDocuments?.issuer ?? named ?? null,
    metadataUrl: metadata?.url ?? null,
    registration: [...(cimd ? (['cimd'] as const) : []), ...(dcr ? (['dcr'] as const) : [])],
    pkce: stringsMember(document, 'code_challenge_methods_supported') ?? [],
    scopes: bounded(
      stringsMember(resource?.document, 'scopes_supported') ?? stringsMember(document, 'scopes_supported') ?? [],
    ),
    provider: providerName(findings, serverDocuments?.issuer ?? named),
  };
}

/** The documents stand in the evidence whole. */
function bounded(scopes: readonly string[]): readonly string[] {
  const shown = scopes.slice(0, mostScopes).map((scope) => boundedScope(scope));
  return scopes.length <= mostScopes ? shown : [...shown, `… (${String(scopes.length)} in all)`];
}

const mostScopes = 200;

/** As the finding says it; of an open server's metadata, only the issuer is known. */
function providerName(findings: readonly Finding[], issuer: string | undefined): string | null {
  const name = findings.find(({ code }) => code === 'auth.provider')?.values['name'];
  if (typeof name === 'string') return name;
  return (issuer !== undefined && recognizeProvider({ issuer, document: null })?.name) || null;
}

function authMode(seen: AuthEvidence, findings: readonly Finding[]): ConnectorFacts['auth']['mode'] {
  const has = (code: Finding['code']): boolean => findings.some((finding) => finding.code === code);
  if (has('auth.static-credential-only')) return 'static';
  if (has('auth.partial')) return 'partial';
  const first = firstAnswer(seen);
  if (first?.works) return gaveCredential(seen) ? modeWithCredential(seen) : 'none';
  const found = chosen(observed(seen['resource-metadata'])) ?? chosen(observed(seen['authorization-server']));
  return found ? 'oauth' : 'unknown';
}

function gaveCredential(seen: AuthEvidence): boolean {
  return observed(seen.typed)?.headerNames.some(isCredentialName) ?? false;
}

/** With a credential of the person's own, whether the server is open was not seen; sign-in metadata says how it is meant. */
function modeWithCredential(seen: AuthEvidence): ConnectorFacts['auth']['mode'] {
  const servers = stringsMember(chosen(observed(seen['open-metadata']))?.document, 'authorization_servers') ?? [];
  return servers.length > 0 ? 'oauth' : 'static';
}

function chosen(documents: EvidenceMap['resource-metadata'] | undefined) {
  return documents && documents.chosen !== null ? documents.attempts[documents.chosen] : undefined;
}
