import { isCredentialName } from '../../kernel/credential-name.ts';
import { replaced } from './redact-replaced.ts';
import type { SecretKind, SecretStore } from './redact-store.ts';
import { isGoverning, mayName, secretByName } from './redact-values.ts';

/** Takes the secrets out of JSON text by the names of its members, of lists and objects as well; the JSON stays valid. */
export function jsonSecrets(text: string, store: SecretStore): string {
  return containers(members(text, store), store);
}

/**
 * The kind of secret of a string inside a list or object that stands under the name of a credential, or undefined when it is kept.
 * `member` is the name right before the string, `''` in a list under the governing name itself.
 */
export function secretWithin(governing: string, member: string, value: string): SecretKind | undefined {
  if (member !== '' && isCredentialName(member)) return secretByName(member, value, 'json');
  // In a reading quotes may have lost their escapes: then what follows a string is taken for one.
  if (describingMembers.test(member) || /^\s*[,:\]}]/.test(value)) return undefined;
  if (/\s/.test(value) && !valueMembers.test(member)) return undefined;
  return secretByName(governing, value, 'json');
}

/** The members under which a secret itself stands, in JSON Schema and in what people write. */
const valueMembers = /^(?:|value|default|examples?|const|current|raw|plain)$/i;

/** What says something about a secret, and is none. */
const describingMembers =
  /^(?:\$?(?:id|ref|schema|comment)|\$(?:anchor|dynamicAnchor|dynamicRef)|type|name|title|description|format|pattern|in|scheme|kind|status|message|error|reason|enum|required|content(?:Type|Encoding|MediaType)|(?:created|updated|expires|issued)_?(?:at|on)?|.{0,40}(?:_id|Id|url|uri|type))$/;

/** Lists and objects under the name of a credential. One pass: what was walked through is not looked at again. */
function containers(text: string, store: SecretStore): string {
  const head = /(\\{0,7})"([\w.$-]{2,100})\1"\s{0,20}:\s{0,20}(?=[[{])/g;
  return replaced(text, head, (match, from) => {
    const [, slashes = '', name = ''] = match;
    if (!isGoverning(name)) return undefined;
    return container(text, from, { slashes: slashes.length, name, store });
  });
}

interface Container {
  readonly slashes: number;
  readonly name: string;
  readonly store: SecretStore;
}

function container(
  text: string,
  from: number,
  { slashes, name, store }: Container,
): { readonly end: number; readonly put: string } {
  const mark = /["[\]{}]/g;
  mark.lastIndex = from;
  const members: string[] = [];
  let put = '';
  let copied = from;
  let member = '';
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const at = found.index;
    if (found[0] === '[' || found[0] === '{') members.push(member);
    else if (found[0] !== '"') {
      member = members.pop() ?? '';
      if (members.length === 0) return { end: at, put: put + text.slice(copied, at) };
    } else {
      const end = closingQuote(text, at + 1, slashes);
      const raw = text.slice(at + 1, end);
      mark.lastIndex = Math.min(end + slashes + 1, text.length);
      const isName = isNameEnd(text, mark.lastIndex);
      const value = isName ? '' : unescaped(raw, slashes);
      const kind = secretWithin(name, member, value);
      if (isName) member = raw;
      if (kind !== undefined) {
        put += text.slice(copied, at + 1) + store.learn(value, kind);
        copied = end;
      }
      if (!isName && members.length === 0) break;
    }
  }
  return { end: text.length, put: put + text.slice(copied) };
}

function isNameEnd(text: string, at: number): boolean {
  const next = /\s{0,20}:/y;
  next.lastIndex = at;
  return next.test(text);
}

/** JSON members that are strings, also in JSON that stands as a string within JSON (each level doubles the backslashes before a quote). */
function members(text: string, store: SecretStore): string {
  const head = /(\\{0,7})"([\w.$-]{2,100})\1"\s{0,20}:\s{0,20}\1"/g;
  return replaced(text, head, (match, from) => {
    const [, slashes = '', name = ''] = match;
    if (!mayName(name, 'json')) return undefined;
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
