import { describe, expect, it } from 'vitest';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import { sessions } from '../../../../lib/checks/transport/sessions.ts';
import {
  accepted,
  answer,
  discovered,
  exchange,
  failedExchange,
  failedRpc,
  initialize,
  judged,
  listed,
  listingFailed,
  notInitialized,
  result,
  rpcError,
  withSession,
  type Evidence,
} from './evidence.ts';

const stateful: Evidence = {
  initialize: withSession(),
  discover: notInitialized,
  initialized: accepted,
  listing: listed(),
};
const stateless: Evidence = { ...stateful, initialize: initialize() };

describe('transport.session-not-kept', () => {
  const unknown = rpcError(404, -32001, 'Session not found');

  it.each([
    ['404', unknown],
    ['400 that names the session', rpcError(400, -32000, 'Bad Request: No valid session ID provided')],
    ['400 of a transport made anew for each request', rpcError(400, -32000, 'Bad Request: Server not initialized')],
  ])('is found when the listing meets %s', (_what, refused) => {
    const evidence = { ...stateful, listing: listingFailed(refused) };
    const said = judged(sessions, evidence);
    expect(said.found).toEqual(['transport.session-not-kept']);
    expect(said.finding('transport.session-not-kept').severity).toBe('blocker');
  });

  it('is found when only one of two requests meets the wrong instance', () => {
    const said = judged(sessions, { ...stateful, initialized: { exchange: unknown.exchange } });
    expect(said.found).toEqual(['transport.session-not-kept']);
    expect(said.skipped['transport.initialized-rejected']).toBe('not-reached');
  });

  it('is not found in a 404 for an unknown method, or in a 400 about something else', () => {
    const method = { ...stateful, listing: listingFailed(rpcError(404, -32601, 'Method not found')) };
    expect(judged(sessions, method).passed).toContain('transport.session-not-kept');
    const other = { ...stateful, listing: listingFailed(rpcError(400, -32602, 'Invalid cursor')) };
    expect(judged(sessions, other).passed).toContain('transport.session-not-kept');
  });

  it('does not concern servers without sessions', () => {
    const said = judged(sessions, { ...stateless, listing: listingFailed(unknown) });
    expect(said.skipped['transport.session-not-kept']).toBe('not-applicable');
  });

  it('cannot be told before anything was sent', () => {
    const said = judged(sessions, { initialize: withSession() });
    expect(said.skipped['transport.session-not-kept']).toBe('not-asked');
  });
});

describe('transport.stale-session-not-404', () => {
  function ledAway(): RpcEvidence {
    const evidence = answer(400, 'text/plain', 'Bad Request');
    const { url } = evidence.exchange;
    const redirects = [{ status: 307, from: url, to: 'https://other.dev/mcp' }];
    return { ...evidence, exchange: { ...evidence.exchange, redirects } };
  }

  function stale(evidence: RpcEvidence): Evidence {
    return { ...stateful, 'stale-session': evidence };
  }

  it.each([
    ['400', rpcError(400, -32000, 'Bad Request: No valid session ID provided')],
    ['422', answer(422, 'text/plain', 'Unexpected message, expect initialize request')],
    ['an error under 200', rpcError(200, -32600, 'Session not found')],
  ])('is found after %s', (_what, evidence) => {
    const said = judged(sessions, stale(evidence));
    expect(said.found).toEqual(['transport.stale-session-not-404']);
    expect(said.finding('transport.stale-session-not-404').severity).toBe('warning');
  });

  it.each([
    ['404', rpcError(404, -32001, 'Session not found')],
    ['an answer like any other', result({ tools: [] })],
    ['an unknown method under 200, which no session was asked for', rpcError(200, -32601, 'Method not found')],
  ])('is not found after %s', (_what, evidence) => {
    expect(judged(sessions, stale(evidence)).passed).toContain('transport.stale-session-not-404');
  });

  it.each([
    ['401', answer(401, 'text/plain', 'Unauthorized: Session not found'), 'needs-sign-in'],
    ['a refusal in JSON-RPC', rpcError(200, -32001, 'Unauthorized'), 'needs-sign-in'],
    ['a refusal under 403', answer(403, 'application/json', '{"error":"invalid_token"}'), 'needs-sign-in'],
    ['a redirect to another host', ledAway(), 'not-reached'],
    ['a dead connection', failedRpc('reset'), 'not-reached'],
    ['a dead origin', answer(502, 'text/html', '<h1>502</h1>'), 'not-reached'],
  ] as const)('cannot be told after %s', (_what, evidence, because) => {
    expect(judged(sessions, stale(evidence)).skipped['transport.stale-session-not-404']).toBe(because);
  });

  it('does not concern servers without sessions', () => {
    const said = judged(sessions, { ...stateless, 'stale-session': result({ tools: [] }) });
    expect(said.skipped['transport.stale-session-not-404']).toBe('not-applicable');
  });
});

describe('transport.initialized-rejected', () => {
  it.each([
    ['400', { exchange: exchange(400, 'unknown notification', {}) }],
    ['500', { exchange: exchange(500, '', {}) }],
    ['silence', { exchange: failedExchange('timeout') }],
  ])('is found after %s', (_what, initialized) => {
    const said = judged(sessions, { ...stateless, initialized });
    expect(said.found).toEqual(['transport.initialized-rejected']);
  });

  it('is found where a credential opened the session and this request alone is refused with 401', () => {
    const refused = { ...exchange(401, '', {}), requestHeaders: { authorization: 'Bearer redacted-token-1' } };
    expect(judged(sessions, { ...stateless, initialized: { exchange: refused } }).found).toEqual([
      'transport.initialized-rejected',
    ]);
  });

  it.each([200, 202, 204])('is not found after %i', (status) => {
    const said = judged(sessions, { ...stateful, initialized: { exchange: exchange(status, '', {}) } });
    expect(said.found).toEqual([]);
    expect(said.passed).toContain('transport.initialized-rejected');
  });

  it('cannot be told after a reset, behind a 401, or when it was not sent', () => {
    const reset = judged(sessions, { ...stateless, initialized: { exchange: failedExchange('reset') } });
    expect(reset.skipped['transport.initialized-rejected']).toBe('not-reached');
    const signIn = judged(sessions, { ...stateless, initialized: { exchange: exchange(401, '', {}) } });
    expect(signIn.skipped['transport.initialized-rejected']).toBe('needs-sign-in');
    const hurried = judged(sessions, { ...stateless, initialized: { exchange: exchange(429, '', {}) } });
    expect(hurried.skipped['transport.initialized-rejected']).toBe('not-reached');
    const early = judged(sessions, { initialize: initialize() });
    expect(early.skipped['transport.initialized-rejected']).toBe('not-asked');
  });
});

it('has nothing to do with servers of 2026-07-28, and waits for the sign-in', () => {
  const modern = judged(sessions, {
    initialize: initialize(rpcError(400, -32022, 'no')),
    discover: discovered('2026-07-28'),
  });
  expect(new Set(Object.values(modern.skipped))).toEqual(new Set(['not-applicable']));
  const signIn = judged(sessions, { initialize: initialize(answer(401, 'application/json', '{}')) });
  expect(signIn.passed).toEqual([]);
  expect(new Set(Object.values(signIn.skipped))).toEqual(new Set(['needs-sign-in']));
});
