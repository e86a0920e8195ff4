import { describe, expect, it } from 'vitest';
import { unresolved } from '../../../lib/adapters/browser/name-lookup.ts';

describe('Firefox’s resolver', () => {
  it('knows no such name, fails, or is not asked at all', () => {
    expect(unresolved('NS_ERROR_UNKNOWN_HOST')).toMatchObject({ failure: 'not-found' });
    expect(unresolved('NS_ERROR_NET_TIMEOUT')).toMatchObject({ failure: 'failed', detail: 'NS_ERROR_NET_TIMEOUT' });
    expect(unresolved('NS_ERROR_UNKNOWN_PROXY_HOST')).toBeNull();
  });
});
