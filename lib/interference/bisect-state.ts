import type { BisectFindings, Suspect } from '../kernel/evidence-browser.ts';
import type { FailureReason } from '../kernel/exchange.ts';

/** What is looked at in each round, to tell whether Claude works. */
export type Symptom =
  /** A request from the page that is blocked, diverted or fails. */
  | {
      readonly kind: 'request';
      readonly url: string;
      readonly as: 'fetch' | 'script' | 'style';
      /** What became of it: what else may befall a request on its way says nothing about this. */
      readonly how: FailureReason | 'diverted';
      readonly words: string;
    }
  /** Something about the page that shows after it is loaded anew: these codes are found again. */
  | { readonly kind: 'page'; readonly codes: readonly string[]; readonly words: string }
  /** No probe can see it: the person says whether it works. */
  | { readonly kind: 'person'; readonly words: string };

/** One round: these suspects were on, all others off. */
export interface Round {
  readonly on: readonly string[];
  readonly saw: 'fails' | 'works';
  readonly by: 'probe' | 'person';
}

/** The search alone: which suspects there are, and what was seen so far. Everything else follows from it. */
export interface BisectSearch {
  /** Ids, the likeliest first. */
  readonly suspects: readonly string[];
  /** The person says whether it works: it fails by their word before the first look. */
  readonly byWord: boolean;
  readonly rounds: readonly Round[];
}

/** What the search wants next. */
export type BisectStep =
  | { readonly kind: 'look'; readonly on: readonly string[] }
  | { readonly kind: 'over'; readonly outcome: SearchOutcome };

export type SearchOutcome =
  | { readonly kind: 'not-an-extension' }
  /** Groups of ids; each group is enough, those within one only together. With the first of each group off it works. */
  | { readonly kind: 'culprits'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'inconsistent' }
  /** With everything on it does not fail any more. */
  | { readonly kind: 'gone' };

/** Why a bisect ended without an answer. */
export type BisectEnd = 'stopped' | 'error' | 'interrupted';

/**
 * A bisect as it is written down (`storage.local`) before anything is switched, and after each step: whatever dies, `original` says how
 * everything has to be again.
 */
export interface BisectState {
  readonly id: string;
  readonly mode: 'automatic' | 'guided';
  readonly phase:
    /** Switching and looking. */
    | 'searching'
    /** The person is asked whether it works. */
    | 'asking'
    /** Firefox: the person is asked to switch what `toSwitch` says. */
    | 'waiting-for-switches'
    | 'restoring'
    /** Everything is as it was, or the person was told what is not (`notRestored`). */
    | 'over';
  /** Everything that may be switched in this bisect, and what it was before: nothing else is ever touched. */
  readonly original: readonly { readonly id: string; readonly name: string; readonly enabled: boolean }[];
  /** All that may touch Claude's page, also those that are left alone; who is searched says `search`. */
  readonly suspects: readonly Suspect[];
  readonly search: BisectSearch;
  readonly symptom: Symptom;
  /** The tab on which it looks. */
  readonly tabId: number | null;
  /** Guided: what the person is to switch now. */
  readonly toSwitch: { readonly off: readonly string[]; readonly on: readonly string[] } | null;
  /** At most so many looks are still to come, whoever and however many the culprits are. */
  readonly mostLeft: number;
  /** So many looks are still to come if one extension alone is the reason, as it mostly is. */
  readonly likelyLeft: number;
  /** Those already known to be part of the reason, while it is looked whether there are others. */
  readonly found: readonly NamedExtension[];
  /** So many suspects are off for the look that is to be made. */
  readonly offNow: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly ended: BisectEnd | null;
  readonly problem: string | null;
  readonly findings: BisectFindings | null;
  /** Those that are not as they were, and could not be brought back: only these are ever tried again, and only by the person's word. */
  readonly notRestored: readonly NamedExtension[];
  /** They cannot be brought back, nor seen, as long as the permission to switch extensions is missing. */
  readonly isNotAllowed: boolean;
  /** Those of `notRestored` that the person leaves as they are. */
  readonly leftAsIs: readonly NamedExtension[];
}

export interface NamedExtension {
  readonly id: string;
  readonly name: string;
}
