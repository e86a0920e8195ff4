import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { clockSkewMs } from '../../standards/limits.ts';
import { sources } from '../http/sources.ts';

/** Do this machine's clock and the server's agree? */
export const clockCheck = defineCheck({
  topic: 'clock',
  needs: ['initialize'],
  uses: ['discover'],
  codes: {
    'client.clock-skew': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'This computer’s clock and the server’s differ by {minutes} minutes',
      detail:
        'The server says {served}; on this computer it was {here}. One of the two is wrong. Certificates and tokens then look expired or not yet valid to one side, and such errors in this report may be this computer’s own.',
      fix: 'Set this computer’s clock by the network. If it is right, the server’s clock has to be set.',
      sources: [sources.date],
    },
  },
  evaluate({ initialize, discover }) {
    const answers = [initialize.exchange, observed(discover)?.exchange].filter(isFresh);
    const skews = answers.map((exchange) => ({ exchange, skew: skewOf(exchange) })).filter(({ skew }) => !isNaN(skew));
    const [first] = [...skews].sort((a, b) => Math.abs(a.skew) - Math.abs(b.skew));
    if (!first) return [skip('not-reached', 'client.clock-skew')];
    if (Math.abs(first.skew) <= clockSkewMs) return [];
    const here = hereAt(first.exchange);
    const values = {
      minutes: Math.round(Math.abs(first.skew) / 60_000),
      served: new Date(here + first.skew).toISOString().slice(0, 19).replace('T', ' '),
      here: new Date(here).toISOString().slice(0, 19).replace('T', ' '),
    };
    return [found('client.clock-skew', { subject: { kind: 'browser' }, values, evidence: [first.exchange] })];
  },
});

/** A cached answer carries the date at which it was made. */
function isFresh(exchange: Exchange | undefined): exchange is ResponseExchange {
  if (exchange?.kind !== 'response' || exchange.headers['date'] === undefined) return false;
  return exchange.headers['age'] === undefined && !/\bhit\b/i.test(exchange.headers['x-cache'] ?? '');
}

function skewOf(exchange: ResponseExchange): number {
  return Date.parse(exchange.headers['date'] ?? '') - hereAt(exchange);
}

function hereAt({ timing }: ResponseExchange): number {
  return timing.startedAt + (timing.headersMs ?? timing.durationMs);
}
