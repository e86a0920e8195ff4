import { msg, saidValue, say } from '../../lib/i18n/say.ts';
import type { ExtraPurpose, ReachOutcome, TrafficNote, TrafficTrouble } from '../../lib/kernel/evidence-browser.ts';
import { pageNeeds } from '../../lib/standards/claude-page-needs.ts';
import { headerWeights } from '../../lib/standards/page-marks.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';
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
        words: outcome.leadsTo === null ? say('Answered') : say('Led elsewhere by the server'),
        said:
          outcome.leadsTo === null ? (outcome.status === 0 ? null : String(outcome.status)) : shown(outcome.leadsTo),
      };
    case 'diverted':
      return { tone: 'broken', words: say('Sent elsewhere in this browser'), said: shown(outcome.to) };
    case 'failed':
      return {
        tone: 'broken',
        words:
          !outcome.wasSent && outcome.reason === 'blocked-by-client' ? say('Blocked in this browser') : say('Failed'),
        said: shown(outcome.said),
      };
    case 'not-allowed':
      return { tone: 'neutral', words: say('Not asked, without your permission'), said: null };
    case 'unseen':
      return { tone: 'neutral', words: say('Could not be seen'), said: null };
  }
}

/** What a request of Claude’s page met. */
export function troubleWords(what: TrafficTrouble): OutcomeWords {
  switch (what.kind) {
    case 'blocked':
      return { tone: 'broken', words: say('Blocked in this browser'), said: shown(what.said) };
    case 'diverted':
      return { tone: 'broken', words: say('Sent elsewhere in this browser'), said: shown(what.to) };
    case 'failed':
      return { tone: 'broken', words: say('Failed'), said: shown(what.said) };
    case 'headers':
      return headerWords(what);
    case 'gone':
      return { tone: 'degraded', words: say('Not there any more'), said: String(what.status) };
    case 'server-error':
      return { tone: 'degraded', words: say('Claude’s server failed'), said: String(what.status) };
  }
}

/** What Claude needs a request for, or what it is for where Claude can do without. */
export function needWords(need: string | null, extra: ExtraPurpose | null): string {
  const words = pageNeeds.find(({ id }) => id === need)?.words;
  if (words !== undefined) return say('Needed for {what}', { what: saidValue('what', words) });
  return say(extra === null ? unknownNeed : extraWords[extra]);
}

/** Notes about what Claude needs, and those about what connectors can do without. */
export function sortedNotes(notes: readonly TrafficNote[]): {
  readonly needed: readonly TrafficNote[];
  readonly harmless: readonly TrafficNote[];
} {
  const isHarmless = ({ need, purpose }: TrafficNote): boolean => need === null && purpose === null;
  return { needed: notes.filter((note) => !isHarmless(note)), harmless: notes.filter(isHarmless) };
}

const unknownNeed = msg('Not known to be needed');

const extraWords: Readonly<Record<ExtraPurpose, string>> = {
  telemetry: msg('Measures how Claude is used; connectors work without it'),
  payment: msg('For paying; connectors work without it'),
  support: msg('For talking to support; connectors work without it'),
  advertising: msg('For advertising; connectors work without it'),
};

type HeaderChange = Extract<TrafficTrouble, { kind: 'headers' }>;

/** What anybody may change says nothing against whoever did. */
function headerWords(what: HeaderChange): OutcomeWords {
  const { harmless } = headerWeights[what.direction];
  const isHarmless = [...what.added, ...what.removed, ...what.changed].every((name) => harmless.test(name));
  return {
    tone: isHarmless ? 'neutral' : 'degraded',
    words: say(headersWords[what.direction][isHarmless ? 'harmless' : 'plain']),
    said: shown(changesOf(what)),
  };
}

const headersWords = {
  request: {
    plain: msg('It was changed on the way'),
    harmless: msg('It was changed on the way, which harms nothing'),
  },
  response: {
    plain: msg('Its answer was changed on the way'),
    harmless: msg('Its answer was changed on the way, which harms nothing'),
  },
};

function changesOf({ added, removed, changed }: HeaderChange): string {
  const parts = [
    ...(added.length > 0 ? [say('added: {names}', { names: added.join(', ') })] : []),
    ...(removed.length > 0 ? [say('removed: {names}', { names: removed.join(', ') })] : []),
    ...(changed.length > 0 ? [say('changed: {names}', { names: changed.join(', ') })] : []),
  ];
  return parts.join('; ');
}

function shown(text: string): string {
  return plainLine(text, 200);
}
