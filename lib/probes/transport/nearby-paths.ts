import pLimit from 'p-limit';
import type { NearbyPath } from '../../kernel/evidence.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { isRpcPeer } from '../../kernel/rpc-reply.ts';
import { createEndpointWatcher } from '../../parsing/sse-reply.ts';
import { bearerChallenge } from '../../parsing/www-authenticate.ts';
import { nearbyPaths as candidatePaths, offeredVersion } from '../../standards/protocol.ts';
import { initializeParams, readRpc, rpcAsk } from './rpc-request.ts';
import { deleteSession, sessionIdOf } from './session.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

const atOnce = 4;
/** Answers that may mean "not here"; others (a sign-in, an edge, a dead origin) would be the same next door. */
const elsewhereStatuses: readonly number[] = [400, 404, 405, 406, 410, 415, 422, 501];

/** initialize on the paths where MCP endpoints usually are, after the given one turned out not to be one. */
export const nearbyPaths = defineProbe({
  key: 'nearby-paths',
  after: [...wayInNeeds, 'legacy-sse'],
  plan: 'wider',
  async collect(context) {
    const first = observed(await context.when('initialize'));
    if (first?.exchange.kind !== 'response') return new Unavailable('prerequisite');
    const { status } = first.exchange;
    if (status >= 300 && !elsewhereStatuses.includes(status)) return new Unavailable('prerequisite');
    // A refusal in JSON-RPC is MCP's own: the endpoint is here.
    if (isRpcPeer(first.reply) && status !== 404) return new Unavailable('prerequisite');
    if (await wayIn(context)) return new Unavailable(context.options.thorough ? 'prerequisite' : 'not-asked');
    if (observed(await context.when('legacy-sse'))?.initialize?.reply.kind === 'result') {
      return new Unavailable('not-asked');
    }
    const limit = pLimit(atOnce);
    const urls = candidates(context.target.endpoint);
    return { tried: await Promise.all(urls.map((url) => limit(() => lookAt(context, url)))) };
  },
});

function candidates(endpoint: string): string[] {
  const base = new URL(endpoint);
  base.search = '';
  const own = base.pathname.replace(/\/$/, '');
  const paths = [...candidatePaths, `${own}/mcp`, `${own}/sse`, '/'];
  const urls = paths.map((path) => new URL(path, base).href);
  return [...new Set(urls)].filter((url) => url !== new URL(endpoint).href && url !== base.href).slice(0, 12);
}

type Context = ProbeContext<'legacy-sse' | (typeof wayInNeeds)[number]>;

async function lookAt(context: Context, url: string): Promise<NearbyPath> {
  if (/\/sse\/?$/.test(new URL(url).pathname)) return lookForSse(context, url);
  const id = 90;
  const answer = await context.ask(
    rpcAsk({
      url,
      era: 'legacy',
      method: 'initialize',
      step: null,
      id,
      params: initializeParams(offeredVersion),
      limit: 'side',
    }),
  );
  const { exchange, reply } = readRpc(answer, id);
  const sessionId = sessionIdOf(answer);
  if (sessionId) await deleteSession(context, { url, id: sessionId });
  const challenged = exchange.kind === 'response' && exchange.status === 401 && asksForBearer(exchange.headers);
  // A candidate that redirects is no new place: it leads back, or to one that is asked by itself.
  const looksLikeMcp = (isRpcPeer(reply) && exchange.redirects.length === 0) || challenged;
  return { url: context.redactUrl(url), transport: 'streamable-http', exchange, reply, looksLikeMcp };
}

async function lookForSse(context: Context, url: string): Promise<NearbyPath> {
  const endpoint = createEndpointWatcher();
  let found = false;
  const answer = await context.ask({
    step: null,
    method: 'GET',
    url,
    era: 'legacy',
    withOwnHeaders: true,
    headers: { accept: 'text/event-stream' },
    limit: 'side',
    onText: (piece) => {
      found ||= endpoint.push(piece) !== undefined;
      return found ? 'stop' : 'go-on';
    },
  });
  const reply = { kind: answer.kind === 'failure' ? 'failed' : 'none' } as const;
  return { url: context.redactUrl(url), transport: 'http+sse', exchange: answer.exchange, reply, looksLikeMcp: found };
}

function asksForBearer(headers: Readonly<Record<string, string>>): boolean {
  const header = headers['www-authenticate'];
  return header !== undefined && bearerChallenge(header) !== undefined;
}
