import type { BisectSearch, BisectStep, Round, SearchOutcome } from './bisect-state.ts';

/**
 * The search for the extension that stands in the way: which suspects shall be on at the next look, told from what was seen so far.
 *
 * It rests on one assumption: who breaks Claude does so whatever else is on. (What is seen against it ends the search as `inconsistent` or
 * `gone`.)
 * 0. Everything on, before anything is switched: what does not fail is not searched for. Where the person says that it fails, their word
 *    stands for this look, and for the last one as long as they have also seen it fail with something off: each would be one more question.
 * 1. All suspects off: what still fails is no extension.
 * 2. One culprit, as mostly: halves. What a failing look left off stays on from then, what a working look had on stays off, so that each
 *    look also tells of those who are out already whether they are needed, and whether they are enough.
 * 3. One look whether that holds: all but the one, or the one alone, whichever is not known. With the first look that makes at most
 *    ceil(log2 n) + 2 looks with something switched off, and proves: with it on and the others off it fails, or with it off and the others on it works; no other is enough
 *    by itself, none is needed besides. Looks that are left of these serve to see both.
 * 4. Where that does not hold, there are several: groups that fail together, each whittled down to those without whom it works (delta
 *    debugging), until Claude works with one of each group off. Before that it is seen whether the ground still holds.
 * 5. Before anybody is named: everything on again, as it was. What does not fail then comes and goes by itself.
 *
 * Of any number of culprits each one that is enough by itself is found, as is each one that is always needed, and nobody is named who is
 * not part of a group that fails. Two culprits take at most 3 ceil(log2 n) + 5 such looks, however they work together; in all there are at most
 * `mostLooks`, and what was found until then is the answer.
 * @see https://doi.org/10.1109/32.988498
 */
export function beginSearch(suspects: readonly string[], byWord = false): BisectSearch {
  return { suspects: [...new Set(suspects)], byWord, rounds: [] };
}

/** What the search wants next: the same for the same rounds. */
export function nextStep(search: BisectSearch): BisectStep {
  return replay(search).step;
}

/** The search after one more look. Once it is over, nothing is added. */
export function withRound(search: BisectSearch, round: Round): BisectSearch {
  return nextStep(search).kind === 'over' ? search : { ...search, rounds: [...search.rounds, round] };
}

/** So many looks were made with something switched off: those with everything on switch nothing, and do not count. */
export function switchedLooks({ suspects, rounds }: BisectSearch): number {
  return rounds.filter(({ on }) => on.length < suspects.length).length;
}

/** At most so many looks are still to come, whoever and however many the culprits are. */
export function mostLooksLeft(search: BisectSearch): number {
  return nextStep(search).kind === 'over' ? 0 : mostLooks(search) - search.rounds.length;
}

/** So many looks are still to come if one extension alone is the reason, as it mostly is. */
export function likelyLooksLeft(search: BisectSearch): number {
  const { step, found } = replay(search);
  if (step.kind === 'over') return 0;
  if (found.isLast) return 1;
  const { rounds, suspects, byWord } = search;
  const atEnd = byWord ? 0 : 1;
  if (found.among === null) return looksForOne(suspects.length) + 2 * atEnd - rounds.length;
  return Math.min(mostLooksLeft(search), log2(found.among) + 1 + atEnd);
}

/** Ids of those already known to be part of the reason; it goes on to see whether there are others. */
export function foundSoFar(search: BisectSearch): readonly string[] {
  const { step, found } = replay(search);
  return step.kind === 'over' ? [] : [...new Set(found.groups.flat())];
}

/** The most looks of such a search, those with everything on among them. */
export function mostLooks({ suspects, byWord }: Pick<BisectSearch, 'suspects' | 'byWord'>): number {
  return mostToFind(suspects.length) + (byWord ? 1 : 2);
}

/** The most looks before somebody is named. */
function mostToFind(suspects: number): number {
  return 5 * log2(suspects) + 10;
}

/** The most looks where one culprit explains everything. */
function looksForOne(suspects: number): number {
  return log2(suspects) + 2;
}

const mostGroups = 4;

type Saw = Round['saw'];

/** Asks for looks by the ids that shall be on, and is told what was seen. */
type Looks<T> = Generator<readonly string[], T, Saw>;

interface Found {
  readonly groups: (readonly string[])[];
  /** Among how many the next member of a group is looked for; null while one culprit may explain everything. */
  among: number | null;
  /** The look that is still to come is the last one. */
  isLast: boolean;
}

function replay({ suspects, byWord, rounds }: BisectSearch): { readonly step: BisectStep; readonly found: Found } {
  const found: Found = { groups: [], among: null, isLast: false };
  const looks = wholeSearch(suspects, byWord, found);
  let next = looks.next();
  for (const round of rounds) {
    if (next.done === true) break;
    if (!isSame(next.value, round.on)) return { step: over({ kind: 'inconsistent' }), found };
    next = looks.next(round.saw);
  }
  return { step: next.done === true ? over(next.value) : { kind: 'look', on: next.value }, found };
}

/** The search between two looks with everything as it is. */
function* wholeSearch(suspects: readonly string[], byWord: boolean, found: Found): Looks<SearchOutcome> {
  if (suspects.length === 0) return { kind: 'not-an-extension' };
  if (!byWord && (yield suspects) === 'works') return { kind: 'gone' };
  const { outcome, hasFailed } = yield* bounded(search(suspects, found), suspects.length, found);
  if (outcome.kind !== 'culprits' || (byWord && hasFailed)) return outcome;
  found.isLast = true;
  if ((yield suspects) === 'fails') return outcome;
  return { kind: byWord ? 'gone' : 'inconsistent' };
}

/** Goes no further than the bound; answers also whether it has failed in any of these looks. */
function* bounded(
  looks: Looks<SearchOutcome>,
  suspects: number,
  found: Found,
): Looks<{ readonly outcome: SearchOutcome; readonly hasFailed: boolean }> {
  let hasFailed = false;
  let next = looks.next();
  for (let left = mostToFind(suspects); next.done !== true; left -= 1) {
    if (left === 0) {
      return { outcome: found.groups.length > 0 ? culprits(found.groups) : { kind: 'inconsistent' }, hasFailed };
    }
    const saw: Saw = yield next.value;
    hasFailed ||= saw === 'fails';
    next = looks.next(saw);
  }
  return { outcome: next.value, hasFailed };
}

function* search(suspects: readonly string[], found: Found): Looks<SearchOutcome> {
  const known = createKnowledge(suspects);
  if (yield* known.fails([])) return { kind: 'not-an-extension' };
  const single = yield* findSingle(suspects, known);
  if (single !== null) return culprits([[single]]);
  found.among = suspects.length;
  // Both were seen before: what comes and goes by itself shows now, before anybody is named.
  const shaken = yield* shakenGround(suspects, known);
  if (shaken !== null) return shaken;
  let others = suspects;
  while (found.groups.length < mostGroups) {
    const group = yield* findGroup(others, known, found);
    found.groups.push(group);
    others = without(others, group.slice(0, 1));
    found.among = others.length;
    if (!(yield* known.fails(others))) return culprits(found.groups);
  }
  return (yield* shakenGround(suspects, known)) ?? culprits(found.groups);
}

/** The one who alone explains everything; null when nobody does. */
function* findSingle(suspects: readonly string[], known: Knowledge): Looks<string | null> {
  let candidates = suspects;
  while (candidates.length > 1) {
    const half = candidates.slice(0, Math.ceil(candidates.length / 2));
    const rest = candidates.slice(half.length);
    const on = without(suspects, [...known.enoughForNone(), ...rest]);
    candidates = (yield* known.fails(on)) ? half : rest;
  }
  const others = without(suspects, candidates);
  // What the rounds do not tell yet comes first; what they tell already is looked at only as far as looks are left of the bound.
  if (without(others, known.enoughForNone()).length > 0 && (yield* known.fails(others))) return null;
  if (known.neededByAll().length > 1 && !(yield* known.fails(candidates))) return null;
  const bound = looksForOne(suspects.length);
  if (known.looks() < bound && (yield* known.fails(others))) return null;
  if (known.looks() < bound && !(yield* known.fails(candidates))) return null;
  return candidates[0] ?? null;
}

/** A group that fails, and works without any one of its members; `among` is known to fail. */
function* findGroup(among: readonly string[], known: Knowledge, found: Found): Looks<readonly string[]> {
  let group: readonly string[] = [];
  let failing = known.smallestFailing(among);
  do {
    let working = known.largestWorking(failing, group);
    for (let open = without(failing, working); open.length > 1; open = without(failing, working)) {
      found.among = open.length;
      const tried = [...working, ...open.slice(0, Math.ceil(open.length / 2))];
      if (yield* known.fails(tried)) failing = tried;
      else working = tried;
    }
    group = [...group, ...without(failing, working)];
  } while (!(yield* known.fails(group)));
  return group;
}

/** Looks once more at what the last answer speaks against: that it fails with everything on, or works with everything off. */
function* shakenGround(suspects: readonly string[], known: Knowledge): Looks<SearchOutcome | null> {
  if (known.last() === 'works') return (yield suspects) === 'fails' ? null : { kind: 'gone' };
  return (yield []) === 'works' ? null : { kind: 'inconsistent' };
}

type Knowledge = ReturnType<typeof createKnowledge>;

/** What was seen, and what follows from it: more of those that fail fails, less of those that work works. */
function createKnowledge(suspects: readonly string[]) {
  const failing = [new Set(suspects)];
  const working: Set<string>[] = [];
  let last: Saw = 'fails';
  let looks = 0;
  return {
    looks: () => looks,
    last: () => last,
    /** Looks, but where the answer is known. */
    *fails(on: readonly string[]): Looks<boolean> {
      const asked = new Set(on);
      if (failing.some((each) => isWithin(each, asked))) return true;
      if (working.some((each) => isWithin(asked, each))) return false;
      last = yield suspects.filter((id) => asked.has(id));
      looks += 1;
      (last === 'fails' ? failing : working).push(asked);
      return last === 'fails';
    },
    /** Those of whom each was on while it worked. */
    enoughForNone: () => working.flatMap((each) => [...each]),
    /** Those who were on whenever it failed. */
    neededByAll: () => suspects.filter((id) => failing.every((each) => each.has(id))),
    smallestFailing: (among: readonly string[]): readonly string[] => {
      const all = new Set(among);
      return failing
        .filter((each) => isWithin(each, all))
        .reduce<readonly string[]>((one, other) => (other.size < one.length ? [...other] : one), among);
    },
    /** The most of `among` that is known to work with `group` on. */
    largestWorking: (among: readonly string[], group: readonly string[]): readonly string[] =>
      working
        .filter((each) => group.every((id) => each.has(id)))
        .map((each) => among.filter((id) => each.has(id)))
        .reduce((one, other) => (other.length > one.length ? other : one), group),
  };
}

function over(outcome: SearchOutcome): BisectStep {
  return { kind: 'over', outcome };
}

function culprits(groups: readonly (readonly string[])[]): SearchOutcome {
  return { kind: 'culprits', groups };
}

function without(ids: readonly string[], gone: readonly string[]): readonly string[] {
  const out = new Set(gone);
  return ids.filter((id) => !out.has(id));
}

function isWithin(ids: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return ids.size <= all.size && [...ids].every((id) => all.has(id));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && isWithin(new Set(one), new Set(other));
}

function log2(count: number): number {
  return Math.ceil(Math.log2(Math.max(1, count)));
}
