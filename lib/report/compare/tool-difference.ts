import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { BreakKind, ToolChange } from './comparison.ts';
import { narrowingOf, newlyRequired } from './schema-narrowing.ts';

/** What may still be looked at; shared by all tools of a comparison, so that no list makes it endless. */
export interface Budget {
  nodes: number;
}

export interface ToolDifference {
  readonly changes: readonly ToolChange[];
  /** Found, but beyond what is listed. */
  readonly more: number;
  readonly cut: boolean;
}

/** What is different between two definitions of a tool, place by place. */
export function toolDifference(before: JsonObject, after: JsonObject, budget: Budget): ToolDifference {
  const walk: Walk = { found: [], budget, cut: false };
  members(before, after, { path: '', place: 'plain', depth: 0 }, walk);
  const graveFirst = [...walk.found].sort((a, b) => Number(b.breaks !== null) - Number(a.breaks !== null));
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
  /** `schema`: its members are keywords, and what they take is judged. `schemas`: its members are schemas by name. `plain`: neither. */
  readonly place: 'schema' | 'schemas' | 'properties' | 'plain';
  readonly depth: number;
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  where: Where,
  walk: Walk,
  breaks: BreakKind | null,
): void {
  if (Object.is(before, after) || isSpent(where, walk)) return;
  if (before === undefined || after === undefined) {
    tell(before, after, where.path, breaks, walk);
  } else if (isJsonObject(before) && isJsonObject(after)) {
    members(before, after, where, walk);
  } else if (isList(before) && isList(after)) {
    items(before, after, where, walk, breaks);
  } else tell(before, after, where.path, breaks, walk);
}

function members(before: JsonObject, after: JsonObject, where: Where, walk: Walk): void {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    const path = joined(where.path, name);
    const [from, to] = [own(before, name), own(after, name)];
    const inner = { path, place: placeOf(name, where), depth: where.depth + 1 };
    if (where.place === 'schema' && name === 'required') required(before, after, path, walk);
    else compare(from, to, inner, walk, breakOf(name, before, after, where));
  }
}

function breakOf(name: string, before: JsonObject, after: JsonObject, { place }: Where): BreakKind | null {
  if (place === 'schema') return narrowingOf(name, before, after);
  return place === 'properties' && !Object.hasOwn(after, name) ? 'parameter-removed' : null;
}

/** Where the members of a member stand. Below `not`, `if` and the like, less may mean more: there nothing is judged. */
function placeOf(name: string, { place, path }: Where): Where['place'] {
  if (place === 'properties' || place === 'schemas') return 'schema';
  if (place === 'plain') return path === '' && name === 'inputSchema' ? 'schema' : 'plain';
  if (name === 'properties') return 'properties';
  if (name === '$defs' || name === 'definitions') return 'schemas';
  return name === 'items' || name === 'additionalProperties' ? 'schema' : 'plain';
}

/** A set, whatever its order: each name that came or went is told. */
function required(before: JsonObject, after: JsonObject, path: string, walk: Walk): void {
  for (const name of newlyRequired(before, after)) tell(undefined, name, path, 'required', walk);
  for (const name of newlyRequired(after, before)) tell(name, undefined, path, null, walk);
}

/** Lists of scalars are told whole; others item by item. */
function items(
  before: readonly Json[],
  after: readonly Json[],
  where: Where,
  walk: Walk,
  breaks: BreakKind | null,
): void {
  if ([...before, ...after].every((item) => typeof item !== 'object' || item === null)) {
    if (!sameSet(before, after)) tell(before, after, where.path, breaks, walk);
    return;
  }
  const start = walk.found.length;
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const inner: Where = { path: `${where.path}[${String(index)}]`, place: 'plain', depth: where.depth + 1 };
    compare(before[index], after[index], inner, walk, null);
  }
  const first = walk.found[start];
  if (first && breaks !== null) walk.found[start] = { ...first, breaks };
}

function tell(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  breaks: BreakKind | null,
  walk: Walk,
): void {
  if (walk.found.length >= mostFound) {
    walk.cut = true;
    return;
  }
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  walk.found.push({ path: clipped(path), kind, before: shown(before), after: shown(after), breaks });
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

function joined(path: string, name: string): string {
  const isWord = /^[A-Za-z_$][\w$-]*$/.test(name);
  if (!isWord) return `${path}[${JSON.stringify(name.slice(0, longestName))}]`;
  return path === '' ? name : `${path}.${name.slice(0, longestName)}`;
}

const longestName = 200;

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
