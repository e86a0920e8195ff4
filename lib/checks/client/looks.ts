import type { EvidenceMap } from '../../kernel/evidence.ts';
import type {
  BisectFindings,
  ExtensionsSeen,
  ReachLook,
  ReachOutcome,
  TrafficNote,
} from '../../kernel/evidence-browser.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import type { Observation } from '../../kernel/observation.ts';
import { hostOf } from './look-words.ts';

/** A request outside the page that failed. */
export interface FailedLook extends ReachLook {
  readonly outside: Extract<ReachOutcome, { readonly kind: 'failed' }>;
}

/** A look whose request outside the page failed. */
export function failsOutside(look: ReachLook): look is FailedLook {
  return look.outside.kind === 'failed';
}

/** Whether it was seen what became of it. */
export function isTold(outcome: ReachOutcome | null): outcome is ReachOutcome {
  return outcome !== null && outcome.kind !== 'not-allowed' && outcome.kind !== 'unseen';
}

/** An error of the server itself, with which nothing behind it can be used. */
export function isServerError(outcome: ReachOutcome): boolean {
  return outcome.kind === 'answered' && outcome.status >= 500;
}

/** The page had an answer, or we had one outside it: the host is reached, whatever befell the other request. */
export function isReached({ outside, page }: ReachLook): boolean {
  return [outside, page].some((outcome) => outcome?.kind === 'answered' && !isServerError(outcome));
}

/**
 * What befell the page before is over: the page itself has an answer now for the same address, or for the same use of it where a row of
 * the table stands for one use. The page that is open went without it all the same, until it is loaded anew.
 */
export function isPast({ need, url }: TrafficNote, looks: readonly ReachLook[]): boolean {
  return looks.some((look) => {
    if (look.page?.kind !== 'answered' || look.need !== need) return false;
    return !ofManyUses.has(look.need) || placeOf(look.url) === placeOf(url);
  });
}

/** Rows for whatever else goes to one of Claude’s hosts: an answer says nothing of the next address. */
const ofManyUses: ReadonlySet<string> = new Set(['page', 'page-code', 'platform']);

/** Without query, since that is not kept. */
function placeOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** The search has named extensions, and so many of them are off now that Claude works by what it saw. */
export function areCulpritsOff(bisect: Observation<BisectFindings>, extensions: Observation<ExtensionsSeen>): boolean {
  if (bisect.status !== 'observed' || extensions.status !== 'observed') return false;
  const { outcome } = bisect.value;
  const on = new Set(extensions.value.suspects.map(({ id }) => id));
  return outcome.kind === 'culprits' && outcome.groups.every((group) => group.some(({ id }) => !on.has(id)));
}

/** What a search has shown: `none` of the extensions that were off, `named` ones; `no` where none was made, or none that says anything. */
export function searched(bisect: Observation<BisectFindings>): 'no' | 'none' | 'named' {
  const kind = bisect.status === 'observed' ? bisect.value.outcome.kind : null;
  if (kind === 'not-an-extension') return 'none';
  return kind === 'culprits' ? 'named' : 'no';
}

/** Looks at the host of Claude’s pages themselves. */
export function looksAtClaude(looks: readonly ReachLook[]): readonly ReachLook[] {
  return looks.filter(({ url }) => hostOf(url) === 'claude.ai');
}

/** Why nothing can be said from these outcomes; null when something can. */
export function whyUntold(outcomes: readonly (ReachOutcome | null)[]): SkipReason | null {
  if (outcomes.some(isTold)) return null;
  const made = outcomes.filter((outcome) => outcome !== null);
  if (made.length === 0) return 'not-asked';
  return made.some(({ kind }) => kind === 'not-allowed') ? 'permission' : 'vantage';
}

/** What was seen of Claude’s page from within. */
export interface PageSide {
  readonly browser: Observation<EvidenceMap['browser']>;
  readonly reach: Observation<EvidenceMap['reach']>;
  readonly 'page-traffic': Observation<EvidenceMap['page-traffic']>;
}

/** Why nothing can be said of the requests of Claude’s page; null when some were seen. */
export function whyPageUnseen({ browser, reach, 'page-traffic': traffic }: PageSide): SkipReason | null {
  const looks = reach.status === 'observed' ? reach.value.looks : [];
  if (looks.some(({ page }) => isTold(page))) return null;
  if (traffic.status === 'observed' && traffic.value.requests > 0) return null;
  if (browser.status === 'observed' && !browser.value.hasPage) return 'prerequisite';
  const missing = [reach, traffic].find(({ status }) => status !== 'observed');
  return missing === undefined ? (whyUntold(looks.map(({ page }) => page)) ?? 'vantage') : whyMissing(missing);
}

/** Why an observation that a check can do without is missing. */
export function whyMissing(observation: Observation<unknown>): SkipReason {
  if (observation.status === 'crashed') return 'crashed';
  if (observation.status === 'observed') return 'vantage';
  return observation.because === 'cancelled' ? 'not-reached' : observation.because;
}
