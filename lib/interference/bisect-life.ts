import type { BisectFindings, Suspect } from '../kernel/evidence-browser.ts';
import {
  beginSearch,
  foundSoFar,
  likelyLooksLeft,
  mostLooksLeft,
  nextStep,
  switchedLooks,
  withRound,
} from './bisect.ts';
import type { BisectEnd, BisectState, NamedExtension, Round, SearchOutcome, Symptom } from './bisect-state.ts';

/** What a bisect is at its beginning. */
export interface NewBisect {
  readonly id: string;
  readonly mode: BisectState['mode'];
  /** Everything that may be switched. */
  readonly original: BisectState['original'];
  /** The likeliest first; only those of `original` that were enabled and can be switched are searched. */
  readonly suspects: readonly Suspect[];
  readonly symptom: Symptom;
  readonly tabId: number | null;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** What can happen to a bisect. */
export type BisectEvent =
  /** What a look brought, by a probe or by the person's word, with the suspects as `wantedEnabled` has them. */
  | { readonly kind: 'saw'; readonly saw: Round['saw'] }
  /** No probe can tell: the person is asked. */
  | { readonly kind: 'ask-person' }
  /** Guided: the person is to switch these, for a look or to put everything back. */
  | { readonly kind: 'needs-switches'; readonly off: readonly string[]; readonly on: readonly string[] }
  /** Guided: everything is switched as it shall be. */
  | { readonly kind: 'switched' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'failed'; readonly problem: string }
  /** What drove it died. */
  | { readonly kind: 'interrupted' }
  /** Everything is as it was, but for these; `isNotAllowed`: since the permission for it is missing. */
  | { readonly kind: 'restored'; readonly notRestored: readonly NamedExtension[]; readonly isNotAllowed?: boolean }
  /** The person wants it to stay as it is now. */
  | { readonly kind: 'left'; readonly astray: readonly NamedExtension[] };

/** A bisect before its first look; without anybody to search it is over but for the restoring. */
export function beginBisect({ now, original, suspects, symptom, ...rest }: NewBisect): BisectState {
  const switchable = new Set(original.flatMap(({ id, enabled }) => (enabled ? [id] : [])));
  const searched = suspects.filter(({ id, canSwitch }) => canSwitch && switchable.has(id));
  return lookedOn({
    ...rest,
    phase: 'searching',
    original,
    suspects,
    symptom,
    search: beginSearch(
      searched.map(({ id }) => id),
      symptom.kind === 'person',
    ),
    toSwitch: null,
    mostLeft: 0,
    likelyLeft: 0,
    found: [],
    offNow: 0,
    startedAt: now,
    endedAt: null,
    ended: null,
    problem: null,
    findings: null,
    notRestored: [],
    isNotAllowed: false,
    leftAsIs: [],
  });
}

/**
 * What a bisect is after an event. The same object where the event does not fit the phase. However it ends, everything is put back first
 * (`restoring`), and what is over stays over; only what is still to be put back may get less. `now` is Unix time in milliseconds.
 */
export function advance(state: BisectState, event: BisectEvent, now: number): BisectState {
  switch (state.phase) {
    case 'searching':
    case 'asking':
    case 'waiting-for-switches':
      return underWay(state, event);
    case 'restoring':
      return restoring(state, event, now);
    case 'over':
      return event.kind === 'restored' || event.kind === 'left' ? over(state, event) : state;
  }
}

/** What each extension of `original` has to be right now. While it searches only suspects differ from what they were. */
export function wantedEnabled(state: BisectState): ReadonlyMap<string, boolean> {
  const isSearching = state.phase !== 'restoring' && state.phase !== 'over';
  const step = isSearching ? nextStep(state.search) : null;
  const suspects = new Set(step?.kind === 'look' ? state.search.suspects : []);
  const on = new Set(step?.kind === 'look' ? step.on : []);
  return new Map(state.original.map(({ id, enabled }) => [id, suspects.has(id) ? enabled && on.has(id) : enabled]));
}

function underWay(state: BisectState, event: BisectEvent): BisectState {
  switch (event.kind) {
    case 'saw':
      return state.phase === 'waiting-for-switches' ? state : saw(state, event.saw);
    case 'ask-person':
      return state.phase === 'searching' ? { ...state, phase: 'asking' } : state;
    case 'needs-switches':
      return state.mode === 'guided' && state.phase !== 'asking'
        ? { ...state, phase: 'waiting-for-switches', toSwitch: { off: event.off, on: event.on } }
        : state;
    case 'switched':
      return state.phase === 'waiting-for-switches' ? { ...state, phase: 'searching', toSwitch: null } : state;
    case 'stop':
      return ended(state, 'stopped', null);
    case 'failed':
      return ended(state, 'error', event.problem);
    case 'interrupted':
      return ended(state, 'interrupted', null);
    case 'restored':
    case 'left':
      return state;
  }
}

function restoring(state: BisectState, event: BisectEvent, now: number): BisectState {
  switch (event.kind) {
    case 'needs-switches':
      return state.mode === 'guided' ? { ...state, toSwitch: { off: event.off, on: event.on } } : state;
    case 'switched':
      return state.toSwitch === null ? state : { ...state, toSwitch: null };
    case 'restored':
    case 'left':
      return over({ ...state, phase: 'over', endedAt: Math.max(now, state.startedAt) }, event);
    case 'saw':
    case 'ask-person':
    case 'stop':
    case 'failed':
    case 'interrupted':
      return state;
  }
}

type Restored = Extract<BisectEvent, { readonly kind: 'restored' | 'left' }>;

/** What was removed from the browser meanwhile is not to be brought back any more. */
function over(state: BisectState, event: Restored): BisectState {
  const isKnown = ({ id }: NamedExtension): boolean => state.original.some((each) => each.id === id);
  const named = (all: readonly NamedExtension[]): readonly NamedExtension[] =>
    all.filter(isKnown).map(({ id, name }) => ({ id, name }));
  const notRestored = event.kind === 'left' ? [] : named(event.notRestored);
  return {
    ...state,
    toSwitch: null,
    notRestored,
    isNotAllowed: event.kind === 'restored' && event.isNotAllowed === true && notRestored.length > 0,
    leftAsIs: event.kind === 'left' ? named(event.astray) : state.leftAsIs,
  };
}

/** While the person is asked, only they can answer. */
function saw(state: BisectState, saw: Round['saw']): BisectState {
  const step = nextStep(state.search);
  if (step.kind === 'over') return state;
  const by = state.phase === 'asking' || state.symptom.kind === 'person' ? 'person' : 'probe';
  return lookedOn({ ...state, phase: 'searching', search: withRound(state.search, { on: step.on, saw, by }) });
}

/** After a look, and at the beginning: it goes on, or has its answer. */
function lookedOn(state: BisectState): BisectState {
  const { search } = state;
  const step = nextStep(search);
  const next = { ...state, mostLeft: mostLooksLeft(search), likelyLeft: likelyLooksLeft(search), ...nobodyYet };
  if (step.kind === 'look') {
    const names = namesOf(state);
    const found = foundSoFar(search).map((id) => ({ id, name: names.get(id) ?? id }));
    return { ...next, found, offNow: search.suspects.length - step.on.length };
  }
  return { ...next, phase: 'restoring', findings: findingsOf(state, step.outcome) };
}

function ended(state: BisectState, how: BisectEnd, problem: string | null): BisectState {
  return {
    ...state,
    phase: 'restoring',
    ended: how,
    problem,
    toSwitch: null,
    mostLeft: 0,
    likelyLeft: 0,
    ...nobodyYet,
  };
}

const nobodyYet = { found: [], offNow: 0 } as const;

function namesOf({ suspects }: BisectState): ReadonlyMap<string, string> {
  return new Map(suspects.map(({ id, name }) => [id, name]));
}

function findingsOf(state: BisectState, outcome: SearchOutcome): BisectFindings {
  const { search, symptom } = state;
  const names = namesOf(state);
  return {
    symptom: symptom.words,
    seenBy: seenBy(search.rounds, symptom),
    rounds: switchedLooks(search),
    suspects: search.suspects.length,
    outcome:
      outcome.kind === 'culprits'
        ? {
            kind: 'culprits',
            groups: outcome.groups.map((group) => group.map((id) => ({ id, name: names.get(id) ?? id }))),
          }
        : outcome,
  };
}

function seenBy(rounds: readonly Round[], symptom: Symptom): BisectFindings['seenBy'] {
  const all = new Set(rounds.map(({ by }) => by));
  if (all.size > 1) return 'both';
  return all.has('person') || symptom.kind === 'person' ? 'person' : 'probe';
}
