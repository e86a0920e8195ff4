import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspectsOf, type ExtensionFacts } from '../../../lib/interference/suspicion.ts';
import { blockingExtensions, knownBlocker } from '../../../lib/standards/blocking-extensions.ts';

const extension = (more: Partial<ExtensionFacts> = {}): ExtensionFacts => ({
  id: 'someone',
  name: 'Someone',
  version: '1.0',
  type: 'extension',
  installType: 'normal',
  enabled: true,
  mayDisable: true,
  permissions: [],
  hostPermissions: [],
  scriptSites: 'none',
  ...more,
});

const powersOf = (more: Partial<ExtensionFacts>) => suspectsOf([extension(more)], 'ours').suspects[0]?.powers ?? [];

describe('suspicion', () => {
  it.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    '*://*.claude.ai/*',
    'https://claude.ai/*',
    'https://*.anthropic.com/*',
  ])('falls on who may touch Claude’s page by %s', (pattern) => {
    expect(powersOf({ hostPermissions: [pattern] })).toContain('read-and-change-page');
  });

  it.each([
    'https://example.com/*',
    'http://*/*',
    'http://claude.ai/*',
    'https://notclaude.ai/*',
    'https://*.ai.example/*',
    'file:///*',
    'ftp://claude.ai/*',
    'chrome://favicon/*',
    'nonsense',
    '',
  ])('does not fall on who has %s', (pattern) => {
    expect(powersOf({ hostPermissions: [pattern], permissions: ['storage', 'webRequest', 'tabs'] })).toEqual([]);
  });

  it.each<[string, Partial<ExtensionFacts>, readonly string[]]>([
    ['blocking rules need no host', { permissions: ['declarativeNetRequest'] }, ['block-requests']],
    ['blocking rules with host access do', { permissions: ['declarativeNetRequestWithHostAccess'] }, []],
    [
      'a blocker',
      { permissions: ['declarativeNetRequest'], hostPermissions: ['<all_urls>'] },
      ['block-requests', 'alter-requests', 'read-and-change-page', 'every-site'],
    ],
    [
      'a blocker of the old kind',
      { permissions: ['webRequest', 'webRequestBlocking'], hostPermissions: ['https://claude.ai/*'] },
      ['block-requests', 'alter-requests', 'read-and-change-page'],
    ],
    ['a proxy', { permissions: ['proxy'] }, ['proxy']],
    ['a debugger', { permissions: ['debugger'] }, ['debugger']],
    ['who clears', { permissions: ['browsingData'] }, ['clear-data']],
    ['scripts on every site', { scriptSites: 'every-site' }, ['read-and-change-page', 'every-site']],
    ['scripts on Claude', { scriptSites: 'claude' }, ['read-and-change-page']],
    ['scripts on sites unknown', { scriptSites: 'some-sites' }, ['read-and-change-page']],
    ['user scripts nowhere', { permissions: ['userScripts'] }, []],
    [
      'user scripts',
      { permissions: ['userScripts'], hostPermissions: ['*://*/*'] },
      ['user-scripts', 'read-and-change-page', 'every-site'],
    ],
    ['a known manager of user scripts', { id: 'firefox@tampermonkey.net' }, ['user-scripts']],
  ])('knows %s', (_, facts, powers) => {
    expect(powersOf(facts)).toEqual(powers);
  });

  it('spares ourselves, themes, apps and who is off', () => {
    const touching = { hostPermissions: ['<all_urls>'] };
    const seen = suspectsOf(
      [
        extension({ id: 'ours', ...touching }),
        extension({ id: 'theme', type: 'theme', ...touching }),
        extension({ id: 'app', type: 'hosted_app', ...touching }),
        extension({ id: 'off', enabled: false, ...touching }),
        extension({ id: 'harmless' }),
      ],
      'ours',
    );
    expect(seen).toEqual({ enabled: 1, suspects: [] });
  });

  it('puts known blockers first, then who can do most', () => {
    const seen = suspectsOf(
      [
        extension({ id: 'reader', name: 'B', hostPermissions: ['https://claude.ai/*'] }),
        extension({ id: 'another', name: 'A', hostPermissions: ['https://claude.ai/*'] }),
        extension({ id: 'clearer', permissions: ['browsingData'] }),
        extension({ id: 'blocker', permissions: ['declarativeNetRequest'], hostPermissions: ['<all_urls>'] }),
        extension({ id: 'uBlock0@raymondhill.net' }),
        extension({ id: 'proxy', permissions: ['proxy'] }),
      ],
      'ours',
    );
    expect(seen.suspects.map(({ id }) => id)).toEqual([
      'uBlock0@raymondhill.net',
      'blocker',
      'proxy',
      'another',
      'reader',
      'clearer',
    ]);
    expect(seen.suspects[0]?.known).toBe('ublock-origin');
    expect(seen.enabled).toBe(6);
  });

  it('tells who can be switched', () => {
    const canSwitch = (more: Partial<ExtensionFacts>) =>
      suspectsOf([extension({ permissions: ['proxy'], ...more })], 'ours').suspects[0]?.canSwitch;
    expect(canSwitch({})).toBe(true);
    expect(canSwitch({ mayDisable: false })).toBe(false);
    expect(canSwitch({ installType: 'admin' })).toBe(false);
  });

  it('takes any patterns and permissions', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (permissions, hostPermissions) => {
        const seen = suspectsOf([extension({ permissions, hostPermissions })], 'ours');
        expect(seen.enabled).toBe(1);
      }),
    );
  });
});

describe('the table of blockers', () => {
  it('knows at least ten, each once, with ids as browsers have them', () => {
    expect(blockingExtensions.length).toBeGreaterThanOrEqual(10);
    const ids = blockingExtensions.flatMap((row) => row.ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?:[a-p]{32}|\{[0-9a-f-]{36}\}|[\w.-]+@[\w.-]+)$/);
    expect(new Set(blockingExtensions.map(({ id }) => id)).size).toBe(blockingExtensions.length);
  });

  it('says what to do in each, and where that is written', () => {
    for (const { steps, source } of blockingExtensions) {
      expect(steps.length).toBeGreaterThanOrEqual(2);
      for (const step of steps) expect(step).toMatch(/^[A-Z].*\.$/);
      if (source === null) continue;
      expect(URL.parse(source.url)?.protocol).toBe('https:');
      expect(source.readAt).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('has nobody by another id', () => {
    expect(knownBlocker('toString')).toBeNull();
    expect(knownBlocker('firefox@ghostery.com')?.id).toBe('ghostery');
  });
});
