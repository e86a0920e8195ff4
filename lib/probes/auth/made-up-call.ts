import { stringsMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { readRpc, rpcAsk } from '../transport/rpc-request.ts';
import { over, wayIn, wayInNeeds } from '../transport/way-in.ts';
import { chosenDocument } from './fetch-document.ts';

/** No server has it. */
export const madeUpTool = 'connector-doctor-made-up-tool';
const id = 60;

/** A call of a tool that no server has: an open server with sign-in metadata shows by it whether calls ask for a sign-in. */
export const madeUpCall = defineProbe({
  key: 'made-up-call',
  after: [...wayInNeeds, 'initialized', 'open-metadata'],
  plan: 'side',
  async collect(context) {
    const metadata = chosenDocument(observed(await context.when('open-metadata')));
    const servers = stringsMember(metadata, 'authorization_servers') ?? [];
    if (!servers.some((server) => URL.canParse(server))) return new Unavailable('prerequisite');
    const way = await wayIn(context);
    if (!way) return new Unavailable('prerequisite');
    if (way.kind === 'legacy') await context.when('initialized');
    const answer = await context.ask(
      rpcAsk({
        ...over(way),
        method: 'tools/call',
        step: null,
        id,
        params: { name: madeUpTool, arguments: {} },
        limit: 'side',
      }),
    );
    return readRpc(answer, id);
  },
});
