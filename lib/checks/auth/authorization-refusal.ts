import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { AuthorizationPage, SignInPage } from '../../kernel/evidence-active.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Confidence } from '../../kernel/finding.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import { parseBoundedJson } from '../../parsing/bounded-json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { interactionErrors, oauthErrors } from '../../standards/oauth-errors.ts';
import { errorWords, hindrance, matterOf } from './endpoint-answer.ts';

/** How an authorization request was refused. */
export interface AuthorizationRefusal {
  readonly how: 'callback' | 'address' | 'status' | 'page';
  readonly code: string;
  readonly said: string;
  readonly confidence: Confidence;
}

/** `shown`: a page for the person, or the way back without one. Otherwise why nothing can be said. */
export type AuthorizationOutcome = AuthorizationRefusal | 'shown' | 'edge' | 'not-reached';

/** Tells a refusal from a page at which the person goes on. */
export function authorizationOutcome(
  visit: AuthorizationPage,
  looks: EvidenceMap['sign-in-endpoints'] | undefined,
): AuthorizationOutcome {
  const last = visit.hops.at(-1);
  if (last?.kind !== 'response') return 'not-reached';
  if (visit.end === 'callback' || visit.end === 'error-address') return addressOutcome(visit);
  if (visit.end !== 'page' || last.status < 200 || (last.status >= 300 && last.status < 400)) return 'not-reached';
  const hindered = hindrance(last);
  if (hindered === 'edge') return 'edge';
  if (hindered === 'overload') return 'not-reached';
  // Some services answer 404 to a client that they do not know; where nobody is there at all, another finding speaks.
  if (hindered === 'unreachable' && (last.status !== 404 || isMissing(looks))) return 'not-reached';
  return answerOutcome(last, visit.page);
}

function addressOutcome({ end, error }: AuthorizationPage): AuthorizationOutcome {
  if (error === null || interactionErrors.includes(error.code)) return 'shown';
  // The others may be a mood of the moment, or a rule about this one visitor.
  const isAboutRequest = oauthErrors.includes(error.code) && !passing.includes(error.code);
  return {
    how: end === 'callback' ? 'callback' : 'address',
    code: inOneLine(error.code, 80),
    said: inOneLine(error.description, 300),
    confidence: isAboutRequest ? 'certain' : 'likely',
  };
}

const passing: readonly string[] = ['access_denied', 'server_error', 'temporarily_unavailable'];

function isMissing(looks: EvidenceMap['sign-in-endpoints'] | undefined): boolean {
  const exchange = looks?.endpoints.find(({ role }) => role === 'authorization')?.exchange;
  return exchange?.kind === 'response' && exchange.status === 404;
}

function answerOutcome(exchange: ResponseExchange, page: SignInPage | null): AuthorizationOutcome {
  const { status } = exchange;
  const answer = jsonIn(exchange.body);
  const isRefusalInJson = isJsonObject(answer) && (answer['error'] !== undefined || answer['errors'] !== undefined);
  const text = page ? visibleText(exchange.body) : '';
  if (status < 400) {
    if (isRefusalInJson) return refusal('page', exchange, answer, 'certain');
    const code = page?.forms.some(({ asksForPassword }) => asksForPassword) ? undefined : errorCodeIn(text);
    return code === undefined ? 'shown' : { how: 'page', code, said: around(text, code), confidence: 'likely' };
  }
  // The browser asks for the password by itself, or the page does.
  if (status === 401 && !isRefusalInJson) return 'shown';
  const words = page ? `${page.title} ${text}` : errorWords(exchange, answer);
  const isExplained = matterOf(words) !== 'other' || (stringMember(answer, 'error') ?? '') !== '';
  const confidence = isExplained && status < 500 ? 'certain' : 'likely';
  if (page === null) return refusal('status', exchange, answer, confidence);
  return { how: 'status', code: '–', said: inOneLine(words, 300), confidence };
}

function refusal(
  how: 'status' | 'page',
  exchange: ResponseExchange,
  answer: Json,
  confidence: Confidence,
): AuthorizationRefusal {
  const code = inOneLine(stringMember(answer, 'error') ?? '–', 80);
  return { how, code, said: errorWords(exchange, answer), confidence };
}

/**
 * A page of success that shows an error has no mark but its words: Microsoft’s codes, and those of OAuth that no page shows to a
 * person who can go on.
 */
const errorsOnPages =
  /\bAADSTS\d{5,8}\b|\b(?:redirect_uri_mismatch|invalid_redirect_uri|invalid_client|unauthorized_client|invalid_scope|invalid_target|unsupported_response_type)\b/;

function errorCodeIn(text: string): string | undefined {
  return errorsOnPages.exec(text)?.[0];
}

function around(text: string, code: string): string {
  const at = text.indexOf(code);
  return inOneLine(text.slice(at, at + 300), 300);
}

const searched = 16 * 1024;

/** What a page shows, without its title, from its first 16 KiB. */
export function visibleText(body: string): string {
  return body
    .slice(0, searched)
    .replace(/<(script|style|title)\b[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function jsonIn(body: string): Json {
  const parsed = parseBoundedJson(body);
  return parsed.ok ? parsed.value : null;
}
