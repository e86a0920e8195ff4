import { browser } from 'wxt/browser';
import type {
  InPageProbe,
  PageAnswer,
  PageLook,
  PageLookHolder,
  PageWish,
  ProbeSettled,
} from '../../../lib/page/look/page-answer.ts';

/** A page that stands still (a dialog, an endless loop) never answers. Milliseconds. */
const patienceMs = 3_000;

/**
 * Looks at a page of Claude's from within it: makes the requests, and looks what stands between its code and the browser. Null when
 * nothing may run in that tab, or it does not answer. Never rejects.
 */
export async function lookIntoPage(tabId: number, probes: readonly InPageProbe[]): Promise<PageLook | null> {
  const answer = await ask(tabId, { probes, integrity: true, copy: true });
  if (answer === null) return null;
  return {
    integrity: { runsScripts: null, keepsCookies: null, replaced: [], hidden: [], refusedByPolicy: [] },
    copy: { compared: 0, differing: [], gone: [] },
    probes: settledOf(answer, probes),
  };
}

/** The requests alone, as `lookIntoPage` makes them: for one quick look after the other. */
export async function probeFromPage(
  tabId: number,
  probes: readonly InPageProbe[],
): Promise<readonly ProbeSettled[] | null> {
  const answer = await ask(tabId, { probes, integrity: false, copy: false });
  return answer === null ? null : settledOf(answer, probes);
}

async function ask(tabId: number, wish: PageWish): Promise<Partial<PageAnswer> | null> {
  const target = { tabId };
  const answer = async (): Promise<unknown> => {
    await browser.scripting.executeScript({ target, files: ['/page-look.js'] });
    const [done] = await browser.scripting.executeScript({ target, func: callLook, args: [wish] });
    return done?.result;
  };
  const silence = new Promise<null>((settle) => setTimeout(settle, patienceMs, null));
  const result = await Promise.race([answer().catch(() => null), silence]);
  return typeof result === 'object' ? result : null;
}

/** Runs in our world of the page: it is sent there as text, and knows nothing but its argument. */
function callLook(wish: PageWish): Promise<PageAnswer> | null {
  const holder = globalThis as PageLookHolder;
  const look = holder.connectorDoctorLook;
  delete holder.connectorDoctorLook;
  return look?.(wish) ?? null;
}

function settledOf({ probes: answers }: Partial<PageAnswer>, probes: readonly InPageProbe[]): readonly ProbeSettled[] {
  return probes.map(({ marker }) => ({
    marker,
    settled: answers?.find((answer) => answer.marker === marker)?.settled ?? 'failed',
  }));
}
