import { isDistinctive, type SecretStore } from './redact-store.ts';
import { secretByName } from './redact-values.ts';

/** What an answer was asked for: tokens, or a client of our own. */
export type AnswerHolds = 'tokens' | 'client';

/**
 * Takes every opaque value out of an answer that was asked for secrets, whatever its name: JSON, a form, or nothing but the value.
 * What judging needs stays: error codes, types, lifetimes, scopes, addresses, and identifiers, which open nothing.
 */
export function answerSecrets(text: string, holds: AnswerHolds, store: SecretStore): string {
  let learned = 0;
  const take = (name: string, value: string): string | undefined => {
    if (isHarmless(name, holds) || !isOpaque(value) || store.isSpared(value)) return undefined;
    const kind = secretByName(name, value, 'json') ?? (holds === 'tokens' ? 'token' : 'secret');
    // They are the run's own, which nobody crowds out; an answer with more of them than this is no answer.
    learned += 1;
    if (learned <= mostOfOneAnswer) store.know(value, kind, 'always');
    return store.mark(value, kind);
  };
  if (/^\s*["[{]/.test(text)) return jsonValues(text, take);
  if (form.test(text)) return formValues(text, take);
  const whole = text.trim();
  return /^[^\s<>]+$/.test(whole) && Number.isNaN(Number(whole))
    ? text.replace(whole, (value) => take('', value) ?? value)
    : text;
}

/** Answers with what stands in place of a value, or undefined when the value stays. */
type Take = (name: string, value: string) => string | undefined;

const mostOfOneAnswer = 100;

/** The end of a string may be cut off. */
const jsonString = /"([^"\\]*(?:\\(?:[^]|$)[^"\\]*)*)("|$)/g;
const form = /^[\w.-]{1,100}=[^\s<>{}"]*$/;

function jsonValues(text: string, take: Take): string {
  const colon = /\s{0,100}:/y;
  let name = '';
  return text.replace(jsonString, (whole, raw: string, end: string, at: number) => {
    colon.lastIndex = at + whole.length;
    if (colon.test(text)) {
      name = unescaped(raw);
      return whole;
    }
    const put = take(name, unescaped(raw));
    return put === undefined ? whole : `"${put}${end}`;
  });
}

function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

function formValues(text: string, take: Take): string {
  const parts = text.split('&').map((part) => {
    const [pair] = new URLSearchParams(part);
    const put = pair && take(...pair);
    return put === undefined ? part : `${part.slice(0, part.indexOf('=') + 1)}${put}`;
  });
  return parts.join('&');
}

const harmless =
  /^(?:token_?type|issued_?token_?type|expires?(?:_?(?:in|at|on))?|(?:granted_?)?scopes?|iss(?:uer)?|aud(?:ience)?|azp|resource|error(?:_?(?:description|uri|codes?|type))?|message|detail|title|type|status|reason|hint|description|timestamp|(?:client|tenant|team|workspace|bot|app|request|trace|correlation)_?id)$/i;

/** Metadata of a client. @see https://www.rfc-editor.org/rfc/rfc7591#section-2 */
const harmlessOfClient =
  /^(?:client_?name|(?:.*_)?(?:uris?|types?|method|alg|enc|values)|contacts|software_?(?:id|version)|.*_at)$/i;

function isHarmless(name: string, holds: AnswerHolds): boolean {
  return harmless.test(name) || (holds === 'client' && harmlessOfClient.test(name));
}

const shortestOpaque = 12;
/** Words with marks between them, perhaps with a version at the end; names of standards. */
const words = /^(?:urn:.*|[A-Za-z]{1,15}(?:[-_.:/][A-Za-z]{1,15})*(?:[-_.]?\d{1,4}){0,4})$/;

function isOpaque(value: string): boolean {
  return value.length >= shortestOpaque && !/\s/.test(value) && !words.test(value) && isDistinctive(value);
}
