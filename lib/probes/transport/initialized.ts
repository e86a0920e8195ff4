import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { rpcAsk } from './rpc-request.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

/**
 * notifications/initialized, which ends the legacy handshake.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization
 */
export const initialized = defineProbe({
  key: 'initialized',
  after: wayInNeeds,
  plan: 'walk',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    const answer = await context.ask(
      rpcAsk({
        url: way.url,
        era: 'legacy',
        method: 'notifications/initialized',
        step: 10,
        sessionId: way.sessionId,
        protocolVersion: way.version,
      }),
    );
    return { exchange: answer.exchange };
  },
});
