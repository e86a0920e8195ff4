import type { Exchange } from './exchange.ts';
import type { Json } from './json.ts';

/** One place where a metadata document was looked for. */
export interface DocumentAttempt {
  readonly url: string;
  readonly form: DocumentForm;
  /** Null when it was not asked: `refused` says why. */
  readonly exchange: Exchange | null;
  readonly refused: 'private-address' | 'not-https' | 'invalid-url' | null;
  /** The parsed body when it was JSON, whatever the status; else null. */
  readonly document: Json;
}

/**
 * `challenge`: the URL in WWW-Authenticate. `path` / `root`: RFC 9728 section 3.1 with and without the resource's path.
 * `rfc8414`, `oidc-inserted`, `oidc-appended`, `rfc8414-appended`: RFC 8414 section 3.1 and OpenID Connect Discovery, the last no client tries.
 * `origin`: the MCP server's own origin. `appended`: appended to the MCP path.
 */
export type DocumentForm =
  | 'challenge'
  | 'path'
  | 'root'
  | 'rfc8414'
  | 'oidc-inserted'
  | 'oidc-appended'
  | 'rfc8414-appended'
  | 'rfc8414-root'
  | 'oidc-root'
  | 'origin'
  | 'appended';

export interface Documents {
  readonly attempts: readonly DocumentAttempt[];
  /** Index of the first attempt that answered 200 with a JSON object, else null. */
  readonly chosen: number | null;
}

export interface AuthorizationServer extends Documents {
  /** The identifier that led here (redacted), or the origin. */
  readonly issuer: string;
  readonly from: 'resource-metadata' | 'origin';
}
