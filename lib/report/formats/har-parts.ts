import type { Headers } from '../../kernel/exchange.ts';

/** A name with its value, as most lists of an HTTP Archive have them. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Headers one by one; of `set-cookie`, which was joined, each cookie by itself. */
export function headersOf(headers: Headers): readonly Pair[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (name === 'set-cookie' ? eachCookie(value) : [value]).map((each) => ({ name, value: each })),
  );
}

/** What stands in an address after its question mark, decoded. */
export function pairsOf(url: string): readonly Pair[] {
  return URL.canParse(url) ? parameters(new URL(url).searchParams) : [];
}

/** The cookies that a request brought. */
export function cookiesOf(header: string | undefined): readonly Pair[] {
  return (header ?? '').split(';').flatMap((part) => pairIn(part) ?? []);
}

/** A cookie that an answer sets. */
export interface SetCookie extends Pair {
  readonly path?: string;
  readonly domain?: string;
  /** RFC 3339. */
  readonly expires?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
}

/** The cookies that an answer sets, with what it says of them. */
export function setCookiesOf(header: string | undefined): readonly SetCookie[] {
  return eachCookie(header ?? '').flatMap((text) => {
    const [first = '', ...rest] = text.split(';');
    const cookie = pairIn(first);
    return cookie === null ? [] : { ...cookie, ...attributesOf(rest) };
  });
}

/** A body that was sent; a form’s fields one by one as well. */
export function postDataOf(text: string, type: string | undefined): object {
  const mimeType = type ?? 'application/octet-stream';
  const isForm = mimeType.toLowerCase().startsWith('application/x-www-form-urlencoded');
  return { mimeType, text: text.toWellFormed(), ...(isForm && { params: parameters(new URLSearchParams(text)) }) };
}

/** An address that readers can parse: what is none, as in a report that somebody wrote by hand, is led to nowhere. */
export function plainAddress(url: string): string {
  if (!URL.canParse(url)) return `about:invalid#${encodeURIComponent(url.toWellFormed())}`;
  const { href, pathname, search, hash } = new URL(url);
  const rest = pathname + search + hash;
  return href.endsWith(rest) ? `${href.slice(0, href.length - rest.length)}${encodedRest(rest)}` : encodedRest(href);
}

/** What browsers let stand in an address though RFC 3986 does not. */
function encodedRest(rest: string): string {
  return rest.replace(/[[\]{}|\\^`"<>]|%(?![0-9a-f]{2})|(?<=#.*)#/gi, encodeURIComponent);
}

function parameters(given: URLSearchParams): readonly Pair[] {
  return [...given].map(([name, value]) => ({ name, value }));
}

/** Cookies that were joined with commas; the comma in a date is followed by no name. */
function eachCookie(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split(/,\s*(?=[^\s;,=]+=)/);
}

function pairIn(text: string): Pair | null {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(equals, 0)).trim();
  return name === '' ? null : { name, value: text.slice(equals + 1).trim() };
}

function attributesOf(parts: readonly string[]): Omit<SetCookie, keyof Pair> {
  const given = new Map(parts.map((part) => [part.split('=', 1)[0]?.trim().toLowerCase() ?? '', pairIn(part)?.value]));
  const [path, domain, expires] = [given.get('path'), given.get('domain'), Date.parse(given.get('expires') ?? '')];
  return {
    ...(path !== undefined && { path }),
    ...(domain !== undefined && { domain }),
    ...(!Number.isNaN(expires) && { expires: new Date(expires).toISOString() }),
    ...(given.has('httponly') && { httpOnly: true }),
    ...(given.has('secure') && { secure: true }),
  };
}
