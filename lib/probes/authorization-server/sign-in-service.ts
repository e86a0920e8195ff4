import type { AuthorizationServer, EvidenceKey, EvidenceMap } from '../../kernel/evidence.ts';
import type { ClientIdFrom } from '../../kernel/evidence-active.ts';
import { isJsonObject, stringMember, stringsMember, type Json } from '../../kernel/json.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { RegisteredClient, RunMemory, RunOptions } from '../../kernel/probe.ts';
import type { Target } from '../../kernel/target.ts';
import { canonicalResource } from '../../parsing/canonical-resource.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { claudeClient } from '../../standards/claude-client.ts';
import { chosenDocument } from '../auth/fetch-document.ts';
import { challengeNeeds, signInChallenge } from '../auth/sign-in-challenge.ts';

/** What a probe must be able to wait for to know the sign-in service. */
export const serviceNeeds = [
  ...challengeNeeds,
  'resource-metadata',
  'authorization-server',
  'default-endpoints',
  'made-up-call',
  'call-sign-in',
] as const satisfies readonly EvidenceKey[];

interface ServiceContext {
  readonly target: Target;
  when<K extends (typeof serviceNeeds)[number]>(key: K): Promise<Observation<EvidenceMap[K]>>;
}

/** The authorization server as Claude comes to it. */
export interface SignInService {
  /** The identifier that led to it; where none did, what it calls itself, else the connector's origin. */
  readonly issuer: string;
  /** Where its metadata was found: the identifier that led to it, or the connector's origin. It names no other by its own word. */
  readonly home: string;
  /** Its metadata; an empty object where only the default endpoints are there. */
  readonly metadata: Json;
  readonly authorization: string | undefined;
  readonly token: string | undefined;
  readonly registration: string | undefined;
  /** What Claude asks for, by its own rule; undefined when nothing names a scope. */
  readonly scope: string | undefined;
  /** The `resource` parameter. */
  readonly resource: string;
}

/** Waits for the discovery and says where it led; undefined when it led nowhere. */
export async function signInService(context: ServiceContext): Promise<SignInService | undefined> {
  const { when, target } = context;
  const calls = observed(await when('call-sign-in'));
  const resource = chosenDocument(observed(await when('resource-metadata')) ?? calls?.resource);
  const documents = observed(await when('authorization-server')) ?? calls?.server ?? undefined;
  const server = chosenDocument(documents);
  const endpoints =
    server === undefined ? await defaultEndpoints(context) : (role: string) => stringMember(server, `${role}_endpoint`);
  if (endpoints === undefined) return undefined;
  const { origin } = new URL(target.endpoint);
  return {
    issuer: identifier(documents) ?? origin,
    home: documents?.from === 'resource-metadata' ? documents.issuer : origin,
    metadata: server ?? {},
    authorization: endpoints('authorization'),
    token: endpoints('token'),
    registration: endpoints('registration'),
    scope: wantedScope(await challengedScope(context), resource, server),
    resource: wantedResource(resource, target),
  };
}

/** How the client of a request is known to the authorization server. */
export interface KnownClient {
  readonly from: ClientIdFrom;
  readonly id: string;
  readonly secret: string | null;
  readonly authMethod: string | null;
}

/**
 * The client by which Claude would come: the one that was made beforehand, its metadata document where that is supported, else
 * one to be registered (null until it is).
 */
export function clientWithoutRegistration(service: SignInService, options: RunOptions): KnownClient | null {
  const { id, secret } = options.client;
  if (id !== null) {
    // Claude sends a given secret in the body, whatever the metadata prefers.
    return { from: 'given', id, secret, authMethod: secret === null ? 'none' : 'client_secret_post' };
  }
  if (!takesMetadataDocuments(service.metadata)) return null;
  return { from: 'metadata-document', id: claudeClient.metadataDocument, secret: null, authMethod: 'none' };
}

/** The client that was registered with Claude's metadata, else null. */
export function registeredClient({ registrations }: RunMemory): KnownClient | null {
  const client = registrations.find(({ as }: RegisteredClient) => as === 'claude');
  return client ? { from: 'registered', id: client.id, secret: client.secret, authMethod: client.authMethod } : null;
}

function takesMetadataDocuments(metadata: Json): boolean {
  return (
    isJsonObject(metadata) &&
    metadata['client_id_metadata_document_supported'] === true &&
    (stringsMember(metadata, 'token_endpoint_auth_methods_supported') ?? []).includes('none')
  );
}

function identifier(documents: AuthorizationServer | undefined): string | undefined {
  return documents?.from === 'origin' ? stringMember(chosenDocument(documents), 'issuer') : documents?.issuer;
}

async function defaultEndpoints({ when, target }: ServiceContext) {
  const endpoints = observed(await when('default-endpoints'))?.endpoints ?? [];
  if (endpoints.length === 0 || !endpoints.every(({ exists }) => exists)) return undefined;
  const paths: Readonly<Record<string, string>> = {
    authorization: '/authorize',
    token: '/token',
    registration: '/register',
  };
  const { origin } = new URL(target.endpoint);
  return (role: string) => `${origin}${paths[role] ?? ''}`;
}

async function challengedScope(context: ServiceContext): Promise<string | undefined> {
  const call = observed(await context.when('made-up-call'))?.exchange;
  const refusal = (await signInChallenge(context)) ?? (call?.kind === 'response' ? call : undefined);
  return bearerChallenge(refusal?.headers['www-authenticate'] ?? '')?.scope;
}

/** The challenge's scope, else all that the resource names; with `offline_access` where the authorization server lists it. */
function wantedScope(challenged: string | undefined, resource: Json | undefined, server: Json | undefined) {
  const base = challenged?.trim() || (stringsMember(resource, 'scopes_supported') ?? []).join(' ');
  const scopes = base.split(/\s+/).filter((scope) => scope !== '');
  const offline = 'offline_access';
  const offered = (stringsMember(server, 'scopes_supported') ?? []).includes(offline);
  const wanted = offered && !scopes.includes(offline) ? [...scopes, offline] : scopes;
  return wanted.length === 0 ? undefined : wanted.join(' ');
}

/** Without metadata the query is left away: it may hold a key, and the authorization server may be somebody else's. */
function wantedResource(resource: Json | undefined, { endpoint }: Target): string {
  const named = canonicalResource(stringMember(resource, 'resource') ?? '');
  const { origin, pathname } = new URL(endpoint);
  return named ?? canonicalResource(`${origin}${pathname}`) ?? endpoint;
}
