import type { ResponseExchange } from '../../kernel/exchange.ts';
import { readChallenges } from '../../parsing/www-authenticate.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { asksForApiKey, refusalText } from './sign-in-words.ts';

/** The fixed credential that a refusal asks for, evidently. */
export type StaticCredential =
  { readonly kind: 'scheme'; readonly scheme: string } | { readonly kind: 'api-key'; readonly scheme: '' };

/** Schemes whose challenge may carry resource metadata: they are OAuth. */
const oauthSchemes: readonly string[] = ['bearer', 'dpop'];

/** Reads from a 401 that nothing but a fixed credential will do; null where it may just as well be OAuth without its metadata. */
export function staticCredential(challenge: ResponseExchange): StaticCredential | null {
  const schemes = readChallenges(challenge.headers['www-authenticate'] ?? '').challenges.map(({ scheme }) => scheme);
  if (schemes.length > 0 && !schemes.some((scheme) => oauthSchemes.includes(scheme))) {
    return { kind: 'scheme', scheme: inOneLine(schemes.join(', '), 60) };
  }
  const text = refusalText(challenge, { kind: 'other-type', contentType: '' });
  return asksForApiKey(text) ? { kind: 'api-key', scheme: '' } : null;
}
