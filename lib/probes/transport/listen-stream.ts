import type { Headers } from '../../kernel/exchange.ts';
import { defineProbe, Unavailable, type Answer } from '../../kernel/probe.ts';
import { isEventStream } from '../../parsing/media-type.ts';
import { createEndpointWatcher } from '../../parsing/sse-reply.ts';
import { askAgainAlone } from './ask-again.ts';
import { bearerHeader } from './rpc-request.ts';
import type { WayIn } from './way-in.ts';
import { listingInside, wayInside, wayInsideNeeds } from './way-inside.ts';

/** How long an open stream is listened to for a legacy `endpoint` event, which comes at once or never. Milliseconds. */
const graceMs = 50;

/**
 * GET on the endpoint, as clients open the stream for the server's own messages. A silent stream is normal, so reading ends
 * at its head.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#listening-for-messages-from-the-server
 */
export const listenStream = defineProbe({
  key: 'listen-stream',
  after: [...wayInsideNeeds, 'listing', 'signed-in-listing'],
  plan: 'side',
  async collect(context) {
    const way = await wayInside(context);
    if (!way) return new Unavailable('prerequisite');
    const endpoint = createEndpointWatcher();
    let endpointEvent = false;
    const open = (): Promise<Answer> => {
      const enough = new AbortController();
      return context.ask({
        step: null,
        method: 'GET',
        url: way.url,
        era: way.kind,
        withOwnHeaders: true,
        limit: 'side',
        headers: headersFor(way),
        onHead: ({ status, headers }) => {
          if (status !== 200 || !isEventStream(headers['content-type'])) return 'go-on';
          void context.ports.clock.wait(graceMs, context.signal).then(() => enough.abort());
          return 'go-on';
        },
        onText: (piece) => {
          endpointEvent ||= endpoint.push(piece) !== undefined;
          return endpointEvent ? 'stop' : 'go-on';
        },
        signal: enough.signal,
      });
    };
    const answer = await askAgainAlone(open, () => listingInside(context));
    const { exchange } = answer;
    const isSilent = exchange.kind === 'failure' && exchange.reason === 'timeout';
    if (isSilent && context.ports.surroundings.hidesSilentHeads === true) return new Unavailable('vantage');
    return { exchange, endpointEvent };
  },
});

function headersFor(way: WayIn): Headers {
  return {
    accept: 'text/event-stream',
    ...(way.kind === 'legacy' && { 'mcp-protocol-version': way.version }),
    ...(way.kind === 'legacy' && way.sessionId !== null && { 'mcp-session-id': way.sessionId }),
    ...bearerHeader(way.bearer),
  };
}
