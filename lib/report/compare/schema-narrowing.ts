import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { BreakKind } from './comparison.ts';

/** Whether a keyword of a JSON Schema takes less now than before: what was sent until now may be refused. Null where it does not, or cannot be told. */
export function narrowingOf(keyword: string, before: JsonObject, after: JsonObject): BreakKind | null {
  if (typeKeywords.has(keyword)) return isTypeNarrowed(before, after) ? 'type-narrowed' : null;
  if (keyword === 'enum' || keyword === 'const') return areValuesNarrowed(before, after) ? 'values-narrowed' : null;
  const [from, to] = [before[keyword], after[keyword]];
  if (lowerLimits.has(keyword)) return isRaised(from, to) ? 'limit-narrowed' : null;
  if (upperLimits.has(keyword)) return isRaised(negated(from), negated(to)) ? 'limit-narrowed' : null;
  // Whether another pattern takes less cannot be told.
  return keyword === 'pattern' && from === undefined && to !== undefined ? 'limit-narrowed' : null;
}

/** Parameters that must be given now and had not to be. */
export function newlyRequired(before: JsonObject, after: JsonObject): ReadonlySet<string> {
  const known = new Set(stringsIn(before['required']));
  return new Set(stringsIn(after['required']).filter((name) => !known.has(name)));
}

const typeKeywords: ReadonlySet<string> = new Set(['type', 'anyOf', 'oneOf']);
const lowerLimits: ReadonlySet<string> = new Set([
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
  'minContains',
]);
const upperLimits: ReadonlySet<string> = new Set([
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'maxContains',
]);

function isTypeNarrowed(before: JsonObject, after: JsonObject): boolean {
  const [from, to] = [typesOf(before, 0), typesOf(after, 0)];
  if (to === null) return false;
  if (from === null) return true;
  return [...from].some((type) => !to.has(type) && !(type === 'integer' && to.has('number')));
}

/** The types that a schema takes; null for any. */
function typesOf(schema: JsonObject, depth: number): ReadonlySet<string> | null {
  const { type } = schema as { readonly type?: Json };
  if (typeof type === 'string') return new Set([type]);
  if (Array.isArray(type)) return new Set(stringsIn(type));
  const ways = schema['anyOf'] ?? schema['oneOf'];
  if (!Array.isArray(ways) || depth >= mostAlternatives) return null;
  const types = ways.map((way: Json) => (isJsonObject(way) ? typesOf(way, depth + 1) : null));
  return types.some((each) => each === null) ? null : new Set(types.flatMap((each) => [...(each ?? [])]));
}

/** Alternatives within alternatives, so deep. */
const mostAlternatives = 4;

function areValuesNarrowed(before: JsonObject, after: JsonObject): boolean {
  const [from, to] = [valuesOf(before), valuesOf(after)];
  if (to === null) return false;
  return from === null || [...from].some((value) => !to.has(value));
}

/** What a schema takes word for word, each as JSON; null for anything. */
function valuesOf(schema: JsonObject): ReadonlySet<string> | null {
  if (Object.hasOwn(schema, 'const')) return new Set([JSON.stringify(schema['const'])]);
  const listed = schema['enum'];
  return Array.isArray(listed) ? new Set(listed.map((value) => JSON.stringify(value))) : null;
}

function isRaised(from: Json | undefined, to: Json | undefined): boolean {
  return typeof to === 'number' && (typeof from !== 'number' || to > from);
}

function negated(value: Json | undefined): Json | undefined {
  return typeof value === 'number' ? -value : value;
}

function stringsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
