import type { AuthorizationServer } from '../../kernel/evidence.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { identityProviders } from '../../standards/identity-providers.ts';
import type { AdvisedCode, ProviderId } from '../../standards/identity-provider-types.ts';
import { recognizeProvider } from './recognize-provider.ts';

/**
 * The value that every message of `fixInWords` needs: `values: { …, ...providerValue(server) }`. Give the authorization server as
 * it was observed, or a document with its issuer; without either, the general words are used.
 */
export function providerValue(
  server: AuthorizationServer | { readonly issuer: string; readonly document: JsonObject } | undefined,
): { readonly provider: ProviderId | 'other' } {
  if (!server) return { provider: 'other' };
  const document = 'document' in server ? server.document : (server.attempts[server.chosen ?? -1]?.document ?? null);
  return { provider: recognizeProvider({ issuer: server.issuer, document })?.id ?? 'other' };
}

/**
 * The fix of a code as an ICU message: in the words of a recognized product where that has some for this code, else the general
 * words, which may use placeholders of their own. Wants `provider` among the finding's values.
 */
export function fixInWords(code: AdvisedCode, general: string): string {
  const branches = identityProviders.flatMap(({ id, fixes }) => {
    const fix = fixes[code];
    return fix === undefined ? [] : [`${id} {${fix}}`];
  });
  return branches.length === 0 ? general : `{provider, select, ${branches.join(' ')} other {${general}}}`;
}
