import type { Report } from '../../kernel/report.ts';
import { readEscapes } from '../redaction/read-escapes.ts';
import { isKnownHost } from './known-hosts.ts';
import { literalTerms } from './literal-terms.ts';
import { filePathsIn, inFilePaths, isOrdinaryFolder, loginsIn } from './file-paths.ts';
import { placesOf, type Replacer } from './replacer.ts';
import { highestNumber, isStandIn } from './stand-ins.ts';

/**
 * Leaves out segments of paths, and values in queries, beyond those that standards and everybody use: segment by segment, the same
 * everywhere. Names of parameters stay.
 */
export function leaveOutPaths(report: Report, texts: readonly string[], replacer: Replacer): void {
  const segments = new Map<string, string>();
  const values = new Map<string, string>();
  const before = { path: highestNumber(texts, 'path'), value: highestNumber(texts, 'value') };
  const made = new Map<Map<string, string>, number>();
  const known = (map: Map<string, string>, text: string, make: (number: number) => string): void => {
    if (map.has(text)) return;
    const plain = decoded(text);
    const put = map.get(plain) ?? make((made.get(map) ?? 0) + 1);
    if (!map.has(plain)) made.set(map, (made.get(map) ?? 0) + 1);
    map.set(text, put);
    map.set(plain, put);
  };
  const segment = (text: string): void => {
    known(segments, text, (number) => `path-${String(before.path + number)}${endingOf(text)}`);
  };
  const value = (text: string): void => {
    known(values, text, (number) => `value-${String(before.value + number)}`);
  };
  if (report.target && 'file' in report.target) {
    const { file } = report.target;
    if (!isStandIn(file)) segment(file);
    replacer.rule(literalTerms(new Map([[file, segments.get(file) ?? file]])));
  }
  const logins = new Set<string>();
  for (const text of texts) {
    for (const { segments: found, values: given } of addressesIn(text)) {
      for (const part of found) if (!isOrdinarySegment(part)) segment(part);
      for (const part of given) if (!isOrdinaryValue(part)) value(part);
    }
    for (const file of filePathsIn(text)) for (const { text: part } of file) if (!isOrdinaryFolder(part)) segment(part);
    for (const login of loginsIn(text)) logins.add(login);
  }
  for (const [text, put] of segments) replacer.encoded(text, put);
  for (const [text, put] of values) replacer.encoded(text, put);
  const named = new Map(
    [...logins].flatMap((login) => (segments.has(login) ? [[login, segments.get(login) ?? '']] : [])),
  );
  replacer.rule(literalTerms(named, { anyCase: true }));
  replacer.rule(inFilePaths(segments));
  const behindSlash = (written: string, at: number, text: string): string | null => {
    const before = text.charAt(at - 1);
    // A place in a file: its line, and its column.
    const line = /(?::\d{1,7}){1,2}$/.exec(written)?.[0] ?? '';
    const found = written.slice(0, written.length - line.length);
    const put =
      before === '=' ? (values.get(found) ?? segments.get(found)) : (segments.get(found) ?? values.get(found));
    if (put === undefined) return null;
    return before === '/' || before === '=' || isTelling(found, segments.has(found)) ? put + line : null;
  };
  replacer.rule(placesOf(segmentLike, behindSlash));
}

/** What may stand between two slashes, or behind “=”, as it is written. */
const segmentLike = String.raw`[^\s/?#&="'“”„<>\\,;()[\]{}|]*[^\s/?#&="'“”„<>\\,;()[\]{}|.:!…]`;

interface Address {
  readonly segments: readonly string[];
  readonly values: readonly string[];
}

const address =
  /\b[a-z][a-z\d+.-]{1,20}:\/\/([^/?#\s"'“”„<>\\]*)(\/[^?#&\s"'“”„<>\\,;()[\]{}|]*)?(?:\?([^#\s"'“”„<>\\]*))?/gi;

/** What a page links to on its own host, and a text that is nothing but a path. */
const relative = /(?:^|[\s"'“„(=[{,;:|`>])(\/(?![/*>])[^?#&\s"'“”„<>\\,;()[\]{}|]+)(?:\?([^#\s"'“”„<>\\]*))?/g;

function addressesIn(text: string): readonly Address[] {
  const found = new Map<string, Address>();
  // A page may link to the same place a million times.
  const note = (path: string, query: string): void => {
    const written = `${path}?${query}`;
    if (!found.has(written)) found.set(written, partsOf(path, query));
  };
  for (const [, authority = '', path = '', query = ''] of text.matchAll(address)) {
    if (!isKnownHost(authority.toLowerCase()) && !path.startsWith('//')) note(path, query);
  }
  for (const [, path = '', query = ''] of text.matchAll(relative)) note(path, query);
  return [...found.values()];
}

function partsOf(path: string, query: string): Address {
  return {
    segments: path
      .split('/')
      .map(withoutStop)
      .filter((segment) => segment !== ''),
    values: query
      .split('&')
      .filter((pair) => !protocolParameter.test(pair))
      .map((pair) => withoutStop(pair.slice(pair.indexOf('=') + 1)))
      .filter((text) => text !== '' && !holdsHost.test(text)),
  };
}

/** Parameters of OAuth, of name lookups and of favicon services: their values are judged, and what tells of somebody in them is no path. */
const protocolParameter =
  /^(?:response_(?:type|mode)|client_id|redirect_uri|scope|state|nonce|prompt|resource|audience|grant_type|code(?:_challenge(?:_method)?|_verifier)?|iss|error(?:_description|_uri)?|token_type|expires_in|request_uri|login_hint|acr_values|ui_locales|name|type|domain|sz)=/i;

/** What ends a sentence is no part of an address in it. */
function withoutStop(text: string): string {
  return text.replace(/[.:!…`]+$/, '').replace(/(?::\d{1,7}){1,2}$/, '');
}

/** A host is no matter of paths, and an address within a query is looked at for itself. */
const holdsHost = /%3a%2f%2f|:\/\/|^[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

/** As it stands once the escapes of a URL are read. */
function decoded(text: string): string {
  return readEscapes(text)?.text ?? text;
}

/** Long enough, and odd enough, to be nothing else wherever it stands. */
function isTelling(text: string, isSegment: boolean): boolean {
  if (!/\p{L}/u.test(text)) return false;
  if (/\d/.test(text)) return text.length >= 6;
  // Words that are joined are values of everyday parameters as well.
  return isSegment && text.length >= 8 && /[_-]|\p{Ll}\p{Lu}/u.test(text) && !/^[a-z]+(?:_[a-z]+)+$/.test(text);
}

function endingOf(segment: string): string {
  return (
    /\.(?:ico|png|svg|jpe?g|gif|webp|json|xml|html?|js|css|txt|webmanifest|mcpb|dxt|php|md|pdf)$/i.exec(segment)?.[0] ??
    ''
  );
}

/** Marks of secrets stay, so that they can be told apart. */
function isOrdinarySegment(segment: string): boolean {
  return ordinarySegment.test(segment) || isOrdinaryFolder(segment) || /^redacted-[a-z]+-\d+$/.test(segment);
}

const ordinarySegment =
  /^(?:\.well-known|\.|\.\.|mcp|sse|messages?|api|apis|v\d+(?:\.\d+)*|oauth2?|oidc|openid|openid-connect|auth|authn|authori[sz]e|authori[sz]ation|token|tokens|register|registration|reg|clients?|connect|dcr|revoke|revocation|introspect|introspection|userinfo|login|log-in|signin|sign-in|logout|consent|callback|auth_callback|session|sessions|sso|saml2?|idp|jwks(?:\.json)?|keys|certs|issuer|realms|protocol|default|common|organizations|consumers|oauth-protected-resource|oauth-authorization-server|openid-configuration|favicon\.(?:ico|png|svg)|icon\.(?:png|svg)|apple-touch-icon(?:-precomposed)?\.png|manifest\.(?:json|webmanifest)|site\.webmanifest|robots\.txt|index\.html?|health|healthz|status|cdn-cgi|access|challenge-platform|_fs-ch-[\w-]{0,40}|_sec|cp_challenge|application|o|if|flow|outpost\.goauthentik\.io|clients-registrations|device_authorize|access_token|apps?|discovery|start|\.auth|\.pomerium|pf-signin|sign_in|sso-api|x|cmd|anubis|vercel|resources|error-pages|definitions|\$defs|properties|resolve|dns-query|s2|favicons|docs?|discover|rpc|jsonrpc|http|stream|streamable|stdio|server|servers|public|static|assets|images?|icons?|home|app|www|error|errors|\*)$/i;

/** Values that standards name, and numbers. */
function isOrdinaryValue(value: string): boolean {
  return /^(?:code|S256|plain|none|login|consent|select_account|query|fragment|form_post|true|false|\d{1,4}|[A-Z]{1,7}|openid|profile|email|offline_access|authorization_code|refresh_token|…|redacted-[a-z]+-\d+|value-\d+|path-\d+)$/.test(
    value,
  );
}
