import { isKeySegment, looksRandom } from '../../kernel/credential-name.ts';
import { decoded } from './redact-replaced.ts';
import { holdsMark, isDistinctive, type SecretStore } from './redact-store.ts';
import { secretByName } from './redact-values.ts';

/** A URL without the secrets that its parameters name, nor the long random ones in its path; absolute or relative. */
export function urlParts(text: string, store: SecretStore): string {
  const hash = text.indexOf('#');
  const beforeHash = hash === -1 ? text : text.slice(0, hash);
  const question = beforeHash.indexOf('?');
  const path = question === -1 ? beforeHash : beforeHash.slice(0, question);
  const query = beforeHash.slice(path.length);
  const fragment = text.slice(beforeHash.length);
  return segments(path, store) + parameters(query, store) + parameters(fragment, store);
}

/** Makes the secrets that the parameters of a redirect name known for good: they are given to the run, as in an answer. */
export function knowGiven(location: string, store: SecretStore): void {
  const given = location.split(/[?#&]/).slice(1, mostGiven);
  for (const [name, value] of given.flatMap((part) => [...new URLSearchParams(part)])) {
    const kind = secretByName(name, value, 'url');
    if (kind !== undefined && isDistinctive(value)) store.know(value, kind, 'always');
  }
}

const mostGiven = 20;

/** `urlParts` for every URL in a text. A text that is one URL is read as such, whatever marks it has. */
export function urlsWithin(text: string, store: SecretStore): string {
  if (wholeUrl.test(text)) return urlParts(text, store);
  return text.replace(someUrl, (url) => urlParts(url, store));
}

const wholeUrl = /^https?:\/\/[^\s"<>\\{}]+$/i;
const someUrl = /(?<![A-Za-z])https?:\/\/[^\s"'<>\\`(){}[\]]{1,4000}/gi;

/** At some vendors a segment of the path is the only key there is. */
function segments(path: string, store: SecretStore): string {
  if (path.length < 16) return path;
  const [scheme = ''] = /^[a-z][a-z\d+.-]{0,20}:\/\/[^/]*/i.exec(path) ?? [];
  const parts = path.slice(scheme.length).split('/');
  return scheme + parts.map((part) => (isKey(part, store) ? store.learn(part, 'key') : part)).join('/');
}

function isKey(part: string, store: SecretStore): boolean {
  return isKeySegment(part) && !holdsMark(part) && !store.isSpared(part);
}

function parameters(text: string, store: SecretStore): string {
  // A fragment may be a route with a query of its own.
  const lead = /^(?:\?|#[^=&?]*\?|#)/.exec(text)?.[0] ?? '';
  const parts = text.slice(lead.length).split('&');
  return lead + parts.map((part) => parameter(part, store)).join('&');
}

function parameter(part: string, store: SecretStore): string {
  const equals = part.indexOf('=');
  if (equals === -1) return part;
  const value = decoded(part.slice(equals + 1).replaceAll('+', ' '));
  const name = decoded(part.slice(0, equals));
  const kind = secretByName(name, value, 'url') ?? (isRandomValue(name, value) ? 'secret' : undefined);
  return kind === undefined ? part : part.slice(0, equals + 1) + store.learn(value, kind);
}

/** An identifier names something and opens nothing. */
function isRandomValue(name: string, value: string): boolean {
  return (
    looksRandom(value) && !holdsMark(value) && !/(?:^|[_.-])ids?$|[a-z]Ids?$|^(?:cursor|page|after|before)$/i.test(name)
  );
}
