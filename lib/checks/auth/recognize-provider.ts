import { isJsonObject, stringMember, stringsMember, type Json } from '../../kernel/json.ts';
import { identityProviders } from '../../standards/identity-providers.ts';
import type { IdentityProvider, ProviderMark } from '../../standards/identity-provider-types.ts';

/** What a product can be recognized by. */
export interface ProviderSigns {
  /** The authorization server’s identifier, as it led to the metadata. */
  readonly issuer: string;
  /** The authorization server’s metadata, else null. */
  readonly document: Json;
  /** The WWW-Authenticate header of the connector’s 401, where the connector is its own authorization server. */
  readonly challenge?: string | undefined;
}

/** The product behind an authorization server; undefined where no mark fits. */
export function recognizeProvider(signs: ProviderSigns): IdentityProvider | undefined {
  return identityProviders.find(({ marks }) => marks.some((mark) => holds(mark, signs)));
}

function holds(mark: ProviderMark, { issuer, document, challenge }: ProviderSigns): boolean {
  const member = (name: string) => place(stringMember(document, name));
  const list = (name: string) => JSON.stringify(stringsMember(document, name));
  const { same } = mark;
  return (
    (mark.issuer === undefined || fits(mark.issuer, place(issuer)) || fits(mark.issuer, member('issuer'))) &&
    Object.entries(mark.places ?? {}).every(([name, pattern]) => fits(pattern, member(name))) &&
    (mark.members ?? []).every((name) => isJsonObject(document) && name in document) &&
    (mark.scopes ?? []).every((scope) => stringsMember(document, 'scopes_supported')?.includes(scope)) &&
    Object.entries(mark.lists ?? {}).every(([name, items]) => list(name) === JSON.stringify(items)) &&
    (same === undefined || (member(same[0]) !== undefined && member(same[0]) === member(same[1]))) &&
    (mark.challenge === undefined || fits(mark.challenge, challenge))
  );
}

function fits(pattern: RegExp, text: string | undefined): boolean {
  return text !== undefined && pattern.test(text);
}

/** `host[:port]/path`, in lower case: what a scheme, a query or capital letters say is no mark. */
function place(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`.toLowerCase();
}
