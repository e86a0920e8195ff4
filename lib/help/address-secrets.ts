import { mayBeSecret, withoutSecretSegments } from '../parsing/secret-segment.ts';
import { withoutTypedSecrets } from '../parsing/typed-redaction.ts';

/** A typed address with `redacted` in place of what may be a secret: user and password, values of its query, parts of its path. */
export function withoutAddressSecrets(address: string): string {
  const typed = withoutTypedSecrets(address);
  if (!URL.canParse(typed)) return typed;
  const { pathname } = new URL(typed);
  const open = withoutSecretSegments(pathname, 'redacted');
  return open === pathname ? typed : typed.replace(pathname, () => open);
}

/** Whether an address can stand where others read it: a URL without anything that may be a secret. */
export function isOpenAddress(address: string): boolean {
  return URL.canParse(address) && withoutAddressSecrets(address) === address;
}

/** Each thing that `withoutAddressSecrets` takes out of the path and the query of a URL, as it stands there and decoded; none for no URL. */
export function addressSecrets(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const secrets = [...secretsInPath(url.pathname), ...secretsInQuery(url)].filter((text) => !isMark.test(text));
  return [...new Set(secrets.flatMap((secret) => [secret, decoded(secret)]))];
}

/** A segment, and the value in it where it is a name with a value. */
function secretsInPath(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.flatMap((segment, index) => {
    if (isMark.test(segment) || !mayBeSecret(segment, segments[index - 1])) return [];
    const [, ...values] = decoded(segment).split(/[:,|~!$*+=;]/);
    return [segment, ...values.filter((value) => mayBeSecret(value))];
  });
}

function secretsInQuery(url: URL): readonly string[] {
  if (url.search === '') return [];
  const open = withoutAddressSecrets(url.href);
  const stays = new Set(URL.canParse(open) ? new URL(open).searchParams.values() : []);
  return [...url.searchParams.values()].filter((value) => value !== '' && !stays.has(value));
}

/** What was taken out before. */
const isMark = /^redacted(?:-[a-z]+-\d+)?$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
