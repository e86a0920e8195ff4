import type { DocumentAttempt } from '../../kernel/evidence.ts';
import type { Values } from '../../kernel/finding.ts';
import type { Json } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';

/** Why an attempt gave no document that can be used. */
export type AttemptFault =
  'private-address' | 'not-https' | 'invalid-url' | 'no-answer' | 'status' | 'html' | 'not-json' | 'not-object';

/** A name as a selector of ICU messages, which know no hyphens. */
export function selector(name: string): string {
  return name.replaceAll('-', '_');
}

/** The places that were asked and what each answered, without words of any language: `https://… → 404, https://… → timeout`. */
export function triedPlaces(attempts: readonly DocumentAttempt[]): string {
  return attempts.map((attempt) => `${inOneLine(attempt.url)} → ${outcome(attempt)}`).join(', ');
}

/** What was wrong with an attempt that did not give a JSON object; null when it did. */
export function attemptFault(attempt: DocumentAttempt): AttemptFault | null {
  const { exchange, document, refused } = attempt;
  if (refused !== null) return refused;
  if (exchange === null || exchange.kind === 'failure') {
    return exchange?.reason === 'private-address' ? 'private-address' : 'no-answer';
  }
  if (exchange.status !== 200) return 'status';
  if (isObject(document)) return null;
  if (document !== null) return 'not-object';
  return isPage(attempt) ? 'html' : 'not-json';
}

/**
 * True when a document was meant to be there and is broken. A web page, or a word in plain text, is what many servers answer for
 * any address that they do not know.
 */
export function isBrokenDocument(attempt: DocumentAttempt): boolean {
  const fault = attemptFault(attempt);
  if (fault === 'not-object') return true;
  if (fault === 'html') return attempt.form === 'challenge';
  if (fault !== 'not-json') return false;
  return attempt.form === 'challenge' || claimsJson(attempt);
}

/** Values for a sentence about one attempt. */
export function attemptValues(attempt: DocumentAttempt): Values {
  const { exchange } = attempt;
  return {
    url: inOneLine(attempt.url),
    why: selector(attemptFault(attempt) ?? 'none'),
    status: exchange?.kind === 'response' ? exchange.status : 0,
    reason: exchange?.kind === 'failure' ? exchange.reason : 'none',
    type: mediaTypeOf(attempt) || '–',
  };
}

/** True when the answer is labelled as JSON, or is not labelled at all. */
export function isLabelledJson(attempt: DocumentAttempt): boolean {
  const type = mediaTypeOf(attempt);
  return type === '' || /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type);
}

function mediaTypeOf({ exchange }: DocumentAttempt): string {
  if (exchange?.kind !== 'response') return '';
  return inOneLine((exchange.headers['content-type'] ?? '').split(';')[0] ?? '').toLowerCase();
}

function claimsJson(attempt: DocumentAttempt): boolean {
  const body = attempt.exchange?.kind === 'response' ? attempt.exchange.body.trim() : '';
  return body !== '' && (/json$/.test(mediaTypeOf(attempt)) || body.startsWith('{'));
}

function isPage(attempt: DocumentAttempt): boolean {
  const { exchange } = attempt;
  return exchange?.kind === 'response' && (/html/.test(mediaTypeOf(attempt)) || exchange.body.trim().startsWith('<'));
}

function outcome(attempt: DocumentAttempt): string {
  const { exchange, refused } = attempt;
  if (refused !== null) return refused;
  if (exchange === null) return '–';
  if (exchange.kind === 'failure') return exchange.reason;
  return exchange.status === 200 ? `200 ${mediaTypeOf(attempt)}`.trim() : String(exchange.status);
}

function isObject(document: Json): boolean {
  return typeof document === 'object' && document !== null && !Array.isArray(document);
}
