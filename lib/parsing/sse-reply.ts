import { createParser } from 'eventsource-parser';
import { parseBoundedJson } from './bounded-json.ts';
import { bestOf, readRpcMessage, settlesRequest, type RpcMessage } from './rpc-message.ts';

/** Watches the pieces of a body for the reply to one request. */
export interface ReplyWatcher {
  /** True as soon as the reply was seen, and from then on. */
  push(piece: string): boolean;
}

/** Watches the pieces of a body for the `endpoint` event of the legacy HTTP+SSE transport. */
export interface EndpointWatcher {
  /** The data of the event as soon as it was seen, and from then on; before, undefined. */
  push(piece: string): string | undefined;
}

/** Makes a watcher that says when an event stream has brought the reply with this id, so that nobody needs to wait for its end. */
export function createReplyWatcher(id: number): ReplyWatcher {
  let seen = false;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (seen || !isMessage(event) || data === '') return;
      const parsed = parseBoundedJson(data);
      seen = parsed.ok && settlesRequest(parsed.value, id);
    },
  });
  return {
    push(piece) {
      if (!seen) parser.feed(piece);
      return seen;
    },
  };
}

/**
 * Makes a watcher for the event that names the URL to post to.
 * @see https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse
 */
export function createEndpointWatcher(): EndpointWatcher {
  let found: string | undefined;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === 'endpoint') found ??= data;
    },
  });
  return {
    push(piece) {
      if (found === undefined) parser.feed(piece);
      return found;
    },
  };
}

/** What an event stream held for the request with one id. */
export interface SseReading {
  /** The best message among those that clients read; undefined when none was a reply. */
  readonly message: RpcMessage | undefined;
  /** Events in all, also empty and named ones. */
  readonly events: number;
  /** Why an event could not be read, in words. */
  readonly problem: string | undefined;
  /** The text ends within an event: clients drop it when nothing follows. */
  readonly unended: boolean;
}

/**
 * Reads the text of an event stream up to where it was read. Empty events (which only carry an id to resume from) and comments
 * are normal; events with another name than `message` are not read by clients.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function readSse(text: string, id: number): SseReading {
  const messages: RpcMessage[] = [];
  let events = 0;
  let problem: string | undefined;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      events += 1;
      if (data === '') return;
      const parsed = parseBoundedJson(data);
      if (isMessage(event)) {
        if (!parsed.ok) problem ??= `the data of an event cannot be read: ${parsed.problem}`;
        else messages.push(Array.isArray(parsed.value) ? batchInEvent : readRpcMessage(parsed.value, id));
      } else if (parsed.ok && settlesRequest(parsed.value, id)) {
        problem ??= 'the reply stands in an event with a name of its own, and clients read only events named “message”';
      }
    },
  });
  parser.feed(text);
  const reading = { message: bestOf(messages), events, problem };
  parser.feed('\n\n');
  return { ...reading, unended: events > reading.events };
}

/** Official clients drop such an event and wait on, whatever the version: an event holds one message. */
const batchInEvent: RpcMessage = {
  kind: 'malformed',
  problem: 'an event holds an array of messages (a batch), and clients read one message an event',
};

function isMessage(event: string | undefined): boolean {
  return event === undefined || event === 'message';
}
