import { describe, expect, it } from 'vitest';
import { connectionCheck } from '../../../../lib/checks/network/connection.ts';
import { failureFinding } from '../../../../lib/checks/network/failure-finding.ts';
import { failureReasons } from '../../../../lib/kernel/exchange.ts';
import {
  exchange,
  failedExchange,
  healthy,
  judged,
  missingServer,
  rpc,
  typed,
  type Evidence,
} from '../../../support/evidence-builders.ts';

const said = (evidence: Evidence) => judged([connectionCheck], { typed: typed(), initialize: healthy(), ...evidence });
const server = 'https://auth.acme.net/.well-known/oauth-authorization-server';

describe('the connection', () => {
  it('passes when there was an answer', () => {
    expect(said({}).passed).toEqual(['net.refused', 'net.timeout', 'net.reset', 'net.unreachable']);
  });

  it.each([
    ['refused', 'net.refused', 'certain'],
    ['timeout', 'net.timeout', 'certain'],
    ['reset', 'net.reset', 'certain'],
    ['unknown', 'net.reset', 'possible'],
    ['unreachable', 'net.unreachable', 'certain'],
  ] as const)('reads %s as %s', (reason, code, confidence) => {
    const { found, findings, passed } = said({ initialize: rpc(failedExchange(reason)) });
    expect(found).toEqual([code]);
    expect(findings[0]).toMatchObject({ confidence, step: 2, evidence: ['e1'] });
    expect(passed).toEqual([]);
  });

  it.each([
    'dns',
    'tls-expired',
    'redirect-loop',
    'malformed-http',
    'private-address',
    'no-permission',
    'aborted',
    'proxy',
  ] as const)('has nothing to say of %s', (reason) => {
    const { found, passed } = said({ initialize: rpc(failedExchange(reason)) });
    expect([found, passed]).toEqual([[], []]);
  });

  it('tells silence on a connection that stands from no connection, with its port', () => {
    const plain = 'http://mcp.acme-tools.com:8080/mcp';
    const silent = failedExchange('timeout', { url: plain, remoteAddress: '203.0.113.7' });
    const swallowed = failedExchange('timeout', { url: plain });
    expect(said({ initialize: rpc(silent) }).findings).toMatchObject([{ step: 3, values: { how: 'silent' } }]);
    const [finding] = said({ initialize: rpc(swallowed) }).findings;
    expect(finding).toMatchObject({ step: 2, values: { how: 'unconnected' } });
    expect(finding?.words.detail).toContain('port 8080');
  });

  it('takes an address that was dialled over https for a connection only when TLS was seen to work', () => {
    const initialize = rpc(failedExchange('timeout', { remoteAddress: '203.0.113.7' }));
    const peer = { protocol: 'TLSv1.3', chain: [], trust: 'public', problem: null, detail: '' } as const;
    const certificate = { host: 'mcp.acme-tools.com', port: 443, failure: null };
    expect(said({ initialize, certificate: { ...certificate, peer } }).findings).toMatchObject([{ step: 3 }]);
    expect(said({ initialize, certificate: { ...certificate, peer: null } }).findings).toMatchObject([{ step: 2 }]);
    expect(said({ initialize, discover: rpc(exchange(500)) }).findings).toMatchObject([{ step: 3 }]);
  });

  it('does not say whether a connection stood where a browser looked, unless something was answered', () => {
    const initialize = rpc(failedExchange('timeout'));
    const [finding] = said({ initialize, certificate: 'vantage' }).findings;
    expect(finding).toMatchObject({ step: 2, values: { how: 'unseen' } });
    expect(finding?.words.detail).toContain('A browser does not show whether a connection stood');
    const answered = { tried: [{ ...rpc(exchange(500)), version: '2025-06-18' }] };
    expect(said({ initialize, certificate: 'vantage', 'older-version': answered }).findings).toMatchObject([
      { step: 3, values: { how: 'silent' } },
    ]);
  });

  it('leaves a server that speaks, and is silent on one request, to the transport', () => {
    const error = { code: -32022, message: 'Unsupported', data: null };
    const discover = rpc(exchange(400), { kind: 'error', via: 'json', error });
    expect(said({ initialize: rpc(failedExchange('timeout')), discover }).found).toEqual([]);
  });

  it('blames nobody while this machine is offline', () => {
    const surroundings = { online: false, proxy: null };
    const { skipped } = said({ initialize: rpc(failedExchange('unreachable')), surroundings });
    expect(skipped['net.unreachable']).toBe('vantage');
  });
});

describe('the authorization server’s connection', () => {
  const signIn = rpc(exchange(401));

  it('is told under its own subject', () => {
    const documents = missingServer('https://auth.acme.net', failedExchange('refused', { url: server }));
    const { findings } = said({ initialize: signIn, 'authorization-server': documents });
    expect(findings.map(({ code, step, subject }) => ({ code, step, subject }))).toEqual([
      { code: 'net.refused', step: 6, subject: { kind: 'authorization-server', url: 'https://auth.acme.net' } },
    ]);
  });

  it('is never net.timeout, which reads as http.too-slow there', () => {
    const documents = missingServer('https://auth.acme.net', failedExchange('timeout', { url: server }));
    expect(said({ initialize: signIn, 'authorization-server': documents }).found).toEqual([]);
  });

  it('does not matter when the document was found elsewhere', () => {
    const documents = missingServer('https://auth.acme.net', failedExchange('refused', { url: server }));
    expect(said({ initialize: signIn, 'authorization-server': { ...documents, chosen: 0 } }).found).toEqual([]);
  });
});

describe('failureFinding', () => {
  it('has a code for every reason that is the other side’s', () => {
    const ours = [
      'redirect-loop',
      'malformed-http',
      'blocked-by-client',
      'private-address',
      'proxy',
      'no-permission',
      'aborted',
    ];
    const silent = failureReasons.filter((reason) => !failureFinding(failedExchange(reason), undefined, 2));
    expect(silent).toEqual(ours);
  });

  it('names the host that the last redirect led to', () => {
    const failed = failedExchange('refused', {
      redirects: [{ status: 308, from: 'https://mcp.acme-tools.com/mcp', to: 'https://www.acme.net/mcp' }],
    });
    expect(failureFinding(failed, undefined, 2)?.values).toMatchObject({ host: 'www.acme.net' });
  });
});
