import { beginBisect, type NewBisect } from './bisect-life.ts';
import type { BisectState } from './bisect-state.ts';

/** Before anything was switched Claude works: there is nothing to search for. */
export function goneAlready(state: BisectState): BisectState {
  const findings = {
    symptom: state.symptom.words,
    seenBy: state.symptom.kind === 'person' ? 'person' : 'probe',
    rounds: state.search.rounds.length,
    suspects: state.search.suspects.length,
    outcome: { kind: 'gone' },
  } as const;
  return { ...state, phase: 'restoring', toSwitch: null, mostLeft: 0, likelyLeft: 0, findings };
}

/** The person, or somebody else, has switched this one meanwhile: that is how it has to be from now on, and nobody switches it back. */
export function leftAsIs(state: BisectState, id: string, enabled: boolean): BisectState {
  return { ...state, original: state.original.map((each) => (each.id === id ? { ...each, enabled } : each)) };
}

/**
 * This one is not installed any more. What was seen while it was on says nothing about the others, so the search begins anew among them;
 * null when nobody is left to search.
 */
export function withoutExtension(state: BisectState, id: string): BisectState | null {
  const { mode, symptom, tabId, startedAt: now } = state;
  const original = state.original.filter((each) => each.id !== id);
  const suspects = state.suspects.filter((each) => each.id !== id);
  const next = beginBisect({ id: state.id, mode, original, suspects, symptom, tabId, now });
  return next.phase === 'searching' ? next : null;
}

/** The person wished for a search, and it could not begin: `problem` says why. Nothing was switched. */
export function neverBegun(about: Pick<NewBisect, 'id' | 'mode' | 'tabId' | 'now'>, problem: string): BisectState {
  const symptom = { kind: 'person', words: '' } as const;
  const empty = beginBisect({ ...about, original: [], suspects: [], symptom });
  return { ...empty, phase: 'over', endedAt: about.now, ended: 'error', problem, findings: null };
}
