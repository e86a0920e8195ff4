import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { changes, of, told } from './schema-changes.ts';

const safe = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const query = { type: 'object', properties: { q: { type: 'string' } }, required: ['q'] };
const kind = (name: string): JsonObject => ({ type: 'object', properties: { k: { const: name } }, required: ['k'] });

describe('what refuses nothing', () => {
  it.each<[string, Json, Json]>([
    ['a least length of nothing', of({ type: 'string' }), of({ type: 'string', minLength: 0 })],
    ['a least count of nothing', of({ type: 'array' }), of({ type: 'array', minItems: 0 })],
    ['above 0 as from 1', of({ type: 'integer', exclusiveMinimum: 0 }), of({ type: 'integer', minimum: 1 })],
    ['the limits of safe integers', of({ type: 'integer' }), of({ type: 'integer', ...safe })],
    ['a reference written out', of({ $ref: '#/$defs/F' }, { $defs: { F: query } }), of(query)],
    ['a reference for what stood there', of(query), of({ $ref: '#/definitions/F' }, { definitions: { F: query } })],
    [
      'a definition with a new name',
      of({ $ref: '#/$defs/F' }, { $defs: { F: query } }),
      of({ $ref: '#/$defs/G' }, { $defs: { G: query } }),
    ],
    ['allOf of one part', of({ allOf: [{ type: 'string' }] }), of({ type: 'string' })],
    ['the type of listed values', of({ enum: ['x', 'y'] }), of({ type: 'string', enum: ['x', 'y'] })],
    ['the type of the only value', of({ const: 'x' }), of({ type: 'string', const: 'x' })],
    ['a list of one value', of({ enum: ['x'] }), of({ const: 'x' })],
    ['values as alternatives', of({ enum: ['x', 'y'] }), of({ oneOf: [{ const: 'y' }, { const: 'x', title: 'X' }] })],
    ['types as alternatives', of({ type: ['string', 'null'] }), of({ anyOf: [{ type: 'null' }, { type: 'string' }] })],
    [
      'a list of types for alternatives',
      of({ anyOf: [{ type: 'null' }, { type: 'string' }] }),
      of({ type: ['string', 'null'] }),
    ],
    ['counted values', of({ type: 'integer', minimum: 1, maximum: 3 }), of({ enum: [1, 2, 3, 4] })],
    ['the two that a switch has', of({ type: 'boolean' }), of({ enum: [false, true] })],
    ['one alternative more', of({ oneOf: [kind('x'), kind('y')] }), of({ oneOf: [kind('z'), kind('y'), kind('x')] })],
    ['steps of one', of({ type: 'integer' }), of({ type: 'integer', multipleOf: 1 })],
    ['smaller steps', of({ type: 'number', multipleOf: 10 }), of({ type: 'number', multipleOf: 5 })],
    ['any pattern', of({ type: 'string' }), of({ type: 'string', pattern: '.*' })],
    ['a type that says itself', { properties: {} }, { type: 'object', properties: {}, required: [] }],
    [
      'a definition that nothing uses',
      { type: 'object', $defs: { F: { type: 'string' } } },
      { type: 'object', $defs: { F: { type: 'null' } } },
    ],
    ['a limit for another type', of({ type: 'integer' }), of({ type: 'integer', maxLength: 1, pattern: 'x' })],
    [
      'names that were refused before',
      of({}, { additionalProperties: false }),
      { type: 'object', properties: { a: {}, b: { type: 'null' } }, additionalProperties: false },
    ],
    [
      'other words',
      of({ type: 'string', not: { const: 'x', description: 'x' } }),
      of({ type: 'string', title: 'A', not: { const: 'x' } }),
    ],
  ])('%s', (_what, before, after) => {
    expect(told(before, after)).toBe('same');
  });
});

describe('what takes less', () => {
  it.each<[string, Json | undefined, Json | undefined, string, string]>([
    [
      'an alternative of values gone',
      of({ anyOf: [{ const: 'x' }, { const: 'y' }] }),
      of({ anyOf: [{ const: 'x' }] }),
      'inputSchema.properties.a.anyOf[1]',
      'values-narrowed',
    ],
    [
      'an alternative of objects gone',
      of({ oneOf: [kind('x'), kind('y')] }),
      of({ oneOf: [kind('x')] }),
      'inputSchema.properties.a.oneOf[1]',
      'values-narrowed',
    ],
    [
      'one of three objects gone',
      of({ anyOf: [kind('x'), kind('y'), kind('z')] }),
      of({ anyOf: [kind('x'), kind('y')] }),
      'inputSchema.properties.a.anyOf[2]',
      'values-narrowed',
    ],
    [
      'values within allOf',
      of({ type: 'string' }),
      of({ type: 'string', allOf: [{ enum: ['x'] }] }),
      'inputSchema.properties.a.allOf',
      'values-narrowed',
    ],
    [
      'a parameter that takes nothing',
      of({ type: 'string' }),
      of(false),
      'inputSchema.properties.a',
      'parameter-removed',
    ],
    ['the schema gone', of({ type: 'string' }), undefined, 'inputSchema', 'parameter-removed'],
    ['the schema no object', of({ type: 'string' }), null, 'inputSchema', 'parameter-removed'],
    [
      'steps',
      of({ type: 'integer' }),
      of({ type: 'integer', multipleOf: 100 }),
      'inputSchema.properties.a.multipleOf',
      'limit-narrowed',
    ],
    [
      'whole numbers alone',
      of({ type: 'number' }),
      of({ type: 'integer' }),
      'inputSchema.properties.a.type',
      'type-narrowed',
    ],
    [
      'no twins',
      of({ type: 'array' }),
      of({ type: 'array', uniqueItems: true }),
      'inputSchema.properties.a.uniqueItems',
      'limit-narrowed',
    ],
    [
      'a definition that is used',
      of({ $ref: '#/$defs/F' }, { $defs: { F: { type: 'string' } } }),
      of({ $ref: '#/$defs/F' }, { $defs: { F: { type: 'null' } } }),
      'inputSchema.$defs.F.type',
      'type-narrowed',
    ],
    [
      'another definition',
      of({ $ref: '#/$defs/F' }, { $defs: { F: {}, G: { type: 'null' } } }),
      of({ $ref: '#/$defs/G' }, { $defs: { F: {}, G: { type: 'null' } } }),
      'inputSchema.properties.a.$ref',
      'type-narrowed',
    ],
    [
      'names that were promised',
      of({}, { additionalProperties: true }),
      of({}, { additionalProperties: false }),
      'inputSchema.additionalProperties',
      'limit-narrowed',
    ],
    [
      'all names by their schema',
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: 'object', additionalProperties: { type: 'null' } },
      'inputSchema.additionalProperties.type',
      'type-narrowed',
    ],
    [
      'a pattern for any text',
      of({ type: 'string' }),
      of({ type: 'string', pattern: '^x' }),
      'inputSchema.properties.a.pattern',
      'limit-narrowed',
    ],
    [
      'a limit below alternatives',
      of({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
      of({ anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] }),
      'inputSchema.properties.a.anyOf[0].maxLength',
      'limit-narrowed',
    ],
  ])('%s', (_what, before, after, path, breaks) => {
    expect(changes(before, after).filter((each) => each.breaks !== null)).toMatchObject([{ path, breaks }]);
  });
});

describe('what cannot be told', () => {
  it.each<[string, Json | undefined, Json]>([
    ['another pattern', of({ type: 'string', pattern: 'x' }), of({ type: 'string', pattern: 'y' })],
    ['a format', of({ type: 'string' }), of({ type: 'string', format: 'uuid' })],
    ['not', of({ type: 'string' }), of({ type: 'string', not: { const: 'x' } })],
    ['less below not', of({ not: { maxLength: 3 } }), of({ not: { maxLength: 9 } })],
    ['conditions', of({}), of({}, { if: { required: ['a'] }, then: { required: ['b'] } })],
    ['names that nobody told of', of({}), of({}, { additionalProperties: false })],
    ['a reference out of the schema', of({ type: 'string' }), of({ $ref: 'https://a.example/x.json' })],
    ['a schema where there was none', undefined, of({})],
  ])('%s', (_what, before, after) => {
    expect(told(before, after)).toBe('unclear');
  });
});

describe('schemas that are meant to hurt', () => {
  const chain = (count: number): JsonObject =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `d${String(index)}`,
        { anyOf: [{ $ref: `#/$defs/d${String(index + 1)}` }, { $ref: `#/$defs/d${String(index + 1)}` }] },
      ]),
    );
  const loop = { $ref: '#/$defs/F' };

  it.each<[string, Json]>([
    ['contains itself', of(loop, { $defs: { F: { type: 'object', properties: { next: loop } } } })],
    ['is itself', of(loop, { $defs: { F: loop } })],
    ['is all of itself', of(loop, { $defs: { F: { allOf: [loop, loop], anyOf: [loop, loop] } } })],
    ['doubles', of({ $ref: '#/$defs/d0' }, { $defs: chain(40) })],
    ['has thousands of alternatives', of({ oneOf: Array.from({ length: 3_000 }, (_, index) => kind(String(index))) })],
    [
      'has thousands of values',
      of({ anyOf: Array.from({ length: 60 }, () => ({ enum: Array.from({ length: 2_000 }, (_, index) => index) })) }),
    ],
  ])('ends where one %s', (_what, schema) => {
    expect(told(schema, structuredClone(schema))).toBe('same');
    expect(() => told(schema, { ...(schema as JsonObject), required: ['a'] })).not.toThrow();
    expect(() => told(of({}), schema)).not.toThrow();
  });
});
