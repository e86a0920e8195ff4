import { defineCheck, found, skip, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap, RpcEvidence } from '../../kernel/evidence.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import { rpcErrorCodes } from '../../standards/protocol.ts';
import { answerKind, type AnswerKind } from '../http/answer-kind.ts';
import { answered, answerValues, quoted } from './answer-words.ts';
import { opening, sessionIssued, withoutHandshake, type Opening } from './opening.ts';
import { isOverload } from './overload.ts';
import { issue, sources } from './sources.ts';
import { afterHandshake, afterHandshakeUses, headerRejected, type AfterHandshakeSeen } from './version-header.ts';
import { whyNot } from './why-not.ts';

type Code = 'transport.session-not-kept' | 'transport.stale-session-not-404' | 'transport.initialized-rejected';

/** Does the server keep the session that it gave, end the handshake as it should, and know what it did not give? */
export const sessions = defineCheck({
  topic: 'sessions',
  afterSignIn: true,
  needs: ['initialize'],
  uses: [...afterHandshakeUses, 'stale-session'],
  codes: {
    'transport.session-not-kept': {
      severity: 'blocker',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: 'The server forgets the session that it just gave',
      detail: `initialize succeeded and gave a session, and the next request under that session was answered with HTTP status {status}.${quoted} That happens when several instances run behind one address and each knows only its own sessions, or when every request makes a new one.`,
      fix: 'Run the server without sessions (stateless), keep sessions in a store that all instances share, or send every request of one Mcp-Session-Id to the same instance.',
      sources: [sources.sessions, issue('anthropics/claude-code', 53059)],
    },
    'transport.stale-session-not-404': {
      severity: 'warning',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: 'An unknown session is not answered with 404',
      detail: `A request under a made-up session ${answered}. Only 404 tells a client to start afresh, so after a restart of the server Claude may go on with the old session, and its calls fail.`,
      fix: 'Answer requests whose Mcp-Session-Id is unknown with HTTP status 404, or run the server without sessions (stateless).',
      sources: [sources.sessions, issue('anthropics/claude-code', 48557), issue('anthropics/claude-code', 53059)],
    },
    'transport.initialized-rejected': {
      severity: 'problem',
      confidence: 'certain',
      step: 10,
      who: 'author',
      title: 'The server refuses the message that ends the handshake',
      detail: `notifications/initialized ${answered}; the specification wants 202 without a body. Some clients take this as a failed connection.`,
      fix: 'Answer notifications with 202 Accepted and an empty body.',
      sources: [sources.sending, sources.initialization, issue('avelino/mcp', 33)],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    const because = withoutHandshake(opened);
    if (because) {
      return [
        skip(
          because,
          'transport.session-not-kept',
          'transport.stale-session-not-404',
          'transport.initialized-rejected',
        ),
      ];
    }
    return [...notKept(seen, opened), ...stale(seen, opened), ...initializedRejected(seen, opened)];
  },
});

/** The first request after the handshake that was refused because its session is not known any more, or null. */
export function sessionLost(seen: AfterHandshakeSeen, opened: Opening): Exchange | null {
  if (!sessionIssued(seen, opened) || headerRejected(seen)) return null;
  const listed = observed(seen.listing)?.pages ?? [];
  // 404 with “method not found” is how servers of 2026-07-28 answer: the method is missing there, not the session.
  const unknownMethods = listed.filter(isUnknownMethod).map(({ exchange }) => exchange);
  return afterHandshake(seen).find((exchange) => deniesSession(exchange) && !unknownMethods.includes(exchange)) ?? null;
}

function isUnknownMethod({ reply }: RpcEvidence): boolean {
  return 'error' in reply && reply.error.code === rpcErrorCodes.methodNotFound;
}

/** Another origin was not given the session, so it cannot have lost it. */
function leftItsOrigin({ url, redirects }: Exchange): boolean {
  return redirects.some(({ to }) => !URL.canParse(to) || new URL(to).origin !== new URL(url).origin);
}

function deniesSession(exchange: Exchange): boolean {
  if (exchange.kind === 'failure' || leftItsOrigin(exchange)) return false;
  if (exchange.status === 404) return true;
  // 400 has many meanings, and libraries have no common code for this one. “Server not initialized” is what the official
  // TypeScript library says when a new transport was made for the request.
  return exchange.status === 400 && /session|not initiali[sz]ed/i.test(exchange.body);
}

function notKept(seen: AfterHandshakeSeen, opened: Opening): Outcome<Code>[] {
  const code = 'transport.session-not-kept';
  if (!sessionIssued(seen, opened)) return [skip('not-applicable', code)];
  const lost = sessionLost(seen, opened);
  if (lost && opened.kind === 'works') {
    return [found(code, { values: answerValues(lost), evidence: [lost, opened.exchange] })];
  }
  const sent = afterHandshake(seen).filter(({ kind }) => kind === 'response');
  if (sent.length === 0) return [skip(whyNot(seen.listing), code)];
  // A sign-in that comes first says nothing about the session.
  return sent.every((exchange) => exchange.kind === 'response' && exchange.status === 401)
    ? [skip('needs-sign-in', code)]
    : [];
}

/** Answers from the road in front of the server, which know nothing of sessions. */
const notTheServers: readonly AnswerKind[] = [
  'no-response',
  'tunnel-offline',
  'tunnel-interstitial',
  'login-wall',
  'bot-challenge',
  'edge-block',
  'rate-limited',
  'gateway-error',
];

function stale(
  seen: AfterHandshakeSeen & { readonly 'stale-session': Observation<EvidenceMap['stale-session']> },
  opened: Opening,
): Outcome<Code>[] {
  const code = 'transport.stale-session-not-404';
  // Without sessions of its own a server is right to answer whatever the header says.
  if (!sessionIssued(seen, opened)) return [skip('not-applicable', code)];
  const sent = observed(seen['stale-session']);
  if (!sent) return [skip(whyNot(seen['stale-session']), code)];
  const { exchange, reply } = sent;
  if (exchange.kind === 'failure' || notTheServers.includes(answerKind(exchange, reply))) {
    return [skip('not-reached', code)];
  }
  // Another host never had sessions.
  if (leftItsOrigin(exchange)) return [skip('not-reached', code)];
  // Some libraries say 401 for an unknown session, others for a missing token: from here these cannot be told apart.
  if (exchange.status === 401 || saysUnauthorized(sent)) return [skip('needs-sign-in', code)];
  // A server that serves the request all the same never needs its clients to start afresh.
  const isServed = reply.kind === 'result' || (exchange.status < 300 && isUnknownMethod(sent));
  if (exchange.status === 404 || isServed) return [];
  // The session that it gave is answered alike: the answer is about something else.
  const listed = observed(seen.listing)?.pages[0]?.exchange;
  if (listed?.kind === 'response' && listed.status >= 400 && listed.status === exchange.status) {
    return [skip('not-reached', code)];
  }
  return [found(code, { values: answerValues(exchange, reply), evidence: [exchange] })];
}

/** Like a 401, in JSON-RPC or in plain words: nothing is said of a session. */
function saysUnauthorized({ exchange, reply }: RpcEvidence): boolean {
  const words =
    'error' in reply ? reply.error.message : exchange.kind === 'response' ? exchange.body.slice(0, 500) : '';
  return (
    /unauthori[sz]ed|unauthenticated|invalid_token|(?:missing|invalid|no) (?:access |bearer )?token|authentication required/i.test(
      words,
    ) && !/session/i.test(words)
  );
}

function initializedRejected(seen: AfterHandshakeSeen, opened: Opening): Outcome<Code>[] {
  const code = 'transport.initialized-rejected';
  const exchange = observed(seen.initialized)?.exchange;
  if (!exchange) return [skip(whyNot(seen.initialized), code)];
  if (exchange.kind === 'failure' && exchange.reason !== 'timeout') return [skip('not-reached', code)];
  if (exchange.kind === 'response') {
    if (exchange.status < 300) return [];
    // With a credential that opened the session, it is this request that is refused.
    if (exchange.status === 401 && !('authorization' in exchange.requestHeaders)) return [skip('needs-sign-in', code)];
    if (isOverload(exchange) || leftItsOrigin(exchange)) return [skip('not-reached', code)];
    const isExplained = sessionLost(seen, opened) === exchange || headerRejected(seen)?.exchange === exchange;
    if (isExplained) return [skip('not-reached', code)];
  }
  return [found(code, { values: answerValues(exchange), evidence: [exchange] })];
}
