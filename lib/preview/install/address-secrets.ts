import { isCredentialName, looksRandom } from '../../kernel/credential-name.ts';

/** Whether an address carries a secret: a known form of token anywhere, a parameter that is named like one or looks like one, also packed within another. */
export function hasSecret(url: URL): boolean {
  if (knownToken.test(decoded(url.href))) return true;
  if (url.pathname.split(/[/;]/).some((part) => isSecretPair(decoded(part)))) return true;
  return [...url.searchParams].some(([name, value]) => isCredentialName(name) || holdsSecret(value));
}

/** As the services that give them out mark them; three parts with dots are a signed token. */
const knownToken =
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{16,}|sk_(?:live|test)_\w{10,}|AKIA[A-Z0-9]{16}|AIza[\w-]{30,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,})/;

function holdsSecret(value: string): boolean {
  if (looksRandom(value)) return true;
  return [value, unpacked(value)].some((text) => knownToken.test(text) || isNamedWithin(text));
}

/** Names of members of JSON, and of parameters of an address within. */
function isNamedWithin(text: string): boolean {
  const members = [...text.matchAll(/"([^"\\]{1,64})"\s*:/g)].map(([, name]) => name ?? '');
  return members.some(isCredentialName) || text.split(/[?&;#]/).some(isSecretPair);
}

function isSecretPair(text: string): boolean {
  const end = text.indexOf('=');
  return end > 0 && end < text.length - 1 && isCredentialName(text.slice(0, end));
}

/** What base64 in either alphabet holds; empty where it is none. */
function unpacked(value: string): string {
  try {
    return atob(value.replaceAll('-', '+').replaceAll('_', '/').replaceAll(' ', '+'));
  } catch {
    return '';
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
