import type { GuideId } from '../guides/guide-id.ts';
import type { Reader } from '../guides/guide.ts';
import type { PlaceId } from '../knowledge/places.ts';

/** What we saw ourselves, on which a tick rests. */
export type Sight =
  | { readonly kind: 'page'; readonly place: PlaceId }
  | { readonly kind: 'no-error-on-page' }
  /** A check of the connector at this host. */
  | { readonly kind: 'check'; readonly host: string }
  | { readonly kind: 'browser' }
  | { readonly kind: 'status-page' };

/** Why a step counts as gone through. Times are Unix milliseconds. */
export type Tick =
  | { readonly by: 'person' | 'skip'; readonly at: number }
  | { readonly by: 'sight'; readonly at: number; readonly sight: Sight };

/** The connector that a guide is followed for, as far as it is known. */
export interface GuideConnector {
  readonly name: string | null;
  readonly url: string | null;
}

/**
 * How far somebody is in a guide: plain data, kept on this machine. `left`: put aside, to be gone on with. `done`: every step is ticked or
 * was skipped.
 */
export interface GuideProgress {
  readonly guide: GuideId;
  readonly phase: 'open' | 'left' | 'done';
  readonly reader: Reader;
  /** The step that stands large, by its id; null when all is done. */
  readonly current: string | null;
  /** Since when it stands large: what was seen before says nothing of it. */
  readonly currentSince: number;
  readonly ticks: Readonly<Record<string, Tick>>;
  /** Steps whose tick by sight the person took back: they are the person’s own now. */
  readonly takenBack: readonly string[];
  readonly connector: GuideConnector;
  readonly startedAt: number;
  readonly updatedAt: number;
}

/** What a person does in a guide, and `seen`, what we do. */
export type GuideEvent =
  | StepEvent
  | { readonly kind: 'untick'; readonly step: string }
  | { readonly kind: 'leave' | 'resume' | 'anew' }
  | { readonly kind: 'connector'; readonly connector: GuideConnector };

/** What happens only in a guide that is being followed. `next`: from a step that is ticked to the one after it. */
type StepEvent =
  | { readonly kind: 'reader'; readonly reader: Reader }
  | { readonly kind: 'tick' | 'skip' | 'show'; readonly step: string }
  | { readonly kind: 'seen'; readonly step: string; readonly sight: Sight }
  | { readonly kind: 'next' | 'back' };

/** What a guide is begun with: its steps are those of the reader, by their ids, in order. */
export interface Beginning {
  readonly guide: GuideId;
  readonly reader: Reader;
  readonly steps: readonly string[];
  readonly connector: GuideConnector;
  readonly now: number;
}

/** A guide at its first step. */
export function beginGuide({ guide, reader, steps, connector, now }: Beginning): GuideProgress {
  return {
    guide,
    phase: 'open',
    reader,
    current: steps[0] ?? null,
    currentSince: now,
    ticks: {},
    takenBack: [],
    connector,
    startedAt: now,
    updatedAt: now,
  };
}

/** The ids of the reader’s steps, in order, and the time. */
export interface GuideMoment {
  readonly steps: readonly string[];
  readonly now: number;
}

/**
 * What becomes of a guide by an event. `steps` are those of its reader (for `reader`, of the new one). What does not fit changes
 * nothing: then the very same object comes back.
 */
export function advanceGuide(before: GuideProgress, event: GuideEvent, moment: GuideMoment): GuideProgress {
  const after = changed(before, event, moment);
  if (after === before) return before;
  const isShownAnew = after.current !== before.current || event.kind === 'resume' || event.kind === 'anew';
  return { ...after, updatedAt: moment.now, currentSince: isShownAnew ? moment.now : before.currentSince };
}

/** Whether a guide was really begun and is not done: merely looking at its first step is no beginning. */
export function isUnderWay({ phase, ticks }: GuideProgress): boolean {
  return phase !== 'done' && Object.keys(ticks).length > 0;
}

/** Progress that an earlier version kept, with the steps as they are now: one that is gone does not stand large. */
export function fittedGuide(progress: GuideProgress, steps: readonly string[]): GuideProgress {
  const { current, phase } = progress;
  const isKnown = current !== null && steps.includes(current);
  return isKnown || phase === 'done' ? progress : movedOn(progress, steps);
}

function changed(before: GuideProgress, event: GuideEvent, moment: GuideMoment): GuideProgress {
  const { phase } = before;
  switch (event.kind) {
    case 'anew':
      return beginGuide({ ...before, ...moment });
    case 'resume':
      return phase === 'left' ? { ...before, phase: 'open' } : before;
    case 'leave':
      return phase === 'open' ? { ...before, phase: 'left' } : before;
    case 'connector':
      return isSameConnector(before, event) ? before : { ...before, connector: event.connector };
    case 'untick':
      return phase === 'left' || !moment.steps.includes(event.step) ? before : unticked(before, event.step);
    case 'reader':
    case 'tick':
    case 'skip':
    case 'show':
    case 'seen':
    case 'next':
    case 'back':
      return phase === 'open' ? followed(before, event, moment) : before;
  }
}

function followed(before: GuideProgress, event: StepEvent, { steps, now }: GuideMoment): GuideProgress {
  const { current } = before;
  if (event.kind === 'reader') {
    return event.reader === before.reader ? before : movedOn({ ...before, reader: event.reader, current: null }, steps);
  }
  if (current === null) return before;
  switch (event.kind) {
    case 'show':
      return steps.includes(event.step) && event.step !== current ? { ...before, current: event.step } : before;
    case 'back': {
      const earlier = steps[steps.indexOf(current) - 1];
      return earlier === undefined ? before : { ...before, current: earlier };
    }
    case 'next':
      return isTicked(before, current) ? movedOn(before, steps) : before;
    case 'seen': {
      // Nobody is moved on by it: the person may be reading.
      const isFree = event.step === current && !isTicked(before, current) && !before.takenBack.includes(current);
      return isFree ? withTick(before, current, { by: 'sight', at: now, sight: event.sight }) : before;
    }
    case 'tick':
    case 'skip': {
      if (!steps.includes(event.step)) return before;
      const marked = withTick(before, event.step, { by: event.kind === 'tick' ? 'person' : 'skip', at: now });
      return event.step === current ? movedOn(marked, steps) : marked;
    }
  }
}

/** To the next step that is open, from the end back to the first one; with none left, the guide is done. */
function movedOn(before: GuideProgress, steps: readonly string[]): GuideProgress {
  const position = before.current === null ? -1 : steps.indexOf(before.current);
  const inTurn = [...steps.slice(position + 1), ...steps.slice(0, position + 1)];
  const next = inTurn.find((step) => !isTicked(before, step)) ?? null;
  return next === null ? { ...before, current: null, phase: 'done' } : { ...before, current: next };
}

/** The step stands large again, and where the tick was ours, it stays the person’s own from now on. */
function unticked(before: GuideProgress, step: string): GuideProgress {
  if (!isTicked(before, step)) return before;
  const { [step]: tick, ...others } = before.ticks;
  const takenBack = tick?.by === 'sight' ? [...before.takenBack, step] : before.takenBack;
  return { ...before, phase: 'open', current: step, ticks: others, takenBack };
}

function withTick(before: GuideProgress, step: string, tick: Tick): GuideProgress {
  return { ...before, ticks: { ...before.ticks, [step]: tick } };
}

function isTicked({ ticks }: GuideProgress, step: string): boolean {
  return Object.hasOwn(ticks, step);
}

function isSameConnector(
  { connector: before }: GuideProgress,
  { connector: after }: { readonly connector: GuideConnector },
): boolean {
  return before.name === after.name && before.url === after.url;
}
