import type { EvidenceMap } from '../../kernel/evidence.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { rpcAsk } from './rpc-request.ts';
import { over, wayIn, wayInNeeds, type WayIn } from './way-in.ts';

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
    return way?.kind === 'legacy' ? endHandshake(context, way) : new Unavailable('prerequisite');
  },
});

/** Sends notifications/initialized over this way. */
export async function endHandshake(
  { ask }: Pick<ProbeContext<never>, 'ask'>,
  way: WayIn,
): Promise<EvidenceMap['initialized']> {
  const { exchange } = await ask(rpcAsk({ ...over(way), method: 'notifications/initialized', step: 10 }));
  return { exchange };
}
