import { isCredentialName } from '../../kernel/credential-name.ts';
import { isIdentityName, isIdLike } from './redact-ids.ts';
import { holdsMark, isMark, type SecretKind } from './redact-store.ts';

/** Where a name and its value stand: in a URL or form, as a JSON member, or in other text (`name: value`). */
export type Place = 'url' | 'json' | 'prose';

/** The kind of secret that a value is by its name, or undefined when it is to be kept. */
export function secretByName(name: string, value: string, place: Place): SecretKind | undefined {
  if (value === '' || isMark(value)) return undefined;
  if (place === 'url' && namesOfOneSignIn.test(name)) return isUnguessable(value) ? 'secret' : undefined;
  if (isIdentityName(name)) return isIdLike(value) && (place !== 'prose' || name.length > 3) ? 'id' : undefined;
  if (!maybeCredential.test(name) || !isCredentialName(name)) return undefined;
  // Templates show where a secret goes, and are none.
  if (/^\{|^\$(?!\w{1,10}\$)/.test(value) || /^[\w-]+ redacted(?:-[a-z]+-\d+)?$/.test(value)) return undefined;
  const kept = place === 'url' ? false : place === 'json' ? isKeptMember(name, value) : isKeptWord(name, value);
  return kept ? undefined : kindOf(name);
}

/** Whether a value under this name may be a secret at all. */
export function mayName(name: string, place: Place): boolean {
  return secretByName(name, unlikeWords, place) !== undefined;
}

/** Whether a list or an object under this name may hold a credential. */
export function isGoverning(name: string): boolean {
  // What is told of a session, such as our own of a stale one, is no secret but for its members of such names.
  return !isIdentityName(name) && !/\wsession$/i.test(name.replaceAll(/[_.-]/g, '')) && mayName(name, 'json');
}

const unlikeWords = 'x1x1x1x1x1x1x1x1x1x1x1x1';

/** Parameters that are worth something while one sign-in is under way, or that vouch for a URL. */
const namesOfOneSignIn = /^(?:state|nonce|relaystate|samlrequest|code_challenge|hash|hmac)$/i;

function isUnguessable(value: string): boolean {
  return value.length >= 8 && !holdsMark(value) && (/\d/.test(value) || value.length >= 16) && !/^https?:/i.test(value);
}

/** Saves the word-by-word look for most names. */
const maybeCredential =
  /key|token|secret|pass|pwd|pw$|auth|code|sig|cred|jwt|assert|verif|cookie|pat|bearer|sess|sid|otp|ticket|saml|[cx]srf|mnemonic|phrase|seed|pin$/i;

/** Names that mean a secret and nothing else, wherever they stand. */
const certainName =
  /pass(?:word|wd|phrase)|pwd$|\bpw$|(?:access|refresh|id|auth|api|bearer|client|registration|session|user|oauth|personal|private|security|service)[_.\s-]?(?:access[_-]?)?(?:token|secret|key)$|code[_-]?verifier$/i;

/** Words of schemas and of error messages, which stand where a value of this name is described. */
const describing =
  /^(?:string|number|integer|boolean|object|array|null|none|true|false|any|secret|password|token|text|uuid|required|optional|missing|invalid|expired|bearer|basic|header|query|cookie|oauth2?|jwt|apikey|opaque)$/i;

/** What is typed in at a sign-in: short, and never without a digit. */
const typedIn =
  /(?:(?:recovery|backup|verification|security|activation|reset|pairing|login|t?otp|mfa|pin)[_.\s-]?codes?|\bpin|_pin)$/i;

function isTypedIn(value: string): boolean {
  return /^(?=.*\d)[A-Za-z\d -]{4,40}$/.test(value) && !/^v?\d{1,3}$/.test(value);
}

function isKeptMember(name: string, value: string): boolean {
  if (describing.test(value)) return true;
  if (typedIn.test(name)) return !isTypedIn(value);
  if (certainName.test(name)) return false;
  // An error code or a reason stands under such a name as often as a secret.
  if (/\s/.test(value) || /^https?:/i.test(value) || holdsMark(value)) return true;
  if (/(?:^|[_.-])(?:code|key|auth|sig|signature|ticket|otp|sid|pat|bypass|verifier|assertion)$/i.test(name)) {
    return !isLongMixture(value);
  }
  return /^[a-z][a-z_-]{0,15}$/.test(value);
}

function isKeptWord(name: string, value: string): boolean {
  if (/^(?:code|key|auth|sig|pass|cookie)$|sess(?:ion)?$|sid$/i.test(name) && !isLongMixture(value)) return true;
  if (typedIn.test(name)) return !isTypedIn(value);
  if (describing.test(value) || /^https?:/i.test(value) || value.length < 6 || holdsMark(value)) return true;
  return !/\d/.test(value) && !/[a-z][A-Z]/.test(value) && value.length < 16;
}

/** Long, and of letters and digits. */
export function isLongMixture(value: string): boolean {
  return value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value);
}

function kindOf(name: string): SecretKind {
  if (/pass|pwd|pw$/i.test(name)) return 'password';
  if (/key$/i.test(name)) return 'key';
  if (/cookie/i.test(name)) return 'cookie';
  if (/sess|sid$/i.test(name) && !/token/i.test(name)) return 'session';
  return /token|jwt|auth|bearer/i.test(name) ? 'token' : 'secret';
}
