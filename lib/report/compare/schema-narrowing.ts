import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { BreakKind } from './comparison.ts';
import { memberPath } from './member-path.ts';
import { atKeyword, changedKeyword, type Narrowing, type SchemaPair } from './narrowing-places.ts';
import { followed, isPointing, schemaText } from './schema-text.ts';
import { areApart, singleWays, waysOf, type Budget } from './schema-ways.ts';
import type { Shape } from './schema-shape.ts';
import { lessOfWay } from './way-narrowing.ts';

/** Where a tool’s arguments are taken less than before, as far as the two schemas tell; nothing where all that was taken still is. */
export function narrowingsOf(before: Json, after: Json, path: string, budget: Budget): readonly Narrowing[] {
  if (schemaText(before) === schemaText(after)) return [];
  const asArguments = (schema: Json): Json => (isJsonObject(schema) ? { ...schema, type: 'object' } : schema);
  return lessIn({
    before: asArguments(before),
    after: asArguments(after),
    path,
    walk: { root: { before, after, path }, budget, open: new Set(), depth: 0, less: lessIn },
  });
}

const deepest = 24;
/** Reading so much text takes as long as a member. */
const charactersOfNode = 100;

/** Where the second of two schemas takes less than the first; nothing where the budget is spent. */
function lessIn(pair: SchemaPair): readonly Narrowing[] {
  const { before, after, path, walk } = pair;
  const [from, to] = [schemaText(before), schemaText(after)];
  if (from === to && !isPointing(from)) return [];
  const key = `${from} ${to}`;
  if (walk.open.has(key)) return [];
  walk.budget.nodes -= 1 + key.length / charactersOfNode;
  if (walk.budget.nodes <= 0) return [];
  if (walk.depth > deepest) return [{ path, breaks: null, before, after }];
  walk.open.add(key);
  const found = lessOfPair({ before, after, path, walk: { ...walk, depth: walk.depth + 1 } });
  walk.open.delete(key);
  return unique(found);
}

function lessOfPair(pair: SchemaPair): readonly Narrowing[] {
  const { before, after, walk } = pair;
  const pointed = samePointed(pair);
  if (pointed) return lessIn(pointed);
  const [earlier, later] = [waysOf(before, walk.root.before, walk.budget), waysOf(after, walk.root.after, walk.budget)];
  const isCounted = later.some(({ values }) => values !== null);
  return singleWays(earlier, isCounted).flatMap((way) => lessAmong(way, later, pair));
}

/** Both say the same reference and nothing else: what differs is told where that leads. */
function samePointed({ before, after, walk }: SchemaPair): SchemaPair | null {
  if (!isJsonObject(before) || !isJsonObject(after) || before['$ref'] !== after['$ref']) return null;
  if (schemaText(before) !== schemaText({ $ref: before['$ref'] ?? null }) || schemaText(after) !== schemaText(before))
    return null;
  const [from, to] = [followed(before['$ref'], walk.root.before), followed(after['$ref'], walk.root.after)];
  if (!from || !to) return null;
  const path = from.names.reduce(memberPath, walk.root.path);
  return { before: from.schema, after: to.schema, path, walk };
}

/** One way of before among all of now. */
function lessAmong(way: Shape, later: readonly Shape[], pair: SchemaPair): readonly Narrowing[] {
  const [type] = way.types;
  const able = later.filter(({ types }) => type !== undefined && types.has(type));
  if (able.length === 0) return [typesLess(pair)];
  pair.walk.budget.nodes -= able.reduce((sum, { values }) => sum + 1 + (values?.length ?? 0) / 20, 0);
  if (pair.walk.budget.nodes <= 0) return [];
  const results = able.map((each) => ({ each, less: lessOfWay(way, each, pair) }));
  if (results.some(({ less }) => less.length === 0)) return [];
  const [first] = results;
  if (results.length === 1 && first) return placed(first.less, pair);
  const isOneValue = way.values?.length === 1;
  if (isOneValue && results.every(({ less }) => less.some(({ breaks }) => breaks !== null)))
    return [waysLess(pair, 'values-narrowed')];
  const near = results.filter(({ each }) => !areApart(way, each, pair.walk.root.after));
  const [only] = near;
  if (!only) return [waysLess(pair, 'values-narrowed')];
  return near.length === 1 ? placed(only.less, pair) : [waysLess(pair, null)];
}

/** What stands within other alternatives now is told there. */
function placed(less: readonly Narrowing[], pair: SchemaPair): readonly Narrowing[] {
  const keyword = changedKeyword(pair, ['anyOf', 'oneOf']);
  if (keyword !== 'anyOf' && keyword !== 'oneOf') return less;
  const breaks = less.find((each) => each.breaks !== null)?.breaks ?? null;
  return [atKeyword(pair, keyword, breaks)];
}

/** A break stands before a doubt about the same place. */
function unique(found: readonly Narrowing[]): readonly Narrowing[] {
  const byPlace = new Map<string, Narrowing>();
  for (const each of found) {
    const key = `${each.path} ${JSON.stringify(each.after) ?? ''}`;
    const known = byPlace.get(key);
    if (!known || (known.breaks === null && each.breaks !== null)) byPlace.set(key, each);
  }
  return [...byPlace.values()].slice(0, mostFound);
}

const mostFound = 200;

function typesLess(pair: SchemaPair): Narrowing {
  const keyword = changedKeyword(pair, ['type', 'enum', 'const', 'anyOf', 'oneOf']);
  if (keyword === null) return { path: pair.path, breaks: 'limit-narrowed', before: pair.before, after: pair.after };
  return atKeyword(pair, keyword, keyword === 'enum' || keyword === 'const' ? 'values-narrowed' : 'type-narrowed');
}

function waysLess(pair: SchemaPair, breaks: BreakKind | null): Narrowing {
  const keyword = changedKeyword(pair, ['enum', 'const', 'anyOf', 'oneOf', 'type']);
  if (keyword === null) return { path: pair.path, breaks, before: pair.before, after: pair.after };
  return atKeyword(pair, keyword, breaks);
}
