import type { EvidenceMap } from '../../kernel/evidence.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type Ask, type ProbeContext } from '../../kernel/probe.ts';
import { supportedVersions } from '../../parsing/negotiation.ts';
import { claudeOrigin } from '../../standards/hosts.ts';
import { modernVersion } from '../../standards/protocol.ts';
import { browserUserAgent, claudeUserAgents } from '../../standards/user-agents.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';

type Repeat = EvidenceMap['user-agents']['repeats'][number];

/** server/discover with a browser's Origin: what guards against DNS rebinding may refuse it, and Claude's cloud sends none. */
export const browserOrigin = defineProbe({
  key: 'browser-origin',
  after: ['discover'],
  plan: 'side',
  async collect({ target, ask, when }) {
    const plain = observed(await when('discover'));
    if (plain?.exchange.kind !== 'response') return new Unavailable('prerequisite');
    const request = rpcAsk({
      url: target.endpoint,
      era: 'modern',
      method: 'server/discover',
      step: null,
      id: 70,
      origin: claudeOrigin,
      limit: 'side',
    });
    return { ...readRpc(await ask(request), 70), origin: claudeOrigin };
  },
});

/**
 * A modern request whose version header and body disagree: the server must refuse it.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#server-validation
 */
export const headerMismatch = defineProbe({
  key: 'header-mismatch',
  after: ['discover'],
  plan: 'side',
  async collect({ target, ask, when }) {
    const plain = observed(await when('discover'));
    if (!plain || !supportedVersions(plain.reply).includes(modernVersion)) return new Unavailable('prerequisite');
    const request = rpcAsk({
      url: target.endpoint,
      era: 'modern',
      method: 'server/discover',
      step: null,
      id: 71,
      params: { _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-27' } },
      limit: 'side',
    });
    return readRpc(await ask(request), 71);
  },
});

/**
 * Requests repeated under the User-Agents that Claude sends, and, where our own was refused, under a browser's. The MCP request
 * that is repeated is server/discover, because a second initialize could cost a server its only session.
 */
export const userAgents = defineProbe({
  key: 'user-agents',
  after: ['discover', 'resource-metadata', 'authorization-server'],
  plan: 'side',
  async collect(context) {
    const [mcp, documents] = await Promise.all([repeatMcp(context), repeatDocuments(context)]);
    const repeats = [...mcp, ...documents];
    return repeats.length === 0 ? new Unavailable('prerequisite') : { repeats };
  },
});

async function repeatMcp(context: ProbeContext<'discover'>): Promise<Repeat[]> {
  const plain = observed(await context.when('discover'))?.exchange;
  if (plain?.kind !== 'response') return [];
  const refused = [403, 406, 429, 503].includes(plain.status);
  const agents: readonly (readonly [Repeat['as'], string])[] = [
    ['claude', claudeUserAgents.mcp],
    ...(refused ? ([['browser', browserUserAgent]] as const) : []),
  ];
  return Promise.all(
    agents.map(async ([as, userAgent]) => {
      const request = (): Ask =>
        rpcAsk({
          url: context.target.endpoint,
          era: 'modern',
          method: 'server/discover',
          step: null,
          id: 72,
          userAgent,
          limit: 'side',
        });
      const first = await context.ask(request());
      // A lost connection can be chance: only the second one counts.
      const answer = first.kind === 'failure' ? await context.ask(request()) : first;
      return { what: 'mcp', as, userAgent, exchange: answer.exchange, plain };
    }),
  );
}

async function repeatDocuments(context: ProbeContext<'resource-metadata' | 'authorization-server'>): Promise<Repeat[]> {
  const repeats = await Promise.all([
    repeatDocument(context, 'resource-metadata'),
    repeatDocument(context, 'authorization-server'),
  ]);
  return repeats.flat();
}

async function repeatDocument(
  context: ProbeContext<'resource-metadata' | 'authorization-server'>,
  what: 'resource-metadata' | 'authorization-server',
): Promise<Repeat[]> {
  const documents = observed(await context.when(what));
  const plain = documents?.attempts[documents.chosen ?? -1]?.exchange;
  if (plain?.kind !== 'response') return [];
  const userAgent = claudeUserAgents.discovery;
  const answer = await context.ask({
    step: null,
    method: 'GET',
    url: plain.url,
    headers: { accept: 'application/json' },
    userAgent,
    limit: 'side',
  });
  return [{ what, as: 'claude-discovery', userAgent, exchange: answer.exchange, plain }];
}
