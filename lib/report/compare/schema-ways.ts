import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { isEmpty, openNumbers, wholeLimits, withinBoth, type Limits } from './schema-limits.ts';
import { anything, bothShapes, ownShape, typeOf, type Shape, type ValueType } from './schema-shape.ts';
import { followed, isPointing, schemaText, valueText } from './schema-text.ts';

/** What may still be looked at; shared by all tools of a comparison, so that no list makes it endless. */
export interface Budget {
  nodes: number;
}

const mostWays = 64;
const deepest = 10;

/** The ways in which a schema takes values, references followed; none where it takes nothing. What is too entangled is one opaque way. */
export function waysOf(schema: Json, root: Json, budget: Budget, depth = 0): readonly Shape[] {
  if (schema === false) return [];
  if (!isJsonObject(schema)) return [anything];
  budget.nodes -= 1;
  if (depth > deepest || budget.nodes <= 0) return [unread(schema, root)];
  const parts = partsOf(schema, root, budget, depth);
  const size = parts.reduce((product, ways) => product * ways.length, 1);
  if (size > mostWays) return [unread(schema, root)];
  const own = withTargets(ownShape(schema), root);
  budget.nodes -= size * (1 + (own.properties.size + own.required.size + (own.values?.length ?? 0)) / 10);
  if (budget.nodes <= 0) return [unread(schema, root)];
  return parts
    .reduce<readonly Shape[]>(
      (shapes, ways) => shapes.flatMap((one) => ways.map((other) => bothShapes(one, other))),
      [own],
    )
    .filter((shape) => shape.types.size > 0);
}

/** Each must be met, in one of its ways. */
function partsOf(schema: JsonObject, root: Json, budget: Budget, depth: number): readonly (readonly Shape[])[] {
  const inner = (part: Json): readonly Shape[] => waysOf(part, root, budget, depth + 1);
  const target = Object.hasOwn(schema, '$ref') ? followed(schema['$ref'], root) : null;
  const pointed = Object.hasOwn(schema, '$ref')
    ? [target === null ? [unread({ $ref: schema['$ref'] ?? null }, root)] : inner(target.schema)]
    : [];
  const anyOf = listIn(schema, 'anyOf').flatMap(inner);
  const oneOf = listIn(schema, 'oneOf');
  const either = Object.hasOwn(schema, 'oneOf') ? [onlyOne(oneOf.map(inner), oneOf, root, budget)] : [];
  return [
    ...listIn(schema, 'allOf').map(inner),
    ...pointed,
    ...(Object.hasOwn(schema, 'anyOf') ? [anyOf] : []),
    ...either,
  ];
}

/** Of ways that overlap, one alone may hold: that is compared as a text. */
function onlyOne(
  ways: readonly (readonly Shape[])[],
  schemas: readonly Json[],
  root: Json,
  budget: Budget,
): readonly Shape[] {
  const all = ways.flat();
  budget.nodes -= all.length ** 2;
  const isApart =
    budget.nodes > 0 &&
    all.length <= mostWays &&
    ways.every((some, index) =>
      ways.slice(index + 1).every((others) => some.every((one) => others.every((other) => areApart(one, other, root)))),
    );
  if (isApart) return all;
  const text = targetsText(schemaText({ oneOf: schemas }), root);
  return all.map((shape) => ({ ...shape, opaque: new Map([...shape.opaque, [text, 'oneOf']]) }));
}

function unread(schema: JsonObject, root: Json): Shape {
  return {
    ...anything,
    opaque: new Map([[targetsText(schemaText(schema), root), Object.hasOwn(schema, '$ref') ? '$ref' : 'allOf']]),
  };
}

function withTargets(shape: Shape, root: Json): Shape {
  const opaque = [...shape.opaque].map(([text, keyword]) => [targetsText(text, root), keyword] as const);
  return { ...shape, opaque: new Map(opaque) };
}

/** A text that points elsewhere is the same only where that is the same. */
function targetsText(text: string, root: Json): string {
  if (!isPointing(text)) return text;
  const isOutside =
    text.replace(/"\$ref","#\/(?:\$defs|definitions)\//g, '').includes('"$ref"') || text.includes('"$dynamicRef"');
  if (isOutside || !isJsonObject(root)) return `${text} in ${schemaText(root)}`;
  return `${text} in ${schemaText({ $defs: root['$defs'] ?? {}, definitions: root['definitions'] ?? {} })}`;
}

/** Whether nothing is taken by both. */
export function areApart(one: Shape, other: Shape, root: Json, depth = 0): boolean {
  const types = [...one.types].filter((type) => other.types.has(type));
  return types.every((type) => areApartAs(type, one, other, root, depth));
}

function areApartAs(type: ValueType, one: Shape, other: Shape, root: Json, depth: number): boolean {
  const both = bothShapes(one, other);
  if (both.values?.every((value) => typeOf(value) !== type) === true) return true;
  if (type === 'integer') return isEmpty(wholeLimits(both.numbers));
  if (type === 'fraction') return isEmpty(both.numbers);
  if (type === 'string' || type === 'array') return isEmpty(both.sizes[type]);
  if (type !== 'object' || depth > 2) return false;
  return [...both.required].some((name) => {
    const [first, second] = [one.properties.get(name), other.properties.get(name)];
    if (first === undefined || second === undefined) return (first ?? second) === false;
    const budget: Budget = { nodes: 200 };
    const ways = waysOf(second, root, budget, deepest - 3);
    return waysOf(first, root, budget, deepest - 3).every((a) => ways.every((b) => areApart(a, b, root, depth + 1)));
  });
}

/** Most values that are looked at one by one. */
const mostValues = 300;
const mostCounted = 64;

/** A way for each type, for each of its values where they can be told one by one. */
export function singleWays(ways: readonly Shape[], isCounted: boolean): readonly Shape[] {
  return ways.flatMap((way) =>
    [...way.types].flatMap((type): readonly Shape[] => {
      const values = valuesAs(type, way, isCounted);
      const own = { ...way, types: new Set([type]) };
      if (values === null) return isNever(type, way) ? [] : [{ ...own, values: null }];
      const told = new Map(values.map((value) => [valueText(value), value]));
      return told.size > mostValues
        ? [{ ...own, values }]
        : [...told.values()].map((value) => ({ ...own, values: [value] }));
    }),
  );
}

function isNever(type: ValueType, { numbers, sizes }: Shape): boolean {
  if (type === 'integer') return isEmpty(wholeLimits(numbers));
  if (type === 'fraction') return isEmpty(numbers);
  return (type === 'string' || type === 'array' || type === 'object') && isEmpty(sizes[type]);
}

/** What is counted out and refused at the same place was never taken. */
function isWithin(value: Json, { numbers, multiples, sizes }: Shape): boolean {
  const has = (limits: Limits, at: number): boolean =>
    !isEmpty(withinBoth(limits, { ...openNumbers, least: at, most: at }));
  if (typeof value === 'number') {
    return has(numbers, value) && multiples.every((each) => Number.isInteger(value / each));
  }
  if (typeof value === 'string') return has(sizes.string, [...value].length);
  return !Array.isArray(value) || has(sizes.array, value.length);
}

function valuesAs(type: ValueType, way: Shape, isCounted: boolean): readonly Json[] | null {
  const { values, numbers } = way;
  if (values !== null) return values.filter((value) => typeOf(value) === type && isWithin(value, way));
  if (type === 'null') return [null];
  if (type === 'boolean') return [true, false];
  const { least, most } = wholeLimits(numbers);
  if (type !== 'integer' || !isCounted || !(most - least < mostCounted)) return null;
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index);
}

function listIn(schema: JsonObject, name: string): readonly Json[] {
  const value = schema[name];
  return Array.isArray(value) ? value : [];
}
