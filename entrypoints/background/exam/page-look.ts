import { browser } from 'wxt/browser';
import type { PageIntegrity } from '../../../lib/kernel/evidence-browser.ts';
import { shownUrl } from '../../../lib/interference/request-kind.ts';
import { withOwnIds } from './extension-ids.ts';
import type {
  InPageProbe,
  PageGathered,
  PageHandHolder,
  PageLook,
  ProbeSettled,
} from '../../../lib/page/look/page-answer.ts';
import { preloadInPage, type PreloadWish } from '../../../lib/page/look/page-probes.ts';
import { readGathered, readHidden, readReplaced, readSettled, readSigns } from '../../../lib/page/look/read-answer.ts';
import { whoReplaced } from '../../../lib/page/look/who-replaced.ts';

/** A page that stands still (a dialog, an endless loop) does not answer at all. Milliseconds. */
const firstAnswerMs = 1_000;
const probeMs = 2_000;
const copyMs = 2_000;
const glanceMs = 700;
const claude = 'claude.ai';

/**
 * Looks at a page of Claude's from within it: makes the requests, and looks what stands between its code and the browser. Null when
 * nothing may run in that tab, or it does not answer. Takes at most some three seconds, and never rejects.
 */
export async function lookIntoPage(tabId: number, probes: readonly InPageProbe[]): Promise<PageLook | null> {
  const signs = await enter(tabId, { atOnce: true });
  if (signs === null) return null;
  // Where the page's scripts may not run, ours can wait for nothing: they are never woken.
  const isAwake = signs.runsScripts;
  const [settled, sights] = await Promise.all([
    isAwake ? settle(tabId, probes) : probes.map(({ marker }) => ({ marker, settled: 'failed' as const })),
    isAwake ? lookAround(tabId) : nothingSeen,
    isAwake ? ask(tabId, 'copy', copyMs) : null,
    isAwake ? tryPolicy(tabId, probes) : null,
  ]);
  const { copy, refused } = await leave(tabId);
  return { integrity: { ...signs, ...sights, refusedByPolicy: refused }, copy, probes: settled };
}

/** What stands between the page's code and the browser, without any request: for one quick look after the other. */
export async function integrityOfPage(tabId: number): Promise<PageIntegrity | null> {
  // What a page is short of while it loads shall not look like what was taken from it.
  const signs = await enter(tabId, { atOnce: false });
  if (signs === null) return null;
  const sights = signs.runsScripts ? await lookAround(tabId) : nothingSeen;
  const { refused } = await leave(tabId);
  return { ...signs, ...sights, refusedByPolicy: refused };
}

/** The requests alone, as `lookIntoPage` makes them: for one quick look after the other. */
export async function probeFromPage(
  tabId: number,
  probes: readonly InPageProbe[],
): Promise<readonly ProbeSettled[] | null> {
  const signs = await enter(tabId, { atOnce: true });
  if (signs === null) return null;
  const settled = await settle(tabId, probes);
  await leave(tabId);
  return settled;
}

type Sights = Pick<PageIntegrity, 'replaced' | 'hidden'>;

const nothingSeen: Sights = { replaced: [], hidden: [] };

async function lookAround(tabId: number): Promise<Sights> {
  const [hidden, replaced] = await Promise.all([ask(tabId, 'hidden', glanceMs), lookAtFunctions(tabId)]);
  return {
    hidden: readHidden(hidden),
    replaced: await withOwnIds(whoReplaced(readReplaced(replaced), shownUrl)),
  };
}

/** `atOnce`: a page that hangs while it loads is looked at as it is; otherwise it is waited for. */
async function enter(tabId: number, { atOnce }: { readonly atOnce: boolean }): Promise<ReturnType<typeof readSigns>> {
  const entering = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: atOnce,
    files: ['/page-look.js'],
  });
  return readSigns(await resultOf(entering, firstAnswerMs));
}

async function leave(tabId: number): Promise<PageGathered> {
  const leaving = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: () => {
      const holder = globalThis as PageHandHolder;
      const gathered = holder.connectorDoctorHand?.finish() ?? null;
      delete holder.connectorDoctorHand;
      return gathered;
    },
  });
  return readGathered(await resultOf(leaving, glanceMs));
}

async function settle(tabId: number, probes: readonly InPageProbe[]): Promise<readonly ProbeSettled[]> {
  return Promise.all(
    probes.map(async (probe) => {
      const asked =
        probe.as === 'fetch' ? ask(tabId, probe, probeMs) : inPageWorld(tabId, { probe, policy: [] }, probeMs);
      return { marker: probe.marker, settled: readSettled(await asked) };
    }),
  );
}

/**
 * Whether the page may connect to the hosts of these requests: a refusal is heard by our hand in the page. Its own host is left out: now
 * and then the browser sends such a request after all, and to that host the person's cookies would go along.
 */
async function tryPolicy(tabId: number, probes: readonly InPageProbe[]): Promise<void> {
  const fetched = probes.filter(({ as, url }) => as === 'fetch' && new URL(url).host !== claude);
  const firsts = new Map(fetched.toReversed().map(({ url }) => [new URL(url).host, url]));
  await inPageWorld(tabId, { probe: null, policy: [...firsts.values()] }, glanceMs);
}

function inPageWorld(tabId: number, wish: PreloadWish, withinMs: number): Promise<unknown> {
  const asking = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    world: 'MAIN',
    func: preloadInPage,
    args: [wish],
  });
  return resultOf(asking, withinMs);
}

function lookAtFunctions(tabId: number): Promise<unknown> {
  const looking = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    world: 'MAIN',
    files: ['/page-world-look.js'],
  });
  return resultOf(looking, glanceMs);
}

/** Asks our hand in the page, which `enter` has put there. */
function ask(tabId: number, wish: 'hidden' | 'copy' | InPageProbe, withinMs: number): Promise<unknown> {
  const asking = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: (asked: 'hidden' | 'copy' | InPageProbe): Promise<unknown> | null => {
      const { connectorDoctorHand: hand } = globalThis as PageHandHolder;
      if (hand === undefined) return null;
      return typeof asked === 'string' ? hand[asked]() : hand.probe(asked);
    },
    args: [wish],
  });
  return resultOf(asking, withinMs);
}

interface Injected {
  readonly result?: unknown;
}

/** Null where nothing may run, or nothing has come back in time. */
async function resultOf(executing: Promise<readonly Injected[]>, withinMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((settle) => {
    timer = setTimeout(settle, withinMs, null);
  });
  try {
    const done = await Promise.race([executing, silence]);
    return done?.[0]?.result ?? null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
