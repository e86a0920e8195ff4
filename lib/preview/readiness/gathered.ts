import { msg, say } from '../../i18n/say.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import type { ReadinessRow } from './readiness-shape.ts';

/** What a list of requirements shows in one place: one of them, or several that this check did not look at for one reason. */
export type Entry =
  | { readonly kind: 'row'; readonly row: ReadinessRow }
  | { readonly kind: 'unlooked'; readonly because: SkipReason; readonly rows: readonly ReadinessRow[] };

/** Gathers requirements that would give the same reason again and again; each stands where the first of them stood. What is ticked stays by itself. */
export function gathered(rows: readonly ReadinessRow[]): readonly Entry[] {
  return rows.flatMap((row): readonly Entry[] => {
    const because = reasonOf(row);
    const all = rows.filter((other) => reasonOf(other) === because);
    if (because === null || all.length < fewest) return [{ kind: 'row', row }];
    return all[0] === row ? [{ kind: 'unlooked', because, rows: all }] : [];
  });
}

/** Fewer say it as shortly one by one. */
const fewest = 3;

function reasonOf({ unlooked, confirmed }: ReadinessRow): SkipReason | null {
  return confirmed ? null : (unlooked ?? null);
}

/** Why several requirements were not looked at, and what would change that, in one sentence or two. */
export function unlookedWords(because: SkipReason, count: number): string {
  return say(words[because], { count });
}

const words: Readonly<Record<SkipReason, string>> = {
  'needs-sign-in': msg(
    '{count} requirements lie behind the sign-in, and this check did not sign in. A check with a sign-in fills them in (on the command line: --sign-in).',
  ),
  consent: msg('{count} requirements are looked at only by your word, and this check did not have it.'),
  permission: msg('{count} requirements need a permission that was missing.'),
  vantage: msg('{count} requirements cannot be seen from here.'),
  prerequisite: msg('{count} requirements rest on an answer that did not come.'),
  'not-reached': msg('{count} requirements were not looked at: the check did not get so far.'),
  'not-asked': msg('{count} requirements were not asked for by this check.'),
  'not-applicable': msg('Of {count} requirements there was nothing to be seen.'),
  deadline: msg('For {count} requirements there was no time left.'),
  crashed: msg('{count} requirements could not be judged, because of a defect of Connector Doctor.'),
};
