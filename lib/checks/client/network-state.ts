import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { sources } from '../http/sources.ts';
import { hasProxyFailed, isOffline } from '../network/vantage-fault.ts';

const subject = { kind: 'browser' } as const;

type Code = 'client.offline' | 'client.proxy-failed';

/** Could this machine look at all? */
export const networkStateCheck = defineCheck({
  topic: 'network-state',
  needs: ['typed', 'initialize'],
  uses: ['surroundings'],
  codes: {
    'client.offline': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'you',
      title: 'This computer is offline',
      detail: 'It has no network connection, so nothing can be said about {host}. Claude may reach it all the same.',
      fix: 'Connect to the internet and check again.',
      sources: [sources.troubleshooting],
    },
    'client.proxy-failed': {
      severity: 'blocker',
      confidence: 'certain',
      step: null,
      who: 'network',
      title: 'This computer’s proxy does not let the check through',
      detail:
        'Requests to {host} go through {proxy}, and it refused or could not be reached ({said}). The connector itself was not seen; Claude does not use this proxy.',
      fix: 'Check the proxy settings (HTTPS_PROXY, NO_PROXY) or try from another network.',
      sources: [sources.troubleshooting],
    },
  },
  evaluate(seen) {
    const { exchange } = seen.initialize;
    const host = seen.typed.url?.hostname ?? '';
    const around = observed(seen.surroundings);
    const outcomes: Outcome<Code>[] = [];
    if (isOffline(seen)) outcomes.push(found('client.offline', { subject, values: { host }, evidence: [exchange] }));
    else if (exchange.kind === 'failure' && around?.online == null) {
      outcomes.push(skip(around ? 'vantage' : 'not-reached', 'client.offline'));
    }
    if (exchange.kind === 'failure' && hasProxyFailed(seen)) {
      const values = { host, proxy: around?.proxy ?? 'a proxy', said: exchange.detail || 'no answer' };
      outcomes.push(found('client.proxy-failed', { subject, values, evidence: [exchange] }));
    } else if (around?.proxy === null) {
      outcomes.push(skip('not-applicable', 'client.proxy-failed'));
    }
    return outcomes;
  },
});
