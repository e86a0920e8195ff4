import { isJsonObject, type Json } from '../../kernel/json.ts';
import { memberPath } from './member-path.ts';
import { lessAt, type Narrowing, type SchemaPair } from './narrowing-places.ts';
import { isLeastRaised, isMostLowered, wholeLimits } from './schema-limits.ts';
import { bothShapes, shapeOfValue, type Shape, type ValueType } from './schema-shape.ts';
import { valueText } from './schema-text.ts';

/** Where the second way takes less than the first, which is of one type alone. */
export function lessOfWay(way: Shape, after: Shape, pair: SchemaPair): readonly Narrowing[] {
  const [value] = way.values ?? [];
  const before = way.values?.length === 1 && value !== undefined ? exactly(way, value) : way;
  const [type] = before.types;
  return [
    ...valuesLess(before, after, pair),
    ...(type === 'integer' || type === 'fraction' ? numbersLess(before, after, type, pair) : []),
    ...(type === 'string' || type === 'array' || type === 'object' ? sizesLess(before, after, type, pair) : []),
    ...(type === 'array' ? itemsLess(before, after, pair) : []),
    ...(type === 'object' ? membersLess(before, after, pair) : []),
    ...opaqueLess(before, after, type, pair),
  ];
}

function exactly(way: Shape, value: Json): Shape {
  return { ...bothShapes(shapeOfValue(value), way), ...(isJsonObject(value) ? { others: false } : {}) };
}

function valuesLess(before: Shape, after: Shape, pair: SchemaPair): readonly Narrowing[] {
  if (after.values === null) return [];
  const known = new Set(after.values.map(valueText));
  if (before.values?.every((value) => known.has(valueText(value))) === true) return [];
  return [lessAt(pair, ['enum', 'const'], 'values-narrowed')];
}

function numbersLess(before: Shape, after: Shape, type: ValueType, pair: SchemaPair): readonly Narrowing[] {
  const isWhole = type === 'integer';
  const [from, to] = [before.numbers, after.numbers].map((limits) => (isWhole ? wholeLimits(limits) : limits));
  if (!from || !to) return [];
  const isMultiple = (step: number): boolean => {
    const [value] = before.values ?? [];
    if (typeof value === 'number') return Number.isInteger(value / step);
    return [...before.multiples, ...(isWhole ? [1] : [])].some((each) => Number.isInteger(each / step));
  };
  return [
    ...(isLeastRaised(from, to) ? [lessAt(pair, ['minimum', 'exclusiveMinimum'], 'limit-narrowed')] : []),
    ...(isMostLowered(from, to) ? [lessAt(pair, ['maximum', 'exclusiveMaximum'], 'limit-narrowed')] : []),
    ...(after.multiples.every(isMultiple) ? [] : [lessAt(pair, ['multipleOf'], 'limit-narrowed')]),
  ];
}

const sizeNames = {
  string: ['minLength', 'maxLength'],
  array: ['minItems', 'maxItems'],
  object: ['minProperties', 'maxProperties'],
} as const;

function sizesLess(
  before: Shape,
  after: Shape,
  type: 'string' | 'array' | 'object',
  pair: SchemaPair,
): readonly Narrowing[] {
  const [least, most] = sizeNames[type];
  const from = type === 'object' ? membersAllowed(before) : before.sizes[type];
  return [
    ...(isLeastRaised(from, after.sizes[type]) ? [lessAt(pair, [least], 'limit-narrowed')] : []),
    ...(isMostLowered(from, after.sizes[type]) ? [lessAt(pair, [most], 'limit-narrowed')] : []),
  ];
}

function membersAllowed({ sizes, required, others, properties }: Shape): Shape['sizes']['object'] {
  const { object } = sizes;
  const most = others === false ? Math.min(object.most, properties.size) : object.most;
  return { ...object, least: Math.max(object.least, required.size), most };
}

function itemsLess(before: Shape, after: Shape, pair: SchemaPair): readonly Narrowing[] {
  const isRepeated = before.sizes.array.most > 1;
  const unique =
    after.isUnique && !before.isUnique && isRepeated ? [lessAt(pair, ['uniqueItems'], 'limit-narrowed')] : [];
  if (after.items === undefined || before.sizes.array.most === 0) return unique;
  return [
    ...unique,
    ...pair.walk.less({
      ...pair,
      before: before.items ?? {},
      after: after.items,
      path: memberPath(pair.path, 'items'),
    }),
  ];
}

function membersLess(before: Shape, after: Shape, pair: SchemaPair): readonly Narrowing[] {
  const required = [...after.required].filter((name) => !before.required.has(name));
  const path = memberPath(pair.path, 'required');
  return [
    ...required.map((name): Narrowing => ({ path, breaks: 'required', before: undefined, after: name })),
    ...[...before.properties].flatMap(([name, schema]) =>
      after.properties.has(name) ? [] : goneLess(name, schema, after, pair),
    ),
    ...[...after.properties].flatMap(([name, schema]) => propertyLess(name, schema, before, pair)),
    ...othersLess(before, after, pair),
  ];
}

/** A parameter that is not told any more; a schema for all other names may take it still. */
function goneLess(name: string, schema: Json, { others, opaque }: Shape, pair: SchemaPair): readonly Narrowing[] {
  if (schema === false) return [];
  const path = memberPath(memberPath(pair.path, 'properties'), name);
  if (isJsonObject(others) && Object.keys(others).length > 0)
    return pair.walk.less({ ...pair, before: schema, after: others, path });
  const isDoubtful = others !== false && [...opaque.values()].includes('patternProperties');
  return [{ path, breaks: isDoubtful ? null : 'parameter-removed', before: schema, after: undefined }];
}

/** A parameter that is told now; a name that was not told before was promised to nobody, but where all names had a schema. */
function propertyLess(name: string, schema: Json, before: Shape, pair: SchemaPair): readonly Narrowing[] {
  const own = before.properties.get(name);
  const earlier = own ?? (isJsonObject(before.others) ? before.others : false);
  if (earlier === false || schema === true) return [];
  const path = memberPath(memberPath(pair.path, 'properties'), name);
  if (schema === false) return [{ path, breaks: 'parameter-removed', before: own, after: false }];
  return pair.walk.less({ ...pair, before: earlier, after: schema, path });
}

function othersLess(before: Shape, after: Shape, pair: SchemaPair): readonly Narrowing[] {
  if (before.others === false || after.others === undefined || after.others === true) return [];
  // Whether anybody gives names that nobody told of is not known.
  if (before.others === undefined) {
    const isOpen = isJsonObject(after.others) && Object.keys(after.others).length === 0;
    return isOpen ? [] : [lessAt(pair, ['additionalProperties'], null)];
  }
  if (after.others === false) return [lessAt(pair, ['additionalProperties'], 'limit-narrowed')];
  const path = memberPath(pair.path, 'additionalProperties');
  return pair.walk.less({ ...pair, before: before.others, after: after.others, path });
}

/** Keywords that hold for values of one type alone. */
const typesOfKeywords: Readonly<Record<string, ValueType>> = {
  pattern: 'string',
  patternProperties: 'object',
  propertyNames: 'object',
  dependentRequired: 'object',
  dependentSchemas: 'object',
  dependencies: 'object',
  unevaluatedProperties: 'object',
  additionalProperties: 'object',
  contains: 'array',
  prefixItems: 'array',
  items: 'array',
  additionalItems: 'array',
  unevaluatedItems: 'array',
};

function opaqueLess(before: Shape, after: Shape, type: ValueType | undefined, pair: SchemaPair): readonly Narrowing[] {
  const isFree = before.values === null && before.opaque.size === 0;
  return [...after.opaque].flatMap(([text, keyword]) => {
    const only = typesOfKeywords[keyword];
    if (before.opaque.has(text) || (only !== undefined && only !== type)) return [];
    if (keyword === 'pattern' && isFree) return [lessAt(pair, [keyword], 'limit-narrowed')];
    return [lessAt(pair, keyword === 'if' ? ['if', 'then', 'else'] : [keyword], null)];
  });
}
