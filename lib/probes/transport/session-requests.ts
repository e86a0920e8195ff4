import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { observed } from '../../kernel/observation.ts';
import { askAgainAlone } from './ask-again.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

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
  after: wayInNeeds,
  plan: 'side',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy' || way.sessionId === null) return new Unavailable('prerequisite');
    const answer = await context.ask(
      rpcAsk({
        url: way.url,
        era: 'legacy',
        method: 'tools/list',
        step: null,
        id: 60,
        params: {},
        sessionId: madeUpSession,
        protocolVersion: way.version,
        limit: 'side',
      }),
    );
    return readRpc(answer, 60);
  },
});

/** ping on our session. @see https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/ping */
export const ping = defineProbe({
  key: 'ping',
  after: [...wayInNeeds, 'initialized', 'listing', 'listen-stream', 'stale-session'],
  plan: 'side',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    await context.when('initialized');
    const send = () =>
      context.ask(
        rpcAsk({
          url: way.url,
          era: 'legacy',
          method: 'ping',
          step: null,
          id: 61,
          sessionId: way.sessionId,
          protocolVersion: way.version,
          limit: 'side',
        }),
      );
    const others = () =>
      Promise.all([context.when('listing'), context.when('listen-stream'), context.when('stale-session')]);
    return readRpc(await askAgainAlone(send, others), 61);
  },
});

const usersOfTheSession = ['listing', 'ping', 'listen-stream', 'offers', 'app-reads', 'user-agents'] as const;

/** ping under a version header that no server supports. It may end the session, so it comes after all that uses it. */
export const oddVersion = defineProbe({
  key: 'odd-version',
  after: [...wayInNeeds, ...usersOfTheSession],
  plan: 'side',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    await Promise.all(usersOfTheSession.map((key) => context.when(key)));
    const answer = await context.ask(
      rpcAsk({
        url: way.url,
        era: 'legacy',
        method: 'ping',
        step: null,
        id: 62,
        sessionId: way.sessionId,
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
  after: [...wayInNeeds, 'listing'],
  plan: 'wider',
  async collect(context) {
    const way = await wayIn(context);
    if (way?.kind !== 'legacy') return new Unavailable('prerequisite');
    const listed = observed(await context.when('listing'))?.pages[0]?.exchange;
    if (listed?.kind !== 'response' || listed.status !== 400) return new Unavailable('prerequisite');
    const answer = await context.ask(
      rpcAsk({
        url: way.url,
        era: 'legacy',
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
