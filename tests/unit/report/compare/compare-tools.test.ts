import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import { compareReports } from '../../../../lib/report/compare/compare-reports.ts';
import type { Comparison } from '../../../../lib/report/compare/comparison.ts';
import { sampleReport } from '../sample-report.ts';
import { reportWithTools, tool } from './compared.ts';

function compared(before: readonly Json[], after: readonly Json[]): Comparison {
  return compareReports(reportWithTools(before), reportWithTools(after));
}

/** What changed of one tool, as “path: before → after (why it breaks)”. */
function changesOf(before: JsonObject, after: JsonObject): readonly string[] {
  const { tools } = compared([{ name: 'a', ...before }], [{ name: 'a', ...after }]);
  return tools.changed.flatMap(({ changes }) =>
    changes.map(
      (change) =>
        `${change.path}: ${change.before ?? '–'} → ${change.after ?? '–'}${change.breaks === null ? '' : ` (${change.breaks})`}`,
    ),
  );
}

function schema(properties: JsonObject, rest: JsonObject = {}): JsonObject {
  return { inputSchema: { type: 'object', properties, ...rest } };
}

describe('tools that came, went and changed their name', () => {
  it('tells them by name, whatever their order', () => {
    const { tools, breaks } = compared([tool('a'), tool('b'), tool('c')], [tool('c'), tool('a'), tool('d')]);
    expect(tools.removed).toEqual([{ name: 'b', title: null }]);
    expect(tools.added).toEqual([{ name: 'd', title: null }]);
    expect(tools.changed).toEqual([]);
    expect({ reordered: tools.reordered, breaks }).toEqual({ reordered: true, breaks: 1 });
  });

  it('does not take a removed tool for another order', () => {
    expect(compared([tool('a'), tool('b'), tool('c')], [tool('a'), tool('c')]).tools.reordered).toBe(false);
  });

  it('guesses a new name where all else is the same, and breaks what uses the old one', () => {
    const { tools, breaks } = compared([tool('a')], [{ ...tool('a'), name: 'z' }]);
    expect(tools.renamed).toEqual([{ before: { name: 'a', title: null }, after: { name: 'z', title: null } }]);
    expect({ removed: tools.removed, added: tools.added, breaks }).toEqual({ removed: [], added: [], breaks: 1 });
  });

  it('guesses nothing between two candidates, nor without a description', () => {
    const twins = compared(
      [tool('a')],
      [
        { ...tool('a'), name: 'y' },
        { ...tool('a'), name: 'z' },
      ],
    );
    expect(twins.tools.counts).toEqual({ removed: 1, added: 2, renamed: 0, changed: 0 });
    expect(compared([{ name: 'a' }], [{ name: 'b' }]).tools.counts.renamed).toBe(0);
  });

  it('compares nothing without a list on both sides', () => {
    const { tools, breaks } = compareReports(reportWithTools([tool('a')]), sampleReport());
    expect(tools.count).toEqual({ before: 1, after: null });
    expect({ removed: tools.removed, breaks }).toEqual({ removed: [], breaks: 0 });
  });

  it('calls nothing broken that may stand on a page which was not read', () => {
    const after = reportWithTools([tool('a')], {}, 'failed');
    const { tools, breaks } = compareReports(reportWithTools([tool('a'), tool('b')]), after);
    expect({ counts: tools.counts.removed, whole: tools.whole, breaks }).toEqual({
      counts: 1,
      whole: { before: true, after: false },
      breaks: 0,
    });
  });

  it('reads the tools that a bundle declares', () => {
    const bundle = (tools: Json): ReturnType<typeof sampleReport> =>
      sampleReport({
        subject: 'bundle',
        target: { file: 'a.mcpb' },
        evidence: { bundle: { status: 'observed', value: { manifest: { value: { version: '1', tools } } } } },
      });
    const { tools } = compareReports(bundle([{ name: 'a' }]), bundle([{ name: 'a', description: 'A' }, { name: 'b' }]));
    expect(tools.added).toEqual([{ name: 'b', title: null }]);
    expect(tools.changed[0]?.changes).toEqual([
      { path: 'description', kind: 'added', before: null, after: 'A', breaks: null, unclear: false },
    ]);
  });
});

describe('what changed of a tool', () => {
  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['title', { title: 'A' }, { title: 'B' }, ['title: A → B']],
    [
      'hints',
      { annotations: { readOnlyHint: true } },
      { annotations: { readOnlyHint: false } },
      ['annotations.readOnlyHint: true → false'],
    ],
    [
      'a type',
      schema({ limit: { type: 'integer' } }),
      schema({ limit: { type: 'string' } }),
      ['inputSchema.properties.limit.type: integer → string (type-narrowed)'],
    ],
    [
      'a wider type',
      schema({ limit: { type: 'integer' } }),
      schema({ limit: { type: 'number' } }),
      ['inputSchema.properties.limit.type: integer → number'],
    ],
    [
      'a type that may be null',
      schema({ a: { type: ['string', 'null'] } }),
      schema({ a: { type: 'string' } }),
      ['inputSchema.properties.a.type: ["string","null"] → string (type-narrowed)'],
    ],
    [
      'the order of types',
      schema({ a: { type: ['string', 'null'] } }),
      schema({ a: { type: ['null', 'string'] } }),
      [],
    ],
    [
      'a new parameter that must be given',
      schema({}, { required: [] }),
      schema({ b: { type: 'string' } }, { required: ['b'] }),
      ['inputSchema.required: – → b (required)', 'inputSchema.properties.b: – → {"type":"string"}'],
    ],
    [
      'a new parameter that need not',
      schema({}),
      schema({ b: { type: 'string' } }),
      ['inputSchema.properties.b: – → {"type":"string"}'],
    ],
    ['required in another order', schema({}, { required: ['a', 'b'] }), schema({}, { required: ['b', 'a'] }), []],
    [
      'a parameter that need not be given any more',
      schema({}, { required: ['a'] }),
      schema({}, { required: [] }),
      ['inputSchema.required: a → –'],
    ],
    ['a parameter that went', schema({ a: {} }), schema({}), ['inputSchema.properties.a: {} → – (parameter-removed)']],
    [
      'fewer values',
      schema({ a: { enum: ['x', 'y'] } }),
      schema({ a: { enum: ['x', 'z'] } }),
      ['inputSchema.properties.a.enum: ["x","y"] → ["x","z"] (values-narrowed)'],
    ],
    [
      'more values',
      schema({ a: { enum: ['x'] } }),
      schema({ a: { enum: ['x', 'z'] } }),
      ['inputSchema.properties.a.enum: ["x"] → ["x","z"]'],
    ],
    [
      'a lower limit',
      schema({ a: { maximum: 10 } }),
      schema({ a: { maximum: 5 } }),
      ['inputSchema.properties.a.maximum: 10 → 5 (limit-narrowed)'],
    ],
    ['a higher limit', schema({ a: { maximum: 5 } }), schema({ a: {} }), ['inputSchema.properties.a.maximum: 5 → –']],
    [
      'a limit within a list',
      schema({ a: { type: 'array', items: { minLength: 1 } } }),
      schema({ a: { type: 'array', items: { minLength: 2 } } }),
      ['inputSchema.properties.a.items.minLength: 1 → 2 (limit-narrowed)'],
    ],
    [
      'a limit below “not”',
      schema({ a: { not: { minLength: 1 } } }),
      schema({ a: { not: { minLength: 2 } } }),
      ['inputSchema.properties.a.not.minLength: 1 → 2'],
    ],
    [
      'a parameter that is called like a keyword',
      schema({ type: { type: 'string' }, required: { maximum: 3 } }),
      schema({ type: { type: 'string' }, required: { maximum: 2 } }),
      ['inputSchema.properties.required.maximum: 3 → 2 (limit-narrowed)'],
    ],
    [
      'what comes out',
      { outputSchema: { properties: { a: { type: 'string' } } } },
      { outputSchema: { properties: {} } },
      ['outputSchema.properties.a: {"type":"string"} → –'],
    ],
    ['names that are no words', { _meta: { 'ui/x': 1 } }, { _meta: { 'ui/x': 2 } }, ['_meta["ui/x"]: 1 → 2']],
  ])('tells %s', (_what, before, after, expected) => {
    expect(changesOf(before, after)).toEqual(expected);
  });

  it('puts first what breaks, tells 30 places and how many more there are', () => {
    const many = (value: number): JsonObject =>
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${String(index)}`, { default: value }]));
    const before = tool('a', { ...many(1), last: { maximum: 2 } });
    const { tools } = compared([before], [tool('a', { ...many(2), last: { maximum: 1 } })]);
    const [changed] = tools.changed;
    expect(changed?.changes[0]).toMatchObject({
      path: 'inputSchema.properties.last.maximum',
      breaks: 'limit-narrowed',
    });
    expect({ told: changed?.changes.length, more: changed?.more }).toEqual({ told: 30, more: 11 });
  });

  it('gives up on what is deeper or larger than any real schema, and says so', () => {
    const deep = (leaf: Json): Json => Array.from({ length: 80 }).reduce<Json>((inner) => ({ inner }), leaf);
    const [changed] = compared([tool('a', { x: deep(1) })], [tool('a', { x: deep(2) })]).tools.changed;
    expect(changed).toMatchObject({ changes: [], cut: true });
  });
});

describe('hostile lists', () => {
  const json = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<Json>;
  const anyTool = fc.oneof(
    json,
    fc.record({ name: fc.constantFrom('a', 'b', '__proto__', 'constructor'), inputSchema: json, annotations: json }),
  );

  it('finds nothing between a list and itself', () => {
    fc.assert(
      fc.property(fc.array(anyTool, { maxLength: 6 }), (tools) => {
        const comparison = compared(tools, structuredClone(tools));
        expect(comparison.tools.counts).toEqual({ removed: 0, added: 0, renamed: 0, changed: 0 });
        expect(comparison.breaks + comparison.graver).toBe(0);
      }),
    );
  });

  it('compares any two, and what is added one way is removed the other way', () => {
    fc.assert(
      fc.property(fc.array(anyTool, { maxLength: 6 }), fc.array(anyTool, { maxLength: 6 }), (one, other) => {
        const [there, back] = [compared(one, other).tools, compared(other, one).tools];
        expect(there.added).toEqual(back.removed);
        expect(there.counts.changed).toBe(back.counts.changed);
      }),
    );
  });

  it.each([null, 1, 'x', [], { status: 'observed' }, { status: 'observed', value: { tools: 'x' } }])(
    'reads nothing from a listing like %j',
    (listing) => {
      const broken = sampleReport({ evidence: { listing } as unknown as Json });
      expect(compareReports(broken, broken).tools.count).toEqual({ before: null, after: null });
    },
  );

  it('stays within its bounds with thousands of tools', () => {
    const tools = (title: string): Json[] =>
      Array.from({ length: 5_000 }, (_, index) => tool(`t${String(index)}`, { a: { title } }));
    const { tools: compare } = compared([...tools('a'), tool('gone')], tools('b'));
    expect(compare.changed.length).toBe(500);
    expect(compare.counts).toEqual({ removed: 1, added: 0, renamed: 0, changed: 5_000 });
  });
});
