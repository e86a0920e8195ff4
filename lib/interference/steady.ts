/** What a single look showed. */
export type Saw = 'fails' | 'works' | 'unclear';

/** One of a series of looks that are made after extensions were switched. */
export interface Look {
  /** Milliseconds since the switching. */
  readonly afterMs: number;
  readonly saw: Saw;
}

/**
 * How long a series of looks goes on, in milliseconds. Large sets of blocking rules bite 130 to 290 ms after their extension was switched
 * on (measured with 163,000 rules), extensions that set rules by themselves later still; what is switched off stops at once.
 */
export const patience = {
  /** Between two looks. */
  pauseMs: 100,
  /** What was switched off may linger: failing counts once it has lasted so long. */
  failsHoldsMs: 250,
  /** After switching something on, nothing may have failed for so long before it counts as working. */
  worksHoldsMs: 1_500,
  /** The longest series. */
  atMostMs: 3_000,
} as const;

/**
 * What a series of looks comes to; null when one more look is needed. Failing counts when it was seen twice in a row over
 * `failsHoldsMs`; working when it was seen twice in a row, and after switching something on only when it has stayed so for
 * `worksHoldsMs`. What has not settled after `atMostMs` is `unclear`.
 */
export function settled(looks: readonly Look[], switchedOn: boolean): Saw | null {
  const last = looks.at(-1);
  if (last === undefined) return null;
  const lastOther = looks.findLastIndex(({ saw }) => saw !== last.saw);
  const streak = looks.slice(lastOther + 1);
  const lastsMs = last.afterMs - (streak[0]?.afterMs ?? last.afterMs);
  const needsMs = last.saw === 'fails' ? patience.failsHoldsMs : switchedOn ? patience.worksHoldsMs : 0;
  if (last.saw !== 'unclear' && streak.length > 1 && lastsMs >= needsMs) return last.saw;
  return last.afterMs >= patience.atMostMs && looks.length > 1 ? 'unclear' : null;
}
