import { isCredentialName } from '../../kernel/credential-name.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { offeredVersion } from '../../standards/protocol.ts';
import { initializeParams, readRpc, rpcAsk, type RpcRequest } from '../transport/rpc-request.ts';
import { deleteSession, sessionIdOf } from '../transport/session.ts';
import { over, wayIn, wayInNeeds } from '../transport/way-in.ts';
import { challengeNeeds, signInChallenge } from './sign-in-challenge.ts';

/**
 * Nobody issued it, and it says so. Opaque, because RFC 6750 lets a token be any text, so that a server must know what to say to
 * one that is not in its own form.
 */
const madeUpToken = 'connector-doctor-made-up-token';
const id = 64;

/**
 * The request that was refused with 401, again with a token that nobody issued: what a client meets whose token has expired, and
 * whether anything before the server minds the header.
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3.1
 */
export const madeUpBearer = defineProbe({
  key: 'made-up-bearer',
  after: [...new Set([...wayInNeeds, ...challengeNeeds])],
  plan: 'side',
  async collect(context) {
    if (context.options.headerNames.some(isCredentialName)) return new Unavailable('not-asked');
    const refused = await refusedRequest(context);
    return refused ? sendAgain(context, refused) : new Unavailable('prerequisite');
  },
});

type Context = Pick<ProbeContext<never>, 'target' | 'memory' | 'ask'> & {
  when<K extends (typeof challengeNeeds)[number]>(key: K): Promise<Observation<EvidenceMap[K]>>;
};

type Request = Pick<RpcRequest, 'url' | 'era' | 'method' | 'params' | 'sessionId' | 'protocolVersion'>;

/** The request that asked for a sign-in; the first one at once, so that nothing waits for the others. */
async function refusedRequest(context: Context): Promise<Request | undefined> {
  const { endpoint: url, slashEndpoint } = context.target;
  const params = initializeParams(offeredVersion);
  if (isRefused(observed(await context.when('initialize'))))
    return { url, era: 'legacy', method: 'initialize', params };
  if (!(await signInChallenge(context))) return undefined;
  if (isRefused(observed(await context.when('discover')))) return { url, era: 'modern', method: 'server/discover' };
  if (slashEndpoint !== null && isRefused(observed(await context.when('slash-form')))) {
    return { url: slashEndpoint, era: 'legacy', method: 'initialize', params };
  }
  const way = await wayIn(context);
  const page = observed(await context.when('listing'))?.pages.at(-1);
  return way && isRefused(page) ? { ...over(way), method: 'tools/list', params: {} } : undefined;
}

function isRefused(evidence: RpcEvidence | undefined): boolean {
  return evidence?.exchange.kind === 'response' && evidence.exchange.status === 401;
}

async function sendAgain(context: Context, request: Request): Promise<RpcEvidence> {
  const bearer = madeUpToken;
  const answer = await context.ask(rpcAsk({ ...request, bearer, step: null, id, limit: 'side' }));
  const opened = request.method === 'initialize' ? sessionIdOf(answer) : undefined;
  if (opened !== undefined) await deleteSession(context, { url: request.url, id: opened, bearer });
  return readRpc(answer, id);
}
