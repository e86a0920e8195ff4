import { msg, say, sayCount } from '../../lib/i18n/say.ts';
import type { BisectState } from '../../lib/interference/bisect-state.ts';
import { plainLine } from '../../lib/report/formats/plain.ts';

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
  return items.length < 2
    ? items.join('')
    : say('{first} and {last}', { first: items.slice(0, -1).join(', '), last: items.at(-1) ?? '' });
}

/** What stands in Claude’s way: those of a group only together. */
export type CulpritGroups = readonly (readonly { readonly id: string; readonly name: string }[])[];

/** Who stands in Claude’s way, as a headline. */
export function culpritsTitle(groups: CulpritGroups): string {
  const [first = []] = groups;
  const causes = groups.length;
  if (causes > 1) {
    const list = listOf(groups.map(namesOf));
    return causes === 2 ? say('Two causes: {list}', { list }) : say('{count} causes: {list}', { count: causes, list });
  }
  return first.length > 1
    ? say('{names} together stand in Claude’s way', { names: namesOf(first) })
    : say('{names} stands in Claude’s way', { names: namesOf(first) });
}

/** What proves it, with the number of looks that it took. */
export function proofWords(rounds: number, groups: CulpritGroups): string {
  const looked = sayCount(rounds, { one: '{count} look', other: '{count} looks' });
  const isEach = groups.length > 1;
  const isAlone = groups.every((group) => group.length === 1);
  return say(proofs[isEach ? (isAlone ? 'each' : 'eachOf') : isAlone ? 'one' : 'together'], { looks: looked });
}

const proofs = {
  each: msg('Each of them alone makes Claude fail, so it works only with all of them off ({looks}).'),
  eachOf: msg(
    'Each of these causes is enough to make Claude fail, so it works only with one extension of each of them off ({looks}).',
  ),
  together: msg(
    'They do it only together: with all of them on, Claude fails; with one of them off, it works ({looks}).',
  ),
  one: msg('With it off, Claude works; with it on, it fails ({looks}).'),
};

/** Everything is as it was, and with that Claude fails as it did. */
export function againWords(groups: CulpritGroups): string {
  const [first = []] = groups;
  if (groups.length === 1 && first.length === 1) {
    return say('It is on again now, so Claude still fails until it lets Claude through or is off.');
  }
  if (groups.every(({ length }) => length === 1)) {
    return say('They are on again now, so Claude still fails until each of them lets it through or is off.');
  }
  return groups.length === 1
    ? say('They are on again now, so Claude still fails until one of them lets it through or is off.')
    : say('They are on again now, so Claude still fails until one of each cause lets it through or is off.');
}

/** Names in quotation marks: “a”, “b” and “c”. */
export function namesOf(group: readonly { readonly name: string }[]): string {
  return listOf(group.map(({ name }) => quoted(name)));
}

/** A name that others gave, made harmless, in quotation marks. */
export function quoted(name: string): string {
  return say('“{name}”', { name: plainLine(name, 80) });
}
