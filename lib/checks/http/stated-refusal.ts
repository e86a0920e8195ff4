import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';

/**
 * Why a server says that it refuses.
 * - `csrf`: a form's anti-forgery token is missing. `origin-required`: it wants an Origin header, which only browsers send.
 * - `address-refused`: it takes requests from certain addresses alone.
 * - `unknown-route`: an API gateway has no such path, method or stage, whatever its words seem to say.
 */
export type StatedRefusal = 'csrf' | 'origin-required' | 'address-refused' | 'unknown-route';

/** The reason that a refusal states, other than a missing sign-in; undefined when it states none of these, or is no refusal. */
export function statedRefusal(exchange: Exchange, reply: RpcReply): StatedRefusal | undefined {
  if (exchange.kind === 'failure' || !refusing.has(exchange.status)) return undefined;
  const said = wordsOf(exchange, reply);
  if (isUnknownRoute(exchange, said)) return 'unknown-route';
  if (exchange.status === laravelPageExpired || csrfWords.test(said)) return 'csrf';
  if (exchange.variant.origin === null && exchange.status !== 422 && originWords.some((words) => words.test(said))) {
    return 'origin-required';
  }
  return exchange.status === 403 && addressWords.some((words) => words.test(said)) ? 'address-refused' : undefined;
}

/** A status of Laravel's own: the session that the form's token belongs to has expired. */
const laravelPageExpired = 419;
const refusing: ReadonlySet<number> = new Set([400, 403, laravelPageExpired, 422]);

/** In order: Django and most others; ASP.NET; Rails, for programs and as a page; SvelteKit. */
const csrfWords =
  /\b[cx]srf\b|\banti-?forgery\b|\bauthenticity[ _]?token\b|\bthe change you wanted was rejected\b|\bcross-site (?:request forgery|post form)/i;

const originWords: readonly RegExp[] = [
  /\borigin header\b.{0,20}\b(?:required|missing|absent|needed|must)\b/i,
  /\b(?:missing|without|requires?|absent)\b(?: an?| the| valid)* origin\b(?! server)/i,
  /\b(?:invalid|disallowed|untrusted|forbidden|bad) origin\b/i,
  /\borigin (?:header )?(?:is )?not allowed\b/i,
  /\bnot allowed by cors\b/i,
];

const addressWords: readonly RegExp[] = [
  /\bip(?: address)?\b.{0,40}\b(?:not (?:allowed|permitted|authori[sz]ed|white-?listed|allow-?listed)|blocked|denied|rejected|restricted|forbidden)\b/i,
  /\b(?:unauthori[sz]ed|forbidden|disallowed|blocked|invalid) (?:client |source |remote )?ip\b/i,
  /\b(?:access denied|not allowed|forbidden|blocked)\b.{0,20}\b(?:for|from|by) (?:your |this |the |client )?ip\b/i,
  /\bip(?: address)?\b.{0,20}\b(?:not (?:in|on)|outside)\b.{0,20}\b(?:allow|white)-?list/i,
];

/** Amazon API Gateway says “Missing Authentication Token” when it knows no such path, method or stage. */
function isUnknownRoute({ status, headers }: ResponseExchange, said: string): boolean {
  if (status !== 403) return false;
  if (/^MissingAuthenticationToken/i.test(headers['x-amzn-errortype'] ?? '')) return true;
  return 'x-amz-apigw-id' in headers && /\bmissing authentication token\b/i.test(said);
}

const searchedBody = 8 * 1024;

/** What an answer says, without the markup of a page: pages of all kinds carry a CSRF token in theirs. */
function wordsOf({ body }: ResponseExchange, reply: RpcReply): string {
  if ('error' in reply) return reply.error.message.slice(0, searchedBody);
  const text = body.slice(0, searchedBody);
  if (!text.trimStart().startsWith('<')) return text;
  return text.replace(/<(script|style)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' ');
}
