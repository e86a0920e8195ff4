import { describe, expect, it } from 'vitest';
import { challengeCheck } from '../../../../lib/checks/auth/challenge.ts';
import { fallbacks } from '../../../../lib/checks/auth/fallbacks.ts';
import { openServer } from '../../../../lib/checks/auth/open-server.ts';
import { ownHeader } from '../../../../lib/checks/auth/own-header.ts';
import { statusCheck } from '../../../../lib/checks/auth/status.ts';
import {
  answer,
  bearer,
  documents,
  endpoints,
  failedListing,
  goodResource,
  healthyServer,
  initialize,
  judge,
  listed,
  noResource,
  originServer,
  resource,
  rpcError,
  typed,
  works,
  type Evidence,
} from './sign-in-evidence.ts';

const withToken = { typed: typed(undefined, { headerNames: ['authorization'] }) };
const nothing: Evidence = {
  'resource-metadata': noResource(),
  'authorization-server': originServer(null),
  'default-endpoints': endpoints(false),
  'misplaced-resource-metadata': { attempts: [], chosen: null },
};
const open: Evidence = { initialize: works, listing: listed, 'open-metadata': documents() };

describe('a header of the person’s own that opens the server', () => {
  it.each([
    ['authorization', 'credential'],
    ['x-api-key', 'credential'],
    ['x-team', 'other'],
  ])('leaves the question whether it is open: %s', (name, kind) => {
    const evidence = { ...open, typed: typed(undefined, { headerNames: [name] }) };
    const judged = judge(ownHeader, evidence);
    expect(judged.codes).toEqual(['auth.own-header-used']);
    expect(judged.found[0]?.values).toEqual({ names: name, kind, offers: 'none' });
    expect(judged.passed).toEqual(['auth.own-header-refused']);
    const opened = judge(openServer, evidence);
    expect(opened.codes).toEqual([]);
    expect(new Set(Object.values(opened.skipped))).toEqual(new Set(['not-asked']));
  });

  it('is not what Claude needs where OAuth metadata is served', () => {
    const evidence = { ...open, ...withToken, 'open-metadata': resource(goodResource(), 'path') };
    expect(judge(ownHeader, evidence).found[0]?.values).toMatchObject({ offers: 'oauth' });
  });

  it('is no matter when there was none', () => {
    expect(judge(ownHeader, open).codes).toEqual([]);
    expect(judge(ownHeader, open).passed).toEqual([]);
  });
});

describe('auth.own-header-refused', () => {
  const refused = initialize(answer(401, { error: 'Token is unknown' }));

  it('speaks alone when there is no sign-in to be found', () => {
    const evidence = { ...nothing, ...withToken, initialize: refused };
    const judged = judge(ownHeader, evidence);
    expect(judged.codes).toEqual(['auth.own-header-refused']);
    expect(judged.found[0]).toMatchObject({
      severity: 'blocker',
      confidence: 'certain',
      values: { names: 'authorization', status: 401, said: 'Token is unknown', sure: 'yes' },
    });
    for (const check of [challengeCheck, fallbacks, statusCheck]) expect(judge(check, evidence).codes).toEqual([]);
  });

  it('is a note where Claude signs in by itself', () => {
    const judged = judge(ownHeader, {
      ...withToken,
      initialize: initialize(answer(401, '', { 'www-authenticate': bearer })),
      'resource-metadata': resource(goodResource()),
      'authorization-server': healthyServer,
    });
    expect(judged.found[0]).toMatchObject({ severity: 'note', values: { offers: 'oauth' } });
  });

  it.each([
    ['words', initialize(answer(403, { message: 'Invalid API key' })), 'certain'],
    ['a 403 alone', initialize(answer(403, 'Forbidden')), 'possible'],
    ['a 200', initialize(answer(200), rpcError('Unauthorized')), 'certain'],
  ])('takes the place of a wrong status: %s', (_what, first, confidence) => {
    const evidence = { ...withToken, initialize: first };
    expect(judge(ownHeader, evidence).found[0]).toMatchObject({ code: 'auth.own-header-refused', confidence });
    expect(judge(statusCheck, evidence).codes).toEqual([]);
  });

  it('is found at the listing as well', () => {
    const listing = failedListing(answer(200), rpcError('Unauthorized'));
    const judged = judge(ownHeader, { initialize: works, ...withToken, listing });
    expect(judged.found[0]?.values).toMatchObject({ asked: 'list' });
  });

  it('is no matter of a header that is no credential', () => {
    const evidence = { ...nothing, typed: typed(undefined, { headerNames: ['x-team'] }), initialize: refused };
    expect(judge(ownHeader, evidence).codes).toEqual([]);
    expect(judge(fallbacks, evidence).codes).toEqual(['auth.prm-not-found']);
  });

  it.each([404, 500])('is not what a plain %i says', (status) => {
    expect(judge(ownHeader, { ...withToken, initialize: initialize(answer(status)) }).passed).toEqual([]);
  });
});
