import { msg, say, saidValue, sayCount } from '../../i18n/say.ts';
import type { Exchange, FailureReason } from '../../kernel/exchange.ts';
import { stringMember } from '../../kernel/json.ts';
import type { WordedFinding } from '../../kernel/report.ts';

/** The exchanges that prove a finding, in the order in which its check names them: the one that shows it best first. */
export function proofsOf(finding: WordedFinding, exchanges: readonly Exchange[]): readonly Exchange[] {
  const known = byIdIn(exchanges);
  return finding.evidence.flatMap((id) => known.get(id) ?? []);
}

const indexes = new WeakMap<readonly Exchange[], ReadonlyMap<string, Exchange>>();

/** Thousands of findings may each name thousands of exchanges, in a report of somebody else’s. */
function byIdIn(exchanges: readonly Exchange[]): ReadonlyMap<string, Exchange> {
  const known = indexes.get(exchanges) ?? new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  indexes.set(exchanges, known);
  return known;
}

/** What came of a request, in a few words. */
export function outcomeWords(exchange: Exchange): string {
  const outcome = endWords(exchange);
  const { redirects } = exchange;
  const [first] = redirects;
  const last = redirects.at(-1);
  if (!first || !last) return outcome;
  const { status, to } = first;
  if (redirects.length === 1) return say('{status} to {url}, then {outcome}', { status, url: to, outcome });
  // The first and the last by their addresses.
  const values = { status, url: to, last: last.to, outcome };
  return sayCount(
    redirects.length,
    { other: '{status} to {url}, and after {count} redirects at {last}, then {outcome}' },
    values,
  );
}

function endWords(exchange: Exchange): string {
  if (exchange.kind === 'failure') {
    const words = say(failureWords[exchange.reason]);
    return exchange.detail === '' ? words : `${words} (${saidValue('failure', exchange.detail)})`;
  }
  const type = exchange.headers['content-type']?.split(';')[0]?.trim();
  return `${exchange.status}${type ? ` ${type}` : ''}`;
}

/** What sets a request apart from another one to the same address, in a few words; empty where nothing need. */
export function differenceWords(exchange: Exchange, other: Exchange): string {
  if (exchange.method !== other.method || exchange.url !== other.url) return '';
  const { variant, requestBody } = exchange;
  const rpc = rpcMethod(requestBody);
  const differences = [
    ...(rpc !== undefined && rpc !== rpcMethod(other.requestBody) ? [rpc] : []),
    ...(isAuthorized(exchange) === isAuthorized(other)
      ? []
      : [isAuthorized(exchange) ? say('with a token') : say('without a token')]),
    ...(variant.userAgent === other.variant.userAgent ? [] : [say('as {name}', { name: variant.userAgent })]),
    ...(variant.origin === other.variant.origin || variant.origin === null
      ? []
      : [say('from {origin}', { origin: variant.origin })]),
  ];
  if (differences.length > 0 || outcomeWords(exchange) === outcomeWords(other)) return differences.join(', ');
  return exchange.timing.startedAt < other.timing.startedAt ? say('earlier') : say('later');
}

function isAuthorized({ requestHeaders }: Exchange): boolean {
  return requestHeaders['authorization'] !== undefined;
}

/** The JSON-RPC method that a request asked for; undefined where it is no such request. */
export function rpcMethod(body: string | null): string | undefined {
  try {
    const method = stringMember(JSON.parse(body ?? ''), 'method');
    return method !== undefined && /^[\w/-]{1,60}$/.test(method) ? method : undefined;
  } catch {
    return undefined;
  }
}

/** Why no answer came, in a few words. */
export const failureWords: Readonly<Record<FailureReason, string>> = {
  dns: msg('name not found'),
  refused: msg('connection refused'),
  reset: msg('connection closed'),
  unreachable: msg('no way there'),
  timeout: msg('no answer in time'),
  'tls-expired': msg('certificate out of date'),
  'tls-untrusted': msg('certificate not trusted'),
  'tls-name': msg('certificate for another name'),
  'tls-chain': msg('certificate chain incomplete'),
  'tls-handshake': msg('no TLS connection'),
  'redirect-loop': msg('redirects without end'),
  'malformed-http': msg('no valid HTTP answer'),
  'blocked-by-client': msg('blocked in this browser'),
  'private-address': msg('private address, not asked'),
  proxy: msg('the proxy failed'),
  'no-permission': msg('no permission to ask'),
  aborted: msg('cut short'),
  unknown: msg('no answer'),
};
