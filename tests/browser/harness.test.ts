import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { launchFirefox } from '../../clinic/browser/launch-firefox.ts';
import { respond } from '../../clinic/http-call.ts';
import { createStage, type Stage } from '../../clinic/stage.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';

/** What a page of the extension learns of a URL: the status and text of an answer, or that there was none. */
async function fetched(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    return `${String(response.status)} ${await response.text()}`;
  } catch {
    return 'none';
  }
}

const hello = respond(200, { 'content-type': 'text/plain' }, 'hello');
const url = 'https://mcp.acme.dev/hello';

let authority: Authority;
let stage: Stage;
beforeAll(async () => {
  authority = await createAuthority();
  stage = await createStage(authority);
  await stage.host('mcp.acme.dev', hello);
});
afterAll(() => stage.close());

describe('Chromium under test', () => {
  let browser: ChromiumWithExtension;
  const hosts = ['mcp.acme.dev:443', 'dns.clinic-resolver.dev:443'];
  beforeAll(async () => {
    browser = await launchChromium({ extension: extensionFolder('chrome'), hosts, caPem: authority.caPem });
  });
  afterAll(() => browser.close());

  const problemOf = async (address: string): Promise<string> => {
    const page = await browser.context.newPage();
    const problem = await page.goto(address).then(
      () => 'none',
      (error: unknown) => /net::\w+/.exec(String(error))?.[0] ?? String(error),
    );
    await page.close();
    return problem;
  };

  it('reaches what stands behind a host now, and is refused where nothing does', async () => {
    const page = await browser.open('options.html');
    await browser.roads.lead(stage.connectTo);
    expect(await page.evaluate(fetched, url)).toBe('200 hello');
    await browser.roads.lead([]);
    expect(await problemOf(url)).toBe('net::ERR_CONNECTION_REFUSED');
  });

  it('knows no other name', async () => {
    expect(await problemOf('https://example.com/')).toBe('net::ERR_NAME_NOT_RESOLVED');
  });

  it('asks the person where nothing was allowed, and may be told that they will agree', async () => {
    const asking = await launchChromium({ extension: extensionFolder('chrome'), hosts, caPem: null, isAllowed: false });
    try {
      const allowed = (): Promise<readonly string[] | undefined> =>
        page.evaluate(async () => {
          const { chrome } = globalThis as unknown as BrowserGlobal;
          return (await chrome.permissions.getAll()).origins;
        });
      const page = await asking.open('options.html');
      expect(await allowed()).toEqual([]);
      await asking.willAllow('https://mcp.acme.dev/*');
      expect(await allowed()).toEqual([]);
      // The page listens before anybody clicks.
      await page.evaluate(() => {
        const { chrome } = globalThis as unknown as BrowserGlobal;
        const agreed = new Promise((settle) => {
          const ask = (): void => settle(chrome.permissions.request({ origins: ['https://mcp.acme.dev/*'] }));
          addEventListener('mousedown', ask, { once: true });
        });
        Object.assign(globalThis, { agreed });
      });
      await page.mouse.click(5, 5);
      const agreed = await page.evaluate(() => (globalThis as unknown as { readonly agreed: Promise<unknown> }).agreed);
      expect(agreed).toBe(true);
      expect(await allowed()).toEqual(['https://mcp.acme.dev/*']);
    } finally {
      await asking.close();
    }
  });
});

describe('Firefox under test', () => {
  it('reaches what stands behind a host now, and knows no other name', async () => {
    const browser = await launchFirefox({ extension: extensionFolder('firefox'), caPem: authority.caPem });
    try {
      const page = await browser.open('options.html');
      browser.roads.lead(stage.connectTo);
      expect(await page.evaluate(fetched, url)).toBe('200 hello');
      expect(await page.evaluate(fetched, 'https://example.com/')).toBe('none');
    } finally {
      await browser.close();
    }
  });
});
