import type { LegacySse, RpcEvidence } from '../../kernel/evidence.ts';
import { isPrivateHostname } from '../../kernel/address.ts';
import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable, type Answer, type ProbeContext } from '../../kernel/probe.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { readRpcReply } from '../../parsing/rpc-reply.ts';
import { createEndpointWatcher, createReplyWatcher } from '../../parsing/sse-reply.ts';
import { offeredVersion } from '../../standards/protocol.ts';
import { readPages } from './listing.ts';
import { bearerHeader, initializeParams, rpcAsk } from './rpc-request.ts';
import { wayIn, wayInNeeds } from './way-in.ts';

/** After these answers to its POST a client falls back to HTTP+SSE by itself. */
export const fallbackStatuses: readonly number[] = [400, 404, 405];

type Context = Pick<ProbeContext<never>, 'ask' | 'ports' | 'options' | 'target' | 'redactUrl'>;

/**
 * The legacy HTTP+SSE transport: a GET opens the stream, its `endpoint` event says where to post, replies come on the stream.
 * Tried after any refused POST: where a client would not come by itself, it explains.
 * @see https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse
 */
export const legacySse = defineProbe({
  key: 'legacy-sse',
  after: wayInNeeds,
  plan: 'walk',
  async collect(context) {
    const first = observed(await context.when('initialize'))?.exchange;
    if (first?.kind !== 'response' || first.status === 401) return new Unavailable('prerequisite');
    const asClient = fallbackStatuses.includes(first.status);
    if (!asClient && !context.options.plans.includes('wider')) return new Unavailable('not-asked');
    if (await wayIn(context)) return new Unavailable('prerequisite');
    return converse(context, { asClient, bearer: null });
  },
});

interface Manner {
  readonly asClient: boolean;
  readonly bearer: string | null;
}

/** Opens the stream and, where it names a message endpoint, speaks there up to the listing; with a token where there is one. */
export async function converse(context: Context, { asClient, bearer }: Manner): Promise<LegacySse> {
  const done = new AbortController();
  const stream = openStream(context, bearer, done.signal);
  // The event comes at once or never: a silent stream must not hold the run for a whole step.
  const silence = context.ports.clock.wait(context.options.sideTimeoutMs, done.signal);
  const found = await Promise.race([stream.endpoint, stream.answer.then(() => null), silence.then(() => null)]);
  const url = found === null ? null : messageUrl(context, found);
  let conversation: Pick<LegacySse, 'initialize' | 'listing'> = { initialize: null, listing: null };
  if (url !== null && url !== 'refused') conversation = await handshakeAndList(context, { stream, url, bearer });
  done.abort();
  const { exchange } = await stream.answer;
  return {
    stream: exchange,
    endpoint: url === null || url === 'refused' ? null : context.redactUrl(url),
    refusedEndpoint: url === 'refused',
    ...conversation,
    asClient,
  };
}

interface Stream {
  readonly answer: Promise<Answer>;
  /** The data of the `endpoint` event; pends until it came. */
  readonly endpoint: Promise<string>;
  /** Everything that came so far. */
  text(): string;
  /** Resolves when the reply with this id is in the text. */
  reply(id: number): Promise<void>;
}

function openStream(context: Context, bearer: string | null, signal: AbortSignal): Stream {
  let text = '';
  const endpointWatcher = createEndpointWatcher();
  const listeners = new Set<(piece: string) => void>();
  let resolveEndpoint: (data: string) => void;
  const endpoint = new Promise<string>((resolve) => {
    resolveEndpoint = resolve;
  });
  const answer = context.ask({
    step: bearer === null ? 3 : 10,
    method: 'GET',
    url: context.target.endpoint,
    era: 'legacy',
    withOwnHeaders: true,
    headers: { accept: 'text/event-stream', ...bearerHeader(bearer) },
    signal,
    onText: (piece) => {
      text += piece;
      const found = endpointWatcher.push(piece);
      if (found !== undefined) resolveEndpoint(found);
      for (const listener of listeners) listener(piece);
      return 'go-on';
    },
  });
  const reply = (id: number): Promise<void> =>
    new Promise((resolve) => {
      const watcher = createReplyWatcher(id);
      const listener = (piece: string): void => {
        if (watcher.push(piece)) resolve();
      };
      listeners.add(listener);
      listener(text);
    });
  return { answer, endpoint, text: () => text, reply };
}

/** The message endpoint must stay on the stream's origin, as clients demand, and off private hosts. */
function messageUrl(context: Context, found: string): string | 'refused' | null {
  if (!URL.canParse(found, context.target.endpoint)) return null;
  const url = new URL(found, context.target.endpoint);
  if (url.origin !== new URL(context.target.endpoint).origin) return 'refused';
  return !context.target.privateAllowed && isPrivateHostname(url.hostname) ? 'refused' : url.href;
}

interface Talk {
  readonly stream: Stream;
  /** The message endpoint. */
  readonly url: string;
  readonly bearer: string | null;
}

async function handshakeAndList(context: Context, talk: Talk): Promise<Pick<LegacySse, 'initialize' | 'listing'>> {
  const { url, bearer } = talk;
  const step = bearer === null ? 3 : 10;
  const params = initializeParams(offeredVersion);
  const initialize = await call(context, talk, { method: 'initialize', params, step, id: 80 });
  if (initialize.reply.kind !== 'result') return { initialize, listing: null };
  await context.ask(rpcAsk({ url, era: 'legacy', method: 'notifications/initialized', step: 10, bearer }));
  const listing = await readPages('legacy', (cursor, id) =>
    call(context, talk, { method: 'tools/list', params: cursor === undefined ? {} : { cursor }, step: 11, id }),
  );
  return { initialize, listing };
}

async function call(
  context: Context,
  { stream, url, bearer }: Talk,
  request: { readonly method: string; readonly params: JsonObject; readonly step: 3 | 10 | 11; readonly id: number },
): Promise<RpcEvidence> {
  const { id } = request;
  const replied = stream.reply(id);
  const answer = await context.ask(rpcAsk({ url, era: 'legacy', bearer, ...request }));
  if (answer.kind === 'failure') return { exchange: answer.exchange, reply: { kind: 'failed' } };
  if (answer.exchange.status < 300) await Promise.race([replied, stream.answer]);
  const reply = readRpcReply({
    status: 200,
    contentType: 'text/event-stream',
    text: stream.text(),
    end: 'enough',
    id,
  });
  return { exchange: answer.exchange, reply: answer.exchange.status < 300 ? reply : { kind: 'none' } };
}
