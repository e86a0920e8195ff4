import { defineCheck, found, skip } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { answered, answerValues } from './answer-words.ts';
import { opening, openingUses, sessionIssued, withoutHandshake } from './opening.ts';
import { sources } from './sources.ts';
import { whyNot } from './why-not.ts';

/** Does the server answer ping, as the versions before 2026-07-28 ask? */
export const ping = defineCheck({
  topic: 'ping',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...openingUses, 'ping'],
  codes: {
    'transport.ping-failed': {
      severity: 'warning',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The server does not answer ping',
      detail: `ping ${answered}. Clients use it to see whether a connection is still alive, and may drop one that does not answer.`,
      fix: 'Answer ping with an empty result, as the protocol versions before 2026-07-28 ask of every server.',
      sources: [sources.ping],
    },
  },
  evaluate(seen) {
    const code = 'transport.ping-failed';
    const opened = opening(seen);
    const because = withoutHandshake(opened);
    if (because) return [skip(because, code)];
    const sent = observed(seen.ping);
    if (!sent) return [skip(whyNot(seen.ping), code)];
    const { exchange, reply } = sent;
    if (reply.kind === 'result') return [];
    if (exchange.kind === 'failure' && exchange.reason !== 'timeout') return [skip('not-reached', code)];
    const status = exchange.kind === 'response' ? exchange.status : 0;
    if (status === 401) return [skip('needs-sign-in', code)];
    // Without its session a ping says nothing, and a busy road fails every request alike.
    const isWithoutSession = sessionIssued(seen, opened) && !('mcp-session-id' in exchange.requestHeaders);
    if (isWithoutSession || [429, 502, 503, 504].includes(status)) return [skip('not-reached', code)];
    return [found(code, { values: answerValues(exchange, reply), evidence: [exchange] })];
  },
});
