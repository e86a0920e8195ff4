import type { TokenShape } from '../../kernel/report.ts';
import { createNeedles, type Place } from './needles.ts';
import { createOwnSecrets } from './own-secrets.ts';
import { readEscapes } from './read-escapes.ts';
import { encodedForms, plainForms } from './secret-forms.ts';
import { placesInAllReadings, replacePlaces } from './secret-places.ts';
import { shapeOfToken } from './token-shape.ts';

/** What a secret was; its mark says so. */
export type SecretKind =
  'token' | 'key' | 'password' | 'user' | 'id' | 'cookie' | 'session' | 'email' | 'header' | 'secret';

/** The secrets of one run, each with the mark that stands in its place. */
export interface SecretStore {
  /** The mark of a secret, the same every time. A text that is a mark already stays. */
  mark(secret: string, kind: SecretKind): string;
  /**
   * From now on a secret is replaced wherever it stands, when it is distinctive enough for that. `always`: also a shorter one or a
   * plain word, from four characters, where it stands alone and is no part of a host, a path or a longer word. `form` is how it is
   * written where that differs.
   */
  know(form: string, kind: SecretKind, when?: 'always', secret?: string): void;
  /** Both. */
  learn(secret: string, kind: SecretKind): string;
  /**
   * Replaces learned secrets: as they are, in escapes of any kind (percent-encoded, JSON, HTML, also several at once), in
   * base64, in hexadecimal; the run’s own also in any letter case, cut off, as bytes, and with line ends or what is invisible within.
   */
  replaceLearned(text: string): string;
  /** Names an identifier that is no secret, however random it looks: it stays where nothing but its looks would give it away. */
  spare(identifier: string): void;
  isSpared(text: string): boolean;
  /** How many secrets of each kind were met. */
  counts(): ReadonlyMap<SecretKind, number>;
  /** What the JSON Web Tokens among them were, by their marks. */
  shapes(): readonly TokenShape[];
  /** Grows with what is learned. */
  version(): number;
}

const markPattern = /redacted-[a-z]+-\d+/;
const wholeMark = /^redacted(?:-[a-z]+-\d+)?$/;
const madeUp = /^connector-doctor-made-up-[a-z]+$/;

/**
 * A hostile server can name as many secrets as it likes; what comes later is still replaced where its own place gives it away. What
 * the run itself names is never among them: nobody can crowd it out, and its number is bounded by the run’s own requests.
 */
const mostForeign = 200;

/** A hostile answer may be full of them. */
const mostShapes = 50;

/** A run registers three clients. */
const mostSpared = 50;

const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video|\*)\/[a-z\d.+*-]+$/;

interface Known {
  readonly secret: string;
  readonly kind: SecretKind;
}

/** Makes an empty store. */
export function createSecretStore(): SecretStore {
  const marks = new Map<string, string>();
  const counts = new Map<SecretKind, number>();
  const shapes: TokenShape[] = [];
  const needles = createNeedles<Known>();
  const own = createOwnSecrets<Known>();
  const owned = new Set<string>();
  const lonely = new Map<string, Known & { readonly pattern: RegExp }>();
  const spared = new Set<string>();
  let foreign = 0;
  let version = 0;

  const lookUp = (text: string): Known | undefined => needles.get(text) ?? lonely.get(text);
  const mark = (text: string, kind: SecretKind): string => {
    if (text === '' || isMark(text)) return text;
    const { secret } = lookUp(text) ?? lookUp(readEscapes(text)?.text ?? '') ?? { secret: text };
    const known = marks.get(secret);
    if (known !== undefined) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const made = `redacted-${kind}-${number}`;
    marks.set(secret, made);
    const shape = shapes.length < mostShapes ? shapeOfToken(secret) : null;
    if (shape !== null) shapes.push({ mark: made, ...shape });
    return made;
  };
  const know = (form: string, kind: SecretKind, when?: 'always', secret = form): void => {
    if (when === 'always' && !owned.has(form) && isDistinctive(form.toLowerCase())) {
      owned.add(form);
      own.add(form, lookUp(form) ?? { secret, kind });
      version += 1;
    }
    if (lookUp(form) || (when === undefined && foreign >= mostForeign)) return;
    const isAlone = !isDistinctive(form);
    if (isAlone && (when !== 'always' || !canStandAlone(form))) return;
    if (isAlone) lonely.set(form, { secret, kind, pattern: new RegExp(standingAlone(form), 'gu') });
    else for (const needle of plainForms(form)) needles.add(needle, { secret, kind });
    for (const needle of encodedForms(form)) needles.add(needle, { secret, kind });
    if (when === undefined) foreign += 1;
    version += 1;
  };
  const places = (text: string): readonly Place<Known>[] => [
    ...needles.find(text),
    ...own.find(text),
    ...[...lonely].flatMap(([word, known]) => (text.includes(word) ? placesAlone(text, known) : [])),
  ];
  const replaceLearned = (text: string): string =>
    version === 0
      ? text
      : replacePlaces(
          text,
          placesInAllReadings(text, places, own.isEmpty() ? undefined : own.find),
          ({ secret, kind }) => mark(secret, kind),
        );

  return {
    mark,
    know,
    learn(secret, kind) {
      know(secret, kind);
      return mark(secret, kind);
    },
    replaceLearned,
    spare(identifier) {
      if (!lookUp(identifier) && spared.size < mostSpared) spared.add(identifier);
    },
    isSpared: (text) => spared.has(text),
    counts: () => counts,
    shapes: () => shapes,
    version: () => version,
  };
}

function placesAlone(text: string, known: Known & { readonly pattern: RegExp }): readonly Place<Known>[] {
  return [...text.matchAll(known.pattern)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
    meaning: known,
  }));
}

/** True for what stands in place of a secret, and for what a check made up: nobody issued it, and it opens nothing. */
export function isMark(text: string): boolean {
  return (text.startsWith('redacted') && wholeMark.test(text)) || madeUp.test(text);
}

/** True when something in a text was replaced already. */
export function holdsMark(text: string): boolean {
  return markPattern.test(text);
}

/**
 * True for a text that can be replaced wherever it stands without harm to anything else: it mixes letters and digits, or is long.
 * Words, dates, media types, host names and URLs are not.
 */
export function isDistinctive(text: string): boolean {
  if (text.length < 8 || holdsMark(text) || ordinary.test(text)) return false;
  if (/^https?:/i.test(text) || mediaType.test(text) || /^\d{4}-\d\d-\d\d/.test(text)) return false;
  if (/^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]+(?::\d+)?$/.test(text)) return false;
  const hasLetter = /\p{L}/u.test(text);
  const hasDigit = /\d/.test(text);
  if (hasLetter && hasDigit) return true;
  if (!hasLetter) return text.length >= 12;
  return text.length >= 20 || /\p{Ll}\p{Lu}/u.test(text) || (text.length >= 10 && /[^\p{L}\s]/u.test(text));
}

/**
 * Such words stand everywhere in what is recorded, and giving them away gives nothing away. A server may issue a code or a token of
 * three letters, or one that is such a word: then it goes where its own place names it (`code=abc`, `"access_token":"test"`), and the
 * same word stays everywhere else, so that the report remains one.
 */
const ordinary =
  /^(?:true|false|null|none|yes|no|string|number|integer|boolean|object|array|text|json|html|header|token|bearer|basic|initialize|initialized|tools?|call|list|https?|get|post|delete|options|head|code|S256|plain|openid|profile|email|offline_access|read|write|error|type|name|title|description|test|example|default|redacted|gzip|deflate|identity|chunked|keep-alive|close|no-cache|no-store|cors|utf-8|mcp|sse|stdio|auth|oauth2?|jsonrpc|method|params|result|message|data|status|server|client|session|resource|scope|state|grant|access|refresh|secret|password|issuer|user|response|legacy|modern|headers?|body|kind|value|complete|native|web|claude|connector|doctor|authorization_code|refresh_token|access_token|id_token|client_credentials|client_id|client_secret|client_secret_(?:post|basic)|private_key_jwt|code_verifier|redirect_uri|grant_type|token_type|expires_in|(?:invalid|unsupported|insufficient|unauthorized|access|server|temporarily|login|consent|interaction)_[a-z_]{2,30})$/i;

function canStandAlone(text: string): boolean {
  if (text.length < 4 || holdsMark(text) || ordinary.test(text)) return false;
  if (/^https?:/i.test(text) || mediaType.test(text) || /^\d{4}-\d\d-\d\d/.test(text)) return false;
  return !/^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]+(?::\d+)?$/.test(text) && /[\p{L}\d]/u.test(text);
}

/** Neither part of a host, a path or a longer word, nor a bare number or the name of a member in JSON. */
function standingAlone(form: string): string {
  const before = /^\d+$/.test(form)
    ? String.raw`(?<![\p{L}\p{N}_./:@%-])(?<![[:,]\s{1,20})`
    : String.raw`(?<![\p{L}\p{N}_./@-])`;
  const isMember = String.raw`(?!(?<=[{,]\s{0,20}\\{0,7}"${escaped(form)})\\{0,7}"\s{0,20}:)`;
  return String.raw`${before}${escaped(form)}${isMember}(?![\p{L}\p{N}_/@-]|[.:][\p{L}\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
