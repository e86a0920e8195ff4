import { describe, expect, it } from 'vitest';
import { namesCheck } from '../../../../lib/checks/network/names.ts';
import type { EvidenceMap, PublicResolution } from '../../../../lib/kernel/evidence.ts';
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

const host = 'mcp.acme-tools.com';
const said = (evidence: Evidence) => judged([namesCheck], { typed: typed(), initialize: healthy(), ...evidence });

function publicly(rest: Partial<PublicResolution> = {}): PublicResolution {
  return { host, resolver: 'dns.acme.net', status: 'answered', a: [], aaaa: [], detail: '', ...rest };
}

function locally(rest: Partial<EvidenceMap['local-resolution']> = {}): EvidenceMap['local-resolution'] {
  return { host, literal: false, a: ['185.199.108.153'], aaaa: [], failure: null, detail: '', ...rest };
}

const surroundings = { online: true, proxy: null };

describe('names in the public view', () => {
  it('exist without an address, or do not exist', () => {
    const initialize = rpc(failedExchange('dns'));
    const without = said({ initialize, 'public-resolution': publicly() }).findings;
    expect(without).toMatchObject([{ code: 'dns.no-a-record', confidence: 'certain' }]);
    expect(without[0]?.words.detail).toContain('no address at all');
    const unknown = said({ initialize, 'public-resolution': publicly({ status: 'not-found' }) }).findings;
    expect(unknown).toMatchObject([{ code: 'dns.not-found', confidence: 'certain' }]);
    expect(unknown[0]?.words.fix).not.toContain('--public-dns');
  });

  it('passes nothing about addresses where there is none', () => {
    const initialize = rpc(failedExchange('dns'));
    const nobody = said({ initialize, 'public-resolution': publicly({ status: 'not-found' }) });
    const onlySix = publicly({ aaaa: ['2606:50c0:8000::153'] });
    const here = said({ 'public-resolution': onlySix, 'local-resolution': locally({ a: ['10.0.0.8'] }) });
    expect(here.found).toEqual(['dns.split-horizon']);
    for (const { passed } of [nobody, here]) expect(passed).toEqual(['dns.public-view-unavailable']);
  });

  it('has nothing against a public IPv4 address', () => {
    const { found, passed } = said({
      'public-resolution': publicly({ a: ['185.199.108.153'] }),
      'local-resolution': locally(),
      surroundings,
    });
    expect(found).toEqual([]);
    expect(passed).toEqual(expect.arrayContaining(['dns.not-found', 'dns.split-horizon', 'dns.mixed-addresses']));
  });

  it.each([
    ['dns.no-a-record', { aaaa: ['2606:50c0:8000::153'] }],
    ['dns.private-address', { a: ['10.20.30.40'] }],
    ['dns.mixed-addresses', { a: ['185.199.108.153', '100.64.7.7'] }],
  ] as const)('finds %s', (code, answer) => {
    const { found, findings } = said({
      typed: typed(undefined, { connectTo: true }),
      'public-resolution': publicly(answer),
    });
    expect(found).toEqual([code]);
    expect(findings[0]).toMatchObject({ severity: 'blocker', confidence: 'certain', step: 1 });
  });

  it('finds names that do not exist', () => {
    const { found } = said({
      initialize: rpc(failedExchange('dns')),
      'public-resolution': publicly({ status: 'not-found' }),
      'local-resolution': locally({ a: [], failure: 'not-found' }),
    });
    expect(found).toEqual(['dns.not-found']);
  });

  it('tells a name that only this network knows', () => {
    const { found, skipped } = said({
      'public-resolution': publicly({ status: 'not-found' }),
      'local-resolution': locally({ a: ['10.0.0.8'] }),
    });
    expect(found).toEqual(['dns.split-horizon']);
    expect(skipped['dns.not-found']).toBe('not-reached');
  });

  it('tells a name that leads elsewhere here than on the internet', () => {
    const { found } = said({
      'public-resolution': publicly({ a: ['10.20.30.40'] }),
      'local-resolution': locally({ a: ['10.0.0.8'] }),
    });
    expect(found).toEqual(['dns.private-address', 'dns.split-horizon']);
  });

  it('takes an address that the person named for no evidence', () => {
    const { found } = said({
      typed: typed(undefined, { connectTo: true }),
      initialize: healthy({ remoteAddress: '127.0.0.1' }),
      'public-resolution': publicly({ status: 'not-found' }),
      'local-resolution': locally({ a: ['127.0.0.1'] }),
    });
    expect(found).toEqual(['dns.not-found']);
  });
});

describe('names without a public view', () => {
  it('passes nothing', () => {
    const { found, passed, skipped } = said({ 'public-resolution': 'consent', 'local-resolution': locally() });
    expect([found, passed]).toEqual([[], []]);
    expect(skipped['dns.split-horizon']).toBe('consent');
  });

  it('tells a name without addresses from one that does not exist', () => {
    const { findings } = said({
      initialize: rpc(failedExchange('dns')),
      'public-resolution': 'consent',
      'local-resolution': locally({ a: [], failure: 'no-data' }),
    });
    expect(findings).toMatchObject([{ code: 'dns.no-a-record', confidence: 'likely' }]);
    expect(findings[0]?.words.title).toContain('exists, but leads to no address');
  });

  it('believes this machine’s resolver about names that are not there', () => {
    const { findings } = said({
      initialize: rpc(failedExchange('dns')),
      'public-resolution': 'consent',
      'local-resolution': locally({ a: [], failure: 'not-found' }),
    });
    expect(findings.map(({ code, confidence }) => [code, confidence])).toEqual([['dns.not-found', 'likely']]);
    expect(findings[0]?.words.fix).toContain('--public-dns');
  });

  it('guesses where the resolver itself failed', () => {
    const { findings } = said({
      initialize: rpc(failedExchange('dns')),
      'public-resolution': 'consent',
      'local-resolution': locally({ a: [], failure: 'failed' }),
    });
    expect(findings.map(({ code, confidence }) => [code, confidence])).toEqual([['dns.not-found', 'possible']]);
  });

  it.each([
    ['dns.private-address', { a: ['10.0.0.8'] }],
    ['dns.no-a-record', { a: [], aaaa: ['2606:50c0:8000::153'] }],
  ] as const)('calls %s likely from where this machine was led', (code, lookup) => {
    const { findings } = said({ 'public-resolution': 'consent', 'local-resolution': locally(lookup) });
    expect(findings.map((finding) => [finding.code, finding.confidence])).toEqual([[code, 'likely']]);
  });

  it('uses the address that was dialled when there is no resolver to ask', () => {
    const dialled = healthy({ remoteAddress: '10.0.0.8' });
    expect(said({ initialize: dialled, 'local-resolution': 'vantage' }).found).toEqual(['dns.private-address']);
    const proxy = { online: true, proxy: 'http://proxy.acme.net:8080' };
    expect(said({ initialize: dialled, 'local-resolution': 'vantage', surroundings: proxy }).found).toEqual([]);
  });

  it('says that an address which was only dialled may be a proxy’s', () => {
    const detailOf = (lookup: ReturnType<typeof locally> | 'vantage'): string | undefined =>
      said({ initialize: healthy({ remoteAddress: '10.0.0.8' }), 'local-resolution': lookup }).findings[0]?.words
        .detail;
    expect(detailOf('vantage')).toContain('proxy');
    expect(detailOf(locally({ a: ['10.0.0.8'] }))).not.toContain('proxy');
  });

  it('does not call a mixture proven, unless it kept the request from being sent', () => {
    const mixed = locally({ a: ['185.199.108.153', '10.0.0.8'] });
    expect(said({ 'local-resolution': mixed }).found).toEqual([]);
    const refused = rpc(failedExchange('private-address'));
    expect(said({ initialize: refused, 'local-resolution': mixed }).found).toEqual(['dns.mixed-addresses']);
  });

  it('says so when the resolver could not be asked', () => {
    const answer = publicly({ status: 'unavailable', detail: 'the resolver answered 503' });
    const { found, skipped } = said({ 'public-resolution': answer, 'local-resolution': locally() });
    expect(found).toEqual(['dns.public-view-unavailable']);
    expect(skipped['dns.not-found']).toBe('not-reached');
  });

  it('blames no name while this machine is offline', () => {
    const { found, skipped } = said({
      initialize: rpc(failedExchange('dns')),
      surroundings: { online: false, proxy: null },
    });
    expect(found).toEqual([]);
    expect(skipped['dns.not-found']).toBe('vantage');
  });
});

describe('names that are none of the public system’s', () => {
  it.each(['https://192.0.2.7/mcp', 'https://printer.local/mcp', 'http://localhost/mcp'])('%s', (href) => {
    expect(said({ typed: typed(href) }).skipped['dns.not-found']).toBe('not-applicable');
  });

  it('a target that is not public yet', () => {
    expect(said({ typed: typed(undefined, { local: true }) }).skipped['dns.private-address']).toBe('not-applicable');
  });
});

it('finds the authorization server’s host missing', () => {
  const failed = failedExchange('dns', { url: 'https://auth.acme.net/.well-known/oauth-authorization-server' });
  const { findings } = said({
    initialize: rpc(exchange(401)),
    'authorization-server': missingServer('https://auth.acme.net', failed),
  });
  expect(findings.map(({ code, step, subject }) => ({ code, step, subject }))).toEqual([
    { code: 'dns.not-found', step: 6, subject: { kind: 'authorization-server', url: 'https://auth.acme.net' } },
  ]);
});
