import { describe, expect, it } from 'vitest';
import { toolSchemas } from '../../../../lib/checks/tools/schemas.ts';
import type { Json } from '../../../../lib/kernel/json.ts';
import { said, tool, withInput, withParameters } from './listed-evidence.ts';

const draft07 = 'http://json-schema.org/draft-07/schema#';
const tuple = { type: 'array', items: [{ type: 'number' }, { type: 'number' }] };

describe('tools.schema-invalid', () => {
  it.each<[string, Json, string]>([
    ['null', null, 'noObject'],
    ['a list', [], 'noObject'],
    ['without a type', { properties: {} }, 'rootType'],
    ['of another type', { type: 'string' }, 'rootType'],
    ['of several types', { type: ['object', 'null'] }, 'rootType'],
  ])('is certain where the schema is %s', (_what, schema, fault) => {
    const heard = said(toolSchemas, withInput('a', schema));
    expect(heard.found).toEqual(['tools.schema-invalid']);
    expect(heard.finding('tools.schema-invalid')).toMatchObject({
      severity: 'blocker',
      confidence: 'certain',
      values: { scope: 'list', fault, first: 'a' },
    });
  });

  it('is certain where there is no schema', () => {
    const { inputSchema: _left, ...bare } = tool('a');
    expect(said(toolSchemas, bare).finding('tools.schema-invalid').values['fault']).toBe('missing');
  });

  it.each<[string, Json, string, string]>([
    ['a type that there is not', { type: 'float' }, 'properties.p.type', 'typeName'],
    ['required as a flag', { type: 'string', required: true }, 'properties.p.required', 'flag'],
    ['a tuple in a list', tuple, 'properties.p.items', 'tuple'],
    ['null for a description', { description: null }, 'properties.p.description', 'null'],
    ['a schema that is a word', 'string', 'properties.p', 'kind'],
  ])('is likely with %s', (_what, schema, at, fault) => {
    const heard = said(toolSchemas, withParameters('a', { p: schema }));
    expect(heard.found).toEqual(['tools.schema-invalid']);
    expect(heard.finding('tools.schema-invalid')).toMatchObject({
      severity: 'blocker',
      confidence: 'likely',
      values: { scope: 'api', at, fault },
    });
  });

  it('is a likely problem where only the older version that it names allows it', () => {
    const heard = said(toolSchemas, withInput('a', { $schema: draft07, type: 'object', properties: { p: tuple } }));
    expect(heard.finding('tools.schema-invalid')).toMatchObject({
      severity: 'problem',
      confidence: 'likely',
      values: { scope: 'own', dialect: 'draft-07' },
    });
  });

  it('speaks of the gravest of several', () => {
    const heard = said(
      toolSchemas,
      withInput('old', { $schema: draft07, type: 'object', properties: { p: tuple } }),
      withParameters('typo', { p: { type: 'strng' } }),
      withInput('none', { type: 'array' }),
    );
    expect(heard.finding('tools.schema-invalid')).toMatchObject({
      severity: 'blocker',
      confidence: 'certain',
      values: { first: 'none', count: 3 },
    });
  });

  it.each<[string, Json]>([
    ['without parameters', { type: 'object' }],
    [
      'of draft-07 as most libraries write it',
      { $schema: draft07, type: 'object', definitions: {}, additionalProperties: false },
    ],
    ['with a tuple of 2020-12', { type: 'object', properties: { p: { prefixItems: [{}, {}], items: false } } }],
    ['with words of OpenAPI', { type: 'object', properties: { p: { nullable: true, example: 5, discriminator: {} } } }],
    ['with a pattern that takes for ever', { type: 'object', properties: { p: { pattern: '^(a+)+$' } } }],
    ['with a pattern of another language', { type: 'object', properties: { p: { pattern: '(?i)^x' } } }],
    ['that refers to itself', { type: 'object', properties: { p: { $ref: '#' } } }],
  ])('is not found at a schema %s', (_what, schema) => {
    expect(said(toolSchemas, withInput('a', schema)).passed).toContain('tools.schema-invalid');
  });
});

describe('tools.schema-top-level-combinator', () => {
  it.each(['anyOf', 'oneOf', 'allOf', 'enum'])('is found at %s, with and without a type', (keyword) => {
    const bare = withInput('a', { [keyword]: [{}] });
    const typed = withInput('b', { type: 'object', [keyword]: [{}] });
    const heard = said(toolSchemas, bare, typed);
    expect(heard.found).toEqual(['tools.schema-top-level-combinator']);
    expect(heard.finding('tools.schema-top-level-combinator').values).toMatchObject({ count: 2, keyword });
  });

  it('is not found inside a property', () => {
    const heard = said(toolSchemas, withParameters('a', { p: { anyOf: [{ type: 'string' }, { type: 'null' }] } }));
    expect(heard.passed).toContain('tools.schema-top-level-combinator');
  });
});

describe('tools.schema-properties-not-object', () => {
  it.each<[Json, string]>([
    [[], 'list'],
    [null, 'null'],
    ['none', 'other'],
  ])('is found at %j, and nothing else is said about it', (properties, kind) => {
    const heard = said(toolSchemas, withInput('a', { type: 'object', properties }));
    expect(heard.found).toEqual(['tools.schema-properties-not-object']);
    expect(heard.finding('tools.schema-properties-not-object').values).toMatchObject({ kind });
  });

  it('is not found where they are left out', () => {
    const heard = said(toolSchemas, withInput('a', { type: 'object' }));
    expect(heard.passed).toContain('tools.schema-properties-not-object');
  });
});

describe('tools.schema-too-large', () => {
  const schema = (bytes: number) => ({
    type: 'object',
    description: 'x'.repeat(bytes - '{"type":"object","description":""}'.length),
  });

  it('is found beyond 16,384 bytes', () => {
    const heard = said(toolSchemas, withInput('a', schema(16_385)), withInput('b', schema(20_000)));
    expect(heard.found).toEqual(['tools.schema-too-large']);
    expect(heard.finding('tools.schema-too-large').values).toMatchObject({ count: 2, largest: 20_000 });
  });

  it('counts bytes, not characters', () => {
    const heard = said(toolSchemas, withInput('a', { type: 'object', description: '表'.repeat(6_000) }));
    expect(heard.found).toEqual(['tools.schema-too-large']);
  });

  it('is not found at 16,384', () => {
    expect(said(toolSchemas, withInput('a', schema(16_384))).passed).toContain('tools.schema-too-large');
  });
});

describe('tools.schema-property-name-invalid', () => {
  it.each(['filter[name]', 'StartTime<', 'user id', '$top', 'größe', 'x'.repeat(65), ''])('is found at “%s”', (key) => {
    const heard = said(toolSchemas, withParameters('a', { ok: {}, [key]: { type: 'string' } }));
    expect(heard.found).toEqual(['tools.schema-property-name-invalid']);
    expect(heard.finding('tools.schema-property-name-invalid').values['first']).toBe('a');
  });

  it('is not found at names that Claude accepts, nor deeper in the schema', () => {
    const parameters = { 'projects.any': {}, a_b: {}, 'c-1': { properties: { 'd[e]': {} } }, ['__proto__']: {} };
    expect(said(toolSchemas, withParameters('a', parameters)).passed).toContain('tools.schema-property-name-invalid');
  });
});

describe('tools.schema-unresolved-ref', () => {
  it.each<[string, string, string]>([
    ['a definition that was left behind', '#/$defs/Filter', 'missing'],
    ['a part of an OpenAPI document', '#/components/schemas/Filter', 'missing'],
    ['another host', 'https://schemas.acme.dev/filter.json', 'remote'],
  ])('is found at %s', (_what, reference, why) => {
    const heard = said(toolSchemas, withParameters('a', { p: { $ref: reference } }));
    expect(heard.found).toEqual(['tools.schema-unresolved-ref']);
    expect(heard.finding('tools.schema-unresolved-ref').values).toMatchObject({ reference, why });
  });

  it('is found in what a tool gives back as well: clients prepare for that when they list', () => {
    const heard = said(toolSchemas, tool('a', { outputSchema: { type: 'object', $ref: '#/$defs/Screen' } }));
    expect(heard.found).toEqual(['tools.schema-unresolved-ref']);
  });

  it('is not found where the schema holds what is meant', () => {
    const input = { type: 'object', properties: { p: { $ref: '#/$defs/a' } }, $defs: { a: { type: 'string' } } };
    expect(said(toolSchemas, withInput('a', input)).passed).toContain('tools.schema-unresolved-ref');
  });
});

describe('tools.schema-too-deep', () => {
  const deep = (levels: number): Json =>
    Array.from({ length: levels }).reduce<Json>((inner) => ({ type: 'object', properties: { p: inner } }), {});

  it('is found beyond ten levels', () => {
    const heard = said(toolSchemas, withInput('a', deep(11)));
    expect(heard.found).toEqual(['tools.schema-too-deep']);
    expect(heard.finding('tools.schema-too-deep').values).toMatchObject({ how: 'deep', depth: 11 });
    expect(said(toolSchemas, withInput('a', deep(10))).passed).toContain('tools.schema-too-deep');
  });

  it('is found beyond five thousand values', () => {
    const heard = said(toolSchemas, withParameters('a', { p: { enum: Array.from({ length: 5_000 }, (_, i) => i) } }));
    expect(heard.found).toEqual(['tools.schema-too-large', 'tools.schema-too-deep']);
    expect(heard.finding('tools.schema-too-deep').values['how']).toBe('large');
  });
});

it('nothing is called passed in a schema that was looked at in part', () => {
  const properties = Object.fromEntries(Array.from({ length: 210_000 }, (_, index) => [`p${index}`, {}]));
  const heard = said(toolSchemas, withParameters('a', properties));
  expect(heard.skipped).toMatchObject({
    'tools.schema-invalid': 'not-reached',
    'tools.schema-unresolved-ref': 'not-reached',
  });
});
