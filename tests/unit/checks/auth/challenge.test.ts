import { describe, expect, it } from 'vitest';
import { challengeCheck } from '../../../../lib/checks/auth/challenge.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { Headers } from '../../../../lib/kernel/exchange.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import {
  answer,
  bearer,
  endpoints,
  failedListing,
  failure,
  goodResource,
  goodServer,
  healthyServer,
  initialize,
  judge,
  listed,
  noResource,
  origin,
  originServer,
  resource,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const nothing: Evidence = {
  'resource-metadata': noResource(),
  'authorization-server': originServer(null),
  'default-endpoints': endpoints(false),
  'misplaced-resource-metadata': { attempts: [], chosen: null },
};
const found: Evidence = {
  'resource-metadata': resource(goodResource(), 'path'),
  'authorization-server': healthyServer,
};

function challenged(headers: Headers, body: Json = ''): { readonly initialize: EvidenceMap['initialize'] } {
  return { initialize: initialize(answer(401, body, headers)) };
}

describe('the challenge', () => {
  it('is well when it names the metadata', () => {
    const judged = judge(challengeCheck, { ...challenged({ 'www-authenticate': bearer }), ...found });
    expect(judged.codes).toEqual([]);
    expect(judged.skipped).toEqual({});
  });

  it('is a problem when it is missing and the metadata is found nevertheless', () => {
    const judged = judge(challengeCheck, { ...challenged({}), ...found });
    expect(judged.codes).toEqual(['auth.challenge-missing']);
    expect(judged.found[0]).toMatchObject({ severity: 'problem' });
  });

  it('is a blocker when it is missing and nothing is found', () => {
    const judged = judge(challengeCheck, { ...challenged({}), ...nothing });
    expect(judged.codes).toEqual(['auth.challenge-missing']);
    expect(judged.found[0]).toMatchObject({ severity: 'blocker' });
  });

  it('should name the metadata that was found without it', () => {
    const judged = judge(challengeCheck, { ...challenged({ 'www-authenticate': 'Bearer realm="acme"' }), ...found });
    expect(judged.codes).toEqual(['auth.challenge-without-metadata-url']);
  });

  it.each([
    ['origin', { ...nothing, 'authorization-server': originServer(goodServer(origin)) }],
    ['default-endpoints', { ...nothing, 'default-endpoints': endpoints(true) }],
  ] as const)('says that the sign-in was found by the older way %s', (way, evidence) => {
    const judged = judge(challengeCheck, { ...challenged({ 'www-authenticate': 'Bearer' }), ...evidence });
    expect(judged.codes).toEqual(['auth.challenge-without-metadata-url']);
    expect(judged.found[0]?.values).toEqual({ way });
  });

  it('leaves a failed search to the finding on it', () => {
    const judged = judge(challengeCheck, { ...challenged({ 'www-authenticate': 'Bearer' }), ...nothing });
    expect(judged.codes).toEqual([]);
    expect(judged.skipped).toEqual({ 'auth.challenge-without-metadata-url': 'not-applicable' });
  });

  it('is judged where only the listing asks for a sign-in', () => {
    const listing = failedListing(answer(401), { kind: 'empty' });
    expect(judge(challengeCheck, { initialize: works, listing, ...found }).codes).toEqual(['auth.challenge-missing']);
  });

  it.each([
    ['an open server', { initialize: works, listing: listed }, 'not-applicable'],
    ['no answer', { initialize: initialize(failure('timeout'), { kind: 'failed' }) }, 'not-reached'],
    ['a plain 404', { initialize: initialize(answer(404)) }, 'not-reached'],
    [
      'a wall before the server',
      {
        initialize: initialize(
          answer(
            401,
            '',
            { 'www-authenticate': 'Cloudflare-Access' },
            { finalUrl: 'https://acme.cloudflareaccess.com/cdn-cgi/access/login/mcp' },
          ),
        ),
      },
      'not-reached',
    ],
  ] as const)('is not judged for %s', (_name, evidence, because) => {
    const judged = judge(challengeCheck, evidence);
    expect(judged.codes).toEqual([]);
    expect(judged.passed).toEqual([]);
    expect(new Set(Object.values(judged.skipped))).toEqual(new Set([because]));
  });

  it('says what could not be seen', () => {
    const judged = judge(challengeCheck, {
      ...challenged({ 'www-authenticate': 'Bearer' }),
      'resource-metadata': unavailable('deadline'),
    });
    expect(judged.skipped).toEqual({
      'auth.challenge-without-metadata-url': 'deadline',
      'auth.static-credential-only': 'deadline',
    });
    expect(judged.passed).toEqual(['auth.challenge-missing']);
  });
});

describe('a fixed credential', () => {
  it.each([
    ['HTTP Basic', { 'www-authenticate': 'Basic realm="acme"' }, 'Unauthorized'],
    ['two schemes', { 'www-authenticate': 'Digest realm="a, Bearer", nonce="x", Basic realm="b"' }, ''],
    ['a scheme of its own', { 'www-authenticate': 'ApiKey' }, ''],
    ['Bearer with an API key', { 'www-authenticate': 'Bearer' }, { error: 'Invalid API key' }],
    ['a header of its own', {}, { error: 'Missing X-API-Key header' }],
    ['another header of its own', {}, 'X-Auth-Token required'],
  ] as const)('is evident from %s', (_name, headers, body) => {
    const judged = judge(challengeCheck, { ...challenged(headers, body), ...nothing });
    expect(judged.codes).toContain('auth.static-credential-only');
    expect(judged.codes).not.toContain('auth.challenge-without-metadata-url');
    expect(judged.codes.includes('auth.challenge-missing')).toBe(!('www-authenticate' in headers));
  });

  it.each([
    ['a Bearer challenge alone', { 'www-authenticate': 'Bearer' }, { error: 'Missing bearer token' }, nothing],
    ['Basic beside Bearer', { 'www-authenticate': 'Basic realm="a", Bearer realm="b"' }, '', nothing],
    ['DPoP', { 'www-authenticate': 'DPoP algs="ES256"' }, '', nothing],
    ['Basic beside metadata', { 'www-authenticate': 'Basic realm="a"' }, '', found],
    ['a page that speaks of API keys', {}, '<html>API key required</html>', nothing],
  ] as const)('is not seen in %s', (_name, headers, body, evidence) => {
    expect(judge(challengeCheck, { ...challenged(headers, body), ...evidence }).codes).not.toContain(
      'auth.static-credential-only',
    );
  });
});
