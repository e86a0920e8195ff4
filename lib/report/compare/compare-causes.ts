import { bySeverity, isFault } from '../../kernel/gravity.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { rootsOf } from '../words/summary.ts';
import type { CauseChange, ComparedCauses, ComparedFindings, LoneFinding, Pair, StayedCause } from './comparison.ts';

/** The same differences by their causes. `pairs`: the findings that are there in both. A cause whose check could not be made this time is none of them. */
export function compareCauses(
  before: Report,
  after: Report,
  { gone, added }: ComparedFindings,
  pairs: readonly Pair<WordedFinding>[],
): ComparedCauses {
  // What nobody looked at this time may be there still; what nobody had looked at is new to the reader all the same.
  const left = gone.filter(({ elsewhere }) => elsewhere !== 'not-looked-at');
  const [earlier, later] = [sideOf(before, gone, left), sideOf(after, added, added)];
  const causes = {
    gone: changesIn(left, earlier),
    added: changesIn(added, later),
    stayed: pairs
      .filter((pair) => isCause(pair.after, later))
      .toSorted((a, b) => bySeverity(a.after, b.after))
      .map((pair) => ({
        ...pair,
        gone: consequencesOf(pair.before, earlier).filter((each) => earlier.told.has(each)),
        added: consequencesOf(pair.after, later).filter((each) => later.told.has(each)),
      })),
  };
  return {
    gone: causes.gone.slice(0, mostCauses).map(clipped),
    added: causes.added.slice(0, mostCauses).map(clipped),
    stayed: causes.stayed.slice(0, mostCauses).map(clippedStayed),
    counts: { gone: causes.gone.length, added: causes.added.length, stayed: causes.stayed.length },
  };
}

const mostCauses = 200;
const mostConsequences = 50;

/** What has to be known of one report. */
interface Side {
  readonly roots: ReadonlyMap<WordedFinding, WordedFinding>;
  readonly consequences: ReadonlyMap<WordedFinding, readonly WordedFinding[]>;
  /** What is there in this report alone. */
  readonly lone: ReadonlySet<WordedFinding>;
  /** What of it is told as gone or new. */
  readonly told: ReadonlySet<WordedFinding>;
}

function sideOf({ findings }: Report, lone: readonly LoneFinding[], told: readonly LoneFinding[]): Side {
  const roots = rootsOf(findings);
  const consequences = new Map<WordedFinding, WordedFinding[]>();
  for (const [finding, root] of roots) {
    if (finding === root) continue;
    const known = consequences.get(root);
    if (known) known.push(finding);
    else consequences.set(root, [finding]);
  }
  return { roots, consequences, lone: findingsIn(lone), told: findingsIn(told) };
}

function findingsIn(lone: readonly LoneFinding[]): ReadonlySet<WordedFinding> {
  return new Set(lone.map(({ finding }) => finding));
}

/** What came or went, as causes with what follows from them. */
function changesIn(lone: readonly LoneFinding[], side: Side): readonly CauseChange[] {
  return lone
    .filter(({ finding }) => isCause(finding, side))
    .toSorted((a, b) => bySeverity(a.finding, b.finding))
    .map((each) => {
      const all = consequencesOf(each.finding, side);
      return {
        ...each,
        with: all.filter((finding) => side.told.has(finding)),
        inBoth: all.filter((finding) => !side.lone.has(finding)),
      };
    });
}

function isCause(finding: WordedFinding, { roots }: Side): boolean {
  return isFault(finding) && roots.get(finding) === finding;
}

function consequencesOf(finding: WordedFinding, { consequences }: Side): readonly WordedFinding[] {
  return consequences.get(finding) ?? [];
}

function clipped(change: CauseChange): CauseChange {
  return {
    ...change,
    with: change.with.slice(0, mostConsequences),
    inBoth: change.inBoth.slice(0, mostConsequences),
  };
}

function clippedStayed(stayed: StayedCause): StayedCause {
  return {
    ...stayed,
    gone: stayed.gone.slice(0, mostConsequences),
    added: stayed.added.slice(0, mostConsequences),
  };
}
