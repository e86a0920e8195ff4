import type { RpcEvidence, UserAgents } from '../../kernel/evidence.ts';
import type { ResponseExchange } from '../../kernel/exchange.ts';
import { stringMember, type Json } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext } from '../../kernel/probe.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { browserUserAgent, claudeUserAgents } from '../../standards/user-agents.ts';
import { askAgainAlone } from './ask-again.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';
import { over, type WayIn } from './way-in.ts';
import { listingInside, wayInside, wayInsideNeeds } from './way-inside.ts';

type Repeat = UserAgents['repeats'][number];
type Document = 'resource-metadata' | 'authorization-server';
type Context = ProbeContext<(typeof wayInsideNeeds)[number] | 'listing' | 'signed-in-listing' | Document>;

const discoverId = 72;
const listId = 73;

/**
 * Requests repeated under the User-Agents that Claude sends, and, where our own was refused, under a browser's. Where there is a
 * way in, the MCP request that is repeated is the first page of the listing: two lists tell as well whether their order stays.
 * Elsewhere, and where that is refused, it is server/discover, because a second initialize could cost a server its only session.
 */
export const userAgents = defineProbe({
  key: 'user-agents',
  after: [...wayInsideNeeds, 'listing', 'signed-in-listing', 'resource-metadata', 'authorization-server'],
  plan: 'side',
  async collect(context) {
    const [mcp, documents] = await Promise.all([repeatMcp(context), repeatDocuments(context)]);
    const repeats = [...mcp, ...documents];
    return repeats.length === 0 ? new Unavailable('prerequisite') : { repeats };
  },
});

async function repeatMcp(context: Context): Promise<readonly Repeat[]> {
  const way = await wayInside(context);
  const listed = way ? await repeatListing(context, way) : [];
  if (listed.some(({ exchange }) => exchange.kind === 'response' && exchange.status < 300)) return listed;
  // What refuses the list may be the session, which another instance does not know: server/discover has none.
  const discovered = await repeatDiscover(context);
  return discovered.length > 0 ? discovered : listed;
}

async function repeatListing(context: Context, way: WayIn): Promise<readonly Repeat[]> {
  const userAgent = claudeUserAgents.mcp;
  const send = (): Promise<Answer> =>
    context.ask(
      rpcAsk({
        ...over(way),
        method: 'tools/list',
        step: null,
        id: listId,
        params: {},
        userAgent,
        limit: 'side',
      }),
    );
  const answer = await believed(() => askAgainAlone(send, () => listingInside(context)), send);
  const plain = (await listingInside(context))?.pages[0]?.exchange;
  if (plain?.kind !== 'response') return [];
  const tools = namesIn(readRpc(answer, listId));
  return [{ what: 'mcp', as: 'claude', userAgent, exchange: answer.exchange, plain, ...(tools && { tools }) }];
}

async function repeatDiscover(context: Context): Promise<readonly Repeat[]> {
  const plain = observed(await context.when('discover'))?.exchange;
  if (plain?.kind !== 'response') return [];
  const refused = [403, 406, 429, 503].includes(plain.status);
  const agents: readonly (readonly [Repeat['as'], string])[] = [
    ['claude', claudeUserAgents.mcp],
    ...(refused ? ([['browser', browserUserAgent]] as const) : []),
  ];
  return Promise.all(
    agents.map(async ([as, userAgent]) => {
      const url = context.target.endpoint;
      const request = {
        url,
        era: 'modern',
        method: 'server/discover',
        step: null,
        id: discoverId,
        limit: 'side',
      } as const;
      const send = (): Promise<Answer> => context.ask(rpcAsk({ ...request, userAgent }));
      const answer = await believed(send, send);
      const control = await controlOf(answer, plain, () => context.ask(rpcAsk(request)));
      return { what: 'mcp', as, userAgent, exchange: answer.exchange, plain, ...control };
    }),
  );
}

/** A lost connection can be chance: only the second one counts. */
async function believed(send: () => Promise<Answer>, sendAgain: () => Promise<Answer>): Promise<Answer> {
  const first = await send();
  return first.kind === 'failure' && first.received.reason !== 'timeout' ? sendAgain() : first;
}

/** Asks once more under our own name where only the other one seems to be refused: what came last may have met a limit. */
async function controlOf(
  { exchange }: Answer,
  plain: ResponseExchange,
  ask: () => Promise<Answer>,
): Promise<Pick<Repeat, 'control'>> {
  const isSame = exchange.kind === 'response' && (exchange.status < 400 || exchange.status === plain.status);
  const isLedAway = exchange.redirects.length > plain.redirects.length;
  return isSame && !isLedAway ? {} : { control: (await ask()).exchange };
}

function namesIn({ reply }: RpcEvidence): readonly string[] | undefined {
  const tools = resultObject(reply)?.['tools'];
  return Array.isArray(tools) ? tools.map((tool: Json) => stringMember(tool, 'name') ?? '') : undefined;
}

async function repeatDocuments(context: ProbeContext<Document>): Promise<readonly Repeat[]> {
  const repeats = await Promise.all([
    repeatDocument(context, 'resource-metadata'),
    repeatDocument(context, 'authorization-server'),
  ]);
  return repeats.flat();
}

async function repeatDocument(context: ProbeContext<Document>, what: Document): Promise<readonly Repeat[]> {
  const documents = observed(await context.when(what));
  const plain = documents?.attempts[documents.chosen ?? -1]?.exchange;
  if (plain?.kind !== 'response') return [];
  const userAgent = claudeUserAgents.discovery;
  const request = {
    step: null,
    method: 'GET',
    url: plain.url,
    headers: { accept: 'application/json' },
    limit: 'side',
  } as const;
  const send = (): Promise<Answer> => context.ask({ ...request, userAgent });
  const answer = await believed(send, send);
  const control = await controlOf(answer, plain, () => context.ask(request));
  return [{ what, as: 'claude-discovery', userAgent, exchange: answer.exchange, plain, ...control }];
}
