/** What a secret was; its mark says so. */
export type SecretKind = 'token' | 'key' | 'password' | 'user' | 'cookie' | 'session' | 'email' | 'header' | 'secret';

/** The secrets of one run, each with the mark that stands in its place. */
export interface SecretStore {
  /** The mark of a secret, the same every time. A text that is a mark already stays. */
  mark(secret: string, kind: SecretKind): string;
  /**
   * From now on a secret is replaced wherever it stands, when it is distinctive enough for that. `always`: also a shorter one or a
   * plain word, from four characters, where it stands alone and is no part of a host, a path or a longer word.
   */
  know(secret: string, kind: SecretKind, when?: 'always'): void;
  /** Both. */
  learn(secret: string, kind: SecretKind): string;
  /** Replaces learned secrets, in their plain, percent-encoded, base64 and JSON-escaped forms. */
  replaceLearned(text: string): string;
  /** Names an identifier that is no secret, however random it looks: it stays where nothing but its looks would give it away. */
  spare(identifier: string): void;
  isSpared(text: string): boolean;
  /** How many secrets of each kind were met. */
  counts(): ReadonlyMap<SecretKind, number>;
  /** Grows with what is learned. */
  version(): number;
}

const markPattern = /redacted-[a-z]+-\d+/;
const wholeMark = /^redacted(?:-[a-z]+-\d+)?$/;

/** A hostile server can name as many secrets as it likes; what comes later is still replaced where its own place gives it away. */
const mostForms = 1_000;

/** A run registers three clients. */
const mostSpared = 50;

const mediaType = /^(?:application|audio|font|image|message|model|multipart|text|video|\*)\/[a-z\d.+*-]+$/;

/** Makes an empty store. */
export function createSecretStore(): SecretStore {
  const marks = new Map<string, string>();
  const counts = new Map<SecretKind, number>();
  const forms = new Map<string, { readonly secret: string; readonly kind: SecretKind; readonly alone: boolean }>();
  const spared = new Set<string>();
  let version = 0;

  const mark = (text: string, kind: SecretKind): string => {
    if (text === '' || isMark(text)) return text;
    const { secret } = forms.get(text) ?? { secret: text };
    const known = marks.get(secret);
    if (known !== undefined) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const made = `redacted-${kind}-${number}`;
    marks.set(secret, made);
    return made;
  };
  const know = (secret: string, kind: SecretKind, when?: 'always'): void => {
    if (forms.has(secret) || forms.size > mostForms) return;
    const alone = !isDistinctive(secret);
    if (alone && (when !== 'always' || !canStandAlone(secret))) return;
    for (const form of formsOf(secret)) if (!forms.has(form)) forms.set(form, { secret, kind, alone });
    version += 1;
  };

  return {
    mark,
    know,
    learn(secret, kind) {
      know(secret, kind);
      return mark(secret, kind);
    },
    replaceLearned(text) {
      const present = [...forms].filter(([form]) => text.includes(form));
      if (present.length === 0) return text;
      present.sort(([a], [b]) => b.length - a.length);
      const found = new RegExp(
        [markPattern.source, ...present.map(([form, { alone }]) => (alone ? standingAlone(form) : escaped(form)))].join(
          '|',
        ),
        'gu',
      );
      return text.replace(found, (whole) => {
        const known = forms.get(whole);
        return known === undefined ? whole : mark(known.secret, known.kind);
      });
    },
    spare(identifier) {
      if (!forms.has(identifier) && spared.size < mostSpared) spared.add(identifier);
    },
    isSpared: (text) => spared.has(text),
    counts: () => counts,
    version: () => version,
  };
}

/** True for what stands in place of a secret. */
export function isMark(text: string): boolean {
  return wholeMark.test(text);
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
  if (text.length < 8 || holdsMark(text)) return false;
  if (/^https?:/i.test(text) || mediaType.test(text) || /^\d{4}-\d\d-\d\d/.test(text)) return false;
  if (/^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]+(?::\d+)?$/.test(text)) return false;
  const hasLetter = /\p{L}/u.test(text);
  const hasDigit = /\d/.test(text);
  if (hasLetter && hasDigit) return true;
  if (!hasLetter) return text.length >= 12;
  return text.length >= 20 || /\p{Ll}\p{Lu}/u.test(text) || (text.length >= 10 && /[^\p{L}\s]/u.test(text));
}

/** Such words stand everywhere in what is recorded, and giving them away gives nothing away. */
const ordinary =
  /^(?:true|false|null|none|string|number|integer|boolean|object|array|text|json|html|header|token|bearer|basic|initialize|initialized|tools?|list|https?|post|code|S256|openid|error|type|name|test|default|redacted|gzip|deflate|identity|chunked|keep-alive|close|no-cache|no-store|cors|utf-8|mcp|stdio|auth|oauth2?)$/i;

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

function formsOf(secret: string): ReadonlySet<string> {
  const encoded = encodeUri(secret);
  const lowerCase = encoded.replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());
  const json = JSON.stringify(secret).slice(1, -1);
  return new Set([
    secret,
    encoded,
    lowerCase,
    encoded.replaceAll('%20', '+'),
    json,
    json.replaceAll('/', '\\/'),
    JSON.stringify(json).slice(1, -1),
    ...base64Forms(secret),
  ]);
}

/** A secret inside a longer text shows in its base64 form in one of three ways, depending on where it begins. */
function base64Forms(secret: string): readonly string[] {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].flatMap((offset) => {
    const whole = btoa('a'.repeat(offset) + String.fromCharCode(...bytes.subarray(0, 4_096)));
    const certain = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    if (certain.length < 10) return [];
    return [certain, certain.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function encodeUri(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
