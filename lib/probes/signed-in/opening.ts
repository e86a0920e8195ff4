import type { EvidenceKey, EvidenceMap } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { madeUpTool } from '../auth/made-up-call.ts';
import { askModern } from '../transport/discover.ts';
import { openSession } from '../transport/initialize.ts';
import { endHandshake } from '../transport/initialized.ts';
import { converse, fallbackStatuses } from '../transport/legacy-sse.ts';
import { listOver } from '../transport/listing.ts';
import { readRpc, rpcAsk } from '../transport/rpc-request.ts';
import { over, type WayIn } from '../transport/way-in.ts';
import { signedInNeeds, signedInWay } from '../transport/way-inside.ts';
import { withStepUp } from './step-up.ts';

const callId = 64;

/** initialize with the token. */
export const signedInInitialize = defineProbe({
  key: 'signed-in-initialize',
  after: ['sign-in'],
  plan: 'signed-in',
  async collect(context) {
    const missing = await withoutToken(context);
    if (missing) return missing;
    return withStepUp(context, 'initialize', (bearer) => openSession(context, context.target.endpoint, bearer));
  },
});

/** server/discover with the token. */
export const signedInDiscover = defineProbe({
  key: 'signed-in-discover',
  after: ['sign-in', 'signed-in-initialize'],
  plan: 'signed-in',
  async collect(context) {
    const missing = await withoutToken(context);
    if (missing) return missing;
    const initialize = context.when('signed-in-initialize');
    return withStepUp(context, 'discover', (bearer) => askModern(context, initialize, bearer));
  },
});

/** The older transport with the token, where a client would come to it. */
export const signedInLegacySse = defineProbe({
  key: 'signed-in-legacy-sse',
  after: signedInNeeds,
  plan: 'signed-in',
  async collect(context) {
    const refused = observed(await context.when('signed-in-initialize'))?.exchange;
    if (refused?.kind !== 'response' || !fallbackStatuses.includes(refused.status)) {
      return new Unavailable('prerequisite');
    }
    if (await signedInWay(context)) return new Unavailable('prerequisite');
    return converse(context, { asClient: true, bearer: context.memory.tokens?.access ?? null });
  },
});

/** notifications/initialized with the token. */
export const signedInInitialized = defineProbe({
  key: 'signed-in-initialized',
  after: signedInNeeds,
  plan: 'signed-in',
  async collect(context) {
    const way = await signedInWay(context);
    return way?.kind === 'legacy' ? endHandshake(context, way) : new Unavailable('prerequisite');
  },
});

/** tools/list with the token, all pages. */
export const signedInListing = defineProbe({
  key: 'signed-in-listing',
  after: [...signedInNeeds, 'signed-in-initialized'],
  plan: 'signed-in',
  async collect(context) {
    const way = await openedWay(context);
    if (!way) return new Unavailable('prerequisite');
    const listed = await withStepUp(context, 'list', async (bearer) => {
      const listing = await listOver(context, { ...way, bearer });
      return { listing, exchange: lastExchange(listing) };
    });
    return listed instanceof Unavailable ? listed : listed.listing;
  },
});

/** tools/call of a made-up tool with the token: servers may want more scope for a call than for the list. */
export const signedInCall = defineProbe({
  key: 'signed-in-call',
  after: [...signedInNeeds, 'signed-in-initialized', 'signed-in-listing'],
  plan: 'signed-in',
  async collect(context) {
    const way = await openedWay(context);
    // Not beside the list: each may be what needs more scope, and one further sign-in is made.
    const listing = observed(await context.when('signed-in-listing'));
    if (!way || !listing || !listing.pages.some(({ reply }) => resultObject(reply))) {
      return new Unavailable('prerequisite');
    }
    return withStepUp(context, 'call', async (bearer) => {
      const params = { name: madeUpTool, arguments: {} };
      const request = { ...over({ ...way, bearer }), method: 'tools/call', step: null, id: callId, params } as const;
      return readRpc(await context.ask(rpcAsk(request)), callId);
    });
  },
});

type Opened = Pick<ProbeContext<never>, 'target' | 'memory'> & {
  when<K extends 'signed-in-initialized' | (typeof signedInNeeds)[number]>(
    key: K,
  ): Promise<Observation<EvidenceMap[K]>>;
};

async function openedWay(context: Opened): Promise<WayIn | null> {
  const way = await signedInWay(context);
  if (way?.kind === 'legacy') await context.when('signed-in-initialized');
  return way;
}

/** Why there is nothing to ask with a token, or null when there is one. */
async function withoutToken(context: {
  when(key: Extract<EvidenceKey, 'sign-in'>): Promise<Observation<EvidenceMap['sign-in']>>;
}): Promise<Unavailable | null> {
  const signIn = await context.when('sign-in');
  if (signIn.status === 'unavailable') return new Unavailable(signIn.because);
  const { failure, issued } = observed(signIn) ?? {};
  if (failure !== null) return new Unavailable('needs-sign-in');
  // What no header can carry is not sent: of it auth.token-unusable speaks.
  return issued?.form === 'sendable' ? null : new Unavailable('prerequisite');
}

function lastExchange({ pages }: EvidenceMap['listing']) {
  const last = pages.at(-1);
  if (!last) throw new Error('a listing has at least one page');
  return last.exchange;
}
