import { describe, expect, it } from 'vitest';
import { behindSignIn, isInside, tokenRefusal, type SignedInSeen } from '../../../lib/kernel/behind-sign-in.ts';
import type { SignIn } from '../../../lib/kernel/evidence-signed-in.ts';
import { exchange, healthy, observed, rpc } from '../../support/evidence-builders.ts';

const done: SignIn = {
  client: 'given',
  by: 'browser',
  scope: null,
  registration: null,
  hops: [],
  returnedBy: 'GET',
  tokenAnswer: null,
  issued: null,
  failure: null,
};
const signedIn = observed(done);
const failed = observed<SignIn>({
  ...done,
  failure: { stage: 'token', why: 'refused', error: null, detail: '' },
});
const missing = { status: 'unavailable', because: 'prerequisite' } as const;
const outside = { initialize: observed(rpc(exchange(401))), discover: observed(rpc(exchange(401))), listing: missing };
const list = (status: number) =>
  observed({ era: 'legacy', pages: [rpc(exchange(status))], tools: [], end: 'complete' } as const);

describe('what lies behind a sign-in', () => {
  it('stands in the place of the first contact, once somebody got in', () => {
    const inner = observed(healthy());
    const seen = { ...outside, 'sign-in': signedIn, 'signed-in-initialize': inner, 'signed-in-listing': list(200) };
    const inside = behindSignIn(seen);
    expect(isInside(seen)).toBe(true);
    expect(inside.initialize).toBe(inner);
    expect(inside.listing).toBe(seen['signed-in-listing']);
    // What was seen without the token does not stand in for what was not seen with it.
    expect(inside.discover).toEqual(missing);
    expect(inside['sign-in']).toBe(signedIn);
  });

  it.each<[string, SignedInSeen]>([
    ['nobody signed in', {}],
    ['the sign-in failed', { 'sign-in': failed, 'signed-in-initialize': observed(healthy()) }],
    ['the token was never used', { 'sign-in': signedIn, 'signed-in-initialize': missing }],
    ['the token is refused', { 'sign-in': signedIn, 'signed-in-initialize': observed(rpc(exchange(401))) }],
  ])('is unknown where %s', (_name, more) => {
    const seen = { ...outside, ...more };
    expect(isInside(seen)).toBe(false);
    expect(behindSignIn(seen)).toBe(seen);
  });
});

describe('a refused token', () => {
  const opened = (status: number) => ({ 'sign-in': signedIn, 'signed-in-initialize': observed(rpc(exchange(status))) });

  it('is refused at the first request, or at the list', () => {
    expect(tokenRefusal(opened(401))).toMatchObject({ asked: 'initialize', exchange: { status: 401 } });
    expect(tokenRefusal(opened(403))).toMatchObject({ asked: 'initialize', exchange: { status: 403 } });
    const good = { 'sign-in': signedIn, 'signed-in-initialize': observed(healthy()) };
    expect(tokenRefusal({ ...good, 'signed-in-listing': list(401) })).toMatchObject({ asked: 'list' });
  });

  it('is not refused by other failures, nor where one era takes it', () => {
    for (const status of [400, 404, 500]) expect(tokenRefusal(opened(status))).toBeNull();
    expect(tokenRefusal({ ...opened(401), 'signed-in-discover': observed(healthy()) })).toBeNull();
    expect(tokenRefusal({})).toBeNull();
  });
});
