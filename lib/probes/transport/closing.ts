import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { deleteSession } from './session.ts';
import { sessionUsers, waitForUsers } from './session-users.ts';
import { wayIn, type WayIn } from './way-in.ts';
import { signedInWay, wayInsideNeeds } from './way-inside.ts';

/**
 * DELETE of our own sessions, after everything that used them: the one behind the sign-in, and the one before it.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management
 */
export const closing = defineProbe({
  key: 'closing',
  after: [...wayInsideNeeds, ...sessionUsers, 'refresh'],
  plan: 'walk',
  async collect(context) {
    const [inside, before] = [await signedInWay(context), await wayIn(context)];
    if (![inside, before].some(hasSession)) return new Unavailable('prerequisite');
    await Promise.all([waitForUsers(context), context.when('refresh')]);
    // Only now, with the newest token.
    const ways = [before, await signedInWay(context)].filter(hasSession);
    const answers = await Promise.all(
      ways.map(({ url, sessionId: id, version, bearer }) => deleteSession(context, { url, id, version, bearer })),
    );
    const last = answers.at(-1);
    return last ? { exchange: last.exchange } : new Unavailable('prerequisite');
  },
});

function hasSession(way: WayIn | null): way is Extract<WayIn, { kind: 'legacy' }> & { readonly sessionId: string } {
  return way?.kind === 'legacy' && way.sessionId !== null;
}
