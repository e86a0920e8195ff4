import { defineCheck, found, skip } from '../../kernel/check.ts';
import { stringMember } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import { opening, openingUses } from '../transport/opening.ts';
import { whyNot } from '../transport/why-not.ts';
import { inOneLine } from '../../parsing/one-line.ts';

const code = 'tools.order-unstable';

/** Do the tools come in the same order when they are listed twice? */
export const order = defineCheck({
  topic: 'order',
  needs: ['initialize'],
  uses: [...openingUses, 'listing', 'user-agents'],
  afterSignIn: true,
  codes: {
    [code]: {
      severity: 'note',
      confidence: 'certain',
      step: 11,
      who: 'author',
      title: 'The tools’ order changes each time',
      detail:
        'Two lists that were asked for at the same time differ in their order: “{first}” came before “{second}” in one, and after it in the other. The order goes into what the model reads, so another order means that nothing of it can be reused from a cache, which costs time and tokens.',
      fix: 'List the tools in a fixed order, for example the one in which they are registered, or by name. Look for a map, a set or a query without an order that the list is made from.',
      sources: ['https://modelcontextprotocol.io/specification/2026-07-28/server/tools#capabilities'],
    },
  },
  evaluate(seen) {
    const opened = opening(seen);
    if (opened.kind === 'sign-in') return [skip('needs-sign-in', code)];
    if (opened.kind !== 'works') return [skip('not-reached', code)];
    const list = observed(seen.listing);
    if (!list) return [skip(whyNot(seen.listing), code)];
    const agents = observed(seen['user-agents']);
    if (!agents) return [skip(whyNot(seen['user-agents']), code)];
    const repeat = agents.repeats.find(({ tools }) => tools !== undefined);
    if (!repeat?.tools || list.pages.length === 0) return [skip('not-reached', code)];
    const common = namesInBoth(
      list.tools.map((tool) => stringMember(tool, 'name') ?? ''),
      repeat.tools,
    );
    if (common.length < 2) return [skip(list.end === 'complete' ? 'not-applicable' : 'not-reached', code)];
    const swap = firstSwap(common);
    if (!swap) return [];
    const values = { first: inOneLine(swap[0]), second: inOneLine(swap[1]) };
    return [found(code, { values, evidence: [list.pages[0]?.exchange, repeat.exchange] })];
  },
});

interface Placed {
  readonly name: string;
  /** Its place in the first list. */
  readonly place: number;
}

/**
 * The names that both lists have once, in the order of the second. Others cannot be compared: the second list may be one page of the
 * first, and a server may show other tools to another client.
 */
function namesInBoth(first: readonly string[], second: readonly string[]): readonly Placed[] {
  const [inFirst, inSecond] = [placesOf(first), placesOf(second)];
  return second.flatMap((name) => {
    const [place, again] = inFirst.get(name) ?? [];
    return place === undefined || again !== undefined || inSecond.get(name)?.length !== 1 ? [] : [{ name, place }];
  });
}

function placesOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  }
  return places;
}

/** Two names of which the first list has the first one first, and the second list the second one. */
function firstSwap(common: readonly Placed[]): readonly [string, string] | undefined {
  for (const [index, { name, place }] of common.entries()) {
    const before = common[index - 1];
    if (before !== undefined && place < before.place) return [name, before.name];
  }
  return undefined;
}
