import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { RpcReply } from '../../kernel/rpc-reply.ts';
import { mediaType } from '../../parsing/media-type.ts';
import { answerValues, quoted, seconds, secondsOf } from './answer-words.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { nearbyEndpoint } from './endpoint.ts';
import { handshakeDefect } from './handshake-defect.ts';
import { opening, type Opening } from './opening.ts';
import { sources } from './sources.ts';
import { laterSuccess, versionDefect, versionUses, type VersionsSeen } from './versions.ts';

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
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...versionUses, 'nearby-paths', 'typed'],
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
        'The server’s answer to the first request breaks the JSON-RPC or MCP format: {problem}. {who, select, official {The official clients refuse it, and Claude may as well.} some {Some clients read it all the same, others do not.} other {Clients reject it.}}',
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
      title:
        '{how, select, later {The server is slow to wake: the first request got no reply} ended {The server ends its answer to the first request without a reply} other {The server takes the first request and never replies}}',
      detail: `{how, select, later {initialize got no reply within ${seconds}, and the same request was answered on a later try: the server probably sleeps when nobody uses it. Claude may give up before it is awake.} ended {The answer began as it should and ended without a reply to initialize. Claude reports that it could not reach the server.} other {The connection stands, but no reply to initialize came within ${seconds}. Claude waits for a while and then reports that it could not reach the server.}}`,
      fix: '{how, select, later {Keep the server awake (a minimum of one instance, or no scaling to zero), or let it start in a second or two.} other {See in the server’s log what becomes of initialize. Common reasons are a handler that waits for something else, and a proxy that holds the stream back.}}',
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
    const later = laterSuccess(seen);
    if (later) return [sleeper(seen, later), skip('not-reached', ...allCodes)];
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', ...allCodes)];
    if (opened.kind === 'unreached') return [skip('not-reached', ...allCodes)];
    const isExplained = versionDefect(seen, opened) !== null || nearbyEndpoint(seen['nearby-paths']) !== undefined;
    const finding = isExplained ? [] : defect(opened, limitOf(seen));
    // A JSON-RPC error is a well-formed reply: all that is left to ask is what it says.
    if (opened.answer === 'mcp') return [...finding, skip('not-applicable', 'transport.initialize-error')];
    return [...finding, skip('not-reached', ...allCodes)];
  },
});

function workingReply(opened: Extract<Opening, { kind: 'works' }>): Outcome<Code>[] {
  const defects = opened.way === 'modern' ? null : handshakeDefect(opened);
  return defects ? [found('transport.malformed-jsonrpc', { ...defects, evidence: [opened.exchange] })] : [];
}

function defect(
  { exchange, reply, answer, asked }: Extract<Opening, { kind: 'refused' }>,
  limitMs: number | undefined,
): Outcome<Code>[] {
  const evidence = [exchange];
  if (reply.kind === 'wrong-content-type' && exchange.kind === 'response' && exchange.status < 300) {
    const values = { contentType: inOneLine(reply.contentType) || '–' };
    return [found('transport.content-type-wrong', { values, evidence })];
  }
  // A body past the reading limit is http.body-too-large.
  if (answer === 'no-reply' && !(exchange.kind === 'response' && exchange.bodyEnd === 'limit')) {
    const how = isEndedStream(exchange) ? 'ended' : 'silent';
    const values = { how, seconds: secondsOf(limitMs ?? exchange.timing.durationMs) };
    return [found('transport.no-reply', { values, evidence })];
  }
  if (answer === 'malformed' && isMalformed(reply)) {
    return [found(`transport.${reply.kind}`, { values: { problem: inOneLine(reply.problem), who: 'all' }, evidence })];
  }
  if (answer === 'mcp' && reply.kind === 'result') {
    const unusable = handshakeDefect({ exchange, reply });
    return unusable ? [found('transport.malformed-jsonrpc', { ...unusable, evidence })] : [];
  }
  if (answer === 'mcp' && 'error' in reply) {
    return [found('transport.initialize-error', { values: { asked, ...answerValues(exchange, reply) }, evidence })];
  }
  return [];
}

type Seen = VersionsSeen & { readonly typed: Observation<EvidenceMap['typed']> };

function limitOf({ typed }: Seen): number | undefined {
  return observed(typed)?.stepTimeoutMs;
}

function sleeper(seen: Seen, later: RpcEvidence): Outcome<Code> {
  const { exchange } = seen.initialize;
  const values = { how: 'later', seconds: secondsOf(limitOf(seen) ?? exchange.timing.durationMs) };
  return found('transport.no-reply', { values, evidence: [exchange, later.exchange], confidence: 'likely' });
}

function isEndedStream(exchange: Exchange): boolean {
  return (
    exchange.kind === 'response' &&
    exchange.bodyEnd === 'complete' &&
    mediaType(exchange.headers['content-type']) === 'text/event-stream'
  );
}

type Malformed = Extract<RpcReply, { readonly problem: string }>;

function isMalformed(reply: RpcReply): reply is Malformed {
  return 'problem' in reply;
}
