import type { Documents } from '../../kernel/evidence.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { stringMember, stringsMember } from '../../kernel/json.ts';
import { isRpcPeer, type RpcReply } from '../../kernel/rpc-reply.ts';
import { rpcErrorCodes } from '../../standards/protocol.ts';
import { statedRefusal } from '../http/stated-refusal.ts';
import { asksForSignIn, refusalText } from './sign-in-words.ts';

/** By what an answer that is no 401 shows that it wants a sign-in: its challenge header, its words, or the metadata beside it. */
export type SignInSign = 'header' | 'words' | 'metadata';

/**
 * True when an answer that is not a 401 nevertheless refuses for want of a sign-in, so that auth.wrong-status or
 * auth.challenge-on-success speaks about it and nobody else does. `metadata` is the resource metadata at the well-known paths.
 * @see https://www.rfc-editor.org/rfc/rfc9728#section-5.1
 */
export function refusesForWantOfSignIn(exchange: Exchange, reply: RpcReply, metadata: Documents | undefined): boolean {
  return signInSign(exchange, reply, metadata) !== null;
}

/** The strongest sign, or null when the answer is a 401, a good answer, or refused for another reason. */
export function signInSign(exchange: Exchange, reply: RpcReply, metadata: Documents | undefined): SignInSign | null {
  if (exchange.kind !== 'response' || exchange.status === 401) return null;
  // Overload and a gateway without its server are no refusals, whatever headers and words come with them.
  if ([407, 429, 502, 503, 504].includes(exchange.status)) return null;
  if (statedRefusal(exchange, reply)) return null;
  // A challenge on an answer that did its work is no fault: some open servers send one with everything.
  if (reply.kind === 'result') return asksForSignIn(refusalText(exchange, reply)) ? 'words' : null;
  if (hasChallenge(exchange) && !refusesTheCallItself(exchange, reply)) return 'header';
  if (asksForSignIn(refusalText(exchange, reply))) return 'words';
  return metadataSpeaks(exchange, reply, metadata) ? 'metadata' : null;
}

/** Open servers that send a challenge with everything send it with “no such tool” as well: that did answer the request. */
function refusesTheCallItself({ status }: ResponseExchange, reply: RpcReply): boolean {
  const ownCodes: readonly number[] = [rpcErrorCodes.methodNotFound, rpcErrorCodes.invalidParams];
  return status < 300 && reply.kind === 'error' && ownCodes.includes(reply.error.code);
}

function hasChallenge(exchange: ResponseExchange): boolean {
  const header = exchange.headers['www-authenticate'];
  if (header === undefined) return false;
  // Cloudflare Access sends a challenge of its own with its login redirect: that is a login wall.
  if (exchange.status >= 300 && exchange.status < 400) return /\bbearer\b/i.test(header);
  return !/^\s*cloudflare-access\b/i.test(header);
}

function metadataSpeaks(exchange: ResponseExchange, reply: RpcReply, metadata: Documents | undefined): boolean {
  if (metadata === undefined || metadata.chosen === null) return false;
  const attempt = metadata.attempts[metadata.chosen];
  if (attempt === undefined) return false;
  if ((stringsMember(attempt.document, 'authorization_servers') ?? []).length === 0) return false;
  if (endedAtLogin(exchange)) return true;
  // Protection against DNS rebinding answers 403 as well, and names the header that it dislikes.
  if (/\b(?:host|origin)\b/i.test(refusalText(exchange, reply))) return false;
  // A JSON-RPC error says itself what is wrong.
  if (isRpcPeer(reply) && exchange.status !== 403) return false;
  if ([400, 403, 500].includes(exchange.status)) return true;
  // Metadata that is served for any path proves nothing about this one, unless it names it.
  return exchange.status === 404 && sameAddress(stringMember(attempt.document, 'resource'), exchange.url);
}

function endedAtLogin(exchange: ResponseExchange): boolean {
  if (exchange.status >= 300 && exchange.status < 400) return true;
  const last = exchange.redirects.at(-1);
  return last !== undefined && /log-?in|sign-?in|auth|sso|account|session/i.test(pathOf(last.to));
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function sameAddress(resource: string | undefined, url: string): boolean {
  if (resource === undefined || !URL.canParse(resource) || !URL.canParse(url)) return false;
  return bare(new URL(resource)) === bare(new URL(url));
}

function bare(url: URL): string {
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
