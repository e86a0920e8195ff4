import type { ResponseExchange } from '../../kernel/exchange.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';

/** Members under which servers and frameworks put the words of a refusal. */
const wordMembers = ['error', 'message', 'Message', 'detail', 'error_description', 'title', 'code', 'reason', 'text'];

/**
 * Servers that refuse without a 401 have nothing in common but their wording, so words are the only mark there is.
 * Underscores and hyphens are read as spaces, so that `missing_token` and "Missing token" are one.
 */
const signInWords = [
  /\bun(?:authori[sz]ed|authenticated)\b(?! (?:host|origin|domain|ip|method|client|redirect))/,
  /\bnot (?:authenticated|logged in|signed in)\b/,
  /\bnot authori[sz]ed to access\b/,
  /\b(?:authentication|authorization|auth|log ?in|sign ?in|token|credentials|api ?key) (?:is |are )?(?:required|missing|needed|not provided|was not provided)\b/,
  /\b(?:requires?|must provide|provide|send|need)\b.{0,20}\b(?:authentication|access token|bearer|authorization header|api ?key|log ?in|sign ?in)\b/,
  /\b(?:missing|no|absent|invalid|expired)\b.{0,20}\b(?:access token|bearer|authorization|authentication|api ?key|credentials|auth token|jwt)\b/,
  /\b(?:missing|no) (?:\w+ )?token\b/,
  /\bplease (?:log|sign) ?in\b/,
  /\bmust (?:be )?(?:logged in|signed in|authenticate|authenticated|log in|sign in)\b/,
  /^invalid token$/,
];

/** A form's anti-forgery token, and a route that an AWS gateway does not know, are no sign-in matters though they say "token". */
const otherMatters = /\b(?:csrf|xsrf|missing authentication token)\b/;

/** Also the custom headers that such servers name, `X-Auth-Token` and the like. */
const apiKeyWords = /\b(?:api ?key|access key|subscription key|x (?:\w+ ){0,2}(?:key|token|secret))\b/;

/** What an answer says in words: JSON-RPC error, JSON members or a short plain text; empty for pages. */
export function refusalText(exchange: ResponseExchange, reply: RpcReply): string {
  if (reply.kind === 'error' || reply.kind === 'error-without-id') {
    return [reply.error.message, ...wordsOf(reply.error.data, 0)].join('\n');
  }
  if (reply.kind === 'result') return wordsOfToolError(reply.result).join('\n');
  const type = exchange.headers['content-type'] ?? '';
  const body = exchange.body.trim();
  if (/html/i.test(type) || body.startsWith('<')) return '';
  // Events are no words, nor is what is left of a body that was cut off.
  if (/event-stream/i.test(type) || !isWhole(exchange)) return '';
  const parsed = parseJson(body);
  if (parsed !== undefined) return wordsOf(parsed, 0).join('\n');
  return body.length <= 300 ? body : '';
}

/** True when the words ask for a sign-in, a token or a key. */
export function asksForSignIn(text: string): boolean {
  return plainLines(text).some((line) => !otherMatters.test(line) && signInWords.some((words) => words.test(line)));
}

/** True when the words name an API key or another fixed secret. */
export function asksForApiKey(text: string): boolean {
  return plainLines(text).some((line) => apiKeyWords.test(line));
}

/** True when the words speak of a token or key, beyond the error code of OAuth. */
export function speaksOfToken(text: string): boolean {
  return plainLines(text).some((line) => line !== 'invalid token' && /\b(?:token|bearer|key|secret)\b/.test(line));
}

function isWhole({ bodyEnd }: ResponseExchange): boolean {
  return bodyEnd === 'complete' || bodyEnd === 'enough';
}

function plainLines(text: string): readonly string[] {
  return text
    .slice(0, 4_000)
    .toLowerCase()
    .split('\n')
    .map((line) => line.replace(/[_-]+/g, ' ').trim())
    .filter((line) => line !== '');
}

function wordsOf(value: Json, depth: number): readonly string[] {
  if (depth > 3) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 10).flatMap((item: Json) => wordsOf(item, depth + 1));
  if (!isJsonObject(value)) return [];
  const nested = ['error', 'errors', 'detail', 'data', 'fault'].flatMap((member) => {
    const inner = value[member];
    return typeof inner === 'object' && inner !== null ? wordsOf(inner, depth + 1) : [];
  });
  const own = wordMembers.map((member) => value[member]).filter((word): word is string => typeof word === 'string');
  return [...own, ...nested];
}

function wordsOfToolError(result: Json): readonly string[] {
  if (!isJsonObject(result) || result['isError'] !== true) return [];
  const content = result['content'];
  return content === undefined ? [] : wordsOf(content, 0);
}

function parseJson(text: string): Json | undefined {
  if (!text.startsWith('{') && !text.startsWith('[') && !text.startsWith('"')) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
