import { withoutSecretSegments } from '../parsing/secret-segment.ts';
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
