import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { answered, answerValues } from './answer-words.ts';
import { opening, openingUses, sseOpens, sseWantsSignIn, type OpeningSeen } from './opening.ts';
import { isOverload } from './overload.ts';
import { sources } from './sources.ts';
import { whyNot } from './why-not.ts';

type Code = 'transport.sse-only' | 'transport.sse-fallback-broken' | 'transport.legacy-and-streamable';

const allCodes: readonly Code[] = [
  'transport.sse-only',
  'transport.sse-fallback-broken',
  'transport.legacy-and-streamable',
];

/** Is the older HTTP+SSE transport served, alone or beside Streamable HTTP, and do clients find it? */
export const legacySse = defineCheck({
  topic: 'legacy-sse',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...openingUses, 'listen-stream'],
  codes: {
    'transport.sse-only': {
      severity: 'problem',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server speaks only the older HTTP+SSE transport',
      detail:
        'It serves HTTP+SSE, the transport of 2024, and not Streamable HTTP. Claude still takes such servers as custom connectors, is withdrawing that support, and the directory asks for Streamable HTTP.',
      fix: 'Serve Streamable HTTP as well, on one endpoint such as /mcp, and enter that address. Current MCP libraries have it built in.',
      sources: [sources.backwards, sources.building],
    },
    'transport.sse-fallback-broken': {
      severity: 'blocker',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The server speaks the older HTTP+SSE transport, but clients cannot use it',
      detail: `{why, select, post {GET opens an HTTP+SSE stream that works. Clients begin with POST, though, and go on to the stream only when that is answered with 400, 404 or 405; here it ${answered}.} endpoint {The stream opens and names a message endpoint that clients do not use, because it is on another origin or in a private network.} other {The stream opens and names a message endpoint, and initialize, posted there, ${answered}.}}`,
      fix: '{why, select, post {Answer POST on the stream’s address with 405, or better, serve Streamable HTTP there.} endpoint {Let the endpoint event name a path on the stream’s own origin. Behind a proxy, see that the server knows its public address.} other {See in the server’s log why the message endpoint fails; better, serve Streamable HTTP.}}',
      sources: [sources.backwards, sources.building],
    },
    'transport.legacy-and-streamable': {
      severity: 'note',
      confidence: 'certain',
      step: 3,
      who: 'author',
      title: 'The address serves Streamable HTTP and the older HTTP+SSE transport',
      detail: 'Both transports answer at this address. Claude uses Streamable HTTP.',
      fix: 'Nothing needs to be done. The older transport can go once none of your clients needs it.',
      sources: [sources.backwards],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [...behindSignIn(seen), skip('needs-sign-in', ...allCodes)];
    if (opened.kind === 'unreached') return [skip('not-reached', ...allCodes)];
    if (opened.kind === 'works' && opened.way !== 'legacy-sse') return both(seen['listen-stream'], seen);
    const sse = observed(seen['legacy-sse']);
    if (!sse) {
      return [
        skip(whyNot(seen['legacy-sse']), 'transport.sse-only', 'transport.sse-fallback-broken'),
        skip('not-reached', 'transport.legacy-and-streamable'),
      ];
    }
    return opened.kind === 'works' ? onlySse(seen, sse) : unusable(seen, sse);
  },
});

function onlySse({ initialize }: OpeningSeen, sse: EvidenceMap['legacy-sse']): Outcome<Code>[] {
  const evidence = [sse.stream, sse.initialize?.exchange, initialize.exchange];
  if (sse.asClient) return [found('transport.sse-only', { evidence })];
  const values = { why: 'post', ...answerValues(initialize.exchange, initialize.reply) };
  return [found('transport.sse-fallback-broken', { values, evidence }), skip('not-applicable', 'transport.sse-only')];
}

/** A stream that opens and leads nowhere. Where the message endpoint took the request, the checks of the reply speak. */
function unusable(seen: OpeningSeen, sse: EvidenceMap['legacy-sse']): Outcome<Code>[] {
  const others = skip('not-applicable', ...allCodes);
  const answer = sse.initialize?.exchange;
  if (!sseOpens(seen) || (answer?.kind === 'response' && answer.status < 300)) return [others];
  const { exchange, reply } = sse.initialize ?? { exchange: sse.stream, reply: undefined };
  const values = { why: sse.refusedEndpoint ? 'endpoint' : 'message', ...answerValues(exchange, reply) };
  return [found('transport.sse-fallback-broken', { values, evidence: [sse.stream, answer] }), others];
}

/** POST was refused so that clients go on to the older transport, and that asks for the sign-in: it must be the one that is served. */
function behindSignIn(seen: OpeningSeen): Outcome<Code>[] {
  const sse = observed(seen['legacy-sse']);
  if (!sse || !sseWantsSignIn(seen)) return [];
  const evidence = [sse.stream, sse.initialize?.exchange, seen.initialize.exchange];
  return [found('transport.sse-only', { evidence, confidence: 'likely' })];
}

function both(listen: Observation<EvidenceMap['listen-stream']>, seen: OpeningSeen): Outcome<Code>[] {
  const stream = observed(listen);
  const sse = observed(seen['legacy-sse']);
  if (stream?.endpointEvent) return [found('transport.legacy-and-streamable', { evidence: [stream.exchange] })];
  if (sse && sse.endpoint !== null) return [found('transport.legacy-and-streamable', { evidence: [sse.stream] })];
  if (stream && isOverload(stream.exchange) && !sse) return [skip('not-reached', 'transport.legacy-and-streamable')];
  return stream || sse ? [] : [skip(whyNot(listen), 'transport.legacy-and-streamable')];
}
