import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import { resultObject, type RpcReply } from '../../kernel/rpc-reply.ts';
import { negotiatedVersion } from '../../parsing/negotiation.ts';
import { answerValues, quoted, shortened } from './answer-words.ts';
import { nearbyEndpoint } from './endpoint.ts';
import { opening, type Opening } from './opening.ts';
import { sources } from './sources.ts';
import { versionDefect, versionUses } from './versions.ts';

type Code =
  | 'transport.content-type-wrong'
  | 'transport.malformed-json'
  | 'transport.malformed-jsonrpc'
  | 'transport.malformed-sse'
  | 'transport.no-reply'
  | 'transport.initialize-error';

const allCodes: readonly Code[] = [
  'transport.content-type-wrong',
  'transport.malformed-json',
  'transport.malformed-jsonrpc',
  'transport.malformed-sse',
  'transport.no-reply',
  'transport.initialize-error',
];

const fixMessages =
  'Use an official MCP library on the server, or compare its answers with the specification’s examples.';

/** Is the answer to the first request a reply that a client can read? */
export const replyShape = defineCheck({
  topic: 'reply-shape',
  needs: ['initialize'],
  uses: [...versionUses, 'nearby-paths'],
  codes: {
    'transport.content-type-wrong': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The reply is labelled with the wrong content type',
      detail:
        'The server’s reply is a JSON-RPC message, but its Content-Type is {contentType}. Clients read only application/json and text/event-stream, and drop everything else.',
      fix: 'Send replies as application/json (one message) or text/event-stream (a stream).',
      sources: [sources.sending],
    },
    'transport.malformed-json': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The reply is not valid JSON',
      detail: 'The server’s answer to the first request promises JSON and is none: {problem}. Claude cannot read it.',
      fix: 'Send one JSON object in UTF-8, with nothing before or after it; log lines and warnings must not get into the body.',
      sources: [sources.sending, sources.responses],
    },
    'transport.malformed-jsonrpc': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The reply is JSON, but not a valid MCP reply',
      detail:
        'The server’s answer to the first request breaks the JSON-RPC or MCP format: {problem}. Clients reject it.',
      fix: fixMessages,
      sources: [sources.responses, sources.initialization],
    },
    'transport.malformed-sse': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The event stream holds no readable message',
      detail:
        'The server answered the first request with an event stream (SSE), and no message can be read from it: {problem}.',
      fix: 'Send each JSON-RPC message as “data: …” on one line, with an empty line after it.',
      sources: [sources.sending],
    },
    'transport.no-reply': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server takes the first request and never replies',
      detail:
        'The connection stands, but no reply to initialize came within {seconds} seconds. Claude waits for a while and then reports that it could not reach the server.',
      fix: 'See in the server’s log what becomes of initialize. Common reasons are a handler that waits for something else, and a proxy that holds the stream back.',
      sources: [sources.sending],
    },
    'transport.initialize-error': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server answers the first request with an error',
      detail: `It is an MCP server, and it refuses {asked} with JSON-RPC error {rpcCode} (HTTP status {status}).${quoted}`,
      fix: 'Look up the error in the server’s log. Claude cannot go on before initialize succeeds.',
      sources: [sources.initialization],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'works') return workingReply(opened);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', ...allCodes)];
    if (opened.kind === 'unreached') return [skip('not-reached', ...allCodes)];
    const isExplained = versionDefect(seen, opened) !== null || nearbyEndpoint(seen['nearby-paths']) !== undefined;
    const finding = isExplained ? [] : defect(opened);
    // A JSON-RPC error is a well-formed reply: all that is left to ask is what it says.
    if (opened.answer === 'mcp') return [...finding, skip('not-applicable', 'transport.initialize-error')];
    return [...finding, skip('not-reached', ...allCodes)];
  },
});

function workingReply(opened: Extract<Opening, { kind: 'works' }>): Outcome<Code>[] {
  if (opened.way === 'modern' || negotiatedVersion(opened.reply) !== undefined) return [];
  const problem = resultObject(opened.reply)
    ? 'the result of initialize has no protocolVersion'
    : 'the result of initialize is not an object';
  return [found('transport.malformed-jsonrpc', { values: { problem }, evidence: [opened.exchange] })];
}

function defect({ exchange, reply, answer, asked }: Extract<Opening, { kind: 'refused' }>): Outcome<Code>[] {
  const evidence = [exchange];
  if (reply.kind === 'wrong-content-type' && exchange.kind === 'response' && exchange.status < 300) {
    const values = { contentType: shortened(reply.contentType) || '–' };
    return [found('transport.content-type-wrong', { values, evidence })];
  }
  // A body past the reading limit is http.body-too-large.
  if (answer === 'no-reply' && !(exchange.kind === 'response' && exchange.bodyEnd === 'limit')) {
    const values = { seconds: Math.max(1, Math.round(exchange.timing.durationMs / 1_000)) };
    return [found('transport.no-reply', { values, evidence })];
  }
  if (answer === 'malformed' && isMalformed(reply)) {
    return [found(`transport.${reply.kind}`, { values: { problem: shortened(reply.problem) }, evidence })];
  }
  if (answer === 'mcp' && 'error' in reply) {
    return [found('transport.initialize-error', { values: { asked, ...answerValues(exchange, reply) }, evidence })];
  }
  return [];
}

type Malformed = Extract<RpcReply, { readonly problem: string }>;

function isMalformed(reply: RpcReply): reply is Malformed {
  return 'problem' in reply;
}
