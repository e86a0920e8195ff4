import { rm } from 'node:fs/promises';
import type { Page as FirefoxPage } from 'puppeteer-core';
import type { Page as ChromiumPage } from 'playwright';
import { launchChromium } from '../../clinic/browser/launch-chromium.ts';
import type { Roads } from '../../clinic/browser/roads.ts';
import { launchFirefox } from '../../clinic/browser/launch-firefox.ts';
import type { Received } from '../../lib/kernel/ports.ts';
import { buildPortsExtension } from './ports-extension/build.ts';
import type { TestCommand, TestRequest } from './ports-extension/commands.ts';

/** A browser whose extension is the ports alone. */
export interface PortsBench {
  readonly origin: string;
  ask(url: string, rest?: Omit<TestRequest, 'url'>): Promise<Received>;
  /** Like `ask`, with a way to look at it and to stop it meanwhile. */
  start(request: TestRequest): {
    readonly received: Promise<Received>;
    pieces(): Promise<readonly string[]>;
    abort(): Promise<unknown>;
  };
  command(command: TestCommand): Promise<unknown>;
  /** Opens a page of the web and calls `fetch(url)` there. */
  fetchInPage(page: string, url: string): Promise<void>;
  close(): Promise<void>;
}

/** The two browsers under test. */
export const benches = { chromium: (caPem: string) => chromiumBench(caPem), firefox: firefoxBench } as const;

/** The bench in Chromium, with roads to public names and a way to end the worker. */
export interface ChromiumBench extends PortsBench {
  readonly roads: Roads;
  /** Ends the background's worker as the browser does when it has rested long enough; resolves when it is gone. */
  endWorker(): Promise<void>;
}

/** Opens the bench in Chromium, from which roads can lead to these hosts. */
export async function chromiumBench(caPem: string, hosts: readonly string[] = []): Promise<ChromiumBench> {
  const extension = await buildPortsExtension('chromium');
  const browser = await launchChromium({ extension, hosts, caPem });
  const page: ChromiumPage = await browser.open('control.html');
  const bench = benchOf(browser.origin, (command) =>
    page.evaluate((it) => (globalThis as unknown as Control).command(it), command),
  );
  await bench.command({ to: 'background', kind: 'start' });
  return {
    ...bench,
    async fetchInPage(address, url) {
      const other = await browser.context.newPage();
      await other.goto(address);
      await other.evaluate(fetchIt, url);
      await other.close();
    },
    roads: browser.roads,
    async endWorker() {
      const session = await browser.context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('this browser has no debugger');
      const { targetInfos } = await session.send('Target.getTargets');
      const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(browser.origin));
      if (!worker) throw new Error('the worker is not running');
      await session.send('Target.closeTarget', { targetId: worker.targetId });
    },
    async close() {
      await browser.close();
      await rm(extension, { recursive: true });
    },
  };
}

async function firefoxBench(caPem: string): Promise<PortsBench> {
  const extension = await buildPortsExtension('firefox');
  const browser = await launchFirefox({ extension, caPem, isAllowed: false });
  const page: FirefoxPage = await browser.open('control.html');
  const bench = benchOf(browser.origin, (command) =>
    page.evaluate((it) => (globalThis as unknown as Control).command(it), command),
  );
  await bench.command({ to: 'background', kind: 'start' });
  return {
    ...bench,
    async fetchInPage(address, url) {
      const other = await browser.browser.newPage();
      await other.goto(address);
      await other.evaluate(fetchIt, url);
      await other.close();
    },
    async close() {
      await browser.close();
      await rm(extension, { recursive: true });
    },
  };
}

interface Control {
  command(command: TestCommand): Promise<unknown>;
}

async function fetchIt(url: string): Promise<void> {
  await fetch(url, { method: 'POST' }).then((response) => response.text());
}

function benchOf(
  origin: string,
  command: PortsBench['command'],
): Pick<PortsBench, 'origin' | 'ask' | 'start' | 'command'> {
  let started = 0;
  const start: PortsBench['start'] = (request) => {
    started += 1;
    const id = started;
    return {
      received: command({ to: 'engine', kind: 'request', id, request }) as Promise<Received>,
      pieces: () => command({ to: 'engine', kind: 'pieces', id }) as Promise<readonly string[]>,
      abort: () => command({ to: 'engine', kind: 'abort', id }),
    };
  };
  return { origin, command, start, ask: (url, rest) => start({ url, ...rest }).received };
}
