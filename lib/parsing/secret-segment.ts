import { isCredentialName } from '../kernel/credential-name.ts';

const shortest = 8;
const longest = 40;
const longestWord = 24;

/** Behind these, several vendors put the key itself. */
const keyPlaces: ReadonlySet<string> = new Set(['s', 'k', 'u', 't', 'p', 'x', 'sk', 'h', 'hook', 'hooks', 'secret']);

/** What begins so is a key of a known maker. */
const knownPrefix =
  /^(?:[spr]k[-_]|pat[-_]|gh[a-z]_|github_pat_|glpat-|xox[a-z]-|xapp-|eyJ|ya29\.|AKIA|ASIA|AIza|whsec_|npm_|hf_|lin_|ntn_|tok_|secret_|shp[a-z]{2}_|dop_|figd_|sq0|rpa_|pypi-|key[-_])/i;

/** Still to be filled in. */
const placeholder = /^(?:\{[\w -]{1,40}\}|<[\w -]{1,40}>|\[[\w -]{1,40}\])$/;

/** Words of which addresses of connectors are made, so that `mcpServer` and `oauth2` are no secrets. */
const plainWords: ReadonlySet<string> = new Set(
  (
    'mcp sse api app apps http https stream streamable streaming server servers service services connector connectors remote public ' +
    'tool tools oauth auth openid message messages rpc json endpoint gateway proxy beta alpha test staging prod production rest ' +
    'well known protected resource authorization register token key keys web hook hooks agent agents data search docs index ' +
    'connect integration integrations workspace project projects account accounts user users team teams default'
  ).split(' '),
);

/**
 * Whether a segment of a path may be a secret, judged by its look and by the segment before it: keys of known makers, what stands behind
 * `/s/` or `/key/`, `name=value`, and from 8 characters on what is not made of words. In doubt it is one.
 */
export function mayBeSecret(segment: string, before = ''): boolean {
  const text = decoded(segment);
  if (text === '' || isPlain(text) || placeholder.test(text)) return false;
  if (isKeyPlace(decoded(before)) && text.length >= 4) return true;
  if (text.length > longest || /[=;]/.test(text) || isNamedValue(text)) return true;
  if (knownPrefix.test(text) && text.length >= shortest) return true;
  return text.length >= shortest && !isMadeOfWords(text.replace(/^@/, ''));
}

/** A path in which `mask` stands in place of what may be a secret. */
export function withoutSecretSegments(path: string, mask: string): string {
  const segments = path.split('/');
  return segments.map((segment, index) => (mayBeSecret(segment, segments[index - 1]) ? mask : segment)).join('/');
}

/** Whether the path of an address may hold a secret; false for what is no URL. */
export function pathMayHoldSecret(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname } = new URL(url);
  return withoutSecretSegments(pathname, '*') !== pathname;
}

function isKeyPlace(segment: string): boolean {
  return keyPlaces.has(segment.toLowerCase()) || isCredentialName(segment);
}

/** `apikey:…`, and any other name with a value that is more than a word. */
function isNamedValue(text: string): boolean {
  const [name = '', ...rest] = text.split(/[:,|~!$*+]/);
  const value = rest.join('');
  return rest.length > 0 && value !== '' && (isCredentialName(name) || value.length >= 4);
}

function isMadeOfWords(text: string): boolean {
  const words = text.split(/[-_.]/).filter((word) => word !== '');
  if (!/^[\p{L}\p{N}._-]+$/u.test(text)) return false;
  const isOfThreeKinds = /\p{Lu}/u.test(text) && /\p{Ll}/u.test(text) && /\p{N}/u.test(text);
  if (isOfThreeKinds || words.filter((word) => isOfBoth(word) && !isPlain(word)).length > 1) return false;
  return words.every((word) => isPlain(word) || isWord(word));
}

/** `2026`, `v2`, `s3`, `notion`, `Notion`: not `x7f3k2`, `KJHGF`, `qWeRt`. */
function isWord(word: string): boolean {
  if (/^\d+$/.test(word)) return word.length < 12;
  if (isOfBoth(word)) return /^[a-z]{1,6}\d{1,2}$/.test(word);
  if (!/^(?:\p{L}\p{Ll}*|\p{Lu}{1,5})$/u.test(word)) return false;
  return word.length < shortest || (word.length <= longestWord && isSpeakable(word));
}

function isOfBoth(word: string): boolean {
  return /\p{L}/u.test(word) && /\p{N}/u.test(word);
}

/** Words have vowels, and seldom five other letters in a row. */
function isSpeakable(word: string): boolean {
  if (!/^[a-z]+$/i.test(word)) return true;
  return !/[^aeiouy]{5}/i.test(word) && (word.match(/[aeiouy]/gi)?.length ?? 0) * 5 >= word.length;
}

/** A word of `plainWords`, several of them in one, or one with a number: `mcpServer`, `oauth2`, `v1`. */
function isPlain(text: string): boolean {
  const humps = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[-_. ]/);
  return humps.every((hump) => hump === '' || /^v?\d{1,3}$/.test(hump) || plainWords.has(hump.replace(/\d{1,2}$/, '')));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
