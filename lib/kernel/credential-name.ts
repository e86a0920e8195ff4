/**
 * True for a name whose value is likely a credential: a query parameter, header, JSON member or variable such as `token`, `apiKey`,
 * `X-Api-Key`, `client_secret`. Judged word by word, so `keyword`, `max_tokens` and `token_endpoint` are none.
 */
export function isCredentialName(name: string): boolean {
  const words = wordsOf(name);
  return areCredential(formEnds.has(words.at(-1) ?? '') ? withoutForm(words) : words);
}

function areCredential(words: readonly string[]): boolean {
  const last = words.at(-1);
  if (last === undefined) return false;
  const before = words.at(-2);
  if (before === undefined) return bareNames.has(last) || isRunTogether(last);
  if (last === 'key') return keyQualifiers.has(before);
  if (last === 'keys') return before === 'api' || before === 'secret' || before === 'private';
  if (last === 'code' || last === 'codes') return codeQualifiers.has(before);
  if (last === 'phrase' || last === 'seed') return phraseQualifiers.has(before);
  if (last === 'id') return before === 'session';
  if (last === 'sid') return !namedSids.has(before);
  if (last === 'credentials') return before !== 'allow';
  if (last === 'token' || last === 'signature') return !harmlessQualifiers.has(before);
  return qualifiedNames.has(last) || isRunTogether(last);
}

/**
 * True for a text that nobody thought of: 32 or more letters and digits in no order, as keys are in paths and queries. A UUID with its
 * dashes names something, and words with dashes or a date are none.
 */
export function looksRandom(text: string): boolean {
  if (text.length < 32 || text.length > 4_000 || !/^[\w-]+={0,2}$/.test(text)) return false;
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) || new Set(text).size < 8) return false;
  const pieces = text.split(/[-_]/).filter((piece) => piece.length >= 8);
  const changes = pieces.join(' ').match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0;
  return /\d/.test(text) && changes * 6 >= text.length;
}

/** In what form it is written says nothing of whether it is one: `private_key_pem`, `SECRET_KEY_BASE`, `password_hash`. */
const formEnds: ReadonlySet<string> = new Set([
  'base',
  'base64',
  'b64',
  'hex',
  'pem',
  'hash',
  'salt',
  'value',
  'plain',
]);

function withoutForm(words: readonly string[]): readonly string[] {
  const named = words.slice(0, -1);
  if (words.at(-1) === 'base') return named.length > 1 && named.at(-1) === 'key' ? ['key'] : words;
  const [only] = named;
  return named.length > 1 || (only !== undefined && /^(?:password|passwd|secret|token)$/.test(only)) ? named : words;
}

/** True for a segment of a path that can be nothing but a key: a random one, and from 16 characters on what mixes small letters, capitals and digits. */
export function isKeySegment(segment: string): boolean {
  if (looksRandom(segment)) return true;
  if (!/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{16,200}$/.test(segment)) return false;
  return (segment.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])/g)?.length ?? 0) * 4 >= segment.length;
}

/** Credentials wherever they stand last in a name. */
const qualifiedNames: ReadonlySet<string> = new Set([
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'pw',
  'auth',
  'authorization',
  'apikey',
  'sig',
  'signature',
  'credential',
  'jwt',
  'assertion',
  'verifier',
  'cookie',
  'pat',
  'bypass',
  'cookies',
  'csrf',
  'mnemonic',
  'passwords',
  'pin',
  'secrets',
  'sess',
  'session',
  'xsrf',
]);

/** Credentials when they are the whole name. */
const bareNames: ReadonlySet<string> = new Set([
  ...qualifiedNames,
  'key',
  'code',
  'pass',
  'credentials',
  'bearer',
  'sid',
  'otp',
  'ticket',
]);

const keyQualifiers: ReadonlySet<string> = new Set([
  'api',
  'app',
  'access',
  'account',
  'admin',
  'auth',
  'client',
  'encryption',
  'functions',
  'license',
  'master',
  'private',
  'secret',
  'server',
  'service',
  'shared',
  'signing',
  'storage',
  'subscription',
  'user',
]);

const codeQualifiers: ReadonlySet<string> = new Set(
  'access auth authorization device invite user recovery backup verification security activation reset pairing login otp totp mfa pin'.split(
    ' ',
  ),
);

const phraseQualifiers: ReadonlySet<string> = new Set(
  'seed recovery secret backup mnemonic wallet totp otp mfa'.split(' '),
);

/** Some vendors call their ids so. */
const namedSids: ReadonlySet<string> = new Set('account call conversation group message owner service user'.split(' '));

/** Tokens that open nothing: places in a list, counters, texts of a model. */
const harmlessQualifiers: ReadonlySet<string> = new Set([
  'continuation',
  'cursor',
  'end',
  'next',
  'page',
  'per',
  'progress',
  'sync',
]);

/** Names written without any mark between their words. */
const runTogether =
  /^(?:(?:x|my)?(?:(?:access|api|app|auth|bearer|client|csrf|id|oauth|refresh|secret|service|session|user|xsrf)(?:token|key|secret)|authcode|codeverifier|samlresponse)|[a-z\d]{0,40}(?:password|passwd|passphrase|sess(?:ion)?id|aspxauth|secretkey|apikey))$/;

function isRunTogether(word: string): boolean {
  return runTogether.test(word);
}

function wordsOf(name: string): readonly string[] {
  return name
    .slice(-100)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/(\d)([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
