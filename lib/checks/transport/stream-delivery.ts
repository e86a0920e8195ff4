import { defineCheck, found, skip } from '../../kernel/check.ts';
import type { Exchange, ResponseExchange } from '../../kernel/exchange.ts';
import { observed } from '../../kernel/observation.ts';
import { isEventStream } from '../../parsing/media-type.ts';
import { opening, openingUses } from './opening.ts';
import { issue, sources } from './sources.ts';

/** From the head to the first byte: below this nobody can tell a held stream from a quick one. */
const heldAtLeastMs = 500;
/** From the first byte to the last: above this the bytes did not come in one go. */
const oneGoMs = 50;

/**
 * Do the parts of an event stream arrive as they are written?
 *
 * A server opens a stream (its head) because it has something to send before the reply: a priming event, a keep-alive comment
 * or a notification; the reply follows when it is ready. When two or more blocks all arrive in one go, long after the head, then
 * something on the way kept the first until the last was there. A server can also write them all late and together, so this
 * is likely and not certain; and where the head itself is held back nothing can be told.
 */
export const streamDelivery = defineCheck({
  topic: 'stream-delivery',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...openingUses, 'listing'],
  codes: {
    'transport.stream-buffered': {
      severity: 'problem',
      confidence: 'likely',
      step: 10,
      who: 'author',
      title: 'The event stream seems to be held back on its way',
      detail:
        'An answer came as an event stream (SSE) of {blocks} parts. Its head arrived at once, and all parts together {heldMs} ms later. A proxy or tunnel that collects the stream before it passes it on looks like this. Long calls then seem to hang, and may run into Claude’s time limit.',
      fix: 'Switch off response buffering and compression for text/event-stream in the proxy or tunnel (nginx: the header “X-Accel-Buffering: no”), or let the server answer single replies as application/json.',
      sources: [sources.receiving, issue('anthropics/claude-code', 5826)],
    },
  },
  evaluate(seen) {
    const code = 'transport.stream-buffered';
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', code)];
    if (opened.kind !== 'works') return [skip('not-reached', code)];
    // The older transport lives on its stream: held back, it would not have worked at all.
    if (opened.way === 'legacy-sse') return [skip('not-applicable', code)];
    const pages = observed(seen.listing)?.pages ?? [];
    const streams = [opened.exchange, ...pages.map(({ exchange }) => exchange)].filter(isTellingStream);
    if (streams.length === 0) return [skip('not-applicable', code)];
    const held = streams.find((stream) => heldMs(stream) > heldAtLeastMs && inOneGo(stream));
    if (!held) return [];
    const values = { blocks: blocksIn(held), heldMs: Math.round(heldMs(held)) };
    return [found(code, { values, evidence: [held] })];
  },
});

function isTellingStream(exchange: Exchange): exchange is ResponseExchange {
  return (
    exchange.kind === 'response' &&
    isEventStream(exchange.headers['content-type']) &&
    exchange.timing.headersMs !== null &&
    exchange.chunks.length > 0 &&
    blocksIn(exchange) >= 2
  );
}

function blocksIn({ body }: ResponseExchange): number {
  const lines = body.replace(/\r\n?/g, '\n');
  return lines.split(/\n{2,}/).filter((block) => block.trim() !== '').length;
}

function heldMs({ chunks, timing }: ResponseExchange): number {
  return (chunks[0]?.atMs ?? 0) - (timing.headersMs ?? 0);
}

function inOneGo({ chunks }: ResponseExchange): boolean {
  return (chunks.at(-1)?.atMs ?? 0) - (chunks[0]?.atMs ?? 0) <= oneGoMs;
}
