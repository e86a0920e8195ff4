import type { Listing, RpcEvidence } from '../../kernel/evidence.ts';
import type { Json } from '../../kernel/json.ts';
import { stringMember } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type Ask, type ProbeContext } from '../../kernel/probe.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';
import { over, wayIn, wayInNeeds, type WayIn } from './way-in.ts';

/** Far beyond any real listing; a server whose cursors never end stops here. */
const maxPages = 40;
const firstId = 10;

/**
 * tools/list with all its pages, in the era that worked.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination
 */
export const listing = defineProbe({
  key: 'listing',
  after: [...wayInNeeds, 'initialized'],
  plan: 'walk',
  async collect(context) {
    const way = await wayIn(context);
    if (!way) return new Unavailable('prerequisite');
    if (way.kind === 'legacy') await context.when('initialized');
    return listOver(context, way);
  },
});

/** Reads the whole list of tools over this way. */
export function listOver({ ask }: Pick<ProbeContext<never>, 'ask'>, way: WayIn): Promise<Listing> {
  return readPages(way.kind, async (cursor, id) => readRpc(await ask(listRequest(way, cursor, id)), id));
}

/** Reads page after page until the list ends, fails or goes round in circles. `page` sends one request. */
export async function readPages(
  era: Listing['era'],
  page: (cursor: string | undefined, id: number) => Promise<RpcEvidence>,
): Promise<Listing> {
  const pages: RpcEvidence[] = [];
  const tools: Json[] = [];
  const cursors = new Set<string>();
  let cursor: string | undefined;
  while (pages.length < maxPages) {
    const evidence = await page(cursor, firstId + pages.length);
    pages.push(withoutTools(evidence));
    const result = resultObject(evidence.reply);
    if (!result) return { era, pages, tools, end: 'failed' };
    if (!Array.isArray(result['tools'])) return { era, pages, tools, end: 'not-a-list' };
    // Not by spreading: a listing can hold more tools than a call may have arguments.
    for (const tool of result['tools'] as readonly Json[]) tools.push(tool);
    cursor = stringMember(result, 'nextCursor');
    if (cursor === undefined) return { era, pages, tools, end: 'complete' };
    if (cursors.has(cursor)) return { era, pages, tools, end: 'cursor-repeated' };
    cursors.add(cursor);
  }
  return { era, pages, tools, end: 'too-many-pages' };
}

/** The tools stand once in `Listing.tools`, not again in each page's reply. */
function withoutTools(evidence: RpcEvidence): RpcEvidence {
  const result = resultObject(evidence.reply);
  if (evidence.reply.kind !== 'result' || !result || !Array.isArray(result['tools'])) return evidence;
  return { exchange: evidence.exchange, reply: { ...evidence.reply, result: { ...result, tools: [] } } };
}

/** The request for a page of the list of tools. */
export function listRequest(way: WayIn, cursor: string | undefined, id: number): Ask {
  return rpcAsk({ ...over(way), method: 'tools/list', step: 11, id, params: cursor === undefined ? {} : { cursor } });
}
