import { browser } from 'wxt/browser';
import type { TabWatch } from '../../../lib/adapters/browser/tab-watch.ts';
import type { Symptom } from '../../../lib/interference/bisect-state.ts';
import { sightOf, signsIn } from '../../../lib/interference/symptom.ts';
import type { BrowserEvidenceMap } from '../../../lib/kernel/evidence-browser.ts';
import type { SymptomShows, SymptomSight } from './exam-hands.ts';
import { integrityOfPage, probeFromPage } from './page-look.ts';
import { forgetProbes, markProbes, outcomesOf } from './reach-page.ts';

type RequestSymptom = Extract<Symptom, { readonly kind: 'request' }>;
type PageSymptom = Extract<Symptom, { readonly kind: 'page' }>;

/** Makes the look at a single symptom: cheap enough to be repeated many times a minute. */
export function createSymptomProbe(watch: TabWatch): SymptomShows {
  return async (symptom, tabId) => {
    try {
      if (symptom.kind === 'request') return await requestShows(symptom, tabId, watch);
      return symptom.kind === 'page' ? await pageShows(symptom, tabId, watch) : 'unclear';
    } catch {
      return 'unclear';
    }
  };
}

async function requestShows(symptom: RequestSymptom, tabId: number, watch: TabWatch): Promise<SymptomSight> {
  const probes = markProbes([symptom], watch);
  try {
    const [outcome] = await outcomesOf(probes, await probeFromPage(tabId, probes), watch);
    return outcome === undefined ? 'unclear' : sightOf(outcome, symptom);
  } finally {
    forgetProbes(probes, watch);
  }
}

/** A page that still loads may go wrong yet. Milliseconds. */
const quietMs = 300;

async function pageShows({ codes }: PageSymptom, tabId: number, watch: TabWatch): Promise<SymptomSight> {
  const isInPage = codes.some((code) => pageCodes.has(code));
  const integrity = isInPage ? await integrityOfPage(tabId) : null;
  const traffic = await watch.traffic(tabId);
  if (isInPage && integrity === null) return 'unclear';
  const evidence: Partial<BrowserEvidenceMap> = {
    ...(integrity && { 'page-integrity': integrity }),
    ...(traffic && { 'page-traffic': traffic }),
  };
  if (signsIn(evidence).some((code) => codes.includes(code))) return 'fails';
  return (isInPage || traffic?.isWhole === true) && (await isQuiet(tabId, watch)) ? 'works' : 'unclear';
}

/** Codes that a look from within the page shows; the others show in its requests. */
const pageCodes: ReadonlySet<string> = new Set(['client.page-script-patched', 'client.page-elements-hidden']);

async function isQuiet(tabId: number, watch: TabWatch): Promise<boolean> {
  const { status } = await browser.tabs.get(tabId);
  return status === 'complete' && Date.now() - watch.lastActivity(tabId) >= quietMs;
}
