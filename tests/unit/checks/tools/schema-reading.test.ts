import { createRequire } from 'node:module';
import { Ajv, type AnySchemaObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMoreNodes, readSchema } from '../../../../lib/checks/tools/schema-reading.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { dialectOf, schemaKeywords, type Dialect } from '../../../../lib/standards/json-schema.ts';

const options = { strict: false, validateFormats: false, logger: false, allErrors: false } as const;
const draft06 = createRequire(import.meta.url)('ajv/dist/refs/json-schema-draft-06.json') as AnySchemaObject;

const judges: Readonly<Partial<Record<Dialect, Ajv>>> = {
  '2020-12': new Ajv2020(options),
  '2019-09': new Ajv2019(options),
  'draft-07': new Ajv(options),
  'draft-06': new Ajv({
    ...options,
    meta: false,
    defaultMeta: 'http://json-schema.org/draft-06/schema#',
  }).addMetaSchema(draft06),
};

function read(schema: Json, dialect: Dialect = '2020-12', most = 10_000) {
  return readSchema(schema as JsonObject, { dialect, most });
}

/** Every keyword of every version, `$schema` and what would be looked up excepted. */
const keywords = [...new Set(Object.values(schemaKeywords).flatMap((kinds) => [...kinds.keys()]))].filter(
  (keyword) => !['$schema', '$ref', '$id', 'id', '$dynamicRef', '$recursiveRef', '$vocabulary'].includes(keyword),
);

function schemas(among: readonly string[]): fc.Arbitrary<Json> {
  const { keyworded } = fc.letrec<{ schema: Json; value: Json; keyworded: Json }>((tie) => ({
    schema: fc.oneof({ maxDepth: 4 }, fc.boolean(), tie('keyworded')),
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>('object', 'string', 'any', 'x y', '', 0, 1, -1, 1.5, true, false, null),
      fc.array(fc.constantFrom<Json>('string', 'null', 'float', 'a', 1), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b'), fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }), {
        maxKeys: 1,
        noNullPrototype: true,
      }),
      tie('schema'),
      fc.array(tie('schema'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('schema'), { maxKeys: 2, noNullPrototype: true }),
    ),
    keyworded: fc.dictionary(fc.constantFrom(...among, 'unknown'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  }));
  return keyworded;
}

/** Ajv's copy of draft-07 is of an earlier day: it knows no writeOnly and wants something in enum. */
const elsewhereInAjv = new Set(['writeOnly', 'enum']);

describe('whether a schema is valid', () => {
  it.each(Object.entries(judges) as [Dialect, Ajv][])(
    'is told as Ajv tells it, by the metaschema of %s',
    (dialect, ajv) => {
      const among = dialect === 'draft-07' ? keywords.filter((keyword) => !elsewhereInAjv.has(keyword)) : keywords;
      fc.assert(
        fc.property(schemas(among), (candidate) => {
          expect(read(candidate, dialect).fault === null).toBe(ajv.validateSchema(candidate as AnySchemaObject));
        }),
        { numRuns: 3_000 },
      );
    },
  );

  it.each<[string, Json, string, string]>([
    ['a list of types', { properties: { at: { items: [{}, {}] } } }, 'properties.at.items', 'tuple'],
    ['a flag where names belong', { properties: { a: { required: true } } }, 'properties.a.required', 'flag'],
    ['a flag where a number belongs', { minimum: true }, 'minimum', 'flag'],
    ['a type of another language', { properties: { a: { type: 'float' } } }, 'properties.a.type', 'type-name'],
    ['null', { required: null }, 'required', 'null'],
    ['a schema that is null', { properties: { a: null } }, 'properties.a', 'null'],
    ['an empty list', { anyOf: [] }, 'anyOf', 'empty'],
    ['a name that comes twice', { required: ['a', 'a'] }, 'required', 'twice'],
    ['a number for words', { description: 5 }, 'description', 'text-wanted'],
    ['the outermost of several', { properties: { a: { type: 'x' } }, maximum: 'y' }, 'maximum', 'kind'],
    ['an empty PHP array for a schema', { properties: { a: [] } }, 'properties.a', 'kind'],
    ['a list where no list ever stood', { additionalProperties: [{}] }, 'additionalProperties', 'kind'],
    ['an empty PHP array', { properties: { a: { properties: [] } } }, 'properties.a.properties', 'kind'],
    ['what only a reference leads to', { $ref: '#/x/y', x: { y: { type: 7 } } }, 'x.y.type', 'kind'],
    ['the second of several alternatives', { anyOf: [{}, { type: 'x' }] }, 'anyOf.1.type', 'type-name'],
  ])('names the place of %s', (_what, candidate, at, fault) => {
    expect(read(candidate).fault).toMatchObject({ at, fault });
  });

  it('is not asked of what is no schema', () => {
    const candidate = {
      default: { type: 'x' },
      enum: [{ type: 'x' }],
      const: { $ref: '#/y' },
      examples: [{ $ref: 1 }],
    };
    expect(read(candidate)).toMatchObject({ fault: null, reference: null });
    expect(read({ properties: { $ref: { type: 'string' }, type: { enum: ['a'] } } }).fault).toBeNull();
  });

  it('leaves out what others speak of, at the top level alone', () => {
    const manner = { dialect: '2020-12', most: 10, judgedElsewhere: new Set(['type']) } as const;
    expect(readSchema({ type: 'x' }, manner).fault).toBeNull();
    expect(readSchema({ items: { type: 'x' } }, manner).fault?.at).toBe('items.type');
  });
});

describe('references', () => {
  const id = 'https://acme.dev/schemas/tool';

  it.each<[string, Json]>([
    ['to the whole', { $ref: '#' }],
    ['to a definition', { $ref: '#/$defs/a', $defs: { a: true } }],
    ['round in a circle', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }],
    ['to an escaped name', { $ref: '#/$defs/a~1b%20c', $defs: { 'a/b c': {} } }],
    ['to a place in a list', { $ref: '#/anyOf/1', anyOf: [{}, {}] }],
    ['to an anchor that stands later', { $ref: '#late', properties: { a: { $anchor: 'late' } } }],
    ['to a dynamic anchor', { $dynamicRef: '#node', $dynamicAnchor: 'node' }],
    [
      'to a fragment that is an $id',
      { $schema: 'http://json-schema.org/draft-07/schema#', $ref: '#a', definitions: { x: { $id: '#a' } } },
    ],
    [
      'by its own address',
      { $id: id, properties: { a: { $ref: `${id}#/$defs/b` }, c: { $ref: 'tool' } }, $defs: { b: {} } },
    ],
    [
      'to a schema with an address inside',
      { $id: id, $ref: 'part#/$defs/x', $defs: { p: { $id: 'part', $defs: { x: {} } } } },
    ],
    ['to a schema without an address of the whole', { $ref: 'part', $defs: { p: { $id: 'part' } } }],
    ['to the metaschema', { properties: { schema: { $ref: 'http://json-schema.org/draft-07/schema#' } } }],
    ['to a place that no keyword leads to', { $ref: '#/components/schemas/A', components: { schemas: { A: {} } } }],
    ['to a member called __proto__', JSON.parse('{"$ref":"#/$defs/__proto__","$defs":{"__proto__":{}}}') as Json],
  ])('lead %s', (_what, candidate) => {
    expect(read(candidate).reference).toBeNull();
  });

  it.each<[string, Json, string]>([
    ['a definition that is missing', { $ref: '#/$defs/a' }, 'missing'],
    ['what objects inherit', { $ref: '#/$defs/constructor', $defs: {} }, 'missing'],
    ['what is no schema', { $ref: '#/title', title: 'x' }, 'missing'],
    ['a file', { $ref: 'other.json' }, 'missing'],
    ['an anchor that is missing', { $ref: '#nowhere' }, 'missing'],
    ['broken escapes', { $ref: '#/%E0%A4%A' }, 'missing'],
    ['another host', { $ref: 'https://schemas.acme.dev/a.json' }, 'remote'],
    ['another document of its own host', { $id: id, items: { $ref: 'other' } }, 'remote'],
    ['a definition of a part from the whole', { $defs: { p: { $id: 'part', $ref: '#/$defs/q' }, q: {} } }, 'missing'],
    ['one that stands where only a reference leads', { $ref: '#/x', x: { $ref: '#/y' } }, 'missing'],
  ])('do not lead to %s', (_what, candidate, why) => {
    expect(read(candidate).reference?.why).toBe(why);
  });
});

describe('the size of a schema', () => {
  it('is told in levels of schemas', () => {
    expect(read({ properties: { a: { items: { anyOf: [{ type: 'string' }] } } } }).depth).toBe(3);
    expect(read({ $defs: { a: { $ref: '#' } } }).depth).toBe(1);
  });

  it('is told in values without looking at more than asked', () => {
    const values = { a: [1, 2], b: 'x' };
    expect(hasMoreNodes(values, 4)).toBe(true);
    expect(hasMoreNodes(values, 5)).toBe(false);
  });

  it('bounds the look at it, and says so', () => {
    const wide = { properties: Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`p${index}`, {}])) };
    expect(read(wide, '2020-12', 10)).toMatchObject({ isWhole: false, count: 10 });
    expect(read(wide)).toMatchObject({ isWhole: true, count: 51 });
  });

  it('makes no walk through it long', () => {
    const nested = Array.from({ length: 250 }).reduce<Json>((inner) => ({ properties: { a: inner } }), { type: 'x' });
    expect(read(nested).depth).toBe(250);
    expect(read(nested).fault?.fault).toBe('type-name');
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`p${index}`, { $ref: '#/$defs/a' }]));
    expect(read({ properties: many, $defs: { a: { pattern: '^(a+)+$' } } }, '2020-12', 100_000)).toMatchObject({
      fault: null,
      reference: null,
    });
  });
});

it.each([
  ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
  ['http://json-schema.org/draft/2019-09/schema#', '2019-09'],
  ['http://json-schema.org/draft-07/schema#', 'draft-07'],
  ['http://json-schema.org/draft-04/schema', 'draft-04'],
  ['https://example.org/my-own', undefined],
])('the version %s is known', (address, dialect) => {
  expect(dialectOf(address)).toBe(dialect);
});
