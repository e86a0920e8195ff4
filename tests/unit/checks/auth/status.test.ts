import { describe, expect, it } from 'vitest';
import { statusCheck } from '../../../../lib/checks/auth/status.ts';
import {
  answer,
  bearer,
  connector,
  failedListing,
  failure,
  goodResource,
  initialize,
  judge,
  listed,
  origin,
  resource,
  rpcError,
  unavailable,
  works,
} from './sign-in-evidence.ts';

describe('the status of a refusal', () => {
  it.each([400, 403, 404, 500])('must not be %i', (status) => {
    const refused = initialize(answer(status, { message: 'Missing bearer token' }));
    const judged = judge(statusCheck, { initialize: refused });
    expect(judged.codes).toEqual(['auth.wrong-status']);
    expect(judged.found[0]).toMatchObject({ severity: 'blocker', confidence: 'certain', values: { status } });
  });

  it('must not be a redirect to a sign-in page', () => {
    const redirects = [{ status: 302, from: connector, to: `${origin}/login` }];
    const page = initialize(answer(200, '<form></form>', { 'content-type': 'text/html' }, { redirects }));
    const judged = judge(statusCheck, {
      initialize: page,
      'metadata-without-challenge': resource(goodResource(), 'path'),
    });
    expect(judged.codes).toEqual(['auth.wrong-status']);
    expect(judged.found[0]).toMatchObject({ confidence: 'likely', values: { status: 302, redirected: 'yes' } });
  });

  it('is only possibly the fault when a 403 says nothing', () => {
    const judged = judge(statusCheck, { initialize: initialize(answer(403, { message: 'Forbidden' })) });
    expect(judged.codes).toEqual(['auth.wrong-status']);
    expect(judged.found[0]).toMatchObject({ confidence: 'possible', values: { reason: 'none' } });
  });

  it('does not say that a 403 gives no reason when it does', () => {
    const judged = judge(statusCheck, { initialize: initialize(answer(403, { message: 'Workspace is suspended' })) });
    expect(judged.codes).toEqual(['auth.wrong-status']);
    expect(judged.found[0]).toMatchObject({
      confidence: 'possible',
      values: { reason: 'stated', said: 'Workspace is suspended' },
    });
  });

  it.each([
    ['a body that was cut off', answer(200, 'event: message\ndata: {"error":"no token', {}, { bodyEnd: 'limit' })],
    ['events', answer(200, 'data: {"message":"no token"}\n\n', { 'content-type': 'text/event-stream' })],
  ])('is not looked for in the words of %s', (_what, exchange) => {
    expect(judge(statusCheck, { initialize: initialize(exchange) }).codes).toEqual([]);
  });

  it('must not be 200', () => {
    const judged = judge(statusCheck, {
      initialize: initialize(answer(200, '', { 'www-authenticate': bearer }), rpcError('Unauthorized')),
    });
    expect(judged.codes).toEqual(['auth.challenge-on-success']);
    expect(judged.found[0]).toMatchObject({ severity: 'blocker' });
  });

  it('must not be 200 for a call either, though the connection stands', () => {
    const call = {
      exchange: answer(200),
      reply: {
        kind: 'result',
        via: 'json',
        result: { isError: true, content: [{ type: 'text', text: 'Authentication required' }] },
      },
    } as const;
    const judged = judge(statusCheck, { initialize: works, listing: listed, 'made-up-call': call });
    expect(judged.codes).toEqual(['auth.challenge-on-success']);
    expect(judged.found[0]).toMatchObject({ severity: 'problem', values: { asked: 'call' } });
  });

  it('is judged for the listing', () => {
    const listing = failedListing(answer(403, { error: 'unauthorized' }), { kind: 'other-type', contentType: '' });
    expect(judge(statusCheck, { initialize: works, listing }).found[0]).toMatchObject({
      code: 'auth.wrong-status',
      values: { asked: 'list' },
    });
  });

  it('is right when it is 401', () => {
    const judged = judge(statusCheck, { initialize: initialize(answer(401)) });
    expect(judged.passed).toEqual(['auth.wrong-status', 'auth.challenge-on-success']);
  });

  it('is right when only a call is answered by 401', () => {
    const call = { exchange: answer(401), reply: { kind: 'empty' } } as const;
    const judged = judge(statusCheck, { initialize: works, listing: listed, 'made-up-call': call });
    expect(judged.passed).toEqual(['auth.wrong-status', 'auth.challenge-on-success']);
  });

  it('is no question on an open server, with a challenge on its answers or without', () => {
    const open = { ...works, exchange: answer(200, '', { 'www-authenticate': bearer }) };
    const judged = judge(statusCheck, { initialize: open, listing: listed });
    expect(judged.skipped).toEqual({
      'auth.wrong-status': 'not-applicable',
      'auth.challenge-on-success': 'not-applicable',
    });
  });

  it('cannot be judged without an answer, or without a look at the metadata', () => {
    const silent = judge(statusCheck, { initialize: initialize(failure('timeout'), { kind: 'failed' }) });
    expect(silent.skipped).toEqual({ 'auth.wrong-status': 'not-reached', 'auth.challenge-on-success': 'not-reached' });
    const quick = judge(statusCheck, {
      initialize: initialize(answer(404)),
      'metadata-without-challenge': unavailable('not-asked'),
    });
    expect(quick.skipped).toMatchObject({ 'auth.wrong-status': 'not-asked' });
  });
});
