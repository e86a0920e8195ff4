import type { Json, JsonObject } from '../lib/kernel/json.ts';
import { respondJson, routes, type Handler } from './http-call.ts';

/** Where resource metadata stands for an endpoint (RFC 9728 section 3.1). */
export function resourceMetadataPath(path: string): string {
  return `/.well-known/oauth-protected-resource${path === '/' ? '' : path}`;
}

/** A correct resource metadata document. */
export function resourceMetadata(resource: string, issuer: string): JsonObject {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: ['notes:read'],
    bearer_methods_supported: ['header'],
  };
}

/** A correct authorization server metadata document. */
export function serverMetadata(issuer: string): JsonObject {
  const base = issuer.replace(/\/$/, '');
  return {
    issuer,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    registration_endpoint: `${base}/register`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
    scopes_supported: ['notes:read', 'offline_access'],
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
  };
}

/** The same with what OpenID Connect requires of its own document. */
export function openIdMetadata(issuer: string): JsonObject {
  return {
    ...serverMetadata(issuer),
    jwks_uri: `${issuer.replace(/\/$/, '')}/keys`,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  };
}

/** What the endpoints of `serverMetadata` answer to somebody who only looks; `path` is the issuer's. */
export function serverEndpoints(path = ''): Readonly<Record<string, Handler>> {
  const onlyPost = respondJson(405, { error: 'invalid_request' }, { allow: 'POST' });
  return {
    [`${path}/authorize`]: respondJson(400, { error: 'invalid_request', error_description: 'client_id is missing' }),
    [`${path}/token`]: onlyPost,
    [`${path}/register`]: onlyPost,
  };
}

/** Refuses every request: 401 with a challenge, or without one. */
export function challenge(wwwAuthenticate: string | null, body: Json = { error: 'invalid_token' }): Handler {
  return respondJson(401, body, wwwAuthenticate === null ? {} : { 'www-authenticate': wwwAuthenticate });
}

/** A Bearer challenge that names the metadata. */
export function bearerChallenge(resourceMetadataUrl: string): string {
  return `Bearer error="invalid_token", error_description="No access token", resource_metadata="${resourceMetadataUrl}"`;
}

/**
 * A server that asks for a sign-in as it should, with its own host as authorization server. Each piece can be replaced,
 * and `null` leaves a piece out.
 */
export function guardedServer(
  origin: string,
  pieces: {
    readonly path?: string;
    readonly onMcp?: Handler;
    readonly resourceDocument?: JsonObject | null;
    readonly serverDocument?: JsonObject | null;
    readonly issuer?: string;
    readonly more?: Readonly<Record<string, Handler>>;
  } = {},
): Handler {
  const path = pieces.path ?? '/mcp';
  const issuer = pieces.issuer ?? origin;
  const metadataPath = resourceMetadataPath(path);
  const resource =
    pieces.resourceDocument === undefined ? resourceMetadata(`${origin}${path}`, issuer) : pieces.resourceDocument;
  const server = pieces.serverDocument === undefined ? serverMetadata(issuer) : pieces.serverDocument;
  return routes({
    [path]: pieces.onMcp ?? challenge(bearerChallenge(`${origin}${metadataPath}`)),
    ...(resource && { [metadataPath]: respondJson(200, resource) }),
    ...(server && { ...serverEndpoints(), '/.well-known/oauth-authorization-server': respondJson(200, server) }),
    ...pieces.more,
  });
}
