import type { EvidenceKey } from '../../kernel/evidence.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { deleteSession } from './session.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

/** What speaks on our session. */
const users = [
  'listing',
  'ping',
  'odd-version',
  'listen-stream',
  'made-up-call',
  'offers',
  'app-reads',
  'user-agents',
  'without-version-header',
] as const satisfies readonly EvidenceKey[];

/**
 * DELETE of our own session, after everything that used it.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management
 */
export const closing = defineProbe({
  key: 'closing',
  after: [...wayInNeeds, ...users],
  plan: 'walk',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy' || way.sessionId === null) return new Unavailable('prerequisite');
    await Promise.all(users.map((key) => context.when(key)));
    const answer = await deleteSession(context, { url: way.url, id: way.sessionId, version: way.version });
    return { exchange: answer.exchange };
  },
});
