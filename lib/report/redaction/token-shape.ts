import { looksRandom } from '../../kernel/credential-name.ts';
import type { TokenShape } from '../../kernel/report.ts';

/**
 * What a JSON Web Token says of its own form: how it was signed, and the names of its claims without a value. Null for a text that is
 * none. Whoever issued it wrote these names: what looks like a secret or names somebody is left out. @see https://www.rfc-editor.org/rfc/rfc7519
 */
export function shapeOfToken(token: string): Omit<TokenShape, 'mark'> | null {
  const parts = token.slice(0, longestToken).split('.');
  const [head = '', body = ''] = parts;
  if ((parts.length !== 3 && parts.length !== 5) || !head.startsWith('eyJ')) return null;
  const header = jsonObject(head);
  if (header === null) return null;
  const claims = parts.length === 5 ? {} : jsonObject(body);
  return (
    claims && { header: shownMembers(header), claims: Object.keys(claims).filter(isPlainName).slice(0, mostClaims) }
  );
}

/** In UTF-16 code units: servers take no larger headers. */
const longestToken = 16_384;

const mostClaims = 40;

/** Members of a header that say how, each with what it may say: the others name keys and whoever holds them. */
const shown: Readonly<Record<string, RegExp>> = {
  alg: /^(?:none|(?:HS|RS|ES|PS)\d{3}|ES256K|EdDSA|Ed25519|Ed448|dir|RSA1_5|RSA-OAEP(?:-\d{3})?|A\d{3}(?:GCM)?KW|ECDH-ES(?:\+A\d{3}KW)?|PBES2-HS\d{3}\+A\d{3}KW|ML-DSA-\d\d)$/i,
  typ: /^[a-z]{1,20}(?:[-+./][a-z]{1,20}){0,4}$/i,
  cty: /^[a-z]{1,20}(?:[-+./][a-z]{1,20}){0,4}$/i,
  enc: /^A\d{3}(?:GCM|CBC-HS\d{3})$/,
  zip: /^DEF$/,
};

function shownMembers(header: object): Readonly<Record<string, string>> {
  const members = Object.entries(header).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (name === 'crit' && Array.isArray(value)) {
      const names = value.filter((each): each is string => typeof each === 'string' && isPlainName(each));
      return [[name, names.slice(0, mostCritical).join(', ')]];
    }
    const isShown = typeof value === 'string' && Object.hasOwn(shown, name) && shown[name]?.test(value) === true;
    return isShown ? [[name, value]] : [];
  });
  return Object.fromEntries(members);
}

const mostCritical = 5;

/** The name of a claim: words with marks between them, perhaps as an address. */
function isPlainName(name: string): boolean {
  return /^[\w.:/#-]{1,60}$/.test(name) && !name.split(/[./:#]/).some(isUnspoken);
}

/** Nobody calls anything so: it is a UUID, holds a long number, mixes letters and digits, or is longer than words are. */
function isUnspoken(piece: string): boolean {
  if (looksRandom(piece) || /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}/i.test(piece) || /\d{5}/.test(piece)) return true;
  return piece.split(/[-_]/).some((word) => word.length >= 24 || (word.length >= 8 && changes(word) >= 3));
}

function changes(word: string): number {
  return word.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
}

function jsonObject(base64url: string): object | null {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (at) => at.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
