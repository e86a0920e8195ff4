import { emails } from './redact-emails.ts';
import { fieldValues } from './redact-fields.ts';
import { identifiers } from './redact-ids.ts';
import { jsonSecrets } from './redact-json.ts';
import { notedValues } from './redact-notations.ts';
import { base64Texts, learnFromReadings } from './redact-readings.ts';
import { decoded, replaced } from './redact-replaced.ts';
import { saidValues } from './redact-said.ts';
import { holdsMark, isDistinctive, isMark, type SecretStore } from './redact-store.ts';
import { urlParts, urlsWithin } from './redact-url.ts';
import { mayName, secretByName } from './redact-values.ts';
import { vendorKeys } from './vendor-keys.ts';

/**
 * Takes the secrets out of any text: JSON, event streams, forms, URLs, pages, prose. Every expression is anchored or bounded, so that
 * the time is linear in the length of a hostile text.
 */
export function redactText(text: string, store: SecretStore, layers = mostLayers): string {
  return text === '' ? text : store.replaceLearned(withoutNamed(text, store, layers));
}

/** Takes out what is known by its place or form; what was learned may still stand elsewhere in it. */
function withoutNamed(text: string, store: SecretStore, layers: number): string {
  if (text.includes('"client_id"')) spareClientIds(text, store);
  let out = text.includes('"') ? jsonSecrets(text, store) : text;
  if (out.includes('<')) out = fieldValues(out, store);
  if (out.includes('://')) out = urlsWithin(out, store);
  if (out.includes('@') || out.includes('%40')) out = userinfo(out, store);
  if (/[=:]|%3D/i.test(out)) out = namedValues(out, store);
  out = notedValues(out, store);
  if (/bearer|basic/i.test(out)) out = schemes(out, store);
  out = identifiers(saidValues(knownShapes(out, store), store), store);
  if (out.includes('@') || out.includes('%40')) out = emails(out, store, layers < mostLayers);
  if (layers > 0) {
    // A part of it alone may hold half of a secret.
    if (base64InParts.test(out)) out = store.replaceLearned(out);
    out = base64Texts(out, store, (decoded) => redactText(decoded, store, layers - 1));
    learnFromReadings(text, (reading) => withoutNamed(reading, store, layers - 1));
  }
  return out;
}

const base64InParts = /[\w+/-]{16}(?:(?:\s|\\{1,7}[nr]){1,4}[\w+/-]{16}|%2[BF]|\\\/)/i;

/** Of texts within texts. */
const mostLayers = 3;

/** A client ID is public, and stands in the address at which its registration is managed. @see https://www.rfc-editor.org/rfc/rfc6749#section-2.2 */
function spareClientIds(text: string, store: SecretStore): void {
  for (const [, id = ''] of text.matchAll(/"client_id"\s{0,5}:\s{0,5}"([\w.~-]{8,200})"/g)) store.spare(id);
}

/** The same for a text that is one URL, absolute or relative: there a value ends only where the next parameter begins. */
export function redactUrl(text: string, store: SecretStore): string {
  return redactText(urlParts(text, store), store);
}

function userinfo(text: string, store: SecretStore): string {
  return text
    .replace(/(:\/\/)([^\s/?#"'<>\\]{1,512})@/g, (_, lead: string, info: string) => `${lead}${person(info, store)}@`)
    .replace(
      /(%3A%2F%2F)((?:(?!%2F|%3F|%23|%40)[^\s/?#"'<>\\&]){1,512})(%40)/gi,
      (_, lead: string, info: string, at: string) =>
        lead + person(info.replace(/%3A/i, ':'), store).replace(':', '%3A') + at,
    );
}

function person(info: string, store: SecretStore): string {
  const colon = info.indexOf(':');
  const user = colon === -1 ? info : info.slice(0, colon);
  const shownUser = isMark(user) ? user : store.learn(decoded(user), 'user');
  if (colon === -1) return shownUser;
  const password = info.slice(colon + 1);
  return `${shownUser}:${isMark(password) ? password : store.learn(decoded(password), 'password')}`;
}

const naming = /(?:(?<![\w.%-])|(?<=%(?:26|3F|23|20)))([\w.%[\]-]{1,100}?)(\s{0,3}(?:[=:]|%3D)\s{0,3})(\\{0,7}["'])?/gi;

/** A value in a URL or form; a slash may be escaped as in JSON. */
const urlValue = /(?:[^\s&#"'<>\\`]|\\\/){1,8000}/y;
const pathValue = /[^\s&#"'<>\\`/?;]{1,8000}/y;
const encodedValue = /(?:(?!%26|%23)[^\s&#"'<>\\`]){1,8000}/iy;
const wordValue = /(?:[^\s&"'<>\\,;`(){}[\]]|\\\/){1,8000}/y;
/** After a quote that ends a JSON string, only these marks can follow: then nothing was opened. */
const quotedValue = /(?![\s,:\]}])[^"'\\\n]{1,8000}/y;

const shortestName = 2;

/** What stands before a name in a URL that is itself encoded, as part of another URL or of JSON. */
const urlMark = /%(?:26|3F|23|20)|^u00(?:26|3f|23)/i;

/** Connection strings put it between their settings. */
const nextSetting = /;(?=[A-Za-z][\w. -]{1,60}=)/;

/** Each of its cookies is a value of its own. */
function isCookieLine(name: string, text: string, from: number): boolean {
  return /^(?:set-)?cookie$/i.test(name) && /^[^\s;]{1,100}=/.test(text.slice(from, from + 102));
}

/** `name=value` in URLs, forms, attributes; `name: value` in text. */
function namedValues(text: string, store: SecretStore): string {
  const isForm = /^[\w.%[\]-]{1,100}=[^\s<>{}"]*$/.test(text);
  return replaced(text, naming, (match, from) => {
    const [whole, rawName = '', mark = '', quote] = match;
    const encoded = /%3D/i.test(mark);
    const name = rawName.includes('%') || rawName.startsWith('u00') ? (rawName.split(urlMark).at(-1) ?? '') : rawName;
    if (rawName.length < shortestName || isCookieLine(name, text, from)) return undefined;
    const before = text.charAt(match.index - 1);
    const begins = (before !== '' && '?&;#/'.includes(before)) || name !== rawName;
    const inUrl = encoded || (whole.includes('=') && (isForm || begins));
    const place = inUrl && quote === undefined ? 'url' : 'prose';
    if (!mayName(name, place)) return undefined;
    const inPath = '/;'.includes(before) && before !== '' && name === rawName;
    const plain = inPath ? pathValue : inUrl ? urlValue : wordValue;
    const pattern = quote !== undefined ? quotedValue : encoded ? encodedValue : plain;
    pattern.lastIndex = from;
    const value = pattern.exec(text)?.[0].split(nextSetting, 1)[0];
    if (value === undefined || value === '') return undefined;
    const secret = inUrl ? decoded(value.replaceAll('\\/', '/').replaceAll('+', ' ')) : value;
    const kind = secretByName(name, secret, place);
    return kind === undefined ? undefined : { end: from + value.length, put: store.learn(secret, kind) };
  });
}

function schemes(text: string, store: SecretStore): string {
  return text
    .replace(/\b(Bearer(?:\s{1,3}|%20|\+))([\w.~+/=-]{6,8000})/gi, (whole, lead: string, found: string) => {
      const token = found.replace(/[.-]+$/, '');
      if (isMark(token) || holdsMark(token) || isTalk(token)) return whole;
      return lead + store.learn(token, 'token') + found.slice(token.length);
    })
    .replace(/\b(Basic(?:\s{1,3}|%20|\+))([A-Za-z\d+/_-]{4,4000}={0,2})/g, (whole, lead: string, found: string) =>
      learnBasic(found, store) ? lead + store.learn(found, 'password') : whole,
    );
}

/** Learns the password in credentials of the Basic scheme; false for what is none. `when` as in `SecretStore.know`. */
export function learnBasic(credentials: string, store: SecretStore, when?: 'always'): boolean {
  const pair = fromBase64(credentials);
  const colon = pair.indexOf(':');
  if (colon === -1) return false;
  store.know(pair.slice(colon + 1), 'password', when);
  return true;
}

/** Words that follow “Bearer” in a sentence or a header, and are no token. */
function isTalk(text: string): boolean {
  return (
    /^[a-z_]{1,40}=/.test(text) ||
    /^(?:access|id|refresh|bearer|auth|api)[_-]?(?:token|key)s?$/i.test(text) ||
    /^[A-Za-z]?[a-z]{0,30}(?:-[a-z]{1,12})?$/.test(text) ||
    !isDistinctive(text)
  );
}

function fromBase64(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

const jwt = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*){0,3}/g;

/** Also with headers, with its lines’ ends escaped, or cut off; a string that holds it ends it. */
const privateKey =
  /-----BEGIN[A-Z\d +]{0,30}PRIVATE[ +]KEY(?:[ +]BLOCK)?-----(?:(?!-----)(?:[\w+/=\s:,.;()%-]|\\{1,7}(?=[nrt/])))*(?:-----END[A-Z\d +]{0,30}PRIVATE[ +]KEY(?:[ +]BLOCK)?-----)?/g;

function knownShapes(text: string, store: SecretStore): string {
  let out = text;
  if (out.includes('eyJ')) out = out.replace(jwt, (whole) => (holdsMark(whole) ? whole : store.learn(whole, 'token')));
  out = vendorKeys(out, store);
  if (/PRIVATE[ +]KEY/.test(out)) {
    // One that is cut off takes what follows with it, and would leave half of a known secret behind.
    out = store.replaceLearned(out).replace(privateKey, (whole) => store.learn(whole, 'key'));
  }
  return out;
}
