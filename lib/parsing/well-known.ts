import type { DocumentForm } from '../kernel/evidence.ts';

/** A place where clients look for a metadata document. */
export interface WellKnownPlace {
  readonly url: string;
  readonly form: DocumentForm;
}

/**
 * Where clients look for protected resource metadata, in their order: with the endpoint's path and query inserted, then at the root.
 * One place for an endpoint without a path; none for what is no URL with a host.
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-3.1
 */
export function resourceMetadataUrls(endpoint: string): readonly WellKnownPlace[] {
  if (!hasOrigin(endpoint)) return [];
  const url = new URL(endpoint);
  const root = `${url.origin}/.well-known/oauth-protected-resource`;
  const inserted = `${root}${withoutTrailingSlash(url.pathname)}${url.search}`;
  if (inserted === root) return [{ url: root, form: 'root' }];
  return [
    { url: inserted, form: 'path' },
    { url: root, form: 'root' },
  ];
}

/**
 * Where clients look for an issuer's metadata, in their order: RFC 8414 inserted, OpenID Connect inserted, OpenID Connect appended
 * (for an issuer without a path the first and the last). None for what is no URL with a host.
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-3.1
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#authorization-server-metadata-discovery
 */
export function serverMetadataUrls(issuer: string): readonly WellKnownPlace[] {
  if (!hasOrigin(issuer)) return [];
  const { origin, pathname } = new URL(issuer);
  const path = withoutTrailingSlash(pathname);
  const oauth: WellKnownPlace = { url: `${origin}/.well-known/oauth-authorization-server${path}`, form: 'rfc8414' };
  const appended: WellKnownPlace = {
    url: `${origin}${path}/.well-known/openid-configuration`,
    form: 'oidc-appended',
  };
  if (path === '') return [oauth, appended];
  return [oauth, { url: `${origin}/.well-known/openid-configuration${path}`, form: 'oidc-inserted' }, appended];
}

function hasOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin !== 'null';
}

function withoutTrailingSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
