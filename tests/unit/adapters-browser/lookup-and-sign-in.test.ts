import { describe, expect, it } from 'vitest';
import { judged } from '../../../lib/adapters/browser/authentication-window.ts';
import { unresolved } from '../../../lib/adapters/browser/name-lookup.ts';

describe('Firefox’s resolver', () => {
  it('knows no such name, fails, or is not asked at all', () => {
    expect(unresolved('NS_ERROR_UNKNOWN_HOST')).toMatchObject({ failure: 'not-found' });
    expect(unresolved('NS_ERROR_NET_TIMEOUT')).toMatchObject({ failure: 'failed', detail: 'NS_ERROR_NET_TIMEOUT' });
    expect(unresolved('NS_ERROR_UNKNOWN_PROXY_HOST')).toBeNull();
  });
});

describe('what comes back from the authentication window', () => {
  const asked = 'https://auth.acme.dev/authorize?state=mine';
  const back = 'https://id.chromiumapp.org/callback?code=1';

  it('counts with the state that was sent', () => {
    const url = `${back}&state=mine`;
    expect(judged(asked, url)).toEqual({ kind: 'returned', url, method: 'GET' });
  });

  it('counts without one where none was sent', () => {
    expect(judged('https://auth.acme.dev/authorize', back)).toMatchObject({ kind: 'returned' });
  });

  it('does not count with another, or none', () => {
    expect(judged(asked, `${back}&state=theirs`)).toMatchObject({ kind: 'failed', ignored: 'other-state' });
    expect(judged(asked, back)).toMatchObject({ kind: 'failed', ignored: 'no-state' });
  });
});
