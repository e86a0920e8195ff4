import type {
  BrowserEvidenceMap,
  PageIntegrity,
  ReachLook,
  ReachOutcome,
  TrafficNote,
} from '../kernel/evidence-browser.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { pageNeeds, type PageProbe } from '../standards/claude-page-needs.ts';
import { headerWeights, speakingFunctions } from '../standards/page-marks.ts';
import type { Symptom } from './bisect-state.ts';
import type { Saw } from './steady.ts';

type RequestSymptom = Extract<Symptom, { readonly kind: 'request' }>;

/**
 * What is best looked at in each round of a bisect: a request that can be made again at any time first, then what shows once the page is
 * loaded anew. Null: nothing that a probe can see.
 */
export function symptomOf(evidence: Partial<BrowserEvidenceMap>): Symptom | null {
  const notes = neededNotes(evidence);
  return (
    firstOf((evidence.reach?.looks ?? []).toSorted(byWeight), probedSymptom) ??
    firstOf(notes, seenRequestSymptom) ??
    pageSymptom(signsOf(notes, evidence['page-integrity']))
  );
}

function neededNotes(evidence: Partial<BrowserEvidenceMap>): readonly TrafficNote[] {
  return (evidence['page-traffic']?.notes ?? []).filter(({ need }) => need !== null);
}

/** What is stopped in the browser says more than what fails on the way. */
function byWeight(one: ReachLook, other: ReachLook): number {
  return Number(isStopped(other.page)) - Number(isStopped(one.page));
}

function probedSymptom({ need, page, outside }: ReachLook): Symptom | null {
  const row = pageNeeds.find(({ id }) => id === need);
  if (!row?.probe || page === null) return null;
  // A proxy that an extension has set stands before our own requests as well.
  const isOnlyHere = outside.kind === 'answered' || (outside.kind === 'failed' && outside.reason === 'proxy');
  // What was given up on, by the page or by us, says nothing.
  const how = page.kind === 'diverted' ? 'diverted' : page.kind === 'failed' ? page.reason : null;
  return isOnlyHere && how !== null && how !== 'aborted' ? requestSymptom(row.probe, how, row.words) : null;
}

function isStopped(outcome: ReachOutcome | null): boolean {
  return outcome?.kind === 'diverted' || (outcome?.kind === 'failed' && outcome.reason === 'blocked-by-client');
}

/** How the page asked for it, for requests that can be made again from the page. */
const repeatable: Readonly<Record<string, PageProbe['as']>> = {
  xmlhttprequest: 'fetch',
  script: 'script',
  stylesheet: 'style',
};

/** A request of the page's own that was stopped, where its address is known in full. */
function seenRequestSymptom({ url, need, type, what }: TrafficNote): Symptom | null {
  const as = repeatable[type];
  const isStoppedHere = what.kind === 'blocked' || what.kind === 'diverted';
  if (as === undefined || !isStoppedHere || url.includes('…')) return null;
  const how = what.kind === 'blocked' ? 'blocked-by-client' : 'diverted';
  return requestSymptom({ url, as }, how, pageNeeds.find(({ id }) => id === need)?.words ?? '');
}

function requestSymptom({ url, as }: PageProbe, how: RequestSymptom['how'], purpose: string): Symptom {
  const host = URL.parse(url)?.host ?? '';
  return { kind: 'request', url, as, how, words: `the request to ${host}${purpose === '' ? '' : ` for ${purpose}`}` };
}

/**
 * What one more request of a symptom's says about it. What befalls requests by themselves, such as a name that is not found or no answer
 * in time, says nothing, unless it is what was seen in the beginning.
 */
export function sightOf(outcome: ReachOutcome, { how }: Pick<RequestSymptom, 'how'>): Saw {
  switch (outcome.kind) {
    case 'answered':
      return 'works';
    case 'diverted':
      return 'fails';
    case 'failed':
      if (outcome.reason === 'aborted') return 'unclear';
      return outcome.reason === 'blocked-by-client' || outcome.reason === how ? 'fails' : 'unclear';
    case 'not-allowed':
    case 'unseen':
      return 'unclear';
  }
}

/** Codes of what shows on the page itself and in its own requests. */
export function signsIn(evidence: Partial<BrowserEvidenceMap>): readonly FindingCode[] {
  return signsOf(neededNotes(evidence), evidence['page-integrity']).map(({ code }) => code);
}

interface Sign {
  readonly code: FindingCode;
  readonly words: string;
}

/** Only what counts as a fault of its code: what an innocent extension does besides shall not look like it. The surest come first. */
function signsOf(notes: readonly TrafficNote[], integrity: PageIntegrity | undefined): readonly Sign[] {
  const saw = (kind: TrafficNote['what']['kind']) => notes.some(({ what }) => what.kind === kind);
  const replaced = (integrity?.replaced ?? []).filter(({ name }) => speakingFunctions.test(name));
  const signs: readonly (Sign & { readonly isSeen: boolean })[] = [
    { code: 'client.request-blocked', words: 'a blocked request of Claude’s page', isSeen: saw('blocked') },
    {
      code: 'client.request-redirected',
      words: 'a request of Claude’s page that is sent elsewhere',
      isSeen: saw('diverted'),
    },
    {
      code: 'client.page-elements-hidden',
      words: 'the hidden parts of Claude’s page',
      isSeen: integrity?.hidden.some(({ by }) => by === 'injected') === true,
    },
    {
      code: 'client.page-script-patched',
      words: 'the functions that Claude’s page calls',
      isSeen: replaced.some(({ by }) => by.kind !== 'page'),
    },
    { code: 'client.headers-altered', words: 'the headers of Claude’s page', isSeen: notes.some(isWeightyEdit) },
  ];
  return signs.filter(({ isSeen }) => isSeen);
}

function isWeightyEdit({ what }: TrafficNote): boolean {
  if (what.kind !== 'headers') return false;
  const { matters } = headerWeights[what.direction];
  return [...what.added, ...what.removed, ...what.changed].some((name) => matters.test(name));
}

/** One sign alone: two may be the work of two extensions, and each round shall answer one question. */
function pageSymptom([sign]: readonly Sign[]): Symptom | null {
  return sign === undefined ? null : { kind: 'page', codes: [sign.code], words: sign.words };
}

function firstOf<T, R>(all: readonly T[], read: (each: T) => R | null): R | null {
  for (const each of all) {
    const value = read(each);
    if (value !== null) return value;
  }
  return null;
}
