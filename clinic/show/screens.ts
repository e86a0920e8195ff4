import type { Page } from 'playwright';
import { defaultSettings } from '../../lib/storage/settings.ts';
import type { BrowserGlobal } from '../browser/desk.ts';
import type { OpenClinic } from './open-clinic.ts';
import type { Booth } from './take-pictures.ts';

/** One picture: how large, what has to happen before it is taken, and what it must show then. */
export interface Screen {
  /** Name of the file, without theme and ending. */
  readonly name: string;
  /** In CSS pixels. `content`: as high as what it holds. */
  readonly width: number;
  readonly height: number | 'content';
  open(booth: Booth): Promise<Page>;
  /** Words that are there when it is complete. */
  readonly shows: string | RegExp;
}

/** How large each surface is. */
export const popup = { width: 380, height: 'content' } as const;
const panel = { width: 380, height: 760 } as const;
export const tab = { width: 1200, height: 760 } as const;

const pasted = 'claude mcp add --transport http notebook https://mcp.notebook.dev/mcp';

/** What people see before they have checked anything. */
export const firstScreens: readonly Screen[] = [
  {
    name: 'popup-first',
    ...popup,
    open: ({ clinic }) => clinic.browser.open('popup.html'),
    shows: 'Why does the connector not work?',
  },
  {
    name: 'doctor-start',
    ...tab,
    open: ({ clinic }) => clinic.browser.open(`doctor.html#check=${encodeURIComponent(pasted)}`),
    shows: 'https://mcp.notebook.dev/mcp',
  },
];

/** What people see of checks, each of them made by the extension on a sample of the clinic. */
export const screens: readonly Screen[] = [
  { name: 'doctor-overview', ...tab, open: openRun('intranet'), shows: '10.20.30.40' },
  { name: 'doctor-findings', ...tab, open: openRun('library', '&tab=findings'), shows: 'mcp-test.library.dev' },
  { name: 'doctor-exchanges', ...tab, open: openRefusal('tickets'), shows: 'error code: 1010' },
  { name: 'doctor-report', ...tab, open: openRun('ledger', '&tab=report'), shows: /Other forms/ },
  { name: 'doctor-preview', ...tab, open: openRun('notebook', '&tab=preview'), shows: 'Name and one-liner' },
  { name: 'doctor-readiness', ...tab, open: openRun('notebook', '&tab=readiness'), shows: 'Ready for the directory?' },
  { name: 'side-panel', ...panel, open: openNewest('library', 'sidepanel.html'), shows: 'mcp-test.library.dev' },
  { name: 'popup-broken', ...popup, open: openNewest('intranet', 'popup.html'), shows: '10.20.30.40' },
  { name: 'popup-degraded', ...popup, open: openNewest('tickets', 'popup.html'), shows: 'mcp.tickets.dev' },
  { name: 'popup-ready', ...popup, open: openNewest('notebook', 'popup.html'), shows: 'mcp.notebook.dev' },
  { name: 'popup-sign-in', ...popup, open: openNewest('ledger', 'popup.html'), shows: 'Look behind the sign-in…' },
  {
    name: 'popup-consent',
    ...popup,
    async open(booth) {
      const page = await openNewest('ledger', 'popup.html')(booth);
      await page.getByRole('button', { name: 'Look behind the sign-in…' }).click();
      return page;
    },
    shows: 'What stays behind',
  },
];

/** As it is where nothing was set, so the clinic's own settings are gone afterwards. */
export const optionsScreen: Screen = {
  name: 'options',
  width: 900,
  height: 760,
  async open({ clinic }) {
    await clinic.desk.set(defaultSettings);
    return clinic.browser.open('options.html');
  },
  shows: 'Forget everything…',
};

/** What people see where nothing was allowed yet: a browser of its own. */
export const askingScreens: readonly Screen[] = [
  {
    name: 'popup-permission',
    ...popup,
    async open({ clinic }) {
      await clinic.desk.start({ text: 'https://mcp.notebook.dev/mcp' });
      return clinic.browser.open('popup.html');
    },
    shows: 'mcp.notebook.dev',
  },
];

/** The report of a sample’s check. */
function openRun(sample: string, members = ''): Screen['open'] {
  return async ({ clinic, newest }) => {
    const { runId } = await newest(sample, { again: false });
    return clinic.browser.open(`doctor.html#run=${runId}${members}`);
  };
}

/** The exchange of a sample’s check in which it was refused, opened. */
function openRefusal(sample: string): Screen['open'] {
  return async (booth) => {
    const { report } = await booth.newest(sample, { again: false });
    const refusal = report.exchanges.find((exchange) => exchange.kind === 'response' && exchange.status === 403);
    return openRun(sample, `&exchange=${refusal?.id ?? ''}`)(booth);
  };
}

/** A screen that shows the newest check, which is this sample’s. */
function openNewest(sample: string, path: string): Screen['open'] {
  return async ({ clinic, newest }) => {
    await newest(sample, { again: true });
    return clinic.browser.open(path);
  };
}

/** Where a page of Claude’s shows an error, and the popup is opened over it. */
export function claudeScreen(url: string): Screen {
  return {
    name: 'popup-claude',
    ...popup,
    async open({ clinic }) {
      const page = await clinic.browser.context.newPage();
      await page.goto(url);
      return openBeside(clinic, 'popup.html');
    },
    shows: 'Find the cause',
  };
}

/** A check that is under way, because its connector keeps it waiting. */
export function runningScreen(url: string): Screen {
  return {
    name: 'popup-running',
    ...popup,
    async open({ clinic }) {
      await clinic.desk.start({ text: url });
      return clinic.browser.open('popup.html');
    },
    shows: /tools/i,
  };
}

/** A popup leaves the page below it the active one; so does a tab that is opened behind it. */
export async function openBeside({ browser }: OpenClinic, path: string): Promise<Page> {
  const worker = await browser.worker();
  const [page] = await Promise.all([
    browser.context.waitForEvent('page'),
    worker.evaluate(async (wanted) => {
      const { chrome } = globalThis as unknown as BrowserGlobal;
      await chrome.tabs.create({ url: wanted, active: false });
    }, `${browser.origin}/${path}`),
  ]);
  await page.waitForLoadState();
  return page;
}
