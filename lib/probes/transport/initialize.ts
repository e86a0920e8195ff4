import { defineProbe, type ProbeContext } from '../../kernel/probe.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import { offeredVersion } from '../../standards/protocol.ts';
import { initializeParams, readRpc, rpcAsk } from './rpc-request.ts';
import { sessionIdOf } from './session.ts';

/**
 * POST initialize: the first request of the versions before 2026-07-28. The only one of the walk, since some servers take one
 * session in their life.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization
 */
export const initialize = defineProbe({
  key: 'initialize',
  after: [],
  plan: 'walk',
  collect: (context) => openSession(context, context.target.endpoint),
});

/** Sends initialize to this URL and remembers the session that it opens; with a token, the one behind the sign-in. */
export async function openSession(
  context: Pick<ProbeContext<never>, 'ask' | 'memory'>,
  url: string,
  bearer: string | null = null,
): Promise<EvidenceMap['initialize']> {
  const request = rpcAsk({
    url,
    era: 'legacy',
    method: 'initialize',
    step: bearer === null ? 3 : 10,
    id: 1,
    params: initializeParams(offeredVersion),
    bearer,
  });
  const answer = await context.ask(request);
  const evidence = readRpc(answer, 1);
  const sessionId = sessionIdOf(answer);
  if (evidence.reply.kind === 'result' && sessionId) {
    context.memory[bearer === null ? 'sessionId' : 'signedInSessionId'] = sessionId;
  }
  return { ...evidence, sessionIssued: Boolean(sessionId), offeredVersion };
}
