import { describe, expect, it } from 'vitest';
import { challengeCheck } from '../../../../lib/checks/auth/challenge.ts';
import { fallbacks } from '../../../../lib/checks/auth/fallbacks.ts';
import { resourceMetadataCheck } from '../../../../lib/checks/auth/resource-metadata.ts';
import { formatMessage } from '../../../../lib/i18n/message.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import {
  answer,
  attempt,
  bearer,
  connector,
  documents,
  endpoints,
  goodResource,
  goodServer,
  healthyServer,
  initialize,
  judge,
  listed,
  metadataUrl,
  noResource,
  origin,
  originServer,
  resource,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const challenged = { initialize: initialize(answer(401, '', { 'www-authenticate': 'Bearer' })) };
const nothing: Evidence & { readonly initialize: EvidenceMap['initialize'] } = {
  ...challenged,
  'resource-metadata': noResource(),
  'authorization-server': originServer(null),
  'default-endpoints': endpoints(false),
  'misplaced-resource-metadata': { attempts: [], chosen: null },
};
const misplaced = documents(
  attempt(`${connector}/.well-known/oauth-protected-resource`, 'appended', { json: goodResource() }),
);
const broken = documents(attempt(metadataUrl, 'challenge', answer(200, '{', { 'content-type': 'application/json' })));

describe('a 401 without resource metadata', () => {
  it('leads nowhere when nothing is there', () => {
    const judged = judge(fallbacks, nothing);
    expect(judged.codes).toEqual(['auth.prm-not-found']);
    expect(judged.found[0]?.values).toMatchObject({
      expected: metadataUrl,
      refused: 'none',
      guarded: 'no',
      token: 'no',
      hint: 'ask',
      tried: `${metadataUrl} → 404, ${origin}/.well-known/oauth-protected-resource → 404`,
    });
  });

  it('leads nowhere when the challenge names a private address, which is said', () => {
    const lure = attempt('http://169.254.169.254/latest/meta-data/', 'challenge', 'private-address');
    const judged = judge(fallbacks, { ...nothing, 'resource-metadata': noResource(lure) });
    expect(judged.codes).toEqual(['auth.prm-not-found']);
    expect(judged.found[0]?.values).toMatchObject({ refused: 'private_address', expected: metadataUrl });
  });

  it('always names the place with the path inserted, also when the challenge named it', () => {
    const named = documents(
      attempt(metadataUrl, 'challenge', answer(404)),
      attempt(`${origin}/.well-known/oauth-protected-resource`, 'root', answer(404)),
    );
    expect(judge(fallbacks, { ...nothing, 'resource-metadata': named }).found[0]?.values).toMatchObject({
      expected: metadataUrl,
    });
  });

  it('asks for the address in the challenge only where it does not stand there', () => {
    const place = `${origin}/meta`;
    const named = {
      ...nothing,
      initialize: initialize(answer(401, '', { 'www-authenticate': `Bearer resource_metadata="${place}"` })),
      'resource-metadata': noResource(attempt(place, 'challenge', answer(404))),
    };
    const fixOf = (evidence: Evidence) =>
      formatMessage(fallbacks.codes['auth.prm-not-found'].fix, judge(fallbacks, evidence).found[0]?.values ?? {});
    expect(fixOf(named)).toContain(`metadata at ${place}, as the challenge says already.`);
    expect(fixOf(named)).not.toContain('WWW-Authenticate');
    expect(fixOf(nothing)).toContain(`WWW-Authenticate: Bearer resource_metadata="${metadataUrl}"`);
  });

  it.each([401, 403])('leads nowhere when the metadata stands behind the sign-in: %i', (status) => {
    const guarded = documents(attempt(metadataUrl, 'path', answer(status, { error: 'unauthorized' })));
    const judged = judge(fallbacks, { ...nothing, 'resource-metadata': guarded });
    expect(judged.codes).toEqual(['auth.prm-not-found']);
    expect(judged.found[0]?.values).toMatchObject({ guarded: 'yes', status });
  });

  it('may mean a fixed token when the server’s words speak of one', () => {
    const error = { code: -32001, message: 'Unauthorized: Missing bearer token' };
    const notion = { initialize: initialize(answer(401, { jsonrpc: '2.0', error })) };
    expect(judge(fallbacks, { ...nothing, ...notion }).found[0]?.values).toMatchObject({ token: 'yes', hint: 'ask' });
    const oauth = { initialize: initialize(answer(401, { error: 'invalid_token' })) };
    expect(judge(fallbacks, { ...nothing, ...oauth }).found[0]?.values).toMatchObject({ token: 'no' });
  });

  it('shows a challenge whose address cannot be read', () => {
    const header = "Bearer resource_metadata='https://mcp.acme.dev/meta'";
    const judged = judge(fallbacks, {
      ...nothing,
      initialize: initialize(answer(401, '', { 'www-authenticate': header })),
      'resource-metadata': noResource(attempt("'https://mcp.acme.dev/meta'", 'challenge', 'invalid-url')),
    });
    expect(judged.found[0]?.values).toMatchObject({ refused: 'invalid_url', quotes: 'yes', header });
  });

  it('leads to the origin’s own metadata', () => {
    const judged = judge(fallbacks, { ...nothing, 'authorization-server': originServer(goodServer(origin)) });
    expect(judged.codes).toEqual(['auth.prm-absent-origin-fallback']);
  });

  it.each([500, 503, 403])('is only likely where the place answered with %i', (status) => {
    const failing = attempt(`${origin}/.well-known/oauth-protected-resource/mcp`, 'path', answer(status, 'no'));
    const seen = { ...nothing, 'resource-metadata': noResource(failing) };
    const judged = judge(fallbacks, { ...seen, 'authorization-server': originServer(goodServer(origin)) });
    expect(judged.found[0]).toMatchObject({ confidence: 'likely', values: { seen: 'no', status } });
    const endpointsAlone = judge(fallbacks, { ...seen, 'default-endpoints': endpoints(true) });
    expect(endpointsAlone.found[0]?.confidence).toBe('likely');
    if (status >= 500) expect(judge(fallbacks, seen).found[0]?.confidence).toBe('likely');
  });

  it('leads to the default endpoints', () => {
    expect(judge(fallbacks, { ...nothing, 'default-endpoints': endpoints(true) }).codes).toEqual([
      'auth.default-endpoints-only',
    ]);
  });

  it('leads nowhere when one default endpoint is missing', () => {
    const [first, ...others] = endpoints(true).endpoints;
    const some = { endpoints: [...(first ? [{ ...first, exists: false }] : []), ...others] };
    expect(judge(fallbacks, { ...nothing, 'default-endpoints': some }).codes).toEqual(['auth.prm-not-found']);
  });

  it('leads past a misplaced document', () => {
    const judged = judge(fallbacks, { ...nothing, 'misplaced-resource-metadata': misplaced });
    expect(judged.codes).toEqual(['auth.prm-misplaced']);
  });

  it('is not judged further than was asked', () => {
    const quick = judge(fallbacks, { ...nothing, 'misplaced-resource-metadata': unavailable('not-asked') });
    expect(quick.codes).toEqual(['auth.prm-not-found']);
    expect(quick.skipped).toEqual({ 'auth.prm-misplaced': 'not-asked' });
    const late = judge(fallbacks, { ...nothing, 'default-endpoints': unavailable('deadline') });
    expect(late.codes).toEqual([]);
    expect(late.skipped).toMatchObject({ 'auth.prm-not-found': 'deadline' });
  });

  it('is no question where metadata is found, or on an open server', () => {
    const found = judge(fallbacks, {
      ...challenged,
      'resource-metadata': resource(goodResource()),
      'authorization-server': healthyServer,
    });
    expect(found.codes).toEqual([]);
    const open = judge(fallbacks, { initialize: works, listing: listed });
    expect(open.passed).toEqual([]);
    expect(new Set(Object.values(open.skipped))).toEqual(new Set(['not-applicable']));
  });
});

describe('a failed search', () => {
  const basic = { initialize: initialize(answer(401, '', { 'www-authenticate': 'Basic realm="a"' })) };
  const causes: readonly string[] = [
    'auth.static-credential-only',
    'auth.prm-not-found',
    'auth.prm-misplaced',
    'auth.default-endpoints-only',
    'auth.prm-absent-origin-fallback',
    'auth.prm-invalid',
  ];

  it.each([
    ['nothing', nothing],
    ['Basic', { ...nothing, ...basic }],
    ['Basic, and a misplaced document', { ...nothing, ...basic, 'misplaced-resource-metadata': misplaced }],
    [
      'default endpoints, and a misplaced document',
      { ...nothing, 'default-endpoints': endpoints(true), 'misplaced-resource-metadata': misplaced },
    ],
    ['Basic, and default endpoints', { ...nothing, ...basic, 'default-endpoints': endpoints(true) }],
    ['a broken document', { ...nothing, 'resource-metadata': broken }],
    ['Basic, and a broken document', { ...nothing, ...basic, 'resource-metadata': broken }],
    ['the origin', { ...nothing, 'authorization-server': originServer(goodServer(origin)) }],
    ['no challenge', { ...nothing, initialize: initialize(answer(401)) }],
    ['a good challenge', { ...nothing, initialize: initialize(answer(401, '', { 'www-authenticate': bearer })) }],
  ] as const)('has exactly one cause: %s', (_name, evidence) => {
    const codes = [challengeCheck, fallbacks, resourceMetadataCheck].flatMap((check) => judge(check, evidence).codes);
    expect(codes.filter((code) => causes.includes(code))).toHaveLength(1);
  });
});
