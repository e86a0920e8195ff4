import type { AuthorizationServer } from '../../kernel/evidence.ts';
import type { Json } from '../../kernel/json.ts';
import { identityProviders } from '../../standards/identity-providers.ts';
import type { AdvisedCode, IdentityProvider, ProviderId } from '../../standards/identity-provider-types.ts';
import { recognizeProvider } from './recognize-provider.ts';

/**
 * The value that every message of `fixInWords` needs: `values: { …, ...providerValue(server) }`. Give the authorization server as
 * it was observed; without one, the general words are used.
 */
export function providerValue(server: AuthorizationServer | undefined): { readonly provider: ProviderId | 'other' } {
  const product = server && recognizeProvider({ issuer: server.issuer, document: serverDocument(server) });
  return { provider: product?.id ?? 'other' };
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
