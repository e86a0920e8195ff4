import { say } from '../../i18n/say.ts';
import type { TokenShape } from '../../kernel/report.ts';

/** What is told of a token that was taken out: “redacted-token-1 was a JWT (alg RS256, typ JWT) with the claims iss, sub, exp.” */
export function tokenShapeWords({ mark, header, claims }: TokenShape): string {
  const head = Object.entries(header)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  const values = { mark, header: head, claims: claims.join(', ') };
  const isEncrypted = header['enc'] !== undefined;
  if (isEncrypted) return say('{mark} was an encrypted JWT ({header}), whose claims nobody sees.', values);
  if (head === '' && claims.length === 0) return say('{mark} was a JWT without a usual header or claim.', values);
  if (head === '') return say('{mark} was a JWT with the claims {claims}.', values);
  if (claims.length === 0) return say('{mark} was a JWT ({header}) without a usual claim.', values);
  return say('{mark} was a JWT ({header}) with the claims {claims}.', values);
}
