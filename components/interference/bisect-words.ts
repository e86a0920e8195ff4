import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { BisectFindings, Suspect } from '../../lib/kernel/evidence-browser.ts';
import { plainLine } from '../../lib/report/plain.ts';
import type { Tone } from '../ui/tone.ts';

/** Whether extensions may still be otherwise than they were, so that a way to put them back has to stand in sight. */
export function isUnderWay({ phase, notRestored }: BisectState): boolean {
  return phase !== 'over' || notRestored.length > 0;
}

/** Whether a person has to switch back what only a person can. */
export function isSwitchingBack({ phase, toSwitch }: Pick<BisectState, 'phase' | 'toSwitch'>): boolean {
  return phase === 'restoring' && toSwitch !== null;
}

/** How it stands, as a headline. Names in it are foreign and made harmless. */
export function bisectTitle(bisect: BisectState): string {
  if (isSwitchingBack(bisect)) return 'Your turn: switch these back';
  if (bisect.phase !== 'over') return underWayTitles[bisect.phase];
  if (bisect.notRestored.length > 0) return 'Not everything could be put back';
  const outcome = bisect.findings?.outcome;
  if (outcome?.kind === 'culprits') return culpritsTitle(outcome.groups);
  if (outcome?.kind === 'not-an-extension') return noneTitle(bisect);
  return outcome ? overTitles[outcome.kind] : endedTitles[bisect.ended ?? 'error'];
}

/** How far the search has come: “Look 3, usually 4 more”; “Try 3” where the person is asked. */
export function progressWords({
  phase,
  search,
  likelyLeft,
  mostLeft,
  found,
}: Pick<BisectState, 'phase' | 'search' | 'likelyLeft' | 'mostLeft' | 'found'>): string {
  const look = `${phase === 'asking' ? 'try' : 'look'} ${search.rounds.length + 1}`;
  if (found.length > 0) return `${namesOf(found)} found. Looking whether there is another: ${look}`;
  const begun = look.charAt(0).toUpperCase() + look.slice(1);
  if (mostLeft <= 1) return `${begun}, the last one`;
  return likelyLeft < 2 ? begun : `${begun}, usually ${likelyLeft - 1} more`;
}

/** How full the line is: it never shrinks, however many looks are still found to be needed. */
export function progressOf({ search }: Pick<BisectState, 'search'>): { readonly value: number; readonly max: number } {
  const made = search.rounds.length;
  const usual = Math.ceil(Math.log2(Math.max(2, search.suspects.length))) + 3;
  return { value: made, max: Math.max(made, usual) + 1 };
}

/** What it means for the reader. */
export function bisectMeaning(bisect: BisectState): string {
  if (isSwitchingBack(bisect)) {
    const these = bisect.toSwitch?.off.length === 0 ? 'Switch these on again.' : 'Switch these.';
    return `${these} Then everything is as it was before the search.`;
  }
  if (bisect.phase === 'asking') return askingWords(bisect.offNow);
  if (bisect.phase !== 'over') return underWayMeanings[bisect.phase];
  const { findings, problem, ended, original } = bisect;
  const back = original.length === 0 ? '' : backWords(bisect);
  if (bisect.notRestored.length > 0) return bisect.isNotAllowed ? notAllowedWords : notRestoredWords;
  if (findings) return `${outcomeWords(findings, leftOutOfSearch(bisect))} ${back}`.trim();
  const why = ended === null || ended === 'error' ? (problem ?? endedMeanings.error) : endedMeanings[ended];
  return original.length === 0 ? why : `${why} ${back} You can search again.`;
}

function askingWords(off: number): string {
  const now = off === 0 ? 'All extensions are on' : `${off} ${off === 1 ? 'extension is' : 'extensions are'} off`;
  return `${now} now. Go to the tab with Claude and try what did not work; answer here or in the popup. Stay on Claude there: elsewhere, the search ends.`;
}

function outcomeWords({ outcome, rounds, suspects }: BisectFindings, leftOut: readonly Suspect[]): string {
  switch (outcome.kind) {
    case 'culprits':
      return proofWords(rounds, outcome.groups);
    case 'not-an-extension':
      return suspects === 0
        ? `There is no extension that may touch Claude and could be switched off.${notTriedWords(leftOut)}`
        : `With ${suspects === 1 ? 'it' : 'them'} off it failed just the same.${notTriedWords(leftOut)}`;
    case 'gone':
      return 'With every extension on it works now, so there is nothing to name.';
    case 'inconsistent':
      return 'It came and went whatever was switched, so no extension can be named.';
  }
}

const notRestoredWords = 'These are not as they were before the search. Try once more, or switch them yourself.';

const notAllowedWords =
  'Connector Doctor may not see or switch extensions any more (permission “management”), so these may still be off.';

/** Who was not searched: left out by the person or by default, or held by an organization. */
export function leftOutOfSearch({ suspects, search }: Pick<BisectState, 'suspects' | 'search'>): readonly Suspect[] {
  const searched = new Set(search.suspects);
  return suspects.filter(({ id }) => !searched.has(id));
}

function notTriedWords(leftOut: readonly Suspect[]): string {
  if (leftOut.length === 0) return '';
  const held = leftOut.filter(({ canSwitch }) => !canSwitch);
  const spared = leftOut.filter(({ canSwitch }) => canSwitch);
  const parts = [
    ...(spared.length > 0 ? [`${fewNames(spared)} (left out)`] : []),
    ...(held.length > 0 ? [`${fewNames(held)} (held by your organization)`] : []),
  ];
  return ` Not tried: ${parts.join('; ')}.`;
}

const mostNames = 6;

function fewNames(group: Groups[number]): string {
  const more = group.length - mostNames;
  return more < 1
    ? namesOf(group)
    : `${group
        .slice(0, mostNames)
        .map(({ name }) => quoted(name))
        .join(', ')} and ${more} more`;
}

function backWords({ leftAsIs: left, findings }: BisectState): string {
  if (left.length === 0) {
    const outcome = findings?.outcome;
    return outcome?.kind === 'culprits' ? againWords(outcome.groups) : 'Everything is switched as it was before.';
  }
  return `Left as you wished: ${namesOf(left)}. All else is switched as it was before.`;
}

/** The colour of what came of it. */
export function bisectTone(bisect: BisectState): Tone {
  if (bisect.phase === 'over' && bisect.notRestored.length > 0) return 'broken';
  if (bisect.phase === 'asking' || bisect.phase === 'waiting-for-switches' || isSwitchingBack(bisect)) return 'sign-in';
  if (bisect.phase !== 'over') return 'neutral';
  const kind = bisect.findings?.outcome.kind;
  if (kind === 'culprits') return 'broken';
  return kind === undefined || kind === 'inconsistent' ? 'degraded' : 'neutral';
}

/** The culprits’ names, each once, in the order in which they were found. */
export function culpritsOf({
  findings,
}: Pick<BisectState, 'findings'>): readonly { readonly id: string; readonly name: string }[] {
  const outcome = findings?.outcome;
  const all = outcome?.kind === 'culprits' ? outcome.groups.flat() : [];
  return all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index);
}

/** “a, b and c”. */
export function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** “12 extensions”. */
export function counted(count: number): string {
  return count === 1 ? 'one extension' : `${count} extensions`;
}

function noneTitle(bisect: BisectState): string {
  const { length } = bisect.search.suspects;
  if (length === 0 || leftOutOfSearch(bisect).length === 0) return 'It is not an extension';
  return length === 1 ? 'It is not this extension' : `It is none of these ${length} extensions`;
}

type Groups = readonly (readonly { readonly id: string; readonly name: string }[])[];

function culpritsTitle(groups: Groups): string {
  const [first = []] = groups;
  if (groups.length > 1) return `${groups.length === 2 ? 'Two' : groups.length} causes: ${listOf(groups.map(namesOf))}`;
  return `${namesOf(first)} ${first.length > 1 ? 'together stand' : 'stands'} in Claude’s way`;
}

function proofWords(rounds: number, groups: Groups): string {
  const looks = `${rounds} ${rounds === 1 ? 'look' : 'looks'}`;
  if (groups.length > 1) {
    return groups.every((group) => group.length === 1)
      ? `Each of them alone makes Claude fail, so it works only with all of them off (${looks}).`
      : `Each of these causes is enough to make Claude fail, so it works only with one extension of each of them off (${looks}).`;
  }
  return (groups[0]?.length ?? 0) > 1
    ? `They do it only together: with all of them on, Claude fails; with one of them off, it works (${looks}).`
    : `With it off, Claude works; with it on, it fails (${looks}).`;
}

/** Everything is as it was, and with that Claude fails as it did. */
function againWords(groups: Groups): string {
  const [first = []] = groups;
  if (groups.length === 1 && first.length === 1) {
    return 'It is on again now, so Claude still fails until it lets Claude through or is off.';
  }
  const who = groups.length === 1 ? 'one of them' : 'one of each cause';
  const needed = groups.every(({ length }) => length === 1) ? 'each of them' : who;
  return `They are on again now, so Claude still fails until ${needed} lets it through or is off.`;
}

function namesOf(group: readonly { readonly name: string }[]): string {
  return listOf(group.map(({ name }) => quoted(name)));
}

function quoted(name: string): string {
  return `“${plainLine(name, 80)}”`;
}

type UnderWay = Exclude<BisectState['phase'], 'over'>;

const underWayTitles: Readonly<Record<UnderWay, string>> = {
  searching: 'Looking for the extension',
  asking: 'Your turn: does it work now?',
  'waiting-for-switches': 'Your turn: switch these extensions',
  restoring: 'Putting everything back',
};

const underWayMeanings: Readonly<Record<Exclude<UnderWay, 'asking'>, string>> = {
  searching: 'Extensions are switched off and on by turns. Leave Claude open in its tab: elsewhere, the search ends.',
  'waiting-for-switches': 'Firefox lets only you switch extensions. The search goes on by itself when you have.',
  restoring: 'Every extension is switched to what it was before.',
};

const overTitles = {
  gone: 'It works now',
  inconsistent: 'No clear answer',
} as const;

const endedTitles = {
  stopped: 'You ended the search',
  error: 'The search ended early',
  interrupted: 'The search was interrupted',
} as const;

const endedMeanings = {
  stopped: 'No extension was named.',
  error: 'It could not be brought to its end.',
  interrupted: 'The browser, or Connector Doctor in it, ended in the middle.',
} as const;
