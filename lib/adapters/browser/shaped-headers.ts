import type { Headers } from '../../kernel/exchange.ts';
import type { RequestShape } from '../../messaging/background-calls.ts';

/** One change of a session rule. */
export type HeaderChange =
  | { readonly header: string; readonly operation: 'remove' }
  | { readonly header: string; readonly operation: 'set'; readonly value: string };

/** The headers of a request, by who can send them. */
export interface SplitHeaders {
  readonly byFetch: Headers;
  /** What fetch would drop without a word. */
  readonly byRule: Headers;
}

/**
 * Sorts a request's headers. Those that belong to the connection (Host, Content-Length, …) are in neither part: the browser alone
 * writes them, and so is a value for a rule that is not plain text.
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function splitHeaders(headers: Headers): SplitHeaders {
  const byFetch: Record<string, string> = {};
  const byRule: Record<string, string> = {};
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase();
    if (ofTheConnection.has(name)) continue;
    if (!isForbidden(name)) byFetch[name] = value;
    else if (plainText.test(value)) byRule[name] = value;
  }
  return { byFetch, byRule };
}

/** The changes that make a browser's request one of a plain program: what it adds of its own goes, what fetch could not set comes. */
export function headerChanges({ set, carried }: RequestShape): readonly HeaderChange[] {
  const wanted: Headers = { 'accept-encoding': acceptedEncodings, ...set };
  const stay = new Set([...carried, ...Object.keys(wanted)]);
  return [
    ...addedByBrowsers
      .filter((header) => !stay.has(header))
      .map((header) => ({ header, operation: 'remove' as const })),
    ...Object.entries(wanted).map(([header, value]) => ({ header, operation: 'set' as const, value })),
  ];
}

/** The same as the command line asks for. */
const acceptedEncodings = 'gzip, deflate, br';

/** Pragma and Cache-Control are added after the rules had their turn, and Priority in Firefox: they stay. */
const addedByBrowsers: readonly string[] = [
  'origin',
  'referer',
  'user-agent',
  'accept',
  'accept-language',
  'content-type',
  'cookie',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-fetch-user',
  'sec-fetch-storage-access',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-gpc',
  'dnt',
  'priority',
  'te',
];

const ofTheConnection: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const forbidden: ReadonlySet<string> = new Set([
  'accept-charset',
  'access-control-request-headers',
  'access-control-request-method',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'origin',
  'referer',
  'set-cookie',
  'user-agent',
  'via',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

function isForbidden(name: string): boolean {
  return forbidden.has(name) || name.startsWith('sec-') || name.startsWith('proxy-');
}

const plainText = /^[\t\x20-\x7e]+$/;
