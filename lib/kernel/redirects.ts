import type { Headers } from './exchange.ts';
import type { NetworkRequest } from './ports.ts';

/** A request as it goes over the wire, one for each hop. */
export interface Wire {
  readonly method: NetworkRequest['method'];
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/**
 * The request that an HTTP client sends next, or null when the answer is no redirect that can be followed.
 * 303 makes GET of everything but HEAD, 302 as well, 301 of POST; a body never travels with a changed method,
 * and secret headers never to another origin.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4
 */
export function nextRequest(
  wire: Wire,
  answer: { readonly status: number; readonly headers: Headers },
  secretHeaders: readonly string[],
): Wire | null {
  if (!redirectStatuses.has(answer.status)) return null;
  const url = targetOf(answer.headers['location'], wire.url);
  if (url === null) return null;
  const method = nextMethod(wire.method, answer.status);
  const keepsBody = method === wire.method;
  const dropped = new Set(url.origin === wire.url.origin ? [] : secretHeaders);
  return {
    method,
    url,
    headers: Object.fromEntries(
      Object.entries(wire.headers).filter(
        ([name]) => !dropped.has(name.toLowerCase()) && (keepsBody || !bodyHeaders.has(name.toLowerCase())),
      ),
    ),
    body: keepsBody ? wire.body : undefined,
  };
}

/** What makes two hops the same. */
export function hopKey(wire: Wire): string {
  const { origin, pathname, search } = wire.url;
  return `${wire.method} ${origin}${pathname}${search}`;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const bodyHeaders: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding']);

function targetOf(location: string | undefined, base: URL): URL | null {
  if (location === undefined || location === '' || !URL.canParse(location, base)) return null;
  const url = new URL(location, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** The method with which a redirect of this status is followed. */
export function nextMethod<const M extends string>(method: M, status: number): M | 'GET' {
  if (method === 'HEAD') return method;
  if (status === 303 || status === 302) return 'GET';
  return status === 301 && method === 'POST' ? 'GET' : method;
}
