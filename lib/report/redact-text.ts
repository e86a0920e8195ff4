import { holdsMark, isDistinctive, isMark, type SecretStore } from './redact-store.ts';
import { secretByName } from './redact-values.ts';

/**
 * Takes the secrets out of any text: JSON, event streams, forms, URLs, pages, prose. Every expression is anchored or bounded, so that
 * the time is linear in the length of a hostile text.
 */
export function redactText(text: string, store: SecretStore): string {
  if (text === '') return text;
  let out = text.includes('"') ? members(text, store) : text;
  if (out.includes('@') || out.includes('%40')) out = userinfo(out, store);
  if (/[=:]|%3D/i.test(out)) out = namedValues(out, store);
  if (/bearer|basic/i.test(out)) out = schemes(out, store);
  out = knownShapes(out, store);
  if (out.includes('@') || out.includes('%40')) out = emails(out, store);
  return store.replaceLearned(out);
}

/** The same for a text that is one URL, absolute or relative: there a value ends only where the next parameter begins. */
export function redactUrl(text: string, store: SecretStore): string {
  const hash = text.indexOf('#');
  const beforeHash = hash === -1 ? text : text.slice(0, hash);
  const question = beforeHash.indexOf('?');
  const path = question === -1 ? beforeHash : beforeHash.slice(0, question);
  const query = beforeHash.slice(path.length);
  const fragment = text.slice(beforeHash.length);
  return redactText(path + parameters(query, store) + parameters(fragment, store), store);
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
  const kind = secretByName(decoded(part.slice(0, equals)), value, 'url');
  return kind === undefined ? part : part.slice(0, equals + 1) + store.learn(value, kind);
}

/** JSON members, also in JSON that stands as a string within JSON (each level doubles the backslashes before a quote). */
function members(text: string, store: SecretStore): string {
  const head = /(\\{0,7})"([\w.$-]{2,100})\1"\s{0,20}:\s{0,20}\1"/g;
  return replaced(text, head, (match, from) => {
    const [, slashes = '', name = ''] = match;
    if (secretByName(name, 'x1'.repeat(12), 'json') === undefined) return undefined;
    const end = closingQuote(text, from, slashes.length);
    const raw = text.slice(from, end);
    const secret = unescaped(raw, slashes.length);
    const kind = secretByName(name, secret, 'json');
    return kind === undefined ? undefined : { end, put: store.learn(secret, kind) };
  });
}

/** Index of the quote that ends a string whose quotes have so many backslashes before them; the text's end when it is cut off. */
function closingQuote(text: string, from: number, slashes: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = 0;
    while (at - before > from && text.charAt(at - before - 1) === '\\') before += 1;
    if (before % (2 * (slashes + 1)) === slashes) return at - slashes;
  }
  return text.length;
}

function unescaped(raw: string, slashes: number): string {
  let value = raw;
  for (let level = slashes; level >= 0 && value.includes('\\'); level = level === 0 ? -1 : (level - 1) / 2) {
    try {
      value = String(JSON.parse(`"${value}"`));
    } catch {
      return value;
    }
  }
  return value;
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

const naming = /(?:(?<![\w.%-])|(?<=%(?:26|3F|23|20)))([\w.%[\]-]{1,100}?)(\s{0,3}(?:[=:]|%3D)\s{0,3})(\\?["'])?/gi;

/** A value in a URL or form; a slash may be escaped as in JSON. */
const urlValue = /(?:[^\s&#"'<>\\`]|\\\/){1,8000}/y;
const encodedValue = /(?:(?!%26|%23)[^\s&#"'<>\\`]){1,8000}/iy;
const wordValue = /(?:[^\s&"'<>\\,;`(){}[\]]|\\\/){1,8000}/y;
/** After a quote that ends a JSON string, only these marks can follow: then nothing was opened. */
const quotedValue = /(?![\s,:\]}])[^"'\\\n]{1,8000}/y;

const shortestName = 3;

/** What stands before a name in a URL that is itself encoded, as part of another URL or of JSON. */
const urlMark = /%(?:26|3F|23|20)|^u00(?:26|3f|23)/i;

/** `name=value` in URLs, forms, attributes; `name: value` in text. */
function namedValues(text: string, store: SecretStore): string {
  const isForm = /^[\w.%[\]-]{1,100}=[^\s<>{}"]*$/.test(text);
  return replaced(text, naming, (match, from) => {
    const [whole, rawName = '', mark = '', quote] = match;
    const encoded = /%3D/i.test(mark);
    if (rawName.length < shortestName) return undefined;
    const name = rawName.split(urlMark).at(-1) ?? '';
    const before = text.charAt(match.index - 1);
    const begins = (before !== '' && '?&;#'.includes(before)) || name !== rawName;
    const inUrl = encoded || (whole.includes('=') && (isForm || begins));
    const place = inUrl && quote === undefined ? 'url' : 'prose';
    if (secretByName(name, 'x1'.repeat(12), place) === undefined) return undefined;
    const pattern = quote !== undefined ? quotedValue : encoded ? encodedValue : inUrl ? urlValue : wordValue;
    pattern.lastIndex = from;
    const value = pattern.exec(text)?.[0];
    if (value === undefined) return undefined;
    const secret = inUrl ? decoded(value.replaceAll('\\/', '/').replaceAll('+', ' ')) : value;
    const kind = secretByName(name, secret, place);
    return kind === undefined ? undefined : { end: from + value.length, put: store.learn(secret, kind) };
  });
}

function schemes(text: string, store: SecretStore): string {
  return text
    .replace(
      /\b(Bearer(?:\s{1,3}|%20|\+))([\w.~+/-]{6,8000}={0,2})(?![\w.~+/=-])/gi,
      (whole, lead: string, found: string) => {
        const token = found.replace(/[.-]+$/, '');
        if (isMark(token) || holdsMark(token) || isTalk(token)) return whole;
        return lead + store.learn(token, 'token') + found.slice(token.length);
      },
    )
    .replace(/\b(Basic(?:\s{1,3}|%20|\+))([A-Za-z\d+/_-]{4,4000}={0,2})/g, (whole, lead: string, found: string) =>
      learnBasic(found, store) ? lead + store.learn(found, 'password') : whole,
    );
}

/** Learns the password in credentials of the Basic scheme; false for what is none. */
export function learnBasic(credentials: string, store: SecretStore): boolean {
  const pair = fromBase64(credentials);
  const colon = pair.indexOf(':');
  if (colon === -1) return false;
  store.know(pair.slice(colon + 1), 'password');
  return true;
}

/** Words that follow “Bearer” in a sentence or a header, and are no token. */
function isTalk(text: string): boolean {
  return (
    /^[a-z_]+=$/.test(text) ||
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

/** Prefixes by which vendors make their keys recognizable. */
const vendorKey =
  /(?<![A-Za-z\d])(?:(?:sk|rk|pk)[-_](?:[a-z]{1,8}[-_]){0,3}[\w-]{16,}|gh[pousr]_[A-Za-z\d]{16,}|github_pat_\w{20,}|xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|(?:AKIA|ASIA)[A-Z\d]{16}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|glpat-[\w-]{16,}|npm_[A-Za-z\d]{30,}|hf_[A-Za-z\d]{20,}|lin_api_[A-Za-z\d]{20,}|ntn_[A-Za-z\d]{20,}|whsec_[\w+/-]{16,}|shp(?:at|ca|pa|ss)_[\da-f]{20,}|dop_v1_[\da-f]{32,}|SG\.[\w-]{16,}\.[\w-]{16,})/g;

const privateKey = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?/g;

function knownShapes(text: string, store: SecretStore): string {
  let out = text;
  if (out.includes('eyJ')) out = out.replace(jwt, (whole) => (holdsMark(whole) ? whole : store.learn(whole, 'token')));
  out = out.replace(vendorKey, (whole) => (/\d/.test(whole) && !holdsMark(whole) ? store.learn(whole, 'key') : whole));
  if (out.includes('PRIVATE KEY')) out = out.replace(privateKey, (whole) => store.mark(whole, 'key'));
  return out;
}

/** A local part begins where a word begins, or after the escape of another character. */
const email =
  /(?:(?<![\w.+%-])(?<!%[\da-f])|(?<=%[\da-f]{2}))([\w.+-]{1,64})(@|%40)((?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24})(?![\w-])/gi;

function emails(text: string, store: SecretStore): string {
  return text.replace(email, (whole, local: string, _, domain: string) =>
    // Here the mark of a user or password stands before the host of a URL.
    holdsMark(local) || local === 'redacted' ? whole : store.mark(`${local}@${domain}`.toLowerCase(), 'email'),
  );
}

/** Replaces what follows a match where `decide` says so; goes on right after the match where it does not. */
function replaced(
  text: string,
  expression: RegExp,
  decide: (match: RegExpExecArray, from: number) => { readonly end: number; readonly put: string } | undefined,
): string {
  const pattern = new RegExp(expression);
  let out = '';
  let copied = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = pattern.lastIndex;
    const decision = decide(match, from);
    if (decision === undefined) continue;
    out += text.slice(copied, from) + decision.put;
    copied = decision.end;
    pattern.lastIndex = copied;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
