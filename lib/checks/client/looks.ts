import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { ReachLook, ReachOutcome } from '../../kernel/evidence-browser.ts';
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
