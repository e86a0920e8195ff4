import { defineCheck, found, skip } from '../../kernel/check.ts';
import { clockSkewMs } from '../../standards/limits.ts';
import { browserSources as sources } from './browser-sources.ts';
import { whyUntold } from './looks.ts';

/** Does this computer’s clock agree with Claude’s? */
export const browserClockCheck = defineCheck({
  topic: 'browser-clock',
  needs: ['reach'],
  codes: {
    'client.clock-skew': {
      severity: 'problem',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'This computer’s clock is {minutes} minutes {direction, select, ahead {fast} other {slow}}',
      detail:
        'Claude’s servers tell another time than this computer. Secure connections and sign-ins then fail, because certificates and tokens look expired or not yet valid.',
      fix: 'Let this computer set its clock by the network, then reload Claude’s page.',
      sources: [sources.date],
    },
  },
  evaluate({ reach: { looks } }) {
    const clocks = looks.flatMap(({ outside }) =>
      outside.kind === 'answered' && outside.clockAheadS !== null ? [outside.clockAheadS] : [],
    );
    // Something on the way may answer from its store, with an old date: the clock nearest to this one counts.
    const [nearest] = clocks.sort((a, b) => Math.abs(a) - Math.abs(b));
    if (nearest === undefined) {
      return [skip(whyUntold(looks.map(({ outside }) => outside)) ?? 'prerequisite', 'client.clock-skew')];
    }
    if (Math.abs(nearest) * 1_000 <= clockSkewMs) return [];
    const values = { minutes: Math.round(Math.abs(nearest) / 60), direction: nearest > 0 ? 'ahead' : 'behind' };
    return [found('client.clock-skew', { values })];
  },
});
