import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { askAgainAlone } from './ask-again.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';
import { over } from './way-in.ts';
import { listingInside, wayInside, wayInsideNeeds } from './way-inside.ts';

/** A version that no server can know. */
const oddVersionSent = '2099-01-01';
/** Looks like the session ids that servers give out, and was never given out. */
const madeUpSession = '00000000-0000-4000-8000-00000000d0c7';

/**
 * A request under a session id that the server never gave: it should answer 404, so that clients start afresh after a restart.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management
 */
export const staleSession = defineProbe({
  key: 'stale-session',
  after: wayInsideNeeds,
  plan: 'side',
  async collect(context) {
    const way = await wayInside(context);
    if (way?.kind !== 'legacy' || way.sessionId === null) return new Unavailable('prerequisite');
    const answer = await context.ask(
      rpcAsk({
        ...over(way),
        method: 'tools/list',
        step: null,
        id: 60,
        params: {},
        sessionId: madeUpSession,
        limit: 'side',
      }),
    );
    return readRpc(answer, 60);
  },
});

/** ping on our session. @see https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/ping */
export const ping = defineProbe({
  key: 'ping',
  after: [...wayInsideNeeds, 'listing', 'signed-in-listing', 'listen-stream', 'stale-session'],
  plan: 'side',
  async collect(context) {
    const way = await wayInside(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    const send = () =>
      context.ask(
        rpcAsk({
          ...over(way),
          method: 'ping',
          step: null,
          id: 61,
          limit: 'side',
        }),
      );
    const others = () =>
      Promise.all([listingInside(context), context.when('listen-stream'), context.when('stale-session')]);
    return readRpc(await askAgainAlone(send, others), 61);
  },
});

const usersOfTheSession = [
  'listing',
  'signed-in-listing',
  'signed-in-call',
  'ping',
  'listen-stream',
  'offers',
  'app-reads',
  'user-agents',
] as const;

/** ping under a version header that no server supports. It may end the session, so it comes after all that uses it. */
export const oddVersion = defineProbe({
  key: 'odd-version',
  after: [...wayInsideNeeds, ...usersOfTheSession],
  plan: 'side',
  async collect(context) {
    const way = await wayInside(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    await Promise.all(usersOfTheSession.map((key) => context.when(key)));
    const answer = await context.ask(
      rpcAsk({
        ...over(way),
        method: 'ping',
        step: null,
        id: 62,
        protocolVersion: oddVersionSent,
        limit: 'side',
      }),
    );
    return { ...readRpc(answer, 62), sentVersion: oddVersionSent };
  },
});

/** The listing again without the version header, after the one that carried it was answered by 400. */
export const withoutVersionHeader = defineProbe({
  key: 'without-version-header',
  after: [...wayInsideNeeds, 'listing', 'signed-in-listing'],
  plan: 'wider',
  async collect(context) {
    const way = await wayInside(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    const listed = (await listingInside(context))?.pages[0]?.exchange;
    if (listed?.kind !== 'response' || listed.status !== 400) return new Unavailable('prerequisite');
    const answer = await context.ask(
      rpcAsk({
        url: way.url,
        era: 'legacy',
        bearer: way.bearer,
        method: 'tools/list',
        step: null,
        id: 63,
        params: {},
        sessionId: way.sessionId,
        limit: 'side',
      }),
    );
    return readRpc(answer, 63);
  },
});
