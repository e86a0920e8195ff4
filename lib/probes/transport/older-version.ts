import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { legacyVersions, offeredVersion } from '../../standards/protocol.ts';
import { initializeParams, readRpc, rpcAsk } from './rpc-request.ts';
import { deleteSession, sessionIdOf } from './session.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

type Tried = EvidenceMap['older-version']['tried'][number];

/**
 * initialize with older versions, one after the other, after the offered one was refused in JSON-RPC, by a 400, or got no reply;
 * after silence also the offered one again, once an older one was answered.
 */
export const olderVersion = defineProbe({
  key: 'older-version',
  after: [...wayInNeeds, 'legacy-sse'],
  plan: 'wider',
  async collect(context) {
    const first = observed(await context.when('initialize'));
    if (!first || !mayBeTheVersion(first, context.ports.tls !== undefined)) return new Unavailable('prerequisite');
    if (await wayIn(context)) return new Unavailable('prerequisite');
    if (observed(await context.when('legacy-sse'))?.initialize) return new Unavailable('prerequisite');
    const isReached = isConnected(first) || observed(await context.when('discover'))?.exchange.kind === 'response';
    const tried: Tried[] = [];
    for (const version of legacyVersions.filter((known) => known !== offeredVersion)) {
      const answer = await offer(version);
      // Where nothing says that the host is there at all, one more silence is enough.
      if (isAnswered(answer) || (!isReached && isSilent(answer))) break;
    }
    // Silence at first and an answer now may only mean that the server slept: the version is to blame if it stays silent.
    if (isSilent(first) && tried.some(isAnswered)) await offer(offeredVersion);
    return { tried };

    async function offer(version: string): Promise<Tried> {
      const request = rpcAsk({
        url: context.target.endpoint,
        era: 'legacy',
        method: 'initialize',
        step: null,
        id: 95,
        params: initializeParams(version),
        limit: 'side',
      });
      const answer = await context.ask(request);
      const evidence = { ...readRpc(answer, 95), version };
      tried.push(evidence);
      const id = sessionIdOf(answer);
      if (id) await deleteSession(context, { url: context.target.endpoint, id });
      return evidence;
    }
  },
});

function isAnswered({ reply }: Tried): boolean {
  return reply.kind === 'result';
}

function isConnected({ exchange }: EvidenceMap['initialize']): boolean {
  return exchange.kind === 'response' || exchange.remoteAddress !== null;
}

function isSilent({ exchange, reply }: RpcEvidence): boolean {
  return exchange.kind === 'failure' || reply.kind === 'none';
}

function mayBeTheVersion(first: EvidenceMap['initialize'], showsConnections: boolean): boolean {
  const { exchange, reply } = first;
  // No answer although the connection stood: some servers hang on a version that they do not know. Browsers do not say whether it stood.
  if (exchange.kind === 'failure') return exchange.reason === 'timeout' && (isConnected(first) || !showsConnections);
  if (exchange.status === 401 || exchange.status === 403) return false;
  if (reply.kind === 'error' || reply.kind === 'error-without-id') return exchange.status < 500;
  return exchange.status === 400 || (exchange.status === 200 && reply.kind === 'none');
}
