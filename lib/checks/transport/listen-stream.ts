import { defineCheck, found, skip } from '../../kernel/check.ts';
import { observed } from '../../kernel/observation.ts';
import { isEventStream } from '../../parsing/media-type.ts';
import { answerValues } from './answer-words.ts';
import { opening, openingUses } from './opening.ts';
import { isOverload } from './overload.ts';
import { issue, sources } from './sources.ts';
import { whyNot } from './why-not.ts';

const codes = ['transport.get-not-405-or-stream', 'transport.get-hangs', 'transport.get-405-without-allow'] as const;

/**
 * 405 and an event stream are what the specification knows. Without a session servers also say 400 or 404, with another client's
 * stream already open 409, and strict ones 406: clients go on after all of these.
 */
const fineStatuses: readonly number[] = [400, 404, 405, 406, 409];

/** How GET on the endpoint is answered, with which clients open the stream for the server's own messages. */
export const listenStream = defineCheck({
  topic: 'listen-stream',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...openingUses, 'listen-stream'],
  codes: {
    'transport.get-not-405-or-stream': {
      severity: 'warning',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'GET on the endpoint opens no stream and is not refused either',
      detail:
        'Clients send GET to listen for the server’s own messages. It was answered with HTTP status {status} and the content type {contentType}; the specification knows an event stream, or 405 (Method Not Allowed) where there is none.',
      fix: 'Answer GET with 405 and the header “Allow: POST” when the server has no stream to offer. A page for people can live on another path.',
      sources: [sources.listening],
    },
    'transport.get-hangs': {
      severity: 'problem',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'GET on the endpoint is never answered',
      detail:
        'Clients send GET to listen for the server’s own messages. Not even the head of an answer came within {seconds} seconds. Claude may stay at “Checking connection…”. (An open stream that stays silent would be fine.)',
      fix: 'Answer GET at once: send the stream’s headers before the first event, or 405 with the header “Allow: POST”. If the server does so, see whether a proxy holds the answer back.',
      sources: [sources.listening, issue('anthropics/claude-ai-mcp', 499)],
    },
    'transport.get-405-without-allow': {
      severity: 'note',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The refusal of GET does not name the allowed methods',
      detail:
        'GET is answered with 405, which is right for a server without a stream, but without an Allow header. One report tells of a client that waited forever after such an answer.',
      fix: 'Send the header “Allow: POST” with the 405.',
      sources: ['https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6', issue('anthropics/claude-ai-mcp', 499)],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', ...codes)];
    if (opened.kind !== 'works') return [skip('not-reached', ...codes)];
    // There GET is the transport itself.
    if (opened.way === 'legacy-sse') return [skip('not-applicable', ...codes)];
    const exchange = observed(seen['listen-stream'])?.exchange;
    if (!exchange) return [skip(whyNot(seen['listen-stream']), ...codes)];
    if (exchange.kind === 'failure') {
      if (exchange.reason !== 'timeout') return [skip('not-reached', ...codes)];
      const values = { seconds: Math.max(1, Math.round(exchange.timing.durationMs / 1_000)) };
      const [notStream, , withoutAllow] = codes;
      return [
        found('transport.get-hangs', { values, evidence: [exchange] }),
        skip('not-reached', notStream, withoutAllow),
      ];
    }
    if (exchange.status === 401) return [skip('needs-sign-in', ...codes)];
    if (isOverload(exchange)) return [skip('not-reached', ...codes)];
    const evidence = [exchange];
    if (exchange.status === 405) {
      return 'allow' in exchange.headers ? [] : [found('transport.get-405-without-allow', { evidence })];
    }
    const isStream = exchange.status === 200 && isEventStream(exchange.headers['content-type']);
    if (isStream || fineStatuses.includes(exchange.status)) return [];
    const { status = 0 } = answerValues(exchange);
    const values = { status, contentType: exchange.headers['content-type'] ?? '–' };
    return [found('transport.get-not-405-or-stream', { values, evidence })];
  },
});
