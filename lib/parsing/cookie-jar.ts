/** Cookies of one visit, as a browser keeps them from one redirect to the next. In memory only. */
export interface CookieJar {
  /** Takes the cookies of an answer. `setCookie` is the header, repeated ones joined with commas. */
  take(setCookie: string | undefined, url: string): void;
  /** The Cookie header for an address, or undefined when there is nothing to send. */
  for(url: string): string | undefined;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
}

const mostCookies = 50;

/**
 * Makes an empty jar.
 * @see https://www.rfc-editor.org/rfc/rfc6265#section-5.3
 */
export function createCookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>();
  return {
    take(setCookie, url) {
      if (setCookie === undefined) return;
      for (const text of setCookie.split(betweenCookies)) {
        const read = readCookie(text, new URL(url));
        if (!read) continue;
        const key = `${read.cookie.domain} ${read.cookie.path} ${read.cookie.name}`;
        if (read.isOver) cookies.delete(key);
        else if (cookies.size < mostCookies) cookies.set(key, read.cookie);
      }
    },
    for(url) {
      const target = new URL(url);
      const sent = [...cookies.values()].filter((cookie) => isFor(cookie, target));
      return sent.length === 0 ? undefined : sent.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}

/** A comma that begins a new cookie: those in dates are followed by no name. */
const betweenCookies = /,(?=\s*[^\s;,="]+=)/;

function readCookie(text: string, url: URL): { readonly cookie: Cookie; readonly isOver: boolean } | undefined {
  const [pair = '', ...rest] = text.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  if (name === '') return undefined;
  const attributes = new Map(
    rest.map((attribute) => {
      const [key = '', ...value] = attribute.split('=');
      return [key.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const domain = (attributes.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  // A single label is a suffix that nobody owns.
  if (domain !== '' && (!domain.includes('.') || !isWithin(url.hostname, domain))) return undefined;
  const path = attributes.get('path') ?? '';
  const cookie = {
    name,
    value: pair.slice(equals + 1).trim(),
    domain: domain === '' ? url.hostname : domain,
    hostOnly: domain === '',
    path: path.startsWith('/') ? path : url.pathname.replace(/\/[^/]*$/, '') || '/',
    secure: attributes.has('secure'),
  };
  return { cookie, isOver: isOver(attributes) };
}

/** A date in the past that servers use to delete lies at the beginning of time. */
function isOver(attributes: ReadonlyMap<string, string>): boolean {
  const maxAge = attributes.get('max-age');
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  return /\b1970\b/.test(attributes.get('expires') ?? '');
}

function isFor(cookie: Cookie, url: URL): boolean {
  const host = cookie.hostOnly ? url.hostname === cookie.domain : isWithin(url.hostname, cookie.domain);
  const { path } = cookie;
  const below = url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
  return host && below && (!cookie.secure || url.protocol === 'https:');
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
