import { describe, expect, it } from 'vitest';
import { signedIn } from '../../../../lib/checks/auth/signed-in.ts';
import { signedInCodes } from '../../../../lib/checks/auth/signed-in-codes.ts';
import { wordsOf } from '../../../../lib/i18n/words.ts';
import type { SignIn } from '../../../../lib/kernel/evidence-signed-in.ts';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import { registering } from './active-evidence.ts';
import { answer, judge, type Evidence } from './sign-in-evidence.ts';
import { behind, endedBy, issued, signIn } from './signed-in-evidence.ts';

const failed = 'auth.sign-in-failed';
const unissued = 'auth.refresh-not-issued';

function page(html: string): Exchange {
  return answer(400, `<html><title>Error</title><body>${html}</body></html>`, { 'content-type': 'text/html' });
}

describe('a sign-in that ends without a token', () => {
  const server = answer(500, '<h1>Internal Server Error</h1>');
  const named = (code: string) => ({ code, description: 'no' });

  it.each<[string, SignIn, string | undefined, object]>([
    [
      'a client ID that nobody knows',
      endedBy({}, { client: 'given', hops: [page('<h1>invalid_client</h1><p>client is not registered</p>')] }),
      'you',
      { unknown: 'yes', about: 'client', page: 'invalid_client client is not registered' },
    ],
    [
      'a callback that the given client has not',
      endedBy({}, { client: 'given', hops: [page('<p>redirect_uri is not registered for this client</p>')] }),
      'you',
      { unknown: 'no', about: 'callback' },
    ],
    [
      'a refusal without words',
      endedBy({}, { client: 'given', hops: [page('')] }),
      'you',
      { unknown: 'no', about: 'other', spokePage: 'no' },
    ],
    ['it was declined', endedBy({ error: named('access_denied') }), 'you', { error: 'access_denied' }],
    [
      'a port that is taken',
      endedBy({ why: 'no-window', detail: 'port 47999 cannot be listened on: listen EADDRINUSE: address in use' }),
      'you',
      { port: '47999', inUse: 'yes' },
    ],
    ['nobody came back', endedBy({ why: 'closed' }), 'you', { ignored: 'none' }],
    ['an answer without state', endedBy({ why: 'closed', detail: 'no-state' }), 'you', { ignored: 'no_state' }],
    [
      'a resource that is refused',
      endedBy({ error: { code: 'invalid_target', description: '' } }),
      undefined,
      { about: 'resource' },
    ],
    ['a failure', endedBy({ stage: 'token' }, { tokenAnswer: server }), undefined, { http: 'failed', status: 500 }],
  ])('says whose matter it is, and what: %s', (_name, ended, who, values) => {
    const [finding] = judge(signedIn, behind({ 'sign-in': ended })).found;
    expect(finding).toMatchObject({ code: failed, values });
    expect(finding?.who).toBe(who);
    expect(wordsOf(signedInCodes[failed], { ...finding?.values, provider: 'other' }).fix).toMatch(/^[A-Z]/);
  });
});

describe('a refresh token that never comes', () => {
  const offering = registering({ grant_types_supported: ['authorization_code', 'refresh_token'] });
  const without = (more: Partial<SignIn> = {}, scope: string | null = null): Evidence => ({
    ...behind({ 'sign-in': signIn({ issued: { ...issued, hasRefreshToken: false, scope }, ...more }) }),
    ...offering,
  });

  it('is missed where it was offered and asked for', () => {
    const asked = { scope: 'notes:read offline_access' };
    expect(judge(signedIn, without(asked)).found).toMatchObject([
      { code: unissued, confidence: 'likely', values: { granted: 'no', seconds: '3600' } },
    ]);
    expect(judge(signedIn, without({}, 'offline_access')).found).toMatchObject([{ values: { granted: 'yes' } }]);
    expect(judge(signedIn, without({ ...asked, client: 'given' })).found).toMatchObject([{ confidence: 'possible' }]);
  });

  it('is not missed where nobody asked for it, or nobody offers it', () => {
    expect(judge(signedIn, without()).skipped[unissued]).toBe('not-applicable');
    const plain = { ...without({ scope: 'offline_access' }), ...registering({ grant_types_supported: ['x'] }) };
    expect(judge(signedIn, plain).skipped[unissued]).toBe('not-applicable');
  });
});
