import { describe, expect, it } from 'vitest';
import { readProxySettings } from '../../../lib/adapters/node/proxy-settings.ts';
import { createSurroundings } from '../../../lib/adapters/node/surroundings.ts';

const via = (env: Record<string, string>, url: string): string | null =>
  readProxySettings(env)(new URL(url))?.host ?? null;

describe('the proxy on the way', () => {
  it.each([
    [{ HTTPS_PROXY: 'http://p:1' }, 'https://a.example/', 'p:1'],
    [{ https_proxy: 'http://low:1', HTTPS_PROXY: 'http://up:1' }, 'https://a.example/', 'low:1'],
    [{ https_proxy: '', HTTPS_PROXY: 'http://up:1' }, 'https://a.example/', null],
    [{ HTTPS_PROXY: 'p:3128' }, 'https://a.example/', 'p:3128'],
    [{ HTTPS_PROXY: 'http://p:1' }, 'http://a.example/', null],
    [{ HTTP_PROXY: 'http://p:1' }, 'http://a.example/', 'p:1'],
    [{ ALL_PROXY: 'http://p:1' }, 'http://a.example/', 'p:1'],
    [{ all_proxy: 'http://all:1', HTTPS_PROXY: 'http://p:1' }, 'https://a.example/', 'p:1'],
    [{ HTTPS_PROXY: 'http://' }, 'https://a.example/', null],
    [{ HTTPS_PROXY: 'http://p:1' }, 'https://localhost/', null],
    [{ HTTPS_PROXY: 'http://p:1' }, 'https://127.0.0.1:8443/', null],
    [{ HTTPS_PROXY: 'http://p:1' }, 'https://[::1]/', null],
  ])('%o %s → %s', (env, url, expected) => {
    expect(via(env as Record<string, string>, url)).toBe(expected);
  });

  it.each([
    ['*', 'https://a.example/', false],
    ['a.example', 'https://a.example/', false],
    ['a.example', 'https://sub.a.example/', false],
    ['.a.example', 'https://sub.a.example/', false],
    ['*.a.example', 'https://sub.a.example/', false],
    ['a.example', 'https://ba.example/', true],
    ['b.example, a.example', 'https://a.example/', false],
    ['a.example:8443', 'https://a.example:8443/', false],
    ['a.example:8443', 'https://a.example/', true],
    ['10.0.0.0/8', 'https://10.2.3.4/', false],
    ['10.0.0.0/8', 'https://11.2.3.4/', true],
    ['10.0.0.0/99', 'https://10.2.3.4/', true],
    ['10.2.3.4', 'https://10.2.3.4/', false],
    ['2.3.4', 'https://10.2.3.4/', true],
    ['2001:db8::1', 'https://[2001:db8::1]/', false],
    ['2001:db8::/32', 'https://[2001:db8::1]/', false],
  ])('NO_PROXY=%s: %s goes through it: %s', (exceptions, url, goes) => {
    expect(via({ HTTPS_PROXY: 'http://p:1', NO_PROXY: exceptions }, url)).toBe(goes ? 'p:1' : null);
  });

  it('is told without its credentials', () => {
    const surroundings = createSurroundings(readProxySettings({ HTTPS_PROXY: 'http://me:secret@p.example:3128/x' }));
    expect(surroundings.proxyFor('https://a.example/')).toBe('http://p.example:3128');
    expect(surroundings.proxyFor('http://a.example/')).toBeNull();
    expect(surroundings.proxyFor('no url')).toBeNull();
  });
});
