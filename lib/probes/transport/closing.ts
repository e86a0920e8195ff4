import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { deleteSession } from './session.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

/**
 * DELETE of our own session, after everything that used it.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management
 */
export const closing = defineProbe({
  key: 'closing',
  after: [...wayInNeeds, 'listing', 'ping', 'odd-version', 'listen-stream', 'made-up-call', 'without-version-header'],
  plan: 'walk',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy' || way.sessionId === null) return new Unavailable('prerequisite');
    await Promise.all([
      context.when('listing'),
      context.when('ping'),
      context.when('odd-version'),
      context.when('listen-stream'),
      context.when('made-up-call'),
      context.when('without-version-header'),
    ]);
    const answer = await deleteSession(context, { url: way.url, id: way.sessionId, version: way.version });
    return { exchange: answer.exchange };
  },
});
