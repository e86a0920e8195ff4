import { describe, expect, it } from 'vitest';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import { origin } from '../../../../lib/checks/transport/origin.ts';
import { ping } from '../../../../lib/checks/transport/ping.ts';
import {
  accepted,
  answer,
  discovered,
  failedRpc,
  initialize,
  judged,
  listed,
  notInitialized,
  result,
  rpcError,
  withSession,
  type Evidence,
} from './evidence.ts';

describe('transport.ping-failed', () => {
  function pinged(evidence: RpcEvidence): Evidence {
    return { initialize: initialize(), initialized: accepted, listing: listed(), ping: evidence };
  }

  it.each([
    ['an unknown method', rpcError(200, -32601, 'Method not found')],
    ['silence', failedRpc('timeout')],
    ['an HTTP error', answer(500, 'text/plain', 'boom')],
  ])('is found after %s', (_what, evidence) => {
    expect(judged(ping, pinged(evidence)).found).toEqual(['transport.ping-failed']);
  });

  it('is not found after an empty result', () => {
    expect(judged(ping, pinged(result({}))).passed).toEqual(['transport.ping-failed']);
  });

  it('does not blame a server for a ping that went without its session', () => {
    const refused = rpcError(400, -32000, 'Bad Request: Mcp-Session-Id header is required');
    const said = judged(ping, { ...pinged(refused), initialize: withSession() });
    expect(said.skipped['transport.ping-failed']).toBe('not-reached');
  });

  it.each([
    ['a sign-in', pinged(answer(401, 'text/plain', '')), 'needs-sign-in'],
    ['a reset', pinged(failedRpc('reset')), 'not-reached'],
    ['a busy server', pinged(answer(429, 'text/plain', '')), 'not-reached'],
    ['no ping', { initialize: initialize() }, 'not-asked'],
  ] as const)('cannot be told after %s', (_what, evidence, because) => {
    expect(judged(ping, evidence).skipped['transport.ping-failed']).toBe(because);
  });

  it('does not concern servers of 2026-07-28', () => {
    const evidence = { initialize: initialize(rpcError(400, -32022, 'no')), discover: discovered('2026-07-28') };
    expect(judged(ping, evidence).skipped['transport.ping-failed']).toBe('not-applicable');
  });
});

describe('transport.origin-rejected', () => {
  function withOrigin(evidence: RpcEvidence, plain: RpcEvidence = notInitialized): Evidence {
    return { discover: plain, 'browser-origin': { ...evidence, origin: 'https://claude.ai' } };
  }

  it.each([
    ['403', answer(403, 'text/plain', 'Forbidden')],
    ['400 that names the origin', answer(400, 'text/plain', 'Invalid Origin header')],
  ])('is found after %s', (_what, evidence) => {
    const said = judged(origin, withOrigin(evidence));
    expect(said.found).toEqual(['transport.origin-rejected']);
    expect(said.finding('transport.origin-rejected').severity).toBe('note');
  });

  it.each([
    ['the same answer as without it', withOrigin(notInitialized)],
    ['a good answer', withOrigin(discovered('2026-07-28'), discovered('2026-07-28'))],
  ])('is not found after %s', (_what, evidence) => {
    expect(judged(origin, evidence).passed).toEqual(['transport.origin-rejected']);
  });

  it('cannot be told where everybody is refused', () => {
    const forbidden = answer(403, 'text/plain', '');
    const said = judged(origin, withOrigin(forbidden, forbidden));
    expect(said.found).toEqual([]);
    expect(said.skipped['transport.origin-rejected']).toBe('not-reached');
  });

  it('cannot be told where everybody is refused', () => {
    const refused = withOrigin(answer(403, 'text/plain', ''), answer(403, 'text/plain', ''));
    expect(judged(origin, refused).skipped['transport.origin-rejected']).toBe('not-reached');
  });

  it('cannot be told without both answers', () => {
    expect(judged(origin, withOrigin(failedRpc('reset'))).skipped['transport.origin-rejected']).toBe('not-reached');
    expect(judged(origin, { discover: notInitialized }).skipped['transport.origin-rejected']).toBe('not-asked');
  });
});
