import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { openNumbers, numbersOf, sizesOf, withinBoth, type Limits } from './schema-limits.ts';
import { schemaText, valueText } from './schema-text.ts';

/** `fraction` is a number that is no integer. */
export type ValueType = 'null' | 'boolean' | 'integer' | 'fraction' | 'string' | 'array' | 'object';

/** One way in which a JSON Schema takes values: all of it holds at once. */
export interface Shape {
  readonly types: ReadonlySet<ValueType>;
  /** Word for word; null for any. */
  readonly values: readonly Json[] | null;
  readonly numbers: Limits;
  readonly sizes: Readonly<Record<'string' | 'array' | 'object', Limits>>;
  readonly multiples: readonly number[];
  readonly isUnique: boolean;
  readonly required: ReadonlySet<string>;
  /** Schemas by name. */
  readonly properties: ReadonlyMap<string, Json>;
  /** The schema of names that are not told; undefined where nothing is said of them. */
  readonly others: Json | undefined;
  readonly items: Json | undefined;
  /** What is not understood here, as texts, with the keyword: it takes the same where the text is the same. */
  readonly opaque: ReadonlyMap<string, string>;
}

export const allTypes: ReadonlySet<ValueType> = new Set([
  ...(['null', 'boolean', 'integer', 'fraction', 'string', 'array', 'object'] as const),
]);

const anySize: Limits = { ...openNumbers, least: 0 };

/** It takes everything. */
export const anything: Shape = {
  types: allTypes,
  values: null,
  numbers: openNumbers,
  sizes: { string: anySize, array: anySize, object: anySize },
  multiples: [],
  isUnique: false,
  required: new Set(),
  properties: new Map(),
  others: undefined,
  items: undefined,
  opaque: new Map(),
};

/** What the keywords of a schema itself take; combinations and references are left out. */
export function ownShape(schema: JsonObject): Shape {
  const values = valuesOf(schema);
  const types = typesOf(schema['type']);
  return {
    types: values === null ? types : new Set(values.map(typeOf).filter((type) => types.has(type))),
    values: values?.filter((value) => types.has(typeOf(value))) ?? null,
    numbers: numbersOf(schema),
    sizes: sizesOf(schema),
    multiples: typeof schema['multipleOf'] === 'number' ? [schema['multipleOf']] : [],
    isUnique: schema['uniqueItems'] === true,
    required: new Set(stringsIn(schema['required'])),
    properties: new Map(isJsonObject(schema['properties']) ? Object.entries(schema['properties']) : []),
    others: isSchema(schema['additionalProperties']) ? schema['additionalProperties'] : undefined,
    items: isSchema(schema['items']) ? schema['items'] : undefined,
    opaque: opaqueIn(schema),
  };
}

/** What takes this value alone. */
export function shapeOfValue(value: Json): Shape {
  const schema: JsonObject = isJsonObject(value)
    ? {
        required: Object.keys(value),
        properties: Object.fromEntries(Object.entries(value).map(([name, each]) => [name, { const: each }])),
        additionalProperties: false,
      }
    : {};
  const size = Array.isArray(value) ? value.length : typeof value === 'string' ? [...value].length : null;
  const exact = (at: number): Limits => ({ ...openNumbers, least: at, most: at });
  const shape = { ...ownShape(schema), types: new Set([typeOf(value)]), values: [value] };
  if (typeof value === 'number') return { ...shape, numbers: exact(value) };
  if (isJsonObject(value)) return { ...shape, sizes: { ...shape.sizes, object: exact(Object.keys(value).length) } };
  if (size === null) return shape;
  const items = Array.isArray(value) ? { enum: value } : undefined;
  const isUnique = Array.isArray(value) && new Set(value.map(valueText)).size === value.length;
  return { ...shape, items, isUnique, sizes: { ...shape.sizes, string: exact(size), array: exact(size) } };
}

/** What both take. */
export function bothShapes(one: Shape, other: Shape): Shape {
  const types = new Set([...one.types].filter((type) => other.types.has(type)));
  const values = bothValues(one, other);
  return {
    types,
    values: values?.filter((value) => types.has(typeOf(value))) ?? null,
    numbers: withinBoth(one.numbers, other.numbers),
    sizes: {
      string: withinBoth(one.sizes.string, other.sizes.string),
      array: withinBoth(one.sizes.array, other.sizes.array),
      object: withinBoth(one.sizes.object, other.sizes.object),
    },
    multiples: [...one.multiples, ...other.multiples],
    isUnique: one.isUnique || other.isUnique,
    required: new Set([...one.required, ...other.required]),
    properties: bothProperties(one.properties, other.properties),
    others: bothSchemas(one.others, other.others),
    items: bothSchemas(one.items, other.items),
    opaque: new Map([...one.opaque, ...other.opaque, ...closedWithin(one, other), ...closedWithin(other, one)]),
  };
}

/** The type of a value. */
export function typeOf(value: Json): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value === 'boolean' || typeof value === 'string' ? (typeof value as 'boolean' | 'string') : 'object';
}

function stringsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function typesOf(type: Json | undefined): ReadonlySet<ValueType> {
  const named = typeof type === 'string' ? [type] : Array.isArray(type) ? stringsIn(type) : null;
  if (named === null) return allTypes;
  const wide = named.flatMap((name) => (name === 'number' ? ['integer', 'fraction'] : [name]));
  return new Set(
    [...allTypes]
      .filter((each) => each !== 'fraction' || named.includes('number'))
      .filter((each) => wide.includes(each)),
  );
}

function valuesOf(schema: JsonObject): readonly Json[] | null {
  const listed = Array.isArray(schema['enum']) ? (schema['enum'] as readonly Json[]) : null;
  if (!Object.hasOwn(schema, 'const')) return listed;
  const only = schema['const'] ?? null;
  return listed === null || listed.some((value) => valueText(value) === valueText(only)) ? [only] : [];
}

function bothValues(one: Shape, other: Shape): readonly Json[] | null {
  if (one.values === null || other.values === null) return one.values ?? other.values;
  const known = new Set(other.values.map(valueText));
  return one.values.filter((value) => known.has(valueText(value)));
}

function bothProperties(one: Shape['properties'], other: Shape['properties']): Shape['properties'] {
  const all = new Map(one);
  for (const [name, schema] of other) all.set(name, bothSchemas(all.get(name), schema) ?? schema);
  return all;
}

function bothSchemas(one: Json | undefined, other: Json | undefined): Json | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return schemaText(one) === schemaText(other) ? one : { allOf: [one, other] };
}

/** `additionalProperties` knows the names beside it alone, not those of the other part. */
function closedWithin({ others, properties }: Shape, other: Shape): Shape['opaque'] {
  const isOpen = others === undefined || others === true;
  if (isOpen || [...other.properties.keys()].every((name) => properties.has(name))) return new Map();
  return new Map([
    [`closed ${JSON.stringify([...properties.keys()].sort())} ${schemaText(others)}`, 'additionalProperties'],
  ]);
}

/** What is compared as a text, each with what belongs to it. */
const opaqueKeywords: readonly (readonly string[])[] = [
  ['pattern'],
  ['format'],
  ['not'],
  ['if', 'then', 'else'],
  ['patternProperties'],
  ['propertyNames'],
  ['dependentRequired'],
  ['dependentSchemas'],
  ['dependencies'],
  ['contains', 'minContains', 'maxContains'],
  ['prefixItems'],
  ['additionalItems'],
  ['unevaluatedProperties'],
  ['unevaluatedItems'],
  ['$dynamicRef'],
  ['$recursiveRef'],
];

function opaqueIn(schema: JsonObject): Shape['opaque'] {
  const found = opaqueKeywords.flatMap((group) => {
    const [name] = group;
    if (name === undefined || !Object.hasOwn(schema, name) || takesAll(name, schema[name])) return [];
    const own = Object.fromEntries(
      group.filter((each) => Object.hasOwn(schema, each)).map((each) => [each, schema[each] ?? null]),
    );
    return [[schemaText(own), name] as const];
  });
  // Lists of schemas, and limits that are switches, are of older drafts.
  const old = ['items', 'exclusiveMinimum', 'exclusiveMaximum'].flatMap((name) => {
    const value = schema[name];
    return Array.isArray(value) || (name !== 'items' && value === true)
      ? [[schemaText({ [name]: value }), name] as const]
      : [];
  });
  return new Map([...found, ...old]);
}

function takesAll(name: string, value: Json | undefined): boolean {
  return name === 'pattern' && (value === '' || value === '.*');
}

function isSchema(value: Json | undefined): value is JsonObject | boolean {
  return typeof value === 'boolean' || isJsonObject(value);
}
