import { claudeOwnDomains } from '../standards/claude-page-places.ts';
import { hostedSignIns } from '../standards/hosted-sign-in.ts';
import { referenceIn } from '../page/reference.ts';
import { withoutSecretSegments } from '../parsing/secret-segment.ts';
import type { ReadableText } from './readable-text.ts';

/** What a text itself shows, in any language. Nothing in it can be a secret: no user names, no query, no long random parts of a path. */
export interface Marks {
  /** The reference id (`ofid_…`). */
  readonly reference: string | null;
  /** The value of `step=`, where it is a known one. */
  readonly stage: string | null;
  /** The value of `oauth_error=`, where it has the form of a known one. */
  readonly oauthError: string | null;
  /** A code of Microsoft’s sign-in, such as `AADSTS53003`. */
  readonly identityCode: string | null;
  readonly rpcCode: number | null;
  /** The connector’s address, as far as it can be shown: `*` stands for what may be a secret. */
  readonly url: string | null;
  readonly host: string | null;
  /** The same address, to be checked; null where there is none, several, or one that is not whole. */
  readonly check: string | null;
}

const mostAddresses = 50;

/** Reads the marks of a text. */
export function readMarks({ text, lines }: ReadableText): Marks {
  const url = connectorAddress(text, lines);
  const shown = url === null ? null : shownAddress(url);
  return {
    reference: referenceOf(text),
    stage: /\bstep=(start_error|end_error)\b/i.exec(text)?.[1] ?? null,
    oauthError: oauthErrorOf(text),
    identityCode: identityCodeOf(text),
    rpcCode: rpcCodeOf(text),
    url: shown,
    host: url?.host ?? null,
    check: shown === null || shown.includes('*') ? null : shown,
  };
}

/** Words of the standard and of Claude’s: any other value may be anything, and is not repeated. */
const knownOauthError =
  /^(?:mcp(?:_[a-z]{2,14}){1,4}|[A-Z][a-z]{1,14}(?:[A-Z][a-z]{1,14}){0,3}Error|(?:invalid|unsupported|unauthorized|insufficient)_[a-z]{4,10}(?:_(?:type|uri|metadata))?|access_denied|(?:server|login|consent|interaction)_(?:error|required)|temporarily_unavailable|mcpauthorizationerror)$/;

function oauthErrorOf(text: string): string | null {
  const value = /\boauth_error=([a-z_]{3,60})(?![\w-])/i.exec(text)?.[1];
  return value !== undefined && knownOauthError.test(value) ? value : null;
}

/** Screenshots lose the low line of `ofid_` and confuse its i. */
function referenceOf(text: string): string | null {
  const misread = /\bof[il1|]d[ _-]{1,2}([0-9a-f]{12,20})\b/i.exec(text)?.[1];
  return referenceIn(text) ?? (misread === undefined ? null : `ofid_${misread.toLowerCase()}`);
}

function identityCodeOf(text: string): string | null {
  const digits = /\baad[s5]t[s5]\s?([\dol]{4,8})\b/i.exec(text)?.[1];
  if (digits === undefined || !/\d/.test(digits)) return null;
  return `AADSTS${digits.replace(/o/gi, '0').replace(/l/gi, '1')}`;
}

function rpcCodeOf(text: string): number | null {
  const digits = /(?:"code"\s{0,4}:\s{0,4}|\b(?:mcp|json-?rpc) error:? |\bcode: ?)(-32\d{3})\b/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The address that is the connector’s; null where several may be. */
function connectorAddress(text: string, lines: readonly string[]): URL | null {
  const addresses = [...addressesIn(text), ...requestedAddress(lines)].filter((url) => !isOthers(url));
  const telling = addresses.filter((url) =>
    /(?:^|[/._-])mcp(?:$|[/._-])|\/sse\/?$/i.test(`${url.hostname}${url.pathname}`),
  );
  const chosen = telling.length > 0 ? telling : addresses;
  const hosts = new Set(chosen.map(({ host }) => host));
  if (hosts.size !== 1) return null;
  const paths = chosen.filter(({ pathname }) => !pathname.startsWith('/.well-known/'));
  return paths[0] ?? null;
}

function addressesIn(text: string): readonly URL[] {
  const found: URL[] = [];
  for (const [raw] of text.matchAll(/\bhttps?:\/\/[^\s"'<>`\\^{}|“”‘’„…]{1,2000}/gi)) {
    const address = raw.replace(/[?#&].*$/, '').replace(/[.,;:!)\]*]+$/, '');
    if (URL.canParse(address)) found.push(new URL(address));
    if (found.length >= mostAddresses) break;
  }
  return found;
}

/** curl shows the host in a line of its own, below the path. */
function requestedAddress(lines: readonly string[]): readonly URL[] {
  const host = first(lines, /^[>\s]{0,4}host:\s{0,4}([a-z0-9.-]{3,253}(?::\d{1,5})?)$/i);
  const path = first(lines, /^[>\s]{0,4}(?:GET|POST|HEAD) (\/\S{0,500}) HTTP\/[\d.]{1,4}$/);
  if (host === null || !host.includes('.') || path === null) return [];
  const address = `https://${host}${path.replace(/[?#].*$/, '')}`;
  return URL.canParse(address) ? [new URL(address)] : [];
}

function first(lines: readonly string[], form: RegExp): string | null {
  for (const line of lines.slice(0, 400)) {
    const found = form.exec(line.slice(0, 800))?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** Claude’s own, a sign-in service’s, or a page that tells of errors: never the connector’s. */
function isOthers({ hostname }: URL): boolean {
  const isBelow = (domain: string): boolean => hostname === domain || hostname.endsWith(`.${domain}`);
  return (
    claudeOwnDomains.some(isBelow) ||
    [
      'cloudflare.com',
      'modelcontextprotocol.io',
      'microsoft.com',
      'google.com',
      'w3.org',
      'mozilla.org',
      'ietf.org',
    ].some(isBelow) ||
    hostedSignIns.some(({ host }) => host.test(hostname)) ||
    /^(?:auth|login|accounts?|id|idp|sso|oauth)\./.test(hostname)
  );
}

function shownAddress(url: URL): string {
  return `${url.origin}${withoutSecretSegments(url.pathname, '*')}`.slice(0, 500);
}
