import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import { beginTraffic } from '../../../lib/interference/page-traffic.ts';
import type { BrowserObservations } from '../../../lib/kernel/browser-observations.ts';
import type { BrowserSelf, PageTraffic, ReachLook, ReachOutcome } from '../../../lib/kernel/evidence-browser.ts';
import { observed, type Observation } from '../../../lib/kernel/observation.ts';
import type { ExamWishes } from '../../../lib/interference/exam-state.ts';
import type { PageLook } from '../../../lib/page/look/page-answer.ts';
import { browserFamily } from '../../../lib/permissions/browser-family.ts';
import { pageNeeds } from '../../../lib/standards/claude-page-needs.ts';
import { readSettings } from '../../../lib/storage/settings.ts';
import { lastFindings } from './bisect-findings.ts';
import { observe, unavailable } from './observe.ts';
import { seeOtherExtensions } from './other-extensions.ts';
import { lookIntoPage } from './page-look.ts';
import { reachOutside } from './reach-outside.ts';
import { forgetProbes, markProbes, outcomesOf } from './reach-page.ts';
import { seeSiteSettings } from './site-settings.ts';
import { seeClaudeStatus } from './status-page.ts';

/** No part holds a look for longer. Milliseconds. */
const mostMs = 2_600;

/** Gathers everything at once. `tabId` null: no tab shows Claude's page. Never rejects. */
export async function gatherEvidence(
  tabId: number | null,
  wishes: ExamWishes,
  watch: TabWatch,
): Promise<BrowserObservations> {
  const page = lookFromPage(tabId, watch);
  const ofPage = async <Part>(part: (look: PageLook) => Part): Promise<Observation<Part>> => {
    const { look } = await page;
    return look.status === 'observed' ? { status: 'observed', value: part(look.value) } : look;
  };
  const [self, reach, integrity, copy, bisect, settings, status, extensions] = await Promise.all([
    observe(readSelf(tabId), mostMs),
    observe(lookAround(page, watch), 2 * mostMs),
    ofPage(({ integrity }) => integrity),
    ofPage(({ copy }) => copy),
    observe(lastFindings(), mostMs),
    seeSiteSettings(wishes.siteSettings, mostMs),
    seeClaudeStatus(wishes.statusPage),
    seeOtherExtensions(wishes.extensions, mostMs),
  ]);
  return {
    browser: self,
    reach,
    // Last: what the page did while it was looked at counts as well.
    'page-traffic': watch.isListening() ? await observe(trafficOf(tabId, watch), mostMs) : unavailable('permission'),
    'page-integrity': integrity,
    'page-copy': copy,
    'site-settings': settings,
    'claude-status': status,
    extensions,
    bisect: bisect.status === 'observed' ? bisect : unavailable('not-asked'),
  };
}

async function readSelf(tabId: number | null): Promise<BrowserSelf> {
  const { addressesAreEvidence } = await readSettings();
  return { online: navigator.onLine, family: browserFamily(), hasPage: tabId !== null, addressesAreEvidence };
}

async function trafficOf(tabId: number | null, watch: TabWatch): Promise<PageTraffic | null> {
  return tabId === null ? null : ((await watch.traffic(tabId)) ?? beginTraffic(false));
}

const probed = pageNeeds.flatMap(({ id, purpose, probe }) => (probe === null ? [] : [{ id, purpose, probe }]));

interface PageSide {
  readonly look: Observation<PageLook>;
  /** In the order of `probed`; null where no page is open. */
  readonly outcomes: readonly ReachOutcome[] | null;
}

async function lookFromPage(tabId: number | null, watch: TabWatch): Promise<PageSide> {
  if (tabId === null) return { look: unavailable('prerequisite'), outcomes: null };
  const probes = markProbes(
    probed.map(({ probe }) => probe),
    watch,
  );
  try {
    const look = await observe(lookIntoPage(tabId, probes), mostMs);
    return { look, outcomes: await outcomesOf(probes, observed(look)?.probes ?? null, watch) };
  } finally {
    forgetProbes(probes, watch);
  }
}

async function lookAround(page: Promise<PageSide>, watch: TabWatch): Promise<{ readonly looks: readonly ReachLook[] }> {
  const [outside, { outcomes }] = await Promise.all([
    Promise.all(probed.map(({ probe }) => reachOutside(probe.url, watch))),
    page,
  ]);
  const unseen: ReachOutcome = { kind: 'unseen' };
  return {
    looks: probed.map(({ id, purpose, probe }, at) => ({
      need: id,
      purpose,
      url: probe.url,
      outside: outside[at] ?? unseen,
      page: outcomes && (outcomes[at] ?? unseen),
    })),
  };
}
