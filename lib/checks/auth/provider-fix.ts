import type { AuthorizationServer } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Json } from '../../kernel/json.ts';
import { identityProviders } from '../../standards/identity-providers.ts';
import type { AdvisedCode, IdentityProvider, ProviderId } from '../../standards/identity-provider-types.ts';
import { recognizeProvider } from './recognize-provider.ts';

/**
 * The value that every message of `fixInWords` needs: `values: { …, ...providerValue(server) }`. Give the authorization server as
 * it was observed; without one, the general words are used. The 401 tells of it too, where the connector is that server itself.
 */
export function providerValue(
  server: AuthorizationServer | undefined,
  challenge?: ResponseExchange,
): { readonly provider: ProviderId | 'other' } {
  return { provider: (server && providerOf(server, challenge))?.id ?? 'other' };
}

/** The product behind an authorization server as it was observed; undefined where none is recognized. */
export function providerOf(server: AuthorizationServer, challenge?: ResponseExchange): IdentityProvider | undefined {
  return recognizeProvider({
    issuer: server.issuer,
    document: serverDocument(server),
    ...(challenge && isItself(server, challenge) && { challenge: challenge.headers['www-authenticate'] }),
  });
}

/** True when the connector is its own authorization server, so that what its 401 says tells of both. */
function isItself({ issuer }: AuthorizationServer, { url }: ResponseExchange): boolean {
  return URL.canParse(issuer) && URL.canParse(url) && new URL(issuer).origin === new URL(url).origin;
}

/** The metadata that was found for an authorization server, else null. */
export function serverDocument({ attempts, chosen }: AuthorizationServer): Json {
  return attempts[chosen ?? -1]?.document ?? null;
}

/**
 * The fix of a code as an ICU message: in the words of a recognized product where that has some for this code, else the general
 * words, which may use placeholders of their own. Wants `provider` among the finding's values.
 */
export function fixInWords(code: AdvisedCode, general: string): string {
  return byProvider(({ fixes }) => fixes[code], general);
}

/** What is known of each product, as an ICU message. Wants `provider`. */
export const trapsInWords = byProvider(({ traps }) => traps, '');

/** What to see to with each product, as an ICU message. Wants `provider`. */
export const adviceInWords = byProvider(({ advice }) => advice, '');

function byProvider(wordsOf: (product: IdentityProvider) => string | undefined, general: string): string {
  const branches = identityProviders.flatMap((product) => {
    const words = wordsOf(product);
    return words === undefined ? [] : [`${product.id} {${words}}`];
  });
  return branches.length === 0 ? general : `{provider, select, ${branches.join(' ')} other {${general}}}`;
}
