import { describe, expect, it } from 'vitest';
import { clockCheck } from '../../../../lib/checks/client/clock.ts';
import { networkStateCheck } from '../../../../lib/checks/client/network-state.ts';
import type { Headers } from '../../../../lib/kernel/exchange.ts';
import {
  builtAt,
  exchange,
  failedExchange,
  healthy,
  judged,
  rpc,
  typed,
  type Evidence,
} from '../../../support/evidence-builders.ts';

const state = (evidence: Evidence) =>
  judged([networkStateCheck], { typed: typed(), initialize: healthy(), ...evidence });
const offline = { online: false, proxy: null };

describe('this machine’s network', () => {
  it('is named when it is missing', () => {
    const { findings } = state({ initialize: rpc(failedExchange('unreachable')), surroundings: offline });
    expect(findings.map(({ code, step, subject }) => [code, step, subject.kind])).toEqual([
      ['client.offline', null, 'browser'],
    ]);
  });

  it('does not matter for a server on this machine, nor when an answer came', () => {
    const initialize = rpc(failedExchange('unreachable'));
    expect(state({ typed: typed('http://localhost/mcp'), initialize, surroundings: offline }).found).toEqual([]);
    expect(state({ typed: typed(undefined, { local: true }), initialize, surroundings: offline }).found).toEqual([]);
    expect(state({ surroundings: offline }).found).toEqual([]);
  });

  it('is unknown where it cannot be told', () => {
    const unknown = state({ initialize: rpc(failedExchange('dns')), surroundings: { online: null, proxy: null } });
    expect(unknown.skipped['client.offline']).toBe('vantage');
    expect(unknown.passed).toEqual([]);
  });
});

describe('this machine’s proxy', () => {
  const surroundings = { online: true, proxy: 'http://proxy.acme.net:8080' };

  it('is named when it failed', () => {
    const { found, findings } = state({ initialize: rpc(failedExchange('proxy')), surroundings });
    expect(found).toEqual(['client.proxy-failed']);
    expect(findings[0]).toMatchObject({ step: null, severity: 'blocker', subject: { kind: 'browser' } });
    expect(findings[0]?.words.detail).toContain('http://proxy.acme.net:8080');
  });

  it('passes when it let the request through, and does not apply without one', () => {
    expect(state({ surroundings }).passed).toContain('client.proxy-failed');
    expect(state({ surroundings: { online: true, proxy: null } }).skipped['client.proxy-failed']).toBe(
      'not-applicable',
    );
  });
});

describe('the clocks', () => {
  const at = (offsetMs: number, headers: Headers = {}) => {
    const date = new Date(builtAt + offsetMs).toUTCString();
    return judged([clockCheck], { initialize: rpc(exchange(200, '{}', { date, ...headers })) });
  };

  it.each([600_000, -600_000])('differ by ten minutes (%i ms)', (offset) => {
    const { found, findings } = at(offset);
    expect(found).toEqual(['client.clock-skew']);
    expect(findings[0]).toMatchObject({ values: { minutes: 10 }, subject: { kind: 'browser' } });
  });

  it('may differ by some minutes', () => {
    expect(at(240_000).passed).toEqual(['client.clock-skew']);
  });

  it('are not compared by a cached answer, nor without a date', () => {
    expect(at(-600_000, { age: '600' }).skipped).toEqual({ 'client.clock-skew': 'not-reached' });
    expect(at(-600_000, { 'x-cache': 'Hit from cloudfront' }).found).toEqual([]);
    expect(judged([clockCheck], { initialize: rpc(exchange(200)) }).skipped).toEqual({
      'client.clock-skew': 'not-reached',
    });
  });
});
