import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../../../lib/kernel/json.ts';
import { of, told } from './schema-changes.ts';

const name = fc.constantFrom('a', 'b', 'c');
const limits = (least: string, most: string): fc.Arbitrary<JsonObject> =>
  fc.dictionary(fc.constantFrom(least, most), fc.integer({ min: -1, max: 5 }));
const sizes = (least: string, most: string): fc.Arbitrary<JsonObject> =>
  fc.dictionary(fc.constantFrom(least, most), fc.nat(4));

const { schema: anySchema } = fc.letrec<{ schema: JsonObject; leaf: JsonObject; object: JsonObject }>((tie) => ({
  leaf: fc.oneof(
    limits('minimum', 'maximum').chain((more) =>
      fc.constantFrom({ type: 'integer', ...more }, { type: 'number', ...more }),
    ),
    limits('exclusiveMinimum', 'exclusiveMaximum').map((more) => ({ type: 'number', ...more })),
    fc.constantFrom(1, 2, 3, 0.5).map((multipleOf) => ({ type: 'number', multipleOf })),
    sizes('minLength', 'maxLength').map((more) => ({ type: 'string', ...more })),
    fc
      .uniqueArray(fc.constantFrom<Json>('x', 'xy', '', 1, 2, 0.5, null, true), { minLength: 1, maxLength: 4 })
      .map((listed) => ({ enum: listed })),
    fc.constantFrom<JsonObject>(
      {},
      { type: 'null' },
      { type: 'boolean' },
      { const: 'x' },
      { type: ['string', 'null'] },
    ),
    fc.constantFrom<JsonObject>({ type: 'string', pattern: 'x' }, { not: { type: 'string' } }, { $ref: '#/$defs/F' }),
  ),
  object: fc
    .record(
      {
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('leaf')),
      },
      { requiredKeys: ['properties'] },
    )
    .map((more) => ({ type: 'object', ...more })),
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    tie('leaf'),
    tie('object'),
    fc
      .tuple(fc.constantFrom('anyOf', 'oneOf', 'allOf'), fc.array(tie('schema'), { minLength: 1, maxLength: 3 }))
      .map(([key, parts]) => ({ [key]: parts })),
    fc
      .tuple(tie('schema'), sizes('minItems', 'maxItems'), fc.boolean())
      .map(([items, more, uniqueItems]) => ({ type: 'array', items, ...more, uniqueItems })),
  ),
}));

const root = fc
  .tuple(fc.dictionary(name, anySchema, { maxKeys: 3 }), fc.uniqueArray(name, { maxLength: 1 }), anySchema)
  .map(([properties, required, F]): JsonObject => ({
    type: 'object',
    properties,
    required: required.filter((each) => Object.hasOwn(properties, each)),
    $defs: { F: JSON.stringify(F).includes('$ref') ? {} : F },
  }));

/** The same with a few places changed, so that pairs are near each other. */
const pair = fc.tuple(root, root, fc.boolean()).map(([one, other, isNear]): readonly [JsonObject, JsonObject] => {
  if (!isNear) return [one, other];
  const [from, to] = [one['properties'] as JsonObject, other['properties'] as JsonObject];
  return [one, { ...one, properties: { ...from, ...to }, required: other['required'] ?? [] }];
});

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    fc.constantFrom<Json>('', 'x', 'xy', 'xyzxyz', 0, 1, 2, 3, 6, -1, 0.5, 1.25, null, true, false),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}));

/** Names that nobody told of are promised to nobody. */
function isPromised(given: JsonObject, { properties }: JsonObject): boolean {
  return Object.keys(given).every((each) => Object.hasOwn(properties as JsonObject, each));
}

describe('any two schemas', () => {
  const ajv = (schema: JsonObject): ((given: Json) => boolean) => {
    const validate = new Ajv2020({ strict: false, validateSchema: false, logger: false }).compile(schema);
    return (given) => validate(given);
  };

  it('a call that was taken and is refused now is told, or that it cannot be told', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        pair,
        fc.array(fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }), { minLength: 12, maxLength: 12 }),
        ([before, after], calls) => {
          const [was, is] = [ajv(before), ajv(after)];
          const lost = calls.find((call) => isPromised(call, before) && was(call) && !is(call));
          if (lost === undefined) return;
          refused += 1;
          expect([told(before, after), before, after, lost]).not.toEqual(['same', before, after, lost]);
        },
      ),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(10);
  });

  it('a schema and itself break nothing, nor with other words, nor in another order', () => {
    const worded = (schema: Json): Json => {
      if (Array.isArray(schema)) return schema.map(worded);
      if (!isJsonObject(schema)) return schema;
      const turned = Object.fromEntries(
        Object.entries(schema)
          .toReversed()
          .map(([key, each]) => [key, key === 'properties' || key === '$defs' ? named(each) : worded(each)]),
      );
      return Array.isArray(schema['enum'])
        ? { ...turned, enum: schema['enum'] ?? [], title: 'T' }
        : { ...turned, title: 'T', description: 'D', default: 1 };
    };
    const named = (schemas: Json): Json =>
      Object.fromEntries(Object.entries(schemas as JsonObject).map(([key, each]) => [key, worded(each)]));
    fc.assert(
      fc.property(root, (schema) => {
        expect(told(schema, structuredClone(schema))).toBe('same');
        expect(told(schema, worded(schema))).toBe('same');
      }),
    );
  });

  it('an alternative more breaks nothing', () => {
    fc.assert(
      fc.property(root, anySchema, anySchema, (whole, one, other) => {
        const definitions = { $defs: whole['$defs'] ?? {} };
        expect(told(of(one, definitions), of({ anyOf: [other, one] }, definitions))).not.toBe('less');
      }),
    );
  });

  it('written out in place of a reference, they are the same', () => {
    fc.assert(
      fc.property(
        anySchema.filter((schema) => !JSON.stringify(schema).includes('$ref')),
        (schema) => {
          const [pointed, plain] = [of({ $ref: '#/$defs/X' }, { $defs: { X: schema } }), of(schema)];
          expect([told(pointed, plain), told(plain, pointed)]).toEqual(['same', 'same']);
        },
      ),
    );
  });
});
