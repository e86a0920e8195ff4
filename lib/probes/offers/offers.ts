import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { OfferedList } from '../../kernel/evidence-offers.ts';
import { isJsonObject, stringMember, type JsonObject } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type ProbeContext } from '../../kernel/probe.ts';
import { resultObject } from '../../kernel/rpc-reply.ts';
import { readRpc, rpcAsk } from '../transport/rpc-request.ts';
import { over, type WayIn } from '../transport/way-in.ts';
import { wayInside, wayInsideNeeds } from '../transport/way-inside.ts';

/** The lists are counted, not judged: a few pages tell enough. */
const maxPages = 3;

const lists = {
  resources: { method: 'resources/list', member: 'resources', capability: 'resources', id: 80 },
  templates: { method: 'resources/templates/list', member: 'resourceTemplates', capability: 'resources', id: 84 },
  prompts: { method: 'prompts/list', member: 'prompts', capability: 'prompts', id: 88 },
} as const;

type List = (typeof lists)[keyof typeof lists];

/**
 * What the server offers besides tools, each list only where the server declares it.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/server/resources#listing-resources
 * @see https://modelcontextprotocol.io/specification/2025-11-25/server/prompts#listing-prompts
 */
export const offers = defineProbe({
  key: 'offers',
  after: wayInsideNeeds,
  plan: 'side',
  async collect(context) {
    const way = await wayInside(context);
    if (!way) return new Unavailable('prerequisite');
    const declared = await capabilities(context, way);
    const read = (list: List) => (isJsonObject(declared[list.capability]) ? readList(context, way, list) : null);
    const [resources, templates, prompts] = await Promise.all([
      read(lists.resources),
      read(lists.templates),
      read(lists.prompts),
    ]);
    return { resources, templates, prompts };
  },
});

async function capabilities(context: ProbeContext<(typeof wayInsideNeeds)[number]>, way: WayIn): Promise<JsonObject> {
  const keys = {
    modern: ['signed-in-discover', 'discover'],
    legacy: ['signed-in-initialize', 'initialize', 'slash-form'],
  } as const;
  const opened: readonly (EvidenceMap['discover'] | undefined)[] = await Promise.all(
    keys[way.kind].map(async (key) => observed<EvidenceMap['discover']>(await context.when(key))),
  );
  for (const evidence of opened) {
    const declared = evidence && resultObject(evidence.reply)?.['capabilities'];
    if (isJsonObject(declared)) return declared;
  }
  return {};
}

async function readList(
  context: Pick<ProbeContext<never>, 'ask'>,
  way: WayIn,
  { method, member, id }: List,
): Promise<OfferedList> {
  const pages: RpcEvidence[] = [];
  let count = 0;
  let cursor: string | undefined;
  while (pages.length < maxPages) {
    const page = id + pages.length;
    const answer = await context.ask(
      rpcAsk({
        ...over(way),
        method,
        step: null,
        id: page,
        params: cursor === undefined ? {} : { cursor },
        limit: 'side',
      }),
    );
    const evidence = readRpc(answer, page);
    const result = resultObject(evidence.reply);
    const entries = result?.[member];
    if (!result || !Array.isArray(entries)) return { pages: [...pages, evidence], count, end: 'failed' };
    pages.push(withoutEntries(evidence, result, member));
    count += entries.length;
    cursor = stringMember(result, 'nextCursor');
    if (cursor === undefined) return { pages, count, end: 'complete' };
  }
  return { pages, count, end: 'more' };
}

function withoutEntries({ exchange, reply }: RpcEvidence, result: JsonObject, member: string): RpcEvidence {
  if (reply.kind !== 'result') return { exchange, reply };
  return { exchange, reply: { ...reply, result: { ...result, [member]: [] } } };
}
