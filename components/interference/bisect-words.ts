import { msg, say, sayCount } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import type { BisectFindings, Suspect } from '../../lib/kernel/evidence-browser.ts';
import { andMore } from '../../lib/report/words/finding-words.ts';
import type { Tone } from '../ui/tone.ts';
import { againWords, culpritsTitle, namesOf, proofWords, quoted, type CulpritGroups } from './culprit-words.ts';

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
  if (isSwitchingBack(bisect)) return say('Your turn: switch these back');
  if (bisect.phase !== 'over') return say(underWayTitles[bisect.phase]);
  if (bisect.notRestored.length > 0) return say('Not everything could be put back');
  const outcome = bisect.findings?.outcome;
  if (outcome?.kind === 'culprits') return culpritsTitle(outcome.groups);
  if (outcome?.kind === 'not-an-extension') return noneTitle(bisect);
  return say(outcome ? overTitles[outcome.kind] : endedTitles[bisect.ended ?? 'error']);
}

/** How far the search has come: “Look 3, usually 4 more”; “Try 3” where the person is asked. */
export function progressWords({
  phase,
  search,
  likelyLeft,
  mostLeft,
  found,
}: Pick<BisectState, 'phase' | 'search' | 'likelyLeft' | 'mostLeft' | 'found'>): string {
  const words = phase === 'asking' ? tries : looks;
  const number = search.rounds.length + 1;
  if (found.length > 0) return say(words.another, { names: namesOf(found), number });
  if (mostLeft <= 1) return say(words.last, { number });
  return likelyLeft < 2 ? say(words.alone, { number }) : say(words.some, { number, more: likelyLeft - 1 });
}

const looks = {
  another: msg('{names} found. Looking whether there is another: look {number}'),
  last: msg('Look {number}, the last one'),
  some: msg('Look {number}, usually {more} more'),
  alone: msg('Look {number}'),
};

const tries: typeof looks = {
  another: msg('{names} found. Looking whether there is another: try {number}'),
  last: msg('Try {number}, the last one'),
  some: msg('Try {number}, usually {more} more'),
  alone: msg('Try {number}'),
};

/** How full the line is: it never shrinks, however many looks are still found to be needed. */
export function progressOf({ search }: Pick<BisectState, 'search'>): { readonly value: number; readonly max: number } {
  const made = search.rounds.length;
  const usual = Math.ceil(Math.log2(Math.max(2, search.suspects.length))) + 3;
  return { value: made, max: Math.max(made, usual) + 1 };
}

/** What it means for the reader. */
export function bisectMeaning(bisect: BisectState): string {
  if (isSwitchingBack(bisect)) {
    return bisect.toSwitch?.off.length === 0
      ? say('Switch these on again. Then everything is as it was before the search.')
      : say('Switch these. Then everything is as it was before the search.');
  }
  if (bisect.phase === 'asking') return askingWords(bisect.offNow);
  if (bisect.phase !== 'over') return say(underWayMeanings[bisect.phase]);
  const { findings, problem, ended, original } = bisect;
  const back = original.length === 0 ? '' : backWords(bisect);
  if (bisect.notRestored.length > 0) return say(bisect.isNotAllowed ? notAllowedWords : notRestoredWords);
  if (findings) return `${outcomeWords(findings, leftOutOfSearch(bisect))} ${back}`.trim();
  const why = ended === null || ended === 'error' ? (problem ?? say(endedMeanings.error)) : say(endedMeanings[ended]);
  return original.length === 0 ? why : `${why} ${back} ${say('You can search again.')}`;
}

function askingWords(off: number): string {
  const now =
    off === 0
      ? say('All extensions are on now.')
      : sayCount(off, { one: '{count} extension is off now.', other: '{count} extensions are off now.' });
  const then = say(
    'Go to the tab with Claude and try what did not work; answer here or in the popup. Stay on Claude there: elsewhere, the search ends.',
  );
  return `${now} ${then}`;
}

function outcomeWords({ outcome, rounds, suspects }: BisectFindings, leftOut: readonly Suspect[]): string {
  switch (outcome.kind) {
    case 'culprits':
      return proofWords(rounds, outcome.groups);
    case 'not-an-extension':
      return `${noneWords(suspects)} ${notTriedWords(leftOut)}`.trim();
    case 'gone':
      return say('With every extension on it works now, so there is nothing to name.');
    case 'inconsistent':
      return say('It came and went whatever was switched, so no extension can be named.');
  }
}

function noneWords(suspects: number): string {
  if (suspects === 0) return say('There is no extension that may touch Claude and could be switched off.');
  return suspects === 1 ? say('With it off it failed just the same.') : say('With them off it failed just the same.');
}

const notRestoredWords = msg('These are not as they were before the search. Try once more, or switch them yourself.');

const notAllowedWords = msg(
  'Connector Doctor may not see or switch extensions any more (permission “management”), so these may still be off.',
);

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
    ...(spared.length > 0 ? [say('{names} (left out)', { names: fewNames(spared) })] : []),
    ...(held.length > 0 ? [say('{names} (held by your organization)', { names: fewNames(held) })] : []),
  ];
  return say('Not tried: {list}.', { list: parts.join('; ') });
}

const mostNames = 6;

function fewNames(group: CulpritGroups[number]): string {
  const more = group.length - mostNames;
  if (more < 1) return namesOf(group);
  const first = group.slice(0, mostNames).map(({ name }) => quoted(name));
  return andMore(first.join(', '), more);
}

function backWords({ leftAsIs: left, findings }: BisectState): string {
  if (left.length === 0) {
    const outcome = findings?.outcome;
    return outcome?.kind === 'culprits' ? againWords(outcome.groups) : say('Everything is switched as it was before.');
  }
  return say('Left as you wished: {names}. All else is switched as it was before.', { names: namesOf(left) });
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

function noneTitle(bisect: BisectState): string {
  const { length } = bisect.search.suspects;
  if (length === 0 || leftOutOfSearch(bisect).length === 0) return say('It is not an extension');
  return sayCount(length, { one: 'It is not this extension', other: 'It is none of these {count} extensions' });
}

type UnderWay = Exclude<BisectState['phase'], 'over'>;

const underWayTitles: Readonly<Record<UnderWay, string>> = {
  searching: msg('Looking for the extension'),
  asking: msg('Your turn: does it work now?'),
  'waiting-for-switches': msg('Your turn: switch these extensions'),
  restoring: msg('Putting everything back'),
};

const underWayMeanings: Readonly<Record<Exclude<UnderWay, 'asking'>, string>> = {
  searching: msg(
    'Extensions are switched off and on by turns. Leave Claude open in its tab: elsewhere, the search ends.',
  ),
  'waiting-for-switches': msg('Firefox lets only you switch extensions. The search goes on by itself when you have.'),
  restoring: msg('Every extension is switched to what it was before.'),
};

const overTitles = {
  gone: msg('It works now'),
  inconsistent: msg('No clear answer'),
} as const;

const endedTitles = {
  stopped: msg('You ended the search'),
  error: msg('The search ended early'),
  interrupted: msg('The search was interrupted'),
} as const;

const endedMeanings = {
  stopped: msg('No extension was named.'),
  error: msg('It could not be brought to its end.'),
  interrupted: msg('The browser, or Connector Doctor in it, ended in the middle.'),
} as const;
