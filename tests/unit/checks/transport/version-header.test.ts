import { describe, expect, it } from 'vitest';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import { sessions } from '../../../../lib/checks/transport/sessions.ts';
import { versionHeader } from '../../../../lib/checks/transport/version-header.ts';
import {
  accepted,
  answer,
  discovered,
  exchange,
  failedRpc,
  initialize,
  judged,
  listed,
  listingFailed,
  notInitialized,
  result,
  rpcError,
  withVersionHeader,
  type Evidence,
} from './evidence.ts';

const healthy: Evidence = {
  initialize: initialize(),
  discover: notInitialized,
  initialized: accepted,
  listing: listed(),
};

function odd(evidence: RpcEvidence): Evidence {
  return { ...healthy, 'odd-version': { ...evidence, sentVersion: '2099-01-01' } };
}

describe('transport.version-header-strict', () => {
  it('notes a 400 to a version that nobody knows', () => {
    const said = judged(
      versionHeader,
      odd(rpcError(400, -32000, 'Bad Request: Unsupported protocol version: 2099-01-01')),
    );
    expect(said.found).toEqual(['transport.version-header-strict']);
    expect(said.finding('transport.version-header-strict').severity).toBe('note');
  });

  it('is not found in a server that does not look at it', () => {
    expect(judged(versionHeader, odd(result({}))).passed).toContain('transport.version-header-strict');
  });

  it.each([
    ['a sign-in', answer(401, 'application/json', '{}'), 'needs-sign-in'],
    ['a dead connection', failedRpc('reset'), 'not-reached'],
    ['too many requests', answer(429, 'text/plain', ''), 'not-reached'],
  ] as const)('cannot be told after %s', (_what, evidence, because) => {
    expect(judged(versionHeader, odd(evidence)).skipped['transport.version-header-strict']).toBe(because);
  });

  it('cannot be told where the right version was refused as well', () => {
    const refused = withVersionHeader(answer(400, 'text/plain', 'no'));
    const evidence = { ...odd(refused), initialized: refused, listing: listingFailed(refused) };
    expect(judged(versionHeader, evidence).skipped['transport.version-header-strict']).toBe('not-reached');
  });
});

describe('transport.version-header-rejected', () => {
  const refused = withVersionHeader(answer(400, 'text/plain', 'Bad header'));
  const evidence: Evidence = {
    ...healthy,
    initialized: { exchange: refused.exchange },
    listing: listingFailed(refused),
    'without-version-header': result({ tools: [] }),
  };

  it('is found where the request works without the header, and explains the refused notification', () => {
    const said = judged(versionHeader, evidence);
    expect(said.found).toEqual(['transport.version-header-rejected']);
    expect(said.finding('transport.version-header-rejected')).toMatchObject({
      confidence: 'certain',
      values: { negotiated: '2025-11-25', status: 400 },
    });
    expect(judged(sessions, evidence).found).toEqual([]);
  });

  it('is likely from the server’s words alone', () => {
    const words = withVersionHeader(rpcError(400, -32000, 'Bad Request: Unsupported protocol version: 2025-11-25'));
    const said = judged(versionHeader, { ...healthy, listing: listingFailed(words) });
    expect(said.finding('transport.version-header-rejected').confidence).toBe('likely');
  });

  it('is not found where the request fails without the header as well', () => {
    const said = judged(versionHeader, { ...evidence, 'without-version-header': answer(400, 'text/plain', 'Bad') });
    expect(said.found).toEqual([]);
  });

  it('is not found in a healthy server, and not judged before anything was sent', () => {
    expect(judged(versionHeader, healthy).passed).toContain('transport.version-header-rejected');
    const early = judged(versionHeader, { initialize: initialize() });
    expect(early.skipped['transport.version-header-rejected']).toBe('not-asked');
  });
});

describe('transport.header-mismatch-unchecked', () => {
  const modern: Evidence = { ...healthy, discover: discovered('2026-07-28') };

  it('is found where the contradiction is answered like any request', () => {
    const said = judged(versionHeader, { ...modern, 'header-mismatch': discovered('2026-07-28') });
    expect(said.found).toEqual(['transport.header-mismatch-unchecked']);
  });

  it.each([
    ['the error that the specification asks for', rpcError(400, -32020, 'Header mismatch')],
    ['an error of a gateway', answer(400, 'text/plain', 'Bad Request')],
  ])('is not found after %s', (_what, evidence) => {
    const said = judged(versionHeader, { ...modern, 'header-mismatch': evidence });
    expect(said.passed).toContain('transport.header-mismatch-unchecked');
  });

  it('does not concern servers of older versions', () => {
    expect(judged(versionHeader, healthy).skipped['transport.header-mismatch-unchecked']).toBe('not-applicable');
  });

  it.each([
    ['without an answer', failedRpc('timeout')],
    ['after too many requests', answer(429, 'text/plain', '')],
  ])('cannot be told %s', (_what, evidence) => {
    const said = judged(versionHeader, { ...modern, 'header-mismatch': evidence });
    expect(said.skipped['transport.header-mismatch-unchecked']).toBe('not-reached');
  });
});

it('needs nothing of a server of 2026-07-28 alone', () => {
  const said = judged(versionHeader, {
    initialize: initialize({ exchange: exchange(400, '{}'), reply: { kind: 'malformed-jsonrpc', problem: 'x' } }),
    discover: discovered('2026-07-28'),
    'header-mismatch': rpcError(400, -32020, 'Header mismatch'),
  });
  expect(said.found).toEqual([]);
  expect(said.skipped['transport.version-header-strict']).toBe('not-applicable');
});
