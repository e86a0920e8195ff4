/** Identity providers and sign-in libraries that are recognized. Also selectors of ICU messages, so letters, digits and underscores. */
export type ProviderId =
  | 'entra'
  | 'auth0'
  | 'okta'
  | 'cognito'
  | 'google'
  | 'github'
  | 'gitlab'
  | 'workos'
  | 'clerk'
  | 'stytch'
  | 'supabase'
  | 'descope'
  | 'scalekit'
  | 'logto'
  | 'keycloak'
  | 'hydra'
  | 'fusionauth'
  | 'authentik'
  | 'cloudflare_access'
  | 'better_auth'
  | 'fastmcp'
  | 'mcp_sdk'
  | 'workers_oauth_provider'
  | 'oidc_provider';

/** Findings whose fix can be told in a product's own words. */
export type AdvisedCode =
  | 'auth.as-metadata-not-found'
  | 'auth.authorize-rejects-callback'
  | 'auth.bogus-token-no-error-code'
  | 'auth.dcr-needs-token'
  | 'auth.dcr-rejected'
  | 'auth.dcr-rejects-callback'
  | 'auth.endpoint-not-https'
  | 'auth.issuer-mismatch'
  | 'auth.no-registration-way'
  | 'auth.offline-access-missing'
  | 'auth.pkce-not-advertised'
  | 'auth.prm-absent-origin-fallback'
  | 'auth.prm-resource-mismatch'
  | 'auth.token-rejected';

/** Signs by which a product is recognized: all that are given must hold. */
export interface ProviderMark {
  /** The identifier that led to the metadata, or the `issuer` in it, as `host[:port]/path` in lower case. */
  readonly issuer?: RegExp;
  /** Addresses in the metadata by the names of their members, in the same form. */
  readonly places?: Readonly<Record<string, RegExp>>;
  /** Members that are in the metadata, whatever they hold. */
  readonly members?: readonly string[];
  /** Scopes that `scopes_supported` lists among others. */
  readonly scopes?: readonly string[];
  /** Lists in the metadata, item by item and in their order. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Two members that name the same address. */
  readonly same?: readonly [string, string];
  /** The WWW-Authenticate header of the 401: only where the connector is its own authorization server. */
  readonly challenge?: RegExp;
}

/** A product that signs people in, with what is known of it and MCP. Its words are plain text: no ICU syntax, full sentences. */
export interface IdentityProvider {
  readonly id: ProviderId;
  /** The product's name, as its makers write it. */
  readonly name: string;
  /** One of these is enough. */
  readonly marks: readonly ProviderMark[];
  /** What people run into with Claude and what the metadata does not show: findings speak of that. */
  readonly traps: string;
  /**
   * What the traps are about, where it is one matter that a run may have seen to be well. `registration`: an endpoint that is named
   * and refuses. `resource`: an authorization request with the resource parameter, which is refused.
   */
  readonly trapsAbout?: 'registration' | 'resource';
  /** Its metadata lists all the resources that it issues tokens for (`protected_resources`), and it refuses others. */
  readonly listsAllResources?: true;
  /** What to see to, in the words of the product's own screens and documentation. */
  readonly advice: string;
  /** The whole fix of a finding, where the general one does not fit this product; `checkWithClient` may be a part of it. */
  readonly fixes: Readonly<Partial<Record<AdvisedCode, string>>>;
  /** Pages and reports that all this rests on. */
  readonly sources: readonly string[];
}
