import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { stringMember, type Json } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { edgeOf } from '../http/edge-marks.ts';
import { isOverload } from '../transport/overload.ts';
import { refusalText } from './sign-in-words.ts';

/**
 * What kept an endpoint from answering what it was asked. `unreachable`: nobody is there (another finding speaks of that). `edge`:
 * something before it answered, perhaps because of our address. `overload`: too many requests, which may have been our own.
 */
export type Hindrance = 'unreachable' | 'edge' | 'overload';

const gatewayStatuses: readonly number[] = [502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530];

/** Whether a request reached the endpoint; null when it did. */
export function hindrance(exchange: Exchange): Hindrance | null {
  if (exchange.kind === 'failure') return 'unreachable';
  const { status } = exchange;
  if (status === 404 || status === 410) return 'unreachable';
  const edge = edgeOf(exchange);
  if (edge?.kind === 'challenge') return 'unreachable';
  if (edge?.kind === 'rate-limit' || (edge === undefined && isOverload(exchange))) return 'overload';
  if (edge !== undefined) return 'edge';
  return gatewayStatuses.includes(status) ? 'unreachable' : null;
}

/** The server's own words for a refusal, on one line: its OAuth error, else whatever it says; empty for pages. */
export function errorWords(exchange: ResponseExchange, answer: Json): string {
  const code = stringMember(answer, 'error');
  const description = stringMember(answer, 'error_description');
  if (code !== undefined) return inOneLine(description === undefined ? code : `${code}: ${description}`, 300);
  const words = refusalText(exchange, { kind: 'other-type', contentType: exchange.headers['content-type'] ?? '' });
  return inOneLine(words.split('\n').slice(0, 2).join(': '), 300);
}

/** What the words of a refusal are about. */
export type Matter = 'callback' | 'method' | 'scope' | 'resource' | 'pkce' | 'client' | 'other';

/**
 * Error codes are too coarse to tell (`invalid_request` stands for everything), so the words decide: all servers name the
 * parameter that they refuse.
 */
const matters: readonly (readonly [Matter, RegExp])[] = [
  [
    'method',
    /token_?endpoint_?auth|auth(?:entication)?[_ ]method|public[_ -]client|confidential|client_secret_(?:post|basic)/i,
  ],
  ['callback', /redirect[_ -]?ur[il]|callback|reply (?:url|address)|AADSTS(?:50011|500113)\b/i],
  ['pkce', /code[_ ]?challenge|code[_ ]?verifier|\bpkce\b/i],
  ['resource', /\bresource\b|\baudience\b|AADSTS9010010\b|invalid_target/i],
  ['scope', /\bscopes?\b|invalid_scope/i],
  ['client', /\bclient(?:_?id)?\b|\binvalid_client\b|\bapplication\b(?!\/)|AADSTS700016\b/i],
];

/** Tells what a refusal is about. */
export function matterOf(words: string): Matter {
  return matters.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}
