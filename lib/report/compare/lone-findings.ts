import type { ComparedFindings, LoneFinding } from './comparison.ts';

/** Earlier findings that are there no more. */
export function goneFindings({ gone }: ComparedFindings): readonly LoneFinding[] {
  return gone.filter(({ elsewhere }) => elsewhere !== 'not-looked-at');
}

/** Earlier findings whose check could not be made this time: they may be there still. */
export function unseenFindings({ gone }: ComparedFindings): readonly LoneFinding[] {
  return gone.filter(({ elsewhere }) => elsewhere === 'not-looked-at');
}
