import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { hideByStyle, patchFetch, patchFetchByElement } from '../../clinic/browser/troublemakers/pages.ts';
import { innocents } from '../../clinic/browser/troublemakers/innocents.ts';
import { startPageLooksBench, type Control, type PageLooksBench } from './page-looks-bench.ts';
import { framePatcher, injector, isFetchPatched, isPartHidden } from './page-looks-patchers.ts';
import { site, state } from './page-looks-site.ts';
import { hidings, wrappers } from './page-looks-tables.ts';

const others = [
  framePatcher,
  patchFetch('Patcher', '/mcp-registry/'),
  patchFetchByElement('Old Patcher', '/mcp-registry/'),
  injector,
  hideByStyle('Hider', 'main'),
  hideByStyle('Row Hider', '[data-testid="connector-list"]'),
  ...innocents.filter(({ name }) => name !== 'Evening Colours'),
];

let bench: PageLooksBench;
beforeAll(async () => {
  bench = await startPageLooksBench(await createAuthority(), site, others);
});
afterEach(() => bench.leave());
afterAll(() => bench.close());

describe('functions of the page', () => {
  it('are the browser’s own on a page that nobody touches, which stays as it was', async () => {
    const { page, look, noises, newRequests } = await bench.visit(
      '/clean',
      innocents.map(({ name }) => name).filter((name) => name !== 'Evening Colours'),
    );
    const looksOf = (): Promise<readonly string[]> =>
      page.evaluate(() => [document.documentElement.outerHTML, ...Object.getOwnPropertyNames(globalThis).toSorted()]);
    const before = await looksOf();
    newRequests();
    const { integrity, copy } = await look();
    expect(integrity).toEqual({ runsScripts: true, keepsCookies: true, replaced: [], hidden: [], refusedByPolicy: [] });
    expect(copy).toEqual({ compared: 1, differing: [], gone: [] });
    expect(newRequests()).toEqual(['GET https://claude.ai/steady.js']);
    expect(await looksOf()).toEqual(before);
    expect(noises).toEqual([]);
  });

  it.each([
    ['/reported', 'https://claude.ai/reporter.js'],
    ['/inline', 'https://claude.ai/inline'],
    ['/strict', 'https://claude.ai/strict'],
  ])('wrapped by the page’s own script on %s are the page’s', async (path, url) => {
    const { page, look, noises, newRequests } = await bench.visit(path);
    newRequests();
    const { integrity } = await look();
    const names = ['fetch', 'XMLHttpRequest.prototype.open', 'XMLHttpRequest.prototype.send'];
    expect(integrity.replaced).toEqual(names.map((name) => ({ name, by: { kind: 'page', url } })));
    expect(newRequests().filter((each) => !each.includes('reporter.js'))).toEqual([]);
    expect(noises).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  it.each([['Patcher'], ['Old Patcher']])(
    'wrapped by %s are that extension’s, also behind the page’s own wrapper',
    async (name) => {
      const extension = { name: 'fetch', by: { kind: 'extension', id: bench.idOf(name) } };
      const plain = await bench.visit('/clean', [name], isFetchPatched);
      expect((await plain.look()).integrity.replaced).toEqual([extension]);
      await bench.leave();
      const wrapped = await bench.visit('/reported', [name]);
      const { replaced } = (await wrapped.look()).integrity;
      expect(replaced).toContainEqual(extension);
      expect(replaced.filter((each) => each.by.kind === 'unknown')).toEqual([]);
      expect(wrapped.noises).toEqual([]);
    },
  );

  it('are told where an extension reaches into every frame', async () => {
    const { look } = await bench.visit('/empty', ['Frame Patcher'], () => window.fetch.name === 'fetch_');
    const { replaced } = (await look()).integrity;
    expect(replaced.map(({ name }) => name)).toEqual(['fetch', 'XMLHttpRequest', 'XMLHttpRequest.prototype.open']);
    expect(replaced[0]?.by).toEqual({ kind: 'extension', id: bench.idOf('Frame Patcher') });
    expect(replaced.filter(({ by }) => by.kind === 'page')).toEqual([]);
  });

  it('wrapped by a script without an address are nobody’s that we know', async () => {
    const { look } = await bench.visit('/empty', ['Injector'], () => window.open.toString().includes('args'));
    expect((await look()).integrity.replaced).toEqual([{ name: 'open', by: { kind: 'unknown' } }]);
  });

  it.each(Object.entries(wrappers))('may be wrapped however one likes: %s', async (_, wrapper) => {
    const { page, look, noises, newRequests } = await bench.visit('/empty');
    await page.addScriptTag({
      content: `window.late = []; addEventListener('unhandledrejection', (event) => window.late.push(String(event.reason)));`,
    });
    await page.addScriptTag({ content: wrapper });
    newRequests();
    const pagesBefore = bench.browser.context.pages().length;
    const { integrity } = await look();
    expect(integrity.replaced).toEqual([{ name: expect.any(String), by: { kind: 'unknown' } }]);
    // A request would have left by now: the page makes one of its own, which comes after.
    await page.evaluate(
      () =>
        fetch.toString.call(fetch) &&
        new Promise((settle) => {
          const image = new Image();
          image.onerror = settle;
          image.src = '/own-request';
        }),
    );
    expect(newRequests()).toEqual(['GET https://claude.ai/own-request']);
    const late = await page.evaluate(() => (globalThis as unknown as { late: string[] }).late);
    // Where a wrapper leaves a promise behind, at least it says who it was.
    expect(late.filter((reason) => !reason.includes('Connector Doctor has looked at this function'))).toEqual([]);
    expect(noises.filter((noise) => !noise.includes('404'))).toEqual([]);
    expect(bench.browser.context.pages().length).toBe(pagesBefore);
  });
});

describe('parts of the page', () => {
  it('that an extension hides are told, each once by its outermost part', async () => {
    const { page, look } = await bench.visit('/clean', ['Hider'], isPartHidden);
    const before = await page.content();
    expect((await look()).integrity.hidden).toEqual([{ what: 'main', how: 'display', by: 'injected' }]);
    expect(await page.content()).toBe(before);
    await bench.leave();
    const row = await bench.visit('/clean', ['Row Hider'], isPartHidden);
    expect((await row.look()).integrity.hidden).toEqual([{ what: 'connectors-list', how: 'display', by: 'injected' }]);
    await bench.leave();
    const users = await bench.visit('/clean');
    await bench.control.evaluate(async () => {
      const { scripting, tabs } = (globalThis as unknown as BrowserGlobal).chrome;
      const [tab] = await tabs.query({ url: 'https://claude.ai/*' });
      const css = 'nav { visibility: hidden !important } h1 { opacity: 0 !important }';
      await scripting.insertCSS({ target: { tabId: tab?.id ?? -1 }, css, origin: 'USER' });
    });
    expect((await users.look()).integrity.hidden).toEqual([{ what: 'navigation', how: 'visibility', by: 'injected' }]);
  });

  it.each(Object.entries(hidings))(
    'that the page itself hides are its own affair: %s',
    async (_, { style, content, run }) => {
      const { page, look } = await bench.visit('/empty');
      await page.evaluate(
        ({ css, html }) => {
          document.body.innerHTML = html;
          const element = document.createElement('style');
          element.textContent = css;
          document.head.append(element);
        },
        { css: style ?? '', html: content ?? '' },
      );
      if (run) await page.evaluate(run);
      expect(
        await page.evaluate(() =>
          document
            .querySelector('main, nav, dialog, [role="alert"]')
            ?.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        ),
      ).toBe(false);
      expect((await look()).integrity.hidden).toEqual([]);
    },
  );

  it('cannot be told of where the page’s styles cannot be read', async () => {
    const { look } = await bench.visit('/far-style', ['Hider'], isPartHidden);
    expect((await look()).integrity.hidden).toEqual([{ what: 'main', how: 'display', by: 'unknown' }]);
    await bench.leave();
    const readable = await bench.visit('/far-style-for-all', ['Hider'], isPartHidden);
    expect((await readable.look()).integrity.hidden).toEqual([{ what: 'main', how: 'display', by: 'injected' }]);
    await bench.leave();
    const explained = await bench.visit('/far-style-that-hides');
    expect((await explained.look()).integrity.hidden).toEqual([]);
  });
});

describe('the tab’s copy of the page’s code', () => {
  it('is held against a fresh one', async () => {
    state.version = 1;
    const { page, look, newRequests } = await bench.visit('/code');
    await page.evaluate(() => (document.cookie = 'session=secret'));
    state.cookies.splice(0);
    expect((await look()).copy).toEqual({ compared: 4, differing: [], gone: [] });
    expect(state.cookies.length).toBeGreaterThan(0);
    expect(state.cookies.join('')).toBe('');
    await page.evaluate(() => (document.cookie = 'session=; max-age=0'));
    state.version = 2;
    newRequests();
    expect((await look()).copy).toEqual({
      compared: 4,
      differing: ['changing.js', 'changing.js'],
      gone: ['leaving.js'],
    });
    state.version = 1;
  });

  it('is read where the page’s service worker keeps it', async () => {
    state.version = 1;
    const { page, look } = await bench.visit('/code');
    await page.evaluate(async () => {
      const cache = await caches.open('kept');
      await cache.put('/steady.js', new Response('/* an older one */'));
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) {
        await new Promise((settle) => (navigator.serviceWorker.oncontrollerchange = settle));
      }
    });
    expect((await look()).copy.differing).toEqual(['steady.js']);
    await page.evaluate(async () => {
      await caches.delete('kept');
      await (await navigator.serviceWorker.ready).unregister();
    });
  });
});

describe('requests from the page', () => {
  const probes = [
    { marker: 'cd-11', url: 'https://api.anthropic.com/mcp-registry/v0/servers?limit=1', as: 'fetch' },
    { marker: 'cd-12', url: 'https://assets-proxy.anthropic.com/', as: 'script' },
    { marker: 'cd-13', url: 'https://assets-proxy.anthropic.com/steady.js', as: 'style' },
  ] as const;

  it('carry nothing of the person’s and leave nothing behind', async () => {
    const { page, look, newRequests } = await bench.visit('/empty');
    await page
      .context()
      .addCookies([
        { name: 'session', value: 'secret', domain: '.anthropic.com', path: '/', secure: true, sameSite: 'None' },
      ]);
    const before = await page.content();
    newRequests();
    const seen = await look(probes);
    expect(seen.probes).toEqual([
      { marker: 'cd-11', settled: 'answered' },
      { marker: 'cd-12', settled: 'failed' },
      { marker: 'cd-13', settled: 'answered' },
    ]);
    // One that was only held against the policy may be gone before it can be called back.
    expect([...new Set(newRequests())].toSorted()).toEqual(probes.map(({ url }) => `GET ${url}`).toSorted());
    expect(state.cookies.splice(0).filter((cookie) => cookie.includes('secret'))).toEqual([]);
    expect(await page.content()).toBe(before);
    expect(seen.integrity.refusedByPolicy).toEqual([]);
  });

  it('tell which hosts the page’s policy refuses', async () => {
    const { look } = await bench.visit('/refusing');
    const { integrity, probes: settled } = await look(probes);
    expect(integrity.refusedByPolicy.toSorted((one, other) => one.directive.localeCompare(other.directive))).toEqual([
      { directive: 'connect-src', host: 'api.anthropic.com' },
      { directive: 'script-src-elem', host: 'assets-proxy.anthropic.com' },
      { directive: 'style-src-elem', host: 'assets-proxy.anthropic.com' },
    ]);
    expect(settled.map((each) => each.settled)).toEqual(['answered', 'failed', 'failed']);
  });

  it('that are never answered do not keep the others', async () => {
    const { look } = await bench.visit('/clean');
    const { probes: settled, copy } = await look([
      { ...probes[0], url: 'https://api.anthropic.com/silent' },
      probes[2],
    ]);
    expect(settled.map((each) => each.settled)).toEqual(['timeout', 'answered']);
    expect(copy.compared).toBe(1);
  });
});

describe('what the browser allows the page', () => {
  const allow = (kind: 'javascript' | 'cookies', setting: 'allow' | 'block'): Promise<void> =>
    bench.control.evaluate(
      async (wish) => {
        const { contentSettings } = (globalThis as unknown as BrowserGlobal).chrome;
        await contentSettings[wish.kind].set({ primaryPattern: 'https://claude.ai/*', setting: wish.setting });
      },
      { kind, setting },
    );

  it.each([
    ['javascript', { runsScripts: false, keepsCookies: true }],
    ['cookies', { runsScripts: true, keepsCookies: false }],
  ] as const)('is seen: no %s', async (kind, signs) => {
    await allow(kind, 'block');
    try {
      const { look } = await bench.visit('/inline');
      expect((await look()).integrity).toMatchObject(signs);
    } finally {
      await allow(kind, 'allow');
    }
  });

  it('is nothing where no page can be looked into, and on other sites', async () => {
    const { page } = await bench.visit('/empty');
    await page.goto('https://assets-proxy.anthropic.com/steady.js');
    const tabId = await bench.control.evaluate(async () => {
      const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
      return (await tabs.create({ url: 'chrome://version', active: false })).id ?? -1;
    });
    const look = (id: number): Promise<unknown> =>
      bench.control.evaluate((tab) => (globalThis as unknown as Control).lookIntoPage(tab, []), id);
    expect(await look(tabId)).toBeNull();
    expect(await look(987_654)).toBeNull();
    const elsewhere = await bench.control.evaluate(async () => {
      const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
      return (await tabs.query({ url: 'https://assets-proxy.anthropic.com/*' }))[0]?.id ?? -1;
    });
    expect(elsewhere).toBeGreaterThan(0);
    expect(await look(elsewhere)).toBeNull();
  });
});
