import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { ToolChange } from './comparison.ts';
import { memberPath } from './member-path.ts';
import type { Narrowing } from './narrowing-places.ts';
import { narrowingsOf } from './schema-narrowing.ts';
import type { Budget } from './schema-ways.ts';

export interface ToolDifference {
  readonly changes: readonly ToolChange[];
  /** Found, but beyond what is listed. */
  readonly more: number;
  readonly cut: boolean;
}

/** What is different between two definitions of a tool, place by place, and where it takes less than before. */
export function toolDifference(before: JsonObject, after: JsonObject, budget: Budget): ToolDifference {
  const walk: Walk = { found: [], budget, cut: false };
  members(before, after, { path: '', place: 'plain', depth: 0 }, walk);
  if (walk.found.length > 0) judge(inputNarrowings(before, after, budget), walk);
  if (budget.nodes <= 0) walk.cut = true;
  const graveFirst = [...walk.found].sort((a, b) => weightOf(b) - weightOf(a));
  const changes = graveFirst.slice(0, mostChanges);
  return { changes, more: graveFirst.length - changes.length, cut: walk.cut };
}

const mostChanges = 30;
/** Of these the first ones are counted. */
const mostFound = 1_000;
const deepest = 60;
const longestText = 2_000;

interface Walk {
  readonly found: ToolChange[];
  readonly budget: Budget;
  cut: boolean;
}

interface Where {
  readonly path: string;
  /** `schema`: its members are keywords. `schemas`: its members are schemas by name. `plain`: neither. */
  readonly place: 'schema' | 'schemas' | 'plain';
  readonly depth: number;
}

function weightOf({ breaks, unclear }: ToolChange): number {
  return breaks !== null ? 2 : Number(unclear);
}

/** What a call may give. Without a schema nothing is known of it any more. */
function inputNarrowings(before: JsonObject, after: JsonObject, budget: Budget): readonly Narrowing[] {
  const path = 'inputSchema';
  const [from, to] = [own(before, path), own(after, path)];
  if (isJsonObject(from) && isJsonObject(to)) return narrowingsOf(from, to, path, budget);
  if (isJsonObject(from)) {
    const hasParameters = isJsonObject(from['properties']) && Object.keys(from['properties']).length > 0;
    return [{ path, breaks: hasParameters ? 'parameter-removed' : null, before: from, after: to }];
  }
  return isJsonObject(to) ? [{ path, breaks: null, before: from, after: to }] : [];
}

/** Tells with each change what it narrows; what narrows without a change at its own place stands for itself. */
function judge(narrowings: readonly Narrowing[], walk: Walk): void {
  for (const { path, breaks, before, after } of narrowings) {
    const [place, from, to] = [clipped(path), shown(before), shown(after)];
    const exact = walk.found.findIndex((each) => each.path === place && each.before === from && each.after === to);
    const index = exact >= 0 ? exact : walk.found.findIndex(({ path: other }) => isAtOrBelow(other, place));
    const known = walk.found[index];
    if (known)
      walk.found[index] = { ...known, breaks: known.breaks ?? breaks, unclear: (known.breaks ?? breaks) === null };
    else if (place !== '') tell(before, after, path, walk, { breaks, unclear: breaks === null });
  }
}

function isAtOrBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}

function compare(before: Json | undefined, after: Json | undefined, where: Where, walk: Walk): void {
  if (Object.is(before, after) || isSpent(where, walk)) return;
  if (before === undefined || after === undefined) {
    tell(before, after, where.path, walk);
  } else if (isJsonObject(before) && isJsonObject(after)) {
    members(before, after, where, walk);
  } else if (isList(before) && isList(after)) {
    items(before, after, where, walk);
  } else tell(before, after, where.path, walk);
}

function members(before: JsonObject, after: JsonObject, where: Where, walk: Walk): void {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    const path = memberPath(where.path, name);
    const [from, to] = [own(before, name), own(after, name)];
    const inner = { path, place: placeOf(name, where), depth: where.depth + 1 };
    if (where.place === 'schema' && name === 'required') required(before, after, path, walk);
    else compare(from, to, inner, walk);
  }
}

/** Where the members of a member stand: a parameter can be called like a keyword. */
function placeOf(name: string, { place, path }: Where): Where['place'] {
  if (place === 'schemas') return 'schema';
  if (place === 'plain') return path === '' && name === 'inputSchema' ? 'schema' : 'plain';
  if (name === 'properties' || name === '$defs' || name === 'definitions') return 'schemas';
  return name === 'items' || name === 'additionalProperties' ? 'schema' : 'plain';
}

/** A set, whatever its order: each name that came or went is told. */
function required(before: JsonObject, after: JsonObject, path: string, walk: Walk): void {
  for (const name of newlyRequired(before, after)) tell(undefined, name, path, walk);
  for (const name of newlyRequired(after, before)) tell(name, undefined, path, walk);
}

function newlyRequired(before: JsonObject, after: JsonObject): ReadonlySet<string> {
  const known = new Set(stringsIn(before['required']));
  return new Set(stringsIn(after['required']).filter((name) => !known.has(name)));
}

/** Lists of scalars are told whole; others item by item. */
function items(before: readonly Json[], after: readonly Json[], where: Where, walk: Walk): void {
  if ([...before, ...after].every((item) => typeof item !== 'object' || item === null)) {
    if (!sameSet(before, after)) tell(before, after, where.path, walk);
    return;
  }
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const inner: Where = { path: `${where.path}[${String(index)}]`, place: 'plain', depth: where.depth + 1 };
    compare(before[index], after[index], inner, walk);
  }
}

const harmless: Pick<ToolChange, 'breaks' | 'unclear'> = { breaks: null, unclear: false };

function tell(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  walk: Walk,
  judged: Pick<ToolChange, 'breaks' | 'unclear'> = harmless,
): void {
  if (walk.found.length >= mostFound) {
    walk.cut = true;
    return;
  }
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  walk.found.push({ path: clipped(path), kind, before: shown(before), after: shown(after), ...judged });
}

function isSpent({ depth }: Where, walk: Walk): boolean {
  walk.budget.nodes -= 1;
  if (walk.budget.nodes > 0 && depth <= deepest) return false;
  walk.cut = true;
  return true;
}

function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function sameSet(before: readonly Json[], after: readonly Json[]): boolean {
  const known = new Set(before);
  return before.length === after.length && after.every((item) => known.has(item));
}

function shown(value: Json | undefined): string | null {
  if (value === undefined) return null;
  return clipped(typeof value === 'string' ? value : JSON.stringify(value));
}

function clipped(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function stringsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
