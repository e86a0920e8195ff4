import { describe, expect, it } from 'vitest';
import { madeUpToken } from '../../../../lib/checks/auth/made-up-token.ts';
import type { RpcEvidence } from '../../../../lib/kernel/evidence.ts';
import type { Headers } from '../../../../lib/kernel/exchange.ts';
import type { RpcReply } from '../../../../lib/kernel/rpc-reply.ts';
import {
  answer,
  bearer,
  failure,
  goodResource,
  healthyServer,
  initialize,
  judge,
  listed,
  noResource,
  originServer,
  resource,
  rpcError,
  unavailable,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const blocked = 'auth.bearer-blocked-at-edge';
const not401 = 'auth.bogus-token-not-401';
const noErrorCode = 'auth.bogus-token-no-error-code';
const codes = [blocked, not401, noErrorCode] as const;

const nginx = '<html><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>';
const html = { 'content-type': 'text/html' };

function refused(header = bearer): Evidence {
  return {
    initialize: initialize(answer(401, { error: 'invalid_token' }, { 'www-authenticate': header })),
    'resource-metadata': resource(goodResource()),
    'authorization-server': healthyServer,
  };
}

/** What the server answered to the token. */
function judged(again: RpcEvidence, more: Evidence = {}) {
  return judge(madeUpToken, { ...refused(), 'made-up-bearer': again, ...more });
}

function said(status: number, body = '', headers: Headers = {}, reply?: RpcReply): RpcEvidence {
  return {
    exchange: answer(status, body, headers),
    reply: reply ?? { kind: 'other-type', contentType: headers['content-type'] ?? 'text/plain' },
  };
}

function allSkipped(because: string) {
  return Object.fromEntries(codes.map((code) => [code, because]));
}

describe('a token that nobody issued', () => {
  it('is refused as it should be', () => {
    const challenge = `Bearer error="invalid_token", ${bearer.slice('Bearer '.length)}`;
    const fine = judged(said(401, '', { 'www-authenticate': challenge }));
    expect(fine.codes).toEqual([]);
    expect(fine.passed).toEqual(codes);
  });

  it('is refused without a word on why', () => {
    const silent = judged(said(401, '', { 'www-authenticate': bearer }));
    expect(silent.codes).toEqual([noErrorCode]);
    expect(silent.found[0]?.values).toMatchObject({ given: 'no' });
    const wrong = judged(said(401, '', { 'www-authenticate': `Bearer error="insufficient_scope"` }));
    expect(wrong.found[0]?.values).toMatchObject({ given: 'yes', error: 'insufficient_scope' });
    expect(judged(said(401)).codes).toEqual([noErrorCode]);
  });

  it('is not judged by its error code as long as nobody can sign in', () => {
    const lost = { 'resource-metadata': noResource(), 'authorization-server': originServer(null) };
    const nowhere = { ...lost, 'default-endpoints': { endpoints: [] } };
    expect(judged(said(401), nowhere).skipped).toEqual({ [noErrorCode]: 'not-reached' });
    expect(judged(said(500), nowhere).codes).toEqual([not401]);
  });

  it('has no challenge to be judged where the server sends none at all', () => {
    const bare = { initialize: initialize(answer(401)) };
    expect(judged(said(401), bare).skipped).toEqual({ [noErrorCode]: 'not-applicable' });
  });

  it.each([
    [400, 'Invalid JWT'],
    [403, 'Forbidden'],
    [500, 'JsonWebTokenError: jwt malformed'],
    [404, 'Not found'],
  ])('is answered with %i', (status, words) => {
    const [finding] = judged(said(status, words)).found;
    expect(finding).toMatchObject({ code: not401, values: { how: 'refused', status, said: words, spoke: 'yes' } });
    expect(finding?.confidence).toBeUndefined();
  });

  it('is refused inside of a success', () => {
    const [finding] = judged(said(200, '', {}, rpcError('Invalid token'))).found;
    expect(finding).toMatchObject({ code: not401, values: { how: 'refused', status: 200, said: 'Invalid token' } });
  });

  it('opens the door', () => {
    const accepted = judged({ exchange: answer(200), reply: works.reply });
    expect(accepted.found).toMatchObject([
      { code: not401, confidence: 'certain', values: { how: 'accepted', spoke: 'no' } },
    ]);
    expect(accepted.skipped).toEqual({ [noErrorCode]: 'not-applicable' });
  });

  it('is stopped before the server by a product that is known', () => {
    const { found, skipped } = judged(said(403, nginx, html));
    expect(found).toMatchObject([{ code: blocked, values: { known: 'yes', vendor: 'nginx', status: 403 } }]);
    expect(skipped).toEqual({ [not401]: 'not-reached', [noErrorCode]: 'not-reached' });
    const challenged = said(403, '<html>Just a moment...</html>', { ...html, 'cf-mitigated': 'challenge' });
    expect(judged(challenged).codes).toEqual([blocked]);
  });

  it('is stopped by a page where the server speaks JSON, and by nobody where its 401 is a page as well', () => {
    const page = said(403, '<html><body>Request rejected.</body></html>', html);
    expect(judged(page).found).toMatchObject([{ code: blocked, values: { known: 'no' } }]);
    const own = initialize(answer(401, '<html>401</html>', { ...html, 'www-authenticate': bearer }));
    expect(judged(page, { initialize: own }).codes).toEqual([not401]);
  });

  it.each([
    ['too many requests', said(429)],
    ['a busy moment', said(503, '', { 'retry-after': '5' })],
    ['a gateway without its app', said(502)],
    ['a broken connection', { exchange: failure('reset'), reply: { kind: 'failed' } } as const],
    ['a stream without a reply', said(200, '', {}, { kind: 'none' })],
  ])('says nothing when it met %s', (_what, again) => {
    const { codes: found, skipped } = judged(again);
    expect(found).toEqual([]);
    expect(skipped).toEqual(allSkipped('not-reached'));
  });

  it('is of no interest where no sign-in was asked for by a 401, or only a fixed key will do', () => {
    expect(judge(madeUpToken, { initialize: works, listing: listed }).skipped).toEqual(allSkipped('not-applicable'));
    const key = initialize(answer(401, { error: 'API key required' }));
    const keyOnly = judged(said(403), {
      initialize: key,
      'resource-metadata': noResource(),
      'authorization-server': originServer(null),
      'default-endpoints': { endpoints: [] },
    });
    expect(keyOnly.skipped).toEqual(allSkipped('not-applicable'));
  });

  it('was not sent', () => {
    const quick = judge(madeUpToken, { ...refused(), 'made-up-bearer': unavailable('not-asked') });
    expect(quick.skipped).toEqual(allSkipped('not-asked'));
  });
});
