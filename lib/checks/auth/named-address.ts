import type { ResponseExchange } from '../../kernel/exchange.ts';
import type { Values } from '../../kernel/finding.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { inOneLine } from '../../parsing/one-line.ts';

/** What a challenge names as resource_metadata, as values: `named`, `quotes` (`yes` when in single quotes), and the whole `header`. */
export function namedByChallenge(challenge: ResponseExchange): Values {
  const header = challenge.headers['www-authenticate'] ?? '';
  const named = bearerChallenge(header)?.resourceMetadata ?? '';
  return {
    named: inOneLine(named) || '–',
    quotes: named.startsWith("'") ? 'yes' : 'no',
    header: inOneLine(header, 300) || '–',
  };
}
