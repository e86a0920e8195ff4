import { holdsMark, isMark, type SecretStore } from './redact-store.ts';
import { isToolName } from './redact-tool-name.ts';

/**
 * True for the name of a member, parameter or header that holds the id of a person or an organization, such as `sub`, `user_id`,
 * `X-Org-Id`, `accountUuid`. Ids of clients, tenants, sessions and requests are none.
 */
export function isIdentityName(name: string): boolean {
  return maybeIdentity.test(name) && identityName.test(name.replace(/[^A-Za-z]/g, ''));
}

/** Whether a value is an id: nobody’s name of a type, no placeholder, no word. */
export function isIdLike(value: string): boolean {
  if (value.length < 5 || value.length > 200 || /[\s{}<>$"]/.test(value) || isMark(value) || holdsMark(value))
    return false;
  return /\d/.test(value) && !/^https?:|^urn:|^v?\d{1,2}(?:\.\d{1,3})*$/i.test(value) && /[^0-]/.test(value);
}

const maybeIdentity = /^sub$|id$|identifier$/i;

const identityName =
  /^(?:sub|(?:x|my|current|claude|anthropic|openai|google|goog|github|slack|authenticated)*(?:user|account|acct|org|organi[sz]ation|member|person|owner|profile|employee|customer|subscriber|principal|actor|subject)(?:id|uid|uuid|guid|identifier))$/i;

/** Takes out ids of people and organizations that their own form, or the address in which they stand, gives away. */
export function identifiers(text: string, store: SecretStore): string {
  let out = text;
  if (out.includes('_') || out.includes('-')) {
    out = out.replace(prefixed, (whole, at: number, all: string) =>
      isMixture(whole) && !isToolName(all, at) && !store.isSpared(whole) ? store.learn(whole, 'id') : whole,
    );
  }
  if (out.includes('|') || /%7C/i.test(out)) {
    out = out.replace(ofProvider, (whole, provider: string, bar: string, id: string) =>
      isIdLike(id) ? provider + bar + store.learn(id, 'id') : whole,
    );
  }
  if (/(?:\/|%2F)(?:org|account)/i.test(out)) out = out.replace(claudePath, ofClaude(store));
  return out.includes('uid') ? out.replace(uuidOfOne, ofClaude(store)) : out;
}

/** As WorkOS, Clerk, Stripe and OpenAI make them. */
const prefixed = /(?<![A-Za-z\d_.-])(?:org|user|usr|acct)[_-][A-Za-z\d]{12,40}(?![A-Za-z\d_-])/g;

function isMixture(text: string): boolean {
  return (text.slice(4).match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0) >= 2 && !holdsMark(text);
}

/** The provider of the account stays. @see https://auth0.com/docs/manage-users/user-accounts/identify-users */
const ofProvider =
  /(?<![\w|-])(auth0|google-oauth2|google-apps|github|gitlab|windowslive|waad|facebook|apple|linkedin|twitter|samlp|oidc|okta|adfs|ad|email|sms|oauth2)(\||%7C)([\w.:@+%-]{5,120})(?![\w|])/gi;

const uuid = String.raw`([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})`;

/** In addresses of Claude’s own, also without their host and with escaped slashes. Other services’ paths are what checks compare. */
const claudePath = new RegExp(
  String.raw`((?:(?:claude\.(?:ai|com)|anthropic\.com)(?:(?:\\?\/|%2F)[\w-]{1,40}){0,4}|(?<![\w.-])(?:\\?\/|%2F)api)(?:\\?\/|%2F)(?:organizations|accounts?|orgs?)(?:\\?\/|%2F))${uuid}`,
  'gi',
);

const uuidOfOne = new RegExp(
  String.raw`(\\{0,7}"(?:user|account|organization|org|member|creator|owner)\\{0,7}"\s{0,5}:\s{0,5}\{[^{}]{0,300}?\\{0,7}"uuid\\{0,7}"\s{0,5}:\s{0,5}\\{0,7}")${uuid}`,
  'gi',
);

function ofClaude(store: SecretStore) {
  return (whole: string, lead: string, id: string): string =>
    // All zeros, as in our own questions, is nobody’s.
    new Set(id).size < 4 ? whole : lead + store.learn(id, 'id');
}
