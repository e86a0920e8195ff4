import type { Exchange, FailureReason } from '../kernel/exchange.ts';
import { stringMember } from '../kernel/json.ts';
import type { WordedFinding } from '../kernel/report.ts';
import { counted } from './counted.ts';

/** The exchanges that prove a finding, in the order in which its check names them: the one that shows it best first. */
export function proofsOf(finding: WordedFinding, exchanges: readonly Exchange[]): readonly Exchange[] {
  return finding.evidence.flatMap((id) => exchanges.filter((exchange) => exchange.id === id));
}

/** What came of a request, in a few words. */
export function outcomeWords(exchange: Exchange): string {
  const redirected = redirectWords(exchange);
  if (exchange.kind === 'failure') {
    const words = failureWords[exchange.reason];
    return `${redirected}${words}${exchange.detail === '' ? '' : ` (${exchange.detail})`}`;
  }
  const type = exchange.headers['content-type']?.split(';')[0]?.trim();
  return `${redirected}${exchange.status}${type ? ` ${type}` : ''}`;
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
      : [isAuthorized(exchange) ? 'with a token' : 'without a token']),
    ...(variant.userAgent === other.variant.userAgent ? [] : [`as ${variant.userAgent}`]),
    ...(variant.origin === other.variant.origin || variant.origin === null ? [] : [`from ${variant.origin}`]),
  ];
  if (differences.length > 0 || outcomeWords(exchange) === outcomeWords(other)) return differences.join(', ');
  return exchange.timing.startedAt < other.timing.startedAt ? 'earlier' : 'later';
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

/** The redirects before the outcome, the first and the last by their addresses. */
function redirectWords({ redirects }: Exchange): string {
  const [first] = redirects;
  const last = redirects.at(-1);
  if (!first || !last) return '';
  const rest = redirects.length > 1 ? `, and after ${counted(redirects.length, 'redirect')} at ${last.to}` : '';
  return `${first.status} to ${first.to}${rest}, then `;
}

/** Why no answer came, in a few words. */
export const failureWords: Readonly<Record<FailureReason, string>> = {
  dns: 'name not found',
  refused: 'connection refused',
  reset: 'connection closed',
  unreachable: 'no way there',
  timeout: 'no answer in time',
  'tls-expired': 'certificate out of date',
  'tls-untrusted': 'certificate not trusted',
  'tls-name': 'certificate for another name',
  'tls-chain': 'certificate chain incomplete',
  'tls-handshake': 'no TLS connection',
  'redirect-loop': 'redirects without end',
  'malformed-http': 'no valid HTTP answer',
  'blocked-by-client': 'blocked in this browser',
  'private-address': 'private address, not asked',
  proxy: 'the proxy failed',
  'no-permission': 'no permission to ask',
  aborted: 'cut short',
  unknown: 'no answer',
};
