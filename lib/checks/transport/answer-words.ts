import { inOneLine } from '../../parsing/one-line.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';

/** What an answer was, as values for `answered` and `quoted`. */
export function answerValues(exchange: Exchange, reply: RpcReply = { kind: 'other-type', contentType: '' }): Values {
  const said = wordsIn(exchange, reply);
  return {
    how: howItWent(exchange, reply),
    seconds: secondsOf(exchange.timing.durationMs),
    status: exchange.kind === 'response' ? exchange.status : 0,
    rpcCode: 'error' in reply ? reply.error.code : 0,
    said,
    spoke: said === '' ? 'no' : 'yes',
  };
}

/** A number of seconds in words; wants `seconds`. */
export const seconds = '{seconds, plural, one {1 second} other {{seconds} seconds}}';

/** What became of a request, as the end of a clause whose subject is the request; wants `answerValues`. */
export const answered = `{how, select, error {was answered with JSON-RPC error {rpcCode}{spoke, select, yes { (“{said}”)} other {}} under HTTP status {status}} silence {got no answer within ${seconds}} broken {got no answer, because the connection broke off} malformed {was answered with a reply that clients cannot read} http {was answered with HTTP status {status}{spoke, select, yes { (“{said}”)} other {}}} other {was answered with HTTP status {status} and no MCP reply}}`;

/** Seconds to one decimal place. */
export function secondsOf(ms: number): number {
  return Math.round(ms / 100) / 10;
}

/** A sentence that quotes the server, or nothing when it said nothing; starts with a space, wants `answerValues`. */
export const quoted = '{spoke, select, yes { The server said: “{said}”.} other {}}';

function howItWent(exchange: Exchange, reply: RpcReply): string {
  if (exchange.kind === 'failure') return exchange.reason === 'timeout' ? 'silence' : 'broken';
  if ('error' in reply) return 'error';
  if (exchange.status >= 300) return 'http';
  if (reply.kind === 'none') return exchange.bodyEnd === 'reset' ? 'broken' : 'silence';
  return reply.kind.startsWith('malformed') ? 'malformed' : 'other';
}

function wordsIn(exchange: Exchange, reply: RpcReply): string {
  if ('error' in reply) return inOneLine(reply.error.message);
  if (exchange.kind === 'failure') return '';
  const body = exchange.body.trim();
  // A page is no sentence, and no more are events.
  if (body === '' || body.startsWith('<') || /html|event-stream/i.test(exchange.headers['content-type'] ?? ''))
    return '';
  return inOneLine(jsonWords(body) ?? body);
}

function jsonWords(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const error = isJsonObject(parsed) ? parsed['error'] : undefined;
    return (
      stringMember(error, 'message') ??
      stringMember(parsed, 'message') ??
      stringMember(parsed, 'detail') ??
      stringMember(parsed, 'error')
    );
  } catch {
    return undefined;
  }
}
