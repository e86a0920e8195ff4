import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { isRpcPeer, type RpcReply } from '../../kernel/rpc-reply.ts';
import { mediaType } from '../../parsing/media-type.ts';
import type { EdgeKind } from '../../standards/edge-types.ts';
import { edgeOf } from './edge-marks.ts';
import { redirectOf } from './redirect-defect.ts';
import { statedRefusal } from './stated-refusal.ts';

/**
 * What an answer to an MCP request turned out to be; each answer is exactly one, so that two checks never speak of the same.
 * - `no-response`: no HTTP answer. `mcp`: a JSON-RPC result, or a JSON-RPC error under 2xx or 4xx.
 * - `sign-in`: 401. `redirect`: ended on a 3xx, or where a redirect to another host or with another method led.
 * - `tunnel-offline` … `edge-block`: given by something before the server. `rate-limited`: 429.
 * - `gateway-error`: 502, 503, 504 and 52x. `server-error`: other 5xx.
 * - `host-not-allowed`: 403 or 421 by protection against DNS rebinding. `origin-required`, `csrf`, `address-refused`: refused for
 *   the reason that the answer states. `forbidden`: other 403.
 * - `not-found`: 404 or 410. `client-error`: other 4xx. `html`: a web page under 2xx.
 * - `malformed`: JSON or events were promised, and broken. `no-reply`: the body opened and no reply came, or it ran past the
 *   reading limit. `cut-off`: the connection was lost in the middle of the body. `other`: something else under 2xx.
 */
export type AnswerKind =
  | 'no-response'
  | 'mcp'
  | 'sign-in'
  | 'redirect'
  | 'tunnel-offline'
  | 'tunnel-interstitial'
  | 'login-wall'
  | 'bot-challenge'
  | 'edge-block'
  | 'rate-limited'
  | 'gateway-error'
  | 'server-error'
  | 'host-not-allowed'
  | 'origin-required'
  | 'csrf'
  | 'address-refused'
  | 'forbidden'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'not-found'
  | 'client-error'
  | 'html'
  | 'malformed'
  | 'no-reply'
  | 'cut-off'
  | 'other';

/** Sorts an answer to an MCP request into exactly one kind. */
export function answerKind(exchange: Exchange, reply: RpcReply): AnswerKind {
  if (exchange.kind === 'failure') return 'no-response';
  if (reply.kind === 'result') return 'mcp';
  if (namesResourceMetadata(exchange)) return 'sign-in';
  const edge = edgeOf(exchange);
  if (edge) return edgeKinds[edge.kind];
  if (exchange.status === 401) return 'sign-in';
  if (isHostRefusal(exchange, reply)) return 'host-not-allowed';
  const stated = statedRefusal(exchange, reply);
  if (stated) return stated === 'unknown-route' ? 'not-found' : stated;
  if (landsOnSignInPage(exchange)) return 'login-wall';
  // What a changed method or another host answers, even in JSON-RPC, is no answer to the request.
  if (isLedAstray(exchange)) return 'redirect';
  if (isRpcPeer(reply) && exchange.status < 500) return exchange.status === 429 ? 'rate-limited' : 'mcp';
  return byStatus(exchange, reply);
}

const edgeKinds: Readonly<Record<EdgeKind, AnswerKind>> = {
  challenge: 'bot-challenge',
  block: 'edge-block',
  'login-wall': 'login-wall',
  'rate-limit': 'rate-limited',
  'tunnel-offline': 'tunnel-offline',
  'tunnel-interstitial': 'tunnel-interstitial',
  gateway: 'gateway-error',
};

/** A challenge that leads to OAuth metadata is the server's (or a gateway's that knows MCP), whatever else the answer shows. */
function namesResourceMetadata({ status, headers }: ResponseExchange): boolean {
  return status === 401 && /\bbearer\b[\s\S]*\bresource_metadata\s*=/i.test(headers['www-authenticate'] ?? '');
}

/**
 * Protection against DNS rebinding has no structure in common, only its words: the official SDKs say “Invalid Host header”,
 * “Invalid Host: …” or “Host not allowed”.
 */
const hostRefusal =
  /\b(?:invalid|disallowed|untrusted|unknown|bad) (?:http_)?host\b|\bhost (?:header )?(?:is )?not allowed\b|^\s*blocked request\. this host\b/i;

function isHostRefusal(exchange: ResponseExchange, reply: RpcReply): boolean {
  if (exchange.status === 421) return true;
  if (exchange.status !== 403 && exchange.status !== 400) return false;
  const words = 'error' in reply ? reply.error.message : exchange.body.slice(0, 2_000);
  return hostRefusal.test(words);
}

const signInPath =
  /\/(?:log-?in|sign-?in|sso|saml2?|users\/sign_in|accounts\/login|oauth2?\/(?:start|authorize)|authorize)(?:[/.?#]|$)/i;

/** A redirect that ended on a page named after signing in: the only mark that all gateways and apps share. */
function landsOnSignInPage(exchange: ResponseExchange): boolean {
  const led = exchange.redirects.length > 0 || (exchange.status >= 300 && exchange.status < 400);
  if (!led) return false;
  const last = exchange.headers['location'] ?? exchange.finalUrl;
  const isPage = exchange.status >= 300 || mediaType(exchange.headers['content-type']) === 'text/html';
  return isPage && signInPath.test(pathOf(last, exchange.url));
}

function pathOf(url: string, base: string): string {
  return URL.canParse(url, base) ? new URL(url, base).pathname : '';
}

function isLedAstray(exchange: ResponseExchange): boolean {
  if (exchange.status >= 300 && exchange.status < 400) return true;
  const code = redirectOf(exchange)?.code;
  return code !== undefined && code !== 'http.redirect-same-host';
}

function byStatus(exchange: ResponseExchange, reply: RpcReply): AnswerKind {
  const { status } = exchange;
  if (status === 429) return 'rate-limited';
  if ([502, 503, 504].includes(status) || (status >= 520 && status < 530)) return 'gateway-error';
  if (status >= 500) return 'server-error';
  if (status === 403) return 'forbidden';
  if (status === 405) return 'method-not-allowed';
  if (status === 406) return 'not-acceptable';
  if (status === 404 || status === 410) return 'not-found';
  if (status >= 400) return 'client-error';
  return ofGoodStatus(exchange, reply);
}

function ofGoodStatus(exchange: ResponseExchange, reply: RpcReply): AnswerKind {
  if (exchange.bodyEnd === 'reset') return 'cut-off';
  // A body that was cut off at our reading limit says nothing about its form.
  if (exchange.bodyEnd === 'limit' || reply.kind === 'none') return 'no-reply';
  if (reply.kind.startsWith('malformed')) return 'malformed';
  if (isHtml(exchange)) return 'html';
  return 'other';
}

function isHtml({ headers, body }: ResponseExchange): boolean {
  const type = mediaType(headers['content-type']);
  if (type === 'text/html' || type === 'application/xhtml+xml') return true;
  return (type === undefined || type === 'text/plain') && /^\s*<(?:!doctype html|html|head|body)\b/i.test(body);
}
