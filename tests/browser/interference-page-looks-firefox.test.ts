import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { launchFirefox, type FirefoxWithExtension } from '../../clinic/browser/launch-firefox.ts';
import { firefoxId, forFirefox } from '../../clinic/browser/troublemakers/for-firefox.ts';
import { hideByStyle, patchFetch, patchFetchByElement } from '../../clinic/browser/troublemakers/pages.ts';
import { gatherCrowd, type Crowd } from '../../clinic/browser/troublemakers/small-extension.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import type { InPageProbe, PageLook } from '../../lib/page/look/page-answer.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { hosts, type Control } from './page-looks-bench.ts';
import { buildPageLooksExtension } from './page-looks-extension/build.ts';
import { site, state } from './page-looks-site.ts';
import { hidings, wrappers } from './page-looks-tables.ts';

const onlyOn = (path: string, extension: ReturnType<typeof hideByStyle>): ReturnType<typeof hideByStyle> => {
  const scripts = extension.manifest['content_scripts'] as readonly object[];
  const content_scripts = scripts.map((script) => ({ ...script, matches: [`https://claude.ai/${path}*`] }));
  return forFirefox({ ...extension, manifest: { ...extension.manifest, content_scripts } });
};
const old = patchFetchByElement('Old Patcher', '/mcp-registry/');
// Nobody may switch extensions here: each has a page of its own.
const others = [
  onlyOn('reported', { ...old, manifest: { ...old.manifest, icons: { 48: 'icon.png' } } }),
  onlyOn('inline', patchFetch('Patcher', '/mcp-registry/')),
  onlyOn('clean', hideByStyle('Hider', 'main')),
];

let stage: Stage;
let crowd: Crowd;
let extension: string;
let firefox: FirefoxWithExtension;
let control: Page;
const requests: string[] = [];
beforeAll(async () => {
  const authority = await createAuthority();
  stage = await createStage(authority);
  for (const host of hosts) {
    await stage.host(host.split(':')[0] ?? '', (call, response) => {
      requests.push(call.url.href);
      return site(call, response);
    });
  }
  crowd = await gatherCrowd(others);
  const built = process.env['EXTENSION_FOLDER_FIREFOX'] ?? extensionFolder('firefox');
  extension = await buildPageLooksExtension(built, 'firefox');
  firefox = await launchFirefox({ extension, caPem: authority.caPem, isAllowed: false, more: crowd.folders });
  firefox.roads.lead(stage.connectTo);
  control = await firefox.open('control.html');
});
afterAll(async () => {
  await firefox.close();
  await stage.close();
  await crowd.remove();
  await rm(extension, { recursive: true });
});

async function visit<T>(path: string, see: (page: Page, look: Look) => Promise<T>): Promise<T> {
  const page = await firefox.browser.newPage();
  try {
    await page.goto(`https://claude.ai${path}`);
    return await see(page, lookAt);
  } finally {
    await page.close();
  }
}

type Look = (probes?: readonly InPageProbe[]) => Promise<PageLook>;

async function lookAt(probes: readonly InPageProbe[] = []): Promise<PageLook> {
  const answer = await control.evaluate(async (wish) => {
    const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
    const [tab] = await tabs.query({ url: 'https://claude.ai/*' });
    return JSON.stringify(await (globalThis as unknown as Control).lookIntoPage(tab?.id ?? -1, wish));
  }, probes);
  return JSON.parse(answer) as PageLook;
}

async function lookAnew(page: Page, look: Look): Promise<PageLook['integrity']> {
  await page.reload();
  return (await look()).integrity;
}

/** Loads the page anew until this function is among the replaced ones: an extension may miss a load. Answers with all that are. */
async function untilSeen(page: Page, look: Look, one: object): Promise<PageLook['integrity']['replaced']> {
  let replaced: PageLook['integrity']['replaced'] = [];
  await expect.poll(async () => (replaced = (await lookAnew(page, look)).replaced)).toContainEqual(one);
  return replaced;
}

describe('a look into Claude’s page in Firefox', () => {
  it('finds nothing where there is nothing, and leaves the page as it was', async () => {
    await visit('/empty', async (page, look) => {
      const before = await page.content();
      expect((await look()).integrity).toEqual({
        runsScripts: true,
        keepsCookies: true,
        replaced: [],
        hidden: [],
        refusedByPolicy: [],
      });
      expect(await page.content()).toBe(before);
    });
  });

  it('tells the page’s own wrappers from an extension’s', async () => {
    const own = { kind: 'page', url: 'https://claude.ai/strict' };
    const { integrity } = await visit('/strict', (_, look) => look());
    const names = ['fetch', 'XMLHttpRequest.prototype.open', 'XMLHttpRequest.prototype.send'];
    expect(integrity.replaced).toEqual(names.map((name) => ({ name, by: own })));
    const by = { kind: 'extension', id: firefoxId('Old Patcher') };
    await visit('/reported', async (page, look) => {
      const replaced = await untilSeen(page, look, { name: 'fetch', by });
      expect(replaced.filter((each) => each.by.kind === 'unknown')).toEqual([]);
    });
  });

  it('sees an extension that Firefox does not name behind the page’s own wrapper', async () => {
    const fetchOfSomebody = { name: 'fetch', by: { kind: 'unknown' } };
    await visit('/inline', async (page, look) => {
      const replaced = await untilSeen(page, look, fetchOfSomebody);
      expect(replaced.filter(({ by }) => by.kind === 'unknown')).toEqual([fetchOfSomebody]);
    });
  });

  it.each(Object.entries(wrappers))('sends nothing, whatever it looks at: %s', async (_, wrapper) => {
    await visit('/empty', async (page, look) => {
      await page.addScriptTag({ content: wrapper });
      requests.splice(0);
      const { replaced } = (await look()).integrity;
      expect(replaced).toEqual([{ name: expect.any(String) as string, by: { kind: 'unknown' } }]);
      expect(requests).toEqual([]);
    });
  });

  it('tells what an extension hides from what the page hides', async () => {
    await visit('/clean', async (page, look) => {
      const hidden = async () => (await lookAnew(page, look)).hidden;
      await expect.poll(hidden).toEqual([{ what: 'main', how: 'display', by: 'injected' }]);
    });
    for (const { style, content } of Object.values(hidings).filter(({ run }) => run === undefined)) {
      await visit('/empty', async (page, look) => {
        await page.evaluate(
          (css, html) => {
            document.body.innerHTML = html;
            document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
          },
          style ?? '',
          content ?? '',
        );
        expect((await look()).integrity.hidden).toEqual([]);
      });
    }
  });

  it('asks from the page, and holds its code against a fresh copy', async () => {
    await visit('/code', async (page, look) => {
      await page.evaluate(() => (document.cookie = 'session=secret'));
      state.cookies.splice(0);
      state.version = 2;
      const probes = [
        { marker: 'cd-11', url: 'https://api.anthropic.com/mcp-registry/v0/servers?limit=1', as: 'fetch' },
        { marker: 'cd-13', url: 'https://assets-proxy.anthropic.com/far-for-all.css', as: 'style' },
        { marker: 'cd-14', url: 'https://assets-proxy.anthropic.com/steady.js', as: 'script' },
      ] as const;
      const { copy, probes: settled } = await look(probes);
      state.version = 1;
      expect(settled.map((each) => each.settled)).toEqual(['answered', 'answered', 'answered']);
      expect(state.cookies.length).toBeGreaterThan(0);
      expect(state.cookies.join('')).toBe('');
      expect(copy).toEqual({ compared: 3, differing: ['changing.js'], gone: ['leaving.js'] });
    });
  });
});
