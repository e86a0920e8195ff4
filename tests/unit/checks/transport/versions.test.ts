import { describe, expect, it } from 'vitest';
import type { EvidenceMap, RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import { replyShape } from '../../../../lib/checks/transport/reply-shape.ts';
import { versions } from '../../../../lib/checks/transport/versions.ts';
import {
  answer,
  discovered,
  failedRpc,
  initialize,
  initialized,
  judged,
  notInitialized,
  result,
  rpcError,
  type Evidence,
} from './evidence.ts';

function first(evidence: RpcEvidence, rest: Evidence = {}): Evidence {
  return { initialize: initialize(evidence), ...rest };
}

function older(...tried: readonly (readonly [string, RpcEvidence])[]): EvidenceMap['older-version'] {
  return { tried: tried.map(([version, evidence]) => ({ ...evidence, version })) };
}

it('does not blame the version when the same one is answered later', () => {
  const tried = older(['2025-06-18', initialized('2025-06-18')], ['2025-11-25', initialized('2025-11-25')]);
  const said = judged(versions, first(failedRpc('timeout'), { 'older-version': tried }));
  expect(said.found).toEqual([]);
  expect(said.passed).toEqual([]);
});

describe('transport.version-unsupported', () => {
  it('finds an answer in a version that Claude does not speak', () => {
    const said = judged(versions, first(initialized('2024-10-07'), { discover: notInitialized }));
    expect(said.found).toEqual(['transport.version-unsupported']);
    expect(said.finding('transport.version-unsupported').values['named']).toBe('2024-10-07');
  });

  it('is only a problem where the newer era works', () => {
    const said = judged(versions, first(initialized('2024-10-07'), { discover: discovered('2026-07-28') }));
    expect(said.finding('transport.version-unsupported').severity).toBe('problem');
  });

  it.each(['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'])('is not found for %s', (version) => {
    const said = judged(versions, first(initialized(version), { discover: notInitialized }));
    expect(said.found).toEqual([]);
    expect(said.passed).toContain('transport.version-unsupported');
  });

  it('finds a refusal that lists only versions which Claude does not speak', () => {
    const refused = rpcError(400, -32022, 'Unsupported protocol version', { supported: ['2027-01-01'] });
    const said = judged(versions, first(refused));
    expect(said.found).toEqual(['transport.version-unsupported']);
    expect(judged(replyShape, first(refused)).found).toEqual([]);
  });

  it('reads the list of the modern refusal when initialize met no MCP', () => {
    const refused = rpcError(400, -32022, 'Unsupported', { supported: ['2027-01-01'], requested: '2026-07-28' });
    const said = judged(versions, first(answer(404, 'text/plain', 'Not Found'), { discover: refused }));
    expect(said.found).toEqual(['transport.version-unsupported']);
  });

  it('finds a list that leads nowhere: each version on it was refused as well', () => {
    const refused = rpcError(200, -32602, 'Supported: 2025-06-18');
    const said = judged(versions, first(refused, { 'older-version': older(['2025-06-18', refused]) }));
    expect(said.found).toEqual(['transport.version-unsupported']);
  });
});

describe('transport.version-not-negotiated', () => {
  const worked = older(['2025-06-18', initialized('2025-06-18')]);

  it.each([
    ['an error', rpcError(200, -32602, 'Unsupported protocolVersion 2025-11-25')],
    ['a 400 without JSON-RPC', answer(400, 'text/plain', 'bad version')],
    ['an open stream without a reply', answer(200, 'text/event-stream', '', { kind: 'none' })],
    ['silence', failedRpc('timeout')],
  ])('is found where an older version works after %s', (_what, refused) => {
    const evidence = first(refused, { 'older-version': worked });
    const said = judged(versions, evidence);
    expect(said.found).toEqual(['transport.version-not-negotiated']);
    expect(said.finding('transport.version-not-negotiated')).toMatchObject({
      severity: 'blocker',
      confidence: 'certain',
      values: { offered: '2025-11-25', worked: '2025-06-18' },
    });
    expect(judged(replyShape, evidence).found).toEqual([]);
  });

  it('is likely where the refusal names a version and nothing older was tried', () => {
    const refused = rpcError(200, -32602, 'Unsupported protocol version 2025-11-25 (supported: 2025-06-18)');
    const said = judged(versions, first(refused));
    expect(said.found).toEqual(['transport.version-not-negotiated']);
    expect(said.finding('transport.version-not-negotiated').confidence).toBe('likely');
  });

  it('is a problem where the newer era works', () => {
    const refused = rpcError(200, -32602, 'Unsupported protocol version');
    const said = judged(versions, first(refused, { discover: discovered('2026-07-28'), 'older-version': worked }));
    expect(said.found).toEqual(['transport.version-not-negotiated']);
    expect(said.finding('transport.version-not-negotiated').severity).toBe('problem');
  });

  it('is not found in an error that only repeats the version asked for, with nothing older working', () => {
    const refused = rpcError(200, -32603, 'Cannot handle initialize with 2025-11-25');
    const evidence = first(refused, { 'older-version': older(['2025-06-18', refused], ['2025-03-26', refused]) });
    expect(judged(versions, evidence).found).toEqual([]);
    expect(judged(replyShape, evidence).found).toEqual(['transport.initialize-error']);
  });

  it('is not found in a server that answers with an older version of its own', () => {
    const said = judged(versions, first(initialized('2024-11-05'), { discover: notInitialized }));
    expect(said.passed).toContain('transport.version-not-negotiated');
  });

  it('was not asked where no older version was tried', () => {
    const said = judged(versions, first(rpcError(200, -32603, 'boom')));
    expect(said.skipped['transport.version-not-negotiated']).toBe('not-asked');
  });
});

describe('the two eras', () => {
  const modern = discovered('2026-07-28');

  it('finds transport.modern-only', () => {
    const refused = rpcError(400, -32022, 'Unsupported protocol version', { supported: ['2026-07-28'] });
    const said = judged(versions, first(refused, { discover: modern }));
    expect(said.found).toEqual(['transport.modern-only']);
    expect(said.finding('transport.modern-only').severity).toBe('problem');
    expect(judged(replyShape, first(refused, { discover: modern })).found).toEqual([]);
  });

  it('finds transport.modern-only also where initialize is met with silence', () => {
    expect(judged(versions, first(failedRpc('timeout'), { discover: modern })).found).toEqual([
      'transport.modern-only',
    ]);
  });

  it.each([
    ['a busy gateway', answer(503, 'text/plain', ''), 'not-reached'],
    ['a reset', failedRpc('reset'), 'not-reached'],
  ] as const)('cannot tell transport.modern-only after %s', (_what, refused, because) => {
    const said = judged(versions, first(refused, { discover: modern }));
    expect(said.found).toEqual([]);
    expect(said.skipped['transport.modern-only']).toBe(because);
  });

  it('finds transport.dual-era', () => {
    const said = judged(versions, first(initialized('2025-11-25'), { discover: modern }));
    expect(said.found).toEqual(['transport.dual-era']);
    expect(said.passed).toContain('transport.modern-only');
  });

  it('does not call a server modern that lists only older versions', () => {
    const said = judged(versions, first(initialized('2025-11-25'), { discover: discovered('2025-11-25') }));
    expect(said.found).toEqual([]);
    expect(said.passed).toContain('transport.dual-era');
  });

  it('cannot tell transport.dual-era without the modern request', () => {
    expect(judged(versions, first(initialized('2025-11-25'))).skipped['transport.dual-era']).toBe('not-asked');
  });

  it('needs the sign-in behind a 401, and a server behind a dead connection', () => {
    const signIn = judged(versions, first(answer(401, 'application/json', '{}')));
    expect(signIn.passed).toEqual([]);
    expect(new Set(Object.values(signIn.skipped))).toEqual(new Set(['needs-sign-in']));
    const dead = judged(versions, first(failedRpc('refused')));
    expect(dead.passed).toEqual([]);
    expect(new Set(Object.values(dead.skipped))).toEqual(new Set(['not-reached']));
  });

  it('reads a missing version as a matter of the reply, not of the versions', () => {
    expect(judged(versions, first(result({}), { discover: notInitialized })).found).toEqual([]);
  });
});
