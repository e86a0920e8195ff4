import type { Confidence } from '../kernel/finding.ts';
import type { PlaceId } from './places.ts';
import type { SourceId } from './sources.ts';

/** One statement about Claude and its connectors, with where and when it was read. */
export interface Fact {
  /** One sentence in our words, English; translated in the catalogue. */
  readonly statement: string;
  /** The newest source first. */
  readonly sources: readonly [SourceId, ...SourceId[]];
  /** Day on which the newest source was last read, RFC 3339 full-date; where only the month is known, its first day. */
  readonly checkedOn: string;
  /** Day from which it should be read again. */
  readonly reviewBy: string;
  readonly confidence: Confidence;
  /** Since when it holds, as far as sources tell; null when they do not. `2026-09` or longer. */
  readonly since: string | null;
  /** What other pages say or said instead; they may still stand. */
  readonly replaced: readonly Replaced[];
  /** The person should look at the page, since pages disagree or only one tells. */
  readonly lookAgain: boolean;
  /** Where to look again, when the first source is gone or says too little. */
  readonly lookAt?: PlaceId;
}

export interface Replaced {
  /** English, such as “A tool call may take 300 seconds.” */
  readonly statement: string;
  readonly source: SourceId;
  /** Until when pages said so, `2026-06`; null when unknown. */
  readonly until: string | null;
}
