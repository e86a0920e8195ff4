import { resultObject } from '../../kernel/rpc-reply.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe } from '../../kernel/probe.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';

/**
 * POST server/discover: the first request of version 2026-07-28, sent beside initialize. Once initialize has worked, it may
 * take no longer than a side observation, so that a server that hangs on unknown methods holds nobody.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/server/discover
 */
export const discover = defineProbe({
  key: 'discover',
  after: ['initialize'],
  plan: 'walk',
  async collect({ target, ask, when, ports, options, signal }) {
    const enough = new AbortController();
    void when('initialize').then(async (initialize) => {
      const evidence = observed(initialize);
      if (!evidence || !resultObject(evidence.reply)) return;
      await ports.clock.wait(options.sideTimeoutMs, AbortSignal.any([signal, enough.signal]));
      enough.abort();
    });
    const answer = await ask(
      rpcAsk({ url: target.endpoint, era: 'modern', method: 'server/discover', step: 3, id: 2, signal: enough.signal }),
    );
    enough.abort();
    return readRpc(answer, 2);
  },
});
