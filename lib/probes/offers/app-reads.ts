import type { RpcEvidence } from '../../kernel/evidence.ts';
import type { AppRead } from '../../kernel/evidence-offers.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { appAddresses, appScheme } from '../../parsing/app-address.ts';
import { readRpc, rpcAsk } from '../transport/rpc-request.ts';
import { over, type WayIn } from '../transport/way-in.ts';
import { listingInside, wayInside, wayInsideNeeds } from '../transport/way-inside.ts';

/** Enough to see how the server serves its apps; the others are likely served alike. */
const mostReads = 4;
const firstId = 92;

/**
 * resources/read of the MCP Apps that tools name.
 * @see https://modelcontextprotocol.io/seps/1865-mcp-apps-interactive-user-interfaces-for-mcp
 */
export const appReads = defineProbe({
  key: 'app-reads',
  after: [...wayInsideNeeds, 'listing', 'signed-in-listing'],
  plan: 'side',
  async collect(context) {
    const way = await wayInside(context);
    if (!way) return new Unavailable('prerequisite');
    const tools = (await listingInside(context))?.tools ?? [];
    const addresses = [...appAddresses(tools).keys()].filter((address) => address.startsWith(appScheme));
    if (addresses.length === 0) return new Unavailable('prerequisite');
    const chosen = addresses.slice(0, mostReads);
    const reads = await Promise.all(chosen.map((uri, index) => readApp(context, way, uri, firstId + index)));
    return { reads, unread: addresses.length - chosen.length };
  },
});

async function readApp(
  context: Pick<ProbeContext<never>, 'ask'>,
  way: WayIn,
  uri: string,
  id: number,
): Promise<AppRead> {
  const answer = await context.ask(
    rpcAsk({
      ...over(way),
      method: 'resources/read',
      step: null,
      id,
      params: { uri },
      limit: 'side',
    }),
  );
  return { uri, ...withoutPages(readRpc(answer, id)) };
}

/** Of each content the page itself is left out: that it is there, and not empty, is all that is judged. */
function withoutPages({ exchange, reply }: RpcEvidence): RpcEvidence {
  const result = resultObject(reply);
  if (reply.kind !== 'result' || !result || !Array.isArray(result['contents'])) return { exchange, reply };
  const contents = (result['contents'] as readonly Json[]).map(withoutPage);
  return { exchange, reply: { ...reply, result: { ...result, contents } } };
}

function withoutPage(content: Json): Json {
  if (!isJsonObject(content)) return content;
  const { text, blob, ...rest } = content;
  return {
    ...rest,
    ...(typeof text === 'string' && { text: shortened(text) }),
    ...(typeof blob === 'string' && { blob: shortened(blob) }),
  };
}

function shortened(text: string): string {
  return text === '' ? '' : '…';
}
