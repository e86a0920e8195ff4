import { isCredentialName } from '../../kernel/credential-name.ts';
import { isIdentityName, isIdLike } from './redact-ids.ts';
import { learnBasic } from './redact-text.ts';
import { digestValues } from './redact-notations.ts';
import { isMark, type SecretKind, type SecretStore } from './redact-store.ts';

/** Headers whose whole value is a secret although their name does not end like one. */
const secretHeaders: ReadonlyMap<string, SecretKind> = new Map([
  ['authorization', 'token'],
  ['proxy-authorization', 'token'],
  ['mcp-session-id', 'session'],
  ['x-amzn-oidc-data', 'token'],
  ['x-amzn-oidc-accesstoken', 'token'],
  ['x-amzn-oidc-identity', 'user'],
  ['x-goog-authenticated-user-id', 'user'],
  ['x-forwarded-user', 'user'],
  ['x-forwarded-email', 'user'],
  ['x-auth-request-user', 'user'],
  ['x-auth-request-email', 'user'],
  ['cf-access-client-id', 'user'],
  ['cf-connecting-ip', 'user'],
  ['x-forwarded-for', 'user'],
  ['x-real-ip', 'user'],
  ['x-client-ip', 'user'],
  ['x-cluster-client-ip', 'user'],
  ['x-original-forwarded-for', 'user'],
  ['true-client-ip', 'user'],
  ['fastly-client-ip', 'user'],
  ['cf-connecting-ipv6', 'user'],
  ['x-user-email', 'user'],
  ['x-amzn-oidc-sub', 'user'],
  ['anthropic-organization-id', 'id'],
  ['openai-organization', 'id'],
]);

/**
 * The value of a header without its secret, or undefined when the header holds none by its name. The scheme of credentials, and the
 * names and attributes of cookies, are kept.
 */
export function redactHeader(name: string, value: string, store: SecretStore): string | undefined {
  const lower = name.toLowerCase();
  if (lower === 'set-cookie') return setCookies(value, store);
  if (lower === 'cookie')
    return value
      .split(';')
      .map((pair) => cookiePair(pair, store))
      .join(';');
  if (/^(?:proxy-)?authentication-info$/.test(lower)) return digestValues(value, store);
  if (isIdentityName(lower)) return isIdLike(value) ? store.learn(value, 'id') : undefined;
  const kind = secretHeaders.get(lower) ?? (isCredentialName(lower) ? kindOfHeader(lower) : undefined);
  if (kind === undefined) return undefined;
  const scheme = knownScheme.exec(value)?.[1];
  const secret = (scheme === undefined ? value : value.slice(scheme.length)).trim();
  if (scheme?.toLowerCase() === 'basic') learnBasic(secret, store);
  if (lower === 'mcp-session-id') store.know(secret, kind, 'always');
  const shown = isMark(secret) ? secret : store.learn(secret, kind);
  return scheme === undefined ? shown : `${scheme} ${shown}`;
}

/** Any other first word may be a part of the secret. */
const knownScheme =
  /^(Bearer|Basic|Token|Digest|Negotiate|NTLM|DPoP|Api-?Key|Key|OAuth|Hawk|MAC|SharedKey|Signature|AWS4-HMAC-SHA256) +(?=\S)/i;

function kindOfHeader(name: string): SecretKind {
  return /key$/.test(name) ? 'key' : /session/.test(name) ? 'session' : 'token';
}

const attributes =
  /^(?:path|domain|expires|max-age|samesite|secure|httponly|partitioned|priority|version|comment|same-party|sameparty)$/i;

/** Several cookies may be joined with commas; the date of `Expires` has one as well, but no `=` before the next semicolon. */
function setCookies(value: string, store: SecretStore): string {
  return value
    .split(';')
    .map((part) =>
      part
        .split(/,(?=\s*[\w!#$%&'*+.^`|~-]{1,200}=)/)
        .map((piece) => (isAttribute(piece) ? piece : cookiePair(piece, store)))
        .join(','),
    )
    .join(';');
}

function isAttribute(piece: string): boolean {
  return attributes.test(piece.split('=', 1)[0]?.trim() ?? '');
}

function cookiePair(pair: string, store: SecretStore): string {
  const equals = pair.indexOf('=');
  const nameEnd = equals === -1 ? (/\S/.exec(pair)?.index ?? pair.length) : equals + 1;
  const value = pair.slice(nameEnd).trim();
  if (value === '' || isMark(value)) return pair;
  return pair.slice(0, nameEnd) + store.learn(value, 'cookie');
}
