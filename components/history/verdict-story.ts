import { msg, say, sayCount } from '../../lib/i18n/say.ts';
import type { Verdict } from '../../lib/kernel/report.ts';
import { whenWords } from '../../lib/report/words/when-words.ts';
import type { HistoryItem } from './history-items.ts';

/** The checks of one connector over time. */
export interface VerdictStory {
  /** The oldest first. */
  readonly items: readonly HistoryItem[];
  /** What they tell, each a sentence; the first one says how it stands and since when. */
  readonly sentences: readonly string[];
}

/** What the kept checks of this address tell over time: no more than they saw. `now`: Unix time in milliseconds. */
export function verdictStory(history: readonly HistoryItem[], url: string, now: number): VerdictStory {
  const items = history
    .filter((item) => item.url === url && (item.phase === 'complete' || isEnded(item)))
    .toSorted((a, b) => a.at - b.at);
  const told = items.flatMap(toldBy);
  const unfinished = items.filter(isEnded).length;
  const unseen = items.length - told.length - unfinished;
  const sentences = [
    ...standing(told, now),
    unfinished > 0 &&
      sayCount(unfinished, {
        one: '{count} check did not come to its end and is not counted.',
        other: '{count} checks did not come to their end and are not counted.',
      }),
    unseen > 0 &&
      sayCount(unseen, {
        one: '{count} check could not see enough to say anything.',
        other: '{count} checks could not see enough to say anything.',
      }),
  ];
  return { items, sentences: sentences.filter((each) => each !== false) };
}

/** How a connector stood: what only asks for a sign-in works. */
type Standing = 'works' | 'degraded' | 'broken';

interface Told {
  readonly item: HistoryItem;
  readonly standing: Standing;
}

const standings: Readonly<Record<Verdict, Standing | null>> = {
  ready: 'works',
  'sign-in-needed': 'works',
  degraded: 'degraded',
  broken: 'broken',
  unknown: null,
};

function isEnded({ phase }: HistoryItem): boolean {
  return phase === 'cancelled' || phase === 'interrupted';
}

function toldBy(item: HistoryItem): readonly Told[] {
  const standing = item.phase === 'complete' && item.verdict !== null ? standings[item.verdict] : null;
  return standing === null ? [] : [{ item, standing }];
}

function standing(told: readonly Told[], now: number): readonly (string | false)[] {
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return [say('None of these checks could say how it stands.')];
  if (told.length === 1) return [say('This is the only check so far, so nothing is known of before.')];
  const change = told.findLastIndex((each) => each.standing !== last.standing) + 1;
  const [since, prior] = [told[change] ?? first, told[change - 1]];
  const values = { count: told.length - change, date: whenWords(since.item.at, now) };
  if (!prior) return [say(alwaysWords[last.standing], values), told.length < enough && say(fewWords)];
  const changes = told.filter((each, at) => at > 0 && each.standing !== told[at - 1]?.standing).length;
  return [
    values.count === 1 ? say(latestWords[last.standing], values) : say(sinceWords[last.standing], values),
    say(beforeWords[prior.standing], { date: whenWords(prior.item.at, now) }),
    changes >= often && say('It changed {changes} times in {count} checks.', { changes, count: told.length }),
    isOtherKind(prior.item, since.item) && say(otherKindWords),
    values.count === 1 && told.length < enough && say(fewWords),
  ];
}

/** From so many checks on, what they say is no chance any more. */
const enough = 4;
/** From so many changes on, a connector comes and goes. */
const often = 3;

const fewWords = msg('Too few checks to call it a pattern.');
const otherKindWords = msg(
  'The two checks around this change did not look equally far, so it may come from that alone.',
);

const alwaysWords: Readonly<Record<Standing, string>> = {
  works: msg('Nothing wrong was seen in all {count} checks since {date}.'),
  degraded: msg('It worked in part in all {count} checks since {date}.'),
  broken: msg('It was broken in all {count} checks since {date}.'),
};

const sinceWords: Readonly<Record<Standing, string>> = {
  works: msg('Nothing wrong has been seen since {date}, in {count} checks.'),
  degraded: msg('It has worked only in part since {date}, in {count} checks.'),
  broken: msg('It has been broken since {date}, in {count} checks.'),
};

const latestWords: Readonly<Record<Standing, string>> = {
  works: msg('Nothing wrong was seen in the latest check ({date}).'),
  degraded: msg('It worked only in part in the latest check ({date}).'),
  broken: msg('It was broken in the latest check ({date}).'),
};

const beforeWords: Readonly<Record<Standing, string>> = {
  works: msg('Before that nothing wrong was seen, last at {date}.'),
  degraded: msg('Before that it worked in part, last seen at {date}.'),
  broken: msg('Before that it was broken, last seen at {date}.'),
};

/** Signed in or not, quick or not: what one of them looks at, the other may not see. Unknown of those whose run is forgotten. */
function isOtherKind(one: HistoryItem, other: HistoryItem): boolean {
  return one.depth !== undefined && other.depth !== undefined && one.depth !== other.depth;
}
