import { resultObject } from '../../kernel/rpc-reply.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { defineProbe, type ProbeContext } from '../../kernel/probe.ts';
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
  collect: (context) => askModern(context, context.when('initialize')),
});

/** Sends server/discover, with a token where there is one, beside the initialize that is under way. */
export async function askModern(
  { target, ask, ports, options, signal }: Pick<ProbeContext<never>, 'target' | 'ask' | 'ports' | 'options' | 'signal'>,
  initialize: Promise<Observation<EvidenceMap['initialize']>>,
  bearer: string | null = null,
): Promise<RpcEvidence> {
  const enough = new AbortController();
  void initialize.then(async (observation) => {
    const evidence = observed(observation);
    if (!evidence || !resultObject(evidence.reply)) return;
    await ports.clock.wait(options.sideTimeoutMs, AbortSignal.any([signal, enough.signal]));
    enough.abort();
  });
  const answer = await ask(
    rpcAsk({
      url: target.endpoint,
      era: 'modern',
      method: 'server/discover',
      step: bearer === null ? 3 : 10,
      id: 2,
      bearer,
      signal: enough.signal,
    }),
  );
  enough.abort();
  return readRpc(answer, 2);
}
