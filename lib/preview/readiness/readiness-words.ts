import { msg, say } from '../../i18n/say.ts';
import type { Readiness, ReadinessRow, ReadinessState, RequirementGroup } from './readiness-shape.ts';

/** What stands above the rows of each state, in the order in which they ask something of the author. */
export const stateTitles: Readonly<Record<ReadinessState, string>> = {
  unmet: msg('Not met'),
  confirm: msg('For you to confirm'),
  met: msg('Met'),
};

/** What stands above the rows that belong together. */
export const groupTitles: Readonly<Record<RequirementGroup, string>> = {
  server: msg('The server'),
  tools: msg('The tools'),
  listing: msg('The listing'),
  review: msg('The review'),
  policy: msg('Policy and terms'),
};

/** The whole in one line: how many are met, not met, and left to the author. */
export function countsWords({ counts }: Readiness): string {
  return [
    say('{count} met', { count: counts.met }),
    say('{count} not met', { count: counts.unmet }),
    say('{count} for you to confirm ({done} done)', { count: counts.confirm, done: counts.confirmed }),
  ].join(', ');
}

/** Rows of one state, in their order. */
export function rowsOf({ rows }: Readiness, state: ReadinessState): readonly ReadinessRow[] {
  return rows.filter((row) => row.state === state);
}
