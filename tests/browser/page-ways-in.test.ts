import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, type ChromiumWithExtension } from '../../clinic/browser/launch-chromium.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import type { RunState } from '../../lib/runs/run-state.ts';
import { extensionFolder } from '../../scripts/extension-folder.ts';

/** Menus and the address bar belong to the browser’s own windows, which no driver reaches: their events are given by hand. */
interface Chromium {
  readonly contextMenus: {
    readonly onClicked: { dispatch(click: object, tab: object | undefined): void };
    update(id: string, changes: object): Promise<void>;
  };
  readonly omnibox: {
    readonly onInputChanged: { dispatch(typed: string, suggest: (found: unknown) => void): void };
    readonly onInputEntered: { dispatch(typed: string, disposition: string): void };
  };
  readonly tabs: { query(about: object): Promise<object[]> };
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
}

interface WorkerGlobal {
  readonly chrome: Chromium;
}

let browser: ChromiumWithExtension;
beforeAll(async () => {
  browser = await launchChromium({ extension: extensionFolder('chrome'), hosts: [], caPem: null, isAllowed: false });
});
afterAll(() => browser.close());

/** The page that opens, and its address. */
async function opened(doing: () => Promise<void>): Promise<string> {
  const [page]: [Page, void] = await Promise.all([browser.context.waitForEvent('page'), doing()]);
  await page.waitForURL(/doctor\.html/);
  const address = page.url();
  await page.close();
  return address;
}

async function choose(click: object): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (chosen) => {
    const { contextMenus, tabs } = (globalThis as unknown as WorkerGlobal).chrome;
    const [tab] = await tabs.query({ active: true });
    contextMenus.onClicked.dispatch(chosen, tab);
  }, click);
}

/** As much of a run's state as makes it one. */
function stateOf(id: string, url: string) {
  return {
    id,
    url,
    choices: defaultChoices,
    phase: 'complete',
    startedAt: Number(id),
    marks: [],
    missingOrigins: [],
  } satisfies Partial<RunState>;
}

describe('the menu of links and marked text', () => {
  it('is there', async () => {
    const worker = await browser.worker();
    const known = (id: string): Promise<string> =>
      worker.evaluate(async (menu) => {
        const { contextMenus } = (globalThis as unknown as WorkerGlobal).chrome;
        return contextMenus.update(menu, {}).then(
          () => 'known',
          () => 'unknown',
        );
      }, id);
    await expect.poll(() => known('check-link')).toBe('known');
    expect(await known('check-selection')).toBe('known');
    expect(await known('open-beside')).toBe('known');
    expect(await known('no-such-menu')).toBe('unknown');
  });

  it('opens the doctor page with the address filled in', async () => {
    const link = 'https://mcp.acme.dev/mcp?team=a&b=#top';
    expect(await opened(() => choose({ menuItemId: 'check-link', linkUrl: link }))).toBe(
      `${browser.origin}/doctor.html#check=${encodeURIComponent(link)}`,
    );
    expect(await opened(() => choose({ menuItemId: 'check-selection', selectionText: ' claude mcp add x\n' }))).toBe(
      `${browser.origin}/doctor.html#check=claude%20mcp%20add%20x`,
    );
  });
});

describe('a secret on a way in', () => {
  it('comes into the field, and not into an address, which the browser keeps', async () => {
    const link = 'https://mcp.acme.dev/mcp?api_key=k-not-for-history-1234';
    const [page] = await Promise.all([
      browser.context.waitForEvent('page'),
      choose({ menuItemId: 'check-link', linkUrl: link }),
    ]);
    await expect.poll(() => page.inputValue('textarea')).toBe(link);
    const address = page.url();
    expect(address).toMatch(/#check=https.*api_key%3Dredacted&ticket=/);
    await page.close();
    const again = await browser.open(address.slice(browser.origin.length + 1));
    await expect.poll(() => again.inputValue('textarea')).toBe('https://mcp.acme.dev/mcp?api_key=redacted');
    await again.close();
  });
});

describe('the word in the address bar', () => {
  it('opens the doctor page with what was typed', async () => {
    const worker = await browser.worker();
    const address = await opened(() =>
      worker.evaluate(() => {
        const { omnibox } = (globalThis as unknown as WorkerGlobal).chrome;
        omnibox.onInputEntered.dispatch('mcp.acme.dev/mcp', 'newForegroundTab');
      }),
    );
    expect(address).toBe(`${browser.origin}/doctor.html#check=mcp.acme.dev%2Fmcp`);
  });

  it('offers connectors that were checked before, the newest first, as text and not as markup', async () => {
    const runs = [
      'https://crm.acme.dev/mcp',
      'https://notes.acme.dev/mcp?a=1&b=<2>',
      'https://crm.acme.dev/mcp',
      'https://other.dev/',
    ];
    const stored = Object.fromEntries(runs.map((url, index) => [`run:${String(index)}`, stateOf(String(index), url)]));
    const worker = await browser.worker();
    const found = await worker.evaluate(async (states) => {
      const { omnibox, storage } = (globalThis as unknown as WorkerGlobal).chrome;
      await storage.local.set(states);
      return new Promise((settle) => omnibox.onInputChanged.dispatch('ACME', settle));
    }, stored);
    expect(found).toEqual([
      { content: 'https://crm.acme.dev/mcp', description: 'https://crm.acme.dev/mcp' },
      {
        content: 'https://notes.acme.dev/mcp?a=1&b=<2>',
        description: 'https://notes.acme.dev/mcp?a=1&#38;b=&#60;2&#62;',
      },
    ]);
  });
});
