import { rm } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Authority } from '../../clinic/authority.ts';
import type { BrowserGlobal } from '../../clinic/browser/desk.ts';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { gatherCrowd, type SmallExtension } from '../../clinic/browser/troublemakers/small-extension.ts';
import { respondHtml, type Call, type Handler } from '../../clinic/http-call.ts';
import { createStage } from '../../clinic/stage.ts';
import type { lookIntoPage as Look, probeFromPage as Probe } from '../../entrypoints/background/exam/page-look.ts';
import type { InPageProbe, PageLook } from '../../lib/page/look/page-answer.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';
import { buildPageLooksExtension } from './page-looks-extension/build.ts';

/** A page that is being visited, and what was seen of it meanwhile. */
export interface Visit {
  readonly page: Page;
  /** Looks into it, as the background does. */
  look(probes?: readonly InPageProbe[]): Promise<PageLook>;
  /** What the page said to its console, and its own unhandled errors. */
  readonly noises: readonly string[];
  /** What servers were asked for since the last call of this. */
  newRequests(): readonly string[];
}

/** A browser that looks into pages of a Claude of the test's own making, beside other extensions. */
export interface PageLooksBench {
  readonly browser: ChromiumWithExtension;
  readonly control: Page;
  idOf(name: string): string;
  /**
   * Opens a page with these extensions on, and all others off. `isAtWork`, asked in the page, tells whether they show there: an extension
   * begins some time after it was switched on, so the page is loaded again as long as it missed the load.
   */
  visit(path: string, on?: readonly string[], isAtWork?: () => boolean): Promise<Visit>;
  /** Ends the visits. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

export const hosts = ['claude.ai:443', 'assets-proxy.anthropic.com:443', 'api.anthropic.com:443'];

/** What stands in the control page. */
export interface Control {
  readonly lookIntoPage: typeof Look;
  readonly probeFromPage: typeof Probe;
}

/** Starts Chromium with the looks, these other extensions and these pages. */
export async function startPageLooksBench(
  authority: Authority,
  site: Handler,
  others: readonly SmallExtension[],
): Promise<PageLooksBench> {
  const requests: string[] = [];
  const noted: Handler = (call: Call, response) => {
    requests.push(`${call.method} ${call.url.href}`);
    return site(call, response);
  };
  const stage = await createStage(authority);
  for (const host of hosts) await stage.host(host.split(':')[0] ?? '', noted);
  const crowd = await gatherCrowd(others);
  const extension = await buildPageLooksExtension(
    process.env['EXTENSION_FOLDER'] ?? extensionFolder('chrome'),
    'chromium',
  );
  const browser = await launchChromium({ extension, hosts, caPem: authority.caPem, more: crowd.folders });
  await browser.roads.lead(stage.connectTo.filter((road) => hosts.some((host) => road.startsWith(host))));
  const control = await browser.open('control.html');
  const pages: Page[] = [];
  const turn = async (on: readonly string[]): Promise<void> => {
    const wished = others.map(({ name }) => ({ id: crowd.idOf(name), on: on.includes(name) }));
    await control.evaluate(async (all) => {
      const { management } = (globalThis as unknown as BrowserGlobal).chrome;
      for (const { id, on: enabled } of all) await management.setEnabled(id, enabled);
    }, wished);
  };
  return {
    browser,
    control,
    idOf: crowd.idOf,
    async visit(path, on = [], isAtWork = () => true) {
      await turn(on);
      const page = await browser.context.newPage();
      pages.push(page);
      const noises: string[] = [];
      page.on('console', (message) => noises.push(message.text()));
      page.on('pageerror', (error) => noises.push(`uncaught: ${String(error)}`));
      const load = async (): Promise<boolean> => {
        await page.goto(`https://claude.ai${path}`, { waitUntil: 'load' });
        return page.evaluate(isAtWork);
      };
      await expect.poll(load).toBe(true);
      const look = async (probes: readonly InPageProbe[] = []): Promise<PageLook> => {
        const seen = await control.evaluate(async (wish) => {
          const { tabs } = (globalThis as unknown as BrowserGlobal).chrome;
          const [tab] = await tabs.query({ url: 'https://claude.ai/*' });
          return (globalThis as unknown as Control).lookIntoPage(tab?.id ?? -1, wish);
        }, probes);
        if (seen === null) throw new Error('nothing may run in this page');
        return seen;
      };
      return { page, look, noises, newRequests: () => requests.splice(0) };
    },
    async leave() {
      await Promise.all(pages.splice(0).map((page) => page.close()));
    },
    async close() {
      await browser.close();
      await stage.close();
      await crowd.remove();
      await rm(extension, { recursive: true });
    },
  };
}

/** A page of the test's own with this in its head and body. */
export function htmlPage(head: string, body: string, headers: Record<string, string> = {}): Handler {
  return respondHtml(
    200,
    `<!doctype html><html><head><title>Claude</title>${head}</head><body>${body}</body></html>`,
    headers,
  );
}
