import { msg } from '../i18n/say.ts';
import type { RunStatus } from '../kernel/report.ts';
import type { StepMark } from '../kernel/step-mark.ts';
import type { PageSighting } from '../page/sighting.ts';
import { noMarksYet } from '../report/words/step-marks.ts';
import type { RunChoices } from './run-choices.ts';
import { isOver, type RunOutcome, type RunPhase, type RunState } from './run-state.ts';

/** What a run is at its beginning. */
export interface NewRun {
  readonly id: string;
  /** Redacted. */
  readonly typed: string;
  readonly url: string | null;
  readonly host: string | null;
  readonly choices: RunChoices;
  readonly hadSecrets: boolean;
  readonly claude: PageSighting | null;
  readonly tabId: number | null;
  /** What the person has to allow before it can begin, as match patterns; null when nothing is missing. */
  readonly missing: readonly string[] | null;
}

/** What can happen to a run. */
export type RunEvent =
  /** Everything that it needs to begin is allowed. */
  | { readonly kind: 'started' }
  /** It waits for these origins; for none any more when there are none. */
  | { readonly kind: 'waiting'; readonly origins: readonly string[] }
  /** The person is being asked once more for what it waits for. */
  | { readonly kind: 'asked-again' }
  /** The person lets it go on without these. */
  | { readonly kind: 'went-on-without'; readonly origins: readonly string[] }
  | { readonly kind: 'progress'; readonly asking: string | null; readonly marks: readonly StepMark[] }
  | { readonly kind: 'cancelled' }
  /** What ran it is gone. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'finished'; readonly ending: Ending }
  /** It was over before its report: there is one now, or there never will be. */
  | { readonly kind: 'assembled'; readonly ending: Omit<Ending, 'status'> }
  /** Its report was judged again: what was seen is the same. */
  | { readonly kind: 'judged-again'; readonly ending: Omit<Ending, 'status'> }
  | { readonly kind: 'failed'; readonly problem: string }
  /** Numbers of tabs mean nothing after the browser was closed. */
  | { readonly kind: 'tabs-gone' };

/** What is written down of a report. */
export interface Ending {
  readonly status: RunStatus;
  readonly url: string | null;
  readonly host: string | null;
  readonly marks: readonly StepMark[];
  readonly missingOrigins: readonly string[];
  readonly outcome: RunOutcome;
}

/** A run that was just asked for. */
export function beginRun({ missing, ...run }: NewRun, now: number): RunState {
  return {
    ...run,
    phase: missing === null ? 'starting' : 'needs-permission',
    startedAt: now,
    updatedAt: now,
    asking: null,
    marks: noMarksYet,
    missingOrigins: missing ?? [],
    outcome: null,
  };
}

/**
 * What a run is after an event. The same object where the event changes nothing: what is over stays over, and of two outcomes the first
 * one counts. `now` is Unix time in milliseconds.
 */
export function advanceRun(state: RunState, event: RunEvent, now: number): RunState {
  const next = isOver(state) ? afterItsEnd(state, event) : underWay(state, event);
  return next === state ? state : { ...next, updatedAt: Math.max(now, state.updatedAt) };
}

function underWay(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'started':
      return state.phase === 'needs-permission' ? { ...state, phase: 'starting', missingOrigins: [] } : state;
    case 'waiting':
      return waiting(state, event.origins);
    case 'asked-again':
      return state.phase === 'needs-permission' ? { ...state } : state;
    case 'went-on-without':
      return { ...state, phase: 'running', missingOrigins: event.origins };
    case 'progress':
      return { ...state, phase: afterProgress(state.phase), asking: event.asking, marks: event.marks };
    case 'cancelled':
      return over(state, 'cancelled');
    case 'lost':
      return over(state, 'interrupted');
    case 'finished':
      return ended(over(state, phaseOf(event.ending.status)), event.ending);
    case 'assembled':
    case 'judged-again':
      return state;
    case 'failed':
      return { ...over(state, 'interrupted'), outcome: defectOutcome(event.problem) };
    case 'tabs-gone':
      return withoutTab(state);
  }
}

/** A run can be over before there is a report of what was seen; that it gets later, once. */
function afterItsEnd(state: RunState, event: RunEvent): RunState {
  if (event.kind === 'tabs-gone') return withoutTab(state);
  if (state.outcome !== null) return event.kind === 'judged-again' ? ended(state, event.ending) : state;
  if (event.kind === 'finished' || event.kind === 'assembled') return ended(state, event.ending);
  return event.kind === 'failed' ? { ...state, outcome: defectOutcome(event.problem) } : state;
}

function waiting(state: RunState, origins: readonly string[]): RunState {
  if (origins.length > 0) return { ...state, phase: 'needs-permission', missingOrigins: origins };
  return state.phase === 'needs-permission' ? { ...state, phase: 'running', missingOrigins: [] } : state;
}

function over(state: RunState, phase: Extract<RunPhase, 'complete' | 'cancelled' | 'interrupted'>): RunState {
  return { ...state, phase, asking: null, marks: state.marks.map(unasked) };
}

/** Nothing is asked any more, nor comes yet. */
function unasked(mark: StepMark): StepMark {
  return mark.state === 'asking' || mark.state === 'waiting' ? { ...mark, state: 'not-seen' } : mark;
}

function ended(state: RunState, ending: Omit<Ending, 'status'>): RunState {
  const { url, host, marks, missingOrigins, outcome } = ending;
  return { ...state, url: url ?? state.url, host: host ?? state.host, marks, missingOrigins, outcome };
}

function afterProgress(phase: RunPhase): RunPhase {
  return phase === 'starting' ? 'running' : phase;
}

function withoutTab(state: RunState): RunState {
  return state.tabId === null ? state : { ...state, tabId: null };
}

/** A run that met its time limit or a missing permission came to its end all the same. */
function phaseOf(status: RunStatus): Extract<RunPhase, 'complete' | 'cancelled' | 'interrupted'> {
  return status === 'cancelled' || status === 'interrupted' ? status : 'complete';
}

function defectOutcome(problem: string): RunOutcome {
  return {
    verdict: 'unknown',
    headline: msg('This check could not be brought to its end'),
    stop: null,
    cause: null,
    others: { blocker: 0, problem: 0, warning: 0, note: 0 },
    notSeen: [],
    next: problem,
  };
}
