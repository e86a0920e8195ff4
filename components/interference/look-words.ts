import type { ExtraPurpose, ReachOutcome, TrafficNote, TrafficTrouble } from '../../lib/kernel/evidence-browser.ts';
import { pageNeeds } from '../../lib/standards/claude-page-needs.ts';
import { headerWeights } from '../../lib/standards/page-marks.ts';
import { plainLine } from '../../lib/report/plain.ts';
import type { Tone } from '../ui/tone.ts';

/** What became of a request: a word, its colour, and the browser’s own word as evidence. */
export interface OutcomeWords {
  readonly tone: Tone;
  readonly words: string;
  /** Foreign text, made harmless; null where there is none. */
  readonly said: string | null;
}

/** What became of one small request. */
export function outcomeWords(outcome: ReachOutcome): OutcomeWords {
  switch (outcome.kind) {
    case 'answered':
      return {
        tone: outcome.leadsTo === null ? 'ready' : 'degraded',
        words: outcome.leadsTo === null ? 'Answered' : 'Led elsewhere by the server',
        said:
          outcome.leadsTo === null ? (outcome.status === 0 ? null : String(outcome.status)) : shown(outcome.leadsTo),
      };
    case 'diverted':
      return { tone: 'broken', words: 'Sent elsewhere in this browser', said: shown(outcome.to) };
    case 'failed':
      return {
        tone: 'broken',
        words: outcome.wasSent
          ? 'Failed'
          : outcome.reason === 'blocked-by-client'
            ? 'Blocked in this browser'
            : 'Failed',
        said: shown(outcome.said),
      };
    case 'not-allowed':
      return { tone: 'neutral', words: 'Not asked, without your permission', said: null };
    case 'unseen':
      return { tone: 'neutral', words: 'Could not be seen', said: null };
  }
}

/** What a request of Claude’s page met. */
export function troubleWords(what: TrafficTrouble): OutcomeWords {
  switch (what.kind) {
    case 'blocked':
      return { tone: 'broken', words: 'Blocked in this browser', said: shown(what.said) };
    case 'diverted':
      return { tone: 'broken', words: 'Sent elsewhere in this browser', said: shown(what.to) };
    case 'failed':
      return { tone: 'broken', words: 'Failed', said: shown(what.said) };
    case 'headers':
      return headerWords(what);
    case 'gone':
      return { tone: 'degraded', words: 'Not there any more', said: String(what.status) };
    case 'server-error':
      return { tone: 'degraded', words: 'Claude’s server failed', said: String(what.status) };
  }
}

/** What Claude needs a request for, or what it is for where Claude can do without. */
export function needWords(need: string | null, extra: ExtraPurpose | null): string {
  const words = pageNeeds.find(({ id }) => id === need)?.words;
  if (words !== undefined) return `Needed for ${words}`;
  return extra === null ? 'Not known to be needed' : extraWords[extra];
}

/** Notes about what Claude needs, and those about what connectors can do without. */
export function sortedNotes(notes: readonly TrafficNote[]): {
  readonly needed: readonly TrafficNote[];
  readonly harmless: readonly TrafficNote[];
} {
  const isHarmless = ({ need, purpose }: TrafficNote): boolean => need === null && purpose === null;
  return { needed: notes.filter((note) => !isHarmless(note)), harmless: notes.filter(isHarmless) };
}

const extraWords: Readonly<Record<ExtraPurpose, string>> = {
  telemetry: 'Measures how Claude is used; connectors work without it',
  payment: 'For paying; connectors work without it',
  support: 'For talking to support; connectors work without it',
  advertising: 'For advertising; connectors work without it',
};

type HeaderChange = Extract<TrafficTrouble, { kind: 'headers' }>;

/** What anybody may change says nothing against whoever did. */
function headerWords(what: HeaderChange): OutcomeWords {
  const { harmless } = headerWeights[what.direction];
  const isHarmless = [...what.added, ...what.removed, ...what.changed].every((name) => harmless.test(name));
  const words = what.direction === 'response' ? 'Its answer was changed on the way' : 'It was changed on the way';
  return {
    tone: isHarmless ? 'neutral' : 'degraded',
    words: isHarmless ? `${words}, which harms nothing` : words,
    said: shown(changesOf(what)),
  };
}

function changesOf({ added, removed, changed }: HeaderChange): string {
  const parts = [
    ...(added.length > 0 ? [`added: ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`removed: ${removed.join(', ')}`] : []),
    ...(changed.length > 0 ? [`changed: ${changed.join(', ')}`] : []),
  ];
  return parts.join('; ');
}

function shown(text: string): string {
  return plainLine(text, 200);
}
