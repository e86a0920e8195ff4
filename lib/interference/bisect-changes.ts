import { beginBisect, type NewBisect } from './bisect-life.ts';
import type { BisectState } from './bisect-state.ts';

/** The person, or somebody else, has switched this one meanwhile: that is how it has to be from now on, and nobody switches it back. */
export function leftAsIs(state: BisectState, id: string, enabled: boolean): BisectState {
  return { ...state, original: state.original.map((each) => (each.id === id ? { ...each, enabled } : each)) };
}

/**
 * This one was removed from the browser. What was seen while it was on says nothing about the others, so a search begins anew among them;
 * null when nobody is left to search. Where everything is being put back, or was, it is not to be brought back any more.
 */
export function withoutExtension(state: BisectState, id: string): BisectState | null {
  const isOther = (each: { readonly id: string }): boolean => each.id !== id;
  const original = state.original.filter(isOther);
  if (state.phase === 'restoring' || state.phase === 'over') {
    const notRestored = state.notRestored.filter(isOther);
    return { ...state, original, notRestored, isNotAllowed: state.isNotAllowed && notRestored.length > 0 };
  }
  const { mode, symptom, tabId, startedAt: now } = state;
  const suspects = state.suspects.filter(isOther);
  const next = beginBisect({ id: state.id, mode, original, suspects, symptom, tabId, now });
  return next.phase === 'searching' ? next : null;
}

/** The person wished for a search, and it could not begin: `problem` says why. Nothing was switched. */
export function neverBegun(about: Pick<NewBisect, 'id' | 'mode' | 'tabId' | 'now'>, problem: string): BisectState {
  const symptom = { kind: 'person', words: '' } as const;
  const empty = beginBisect({ ...about, original: [], suspects: [], symptom });
  return { ...empty, phase: 'over', endedAt: about.now, ended: 'error', problem, findings: null };
}
