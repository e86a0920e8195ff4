import { describe, expect, it } from 'vitest';
import { openServer } from '../../../../lib/checks/auth/open-server.ts';
import type { Documents, EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import {
  answer,
  attempt,
  documents,
  failedListing,
  failure,
  goodResource,
  initialize,
  judge,
  listed,
  metadataUrl,
  noResource,
  origin,
  resource,
  rpcError,
  typed,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const open: Evidence & { initialize: EvidenceMap['initialize'] } = { initialize: works, listing: listed };
const unknownTool = { exchange: answer(200), reply: rpcError('Unknown tool', -32_602) };

function withMetadata(documents: Documents, more: Evidence = {}) {
  return judge(openServer, { ...open, 'open-metadata': documents, ...more });
}

describe('a server that lists its tools without a sign-in', () => {
  it('is open when it serves no metadata', () => {
    const judged = withMetadata(noResource());
    expect(judged.codes).toEqual(['auth.open']);
    expect(judged.passed).toEqual(['auth.partial', 'auth.metadata-on-open-server']);
  });

  it('is open as well when it answers any address with a page or with a little JSON', () => {
    const page = attempt(metadataUrl, 'path', answer(200, '<html></html>', { 'content-type': 'text/html' }));
    expect(withMetadata(documents(page)).codes).toEqual(['auth.open']);
    expect(withMetadata(resource({ status: 'ok' }, 'path')).codes).toEqual(['auth.open']);
    const besides = [[], ['a'], 5, 'ok', true, null];
    for (const json of besides) {
      const list = attempt(
        metadataUrl,
        'path',
        answer(200, JSON.stringify(json), { 'content-type': 'application/json' }),
      );
      expect(withMetadata(documents(list)).codes, JSON.stringify(json)).toEqual(['auth.open']);
    }
  });

  it('is partly open when metadata is served and a call asks for a sign-in', () => {
    const call = { exchange: answer(401), reply: { kind: 'empty' } } as const;
    const judged = withMetadata(resource(goodResource(), 'path'), { 'made-up-call': call });
    expect(judged.codes).toEqual(['auth.partial']);
    expect(judged.skipped).toEqual({ 'auth.open': 'not-applicable' });
  });

  it('lets everybody in without the sign-in that it publishes when metadata is served and nothing asks', () => {
    const judged = withMetadata(resource(goodResource(), 'path'), { 'made-up-call': unknownTool });
    expect(judged.codes).toEqual(['auth.tools-open-behind-login']);
    expect(judged.skipped).toEqual({ 'auth.open': 'not-applicable' });
  });

  it('is merely open when the metadata is about another endpoint or its whole origin', () => {
    for (const about of [origin, `${origin}/mcp/oauth`, 'https://other.acme.dev/mcp']) {
      const judged = withMetadata(resource(goodResource({ resource: about }), 'root'), { 'made-up-call': unknownTool });
      expect(judged.codes, about).toEqual(['auth.open']);
      expect(judged.skipped, about).toEqual({ 'auth.tools-open-behind-login': 'not-applicable' });
    }
  });

  it('is compared by its path alone when it stands on this machine and names its public address', () => {
    const local = typed('http://localhost:3000/mcp', { local: true });
    for (const [about, code] of [
      ['https://mcp.acme.dev/mcp', 'auth.tools-open-behind-login'],
      ['https://mcp.acme.dev', 'auth.open'],
    ] as const) {
      const more = { typed: local, 'made-up-call': unknownTool };
      expect(withMetadata(resource(goodResource({ resource: about }), 'path'), more).codes, about).toEqual([code]);
    }
  });

  it('is neither when a call is refused in a form that Claude does not understand', () => {
    const call = { exchange: answer(200), reply: rpcError('Unauthorized') };
    const judged = withMetadata(resource(goodResource(), 'path'), { 'made-up-call': call });
    expect(judged.codes).toEqual([]);
  });

  it.each([
    ['an empty list', resource(goodResource({ authorization_servers: [] }), 'path'), 'servers'],
    ['no list', resource({ resource: 'https://mcp.acme.dev/mcp' }, 'path'), 'servers'],
    ['servers that are no addresses', resource(goodResource({ authorization_servers: ['auth'] }), 'path'), 'servers'],
    ['no resource', resource({ authorization_servers: ['https://auth.acme.dev'] }, 'path'), 'resource'],
    [
      'broken JSON',
      documents(attempt(metadataUrl, 'path', answer(200, '{"resource":', { 'content-type': 'application/json' }))),
      'unreadable',
    ],
  ] as const)('should serve no broken metadata: %s', (_name, metadata, why) => {
    const judged = withMetadata(metadata);
    expect(judged.codes).toEqual(['auth.metadata-on-open-server']);
    expect(judged.found[0]?.values).toMatchObject({ why });
  });

  it('says what was not asked', () => {
    const quick = judge(openServer, { ...open, 'open-metadata': unavailable('not-asked') });
    expect(quick.codes).toEqual(['auth.open']);
    expect(quick.skipped).toEqual({
      'auth.partial': 'not-asked',
      'auth.metadata-on-open-server': 'not-asked',
      'auth.tools-open-behind-login': 'not-asked',
    });
    const silent = withMetadata(resource(goodResource(), 'path'), {
      'made-up-call': { exchange: failure('timeout'), reply: { kind: 'failed' } },
    });
    expect(silent.skipped).toEqual({ 'auth.partial': 'not-reached', 'auth.tools-open-behind-login': 'not-reached' });
    const hurried = withMetadata(resource(goodResource(), 'path'), {
      'made-up-call': { exchange: answer(429), reply: { kind: 'empty' } },
    });
    expect(hurried.skipped).toEqual({ 'auth.partial': 'not-reached', 'auth.tools-open-behind-login': 'not-reached' });
  });
});

describe('a server that asks for a sign-in', () => {
  it.each([
    ['at once', { initialize: initialize(answer(401)) }, 'not-applicable'],
    ['at the listing', { ...open, listing: failedListing(answer(401), { kind: 'empty' }) }, 'not-applicable'],
    ['by a wrong status', { initialize: initialize(answer(403, { error: 'unauthorized' })) }, 'not-reached'],
  ] as const)('%s is not open', (_name, evidence, because) => {
    const judged = judge(openServer, evidence);
    expect(judged.codes).toEqual([]);
    expect(new Set(Object.values(judged.skipped))).toEqual(new Set([because]));
    expect(judged.passed).toEqual([]);
  });
});
