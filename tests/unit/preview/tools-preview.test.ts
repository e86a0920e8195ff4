import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../lib/kernel/json.ts';
import { toolsPreview } from '../../../lib/preview/tools/tools-preview.ts';

type Given = Parameters<typeof toolsPreview>[0];

function given(evidence: Json, rest: Partial<Given> = {}): Given {
  return { evidence, exchanges: [], skipped: [], verdict: 'ready', ...rest };
}

function listed(tools: readonly Json[], end: Json = 'complete'): Json {
  return { status: 'observed', value: { era: 'legacy', pages: [], tools, end } };
}

describe('the tools as they are shown', () => {
  it('groups what says that it only reads, and everything else', () => {
    const { tools, toolsUnseen } = toolsPreview(
      given({
        listing: listed([
          { name: 'drop_all', annotations: { destructiveHint: true } },
          { name: 'look', title: 'Look around', annotations: { readOnlyHint: true, idempotentHint: true } },
          { name: 'unsaid' },
          { name: 'both', annotations: { readOnlyHint: true, destructiveHint: true, openWorldHint: false } },
        ]),
      }),
    );
    expect(toolsUnseen).toBeNull();
    expect(tools?.groups.map(({ kind, tools: ofGroup }) => [kind, ...ofGroup.map(({ name }) => name)])).toEqual([
      ['read-only', 'look', 'both'],
      ['write', 'drop_all', 'unsaid'],
    ]);
    expect(tools?.groups.flatMap((group) => group.tools.map(({ missing }) => missing))).toEqual([
      [],
      ['title'],
      ['title'],
      ['title', 'hint'],
    ]);
    expect(tools?.groups[0]?.tools[0]).toMatchObject({
      shownAs: 'Look around',
      readOnly: true,
      destructive: null,
      idempotent: true,
      openWorld: null,
    });
    expect(tools?.groups[0]?.tools[1]?.openWorld).toBe(false);
  });

  it.each([
    [{ name: 'a', title: 'Title', annotations: { title: 'Annotated' } }, 'Title'],
    [{ name: 'a', title: ' ', annotations: { title: 'Annotated' } }, 'Annotated'],
    [{ name: 'a', annotations: { title: '' } }, 'a'],
    [{ name: 'a', title: 7, annotations: [] }, 'a'],
    [{ name: 'a', title: 'Two\n\tlines' }, 'Two lines'],
    [{ title: '' }, '#1'],
  ])('%j is shown as %j: title, then annotations.title, then name', (tool, shownAs) => {
    expect(toolsPreview(given({ listing: listed([tool]) })).tools?.groups[0]?.tools[0]?.shownAs).toBe(shownAs);
  });

  it('takes the list behind the sign-in before the one without, and the one of the older transport where there is no other', () => {
    const name = (evidence: Json) => toolsPreview(given(evidence)).tools?.groups[0]?.tools[0]?.name;
    const inside = listed([{ name: 'inside' }]);
    const outside = listed([{ name: 'outside' }]);
    const older = { status: 'observed', value: { listing: { tools: [{ name: 'older' }], end: 'complete' } } };
    expect(name({ listing: outside, 'signed-in-listing': inside })).toBe('inside');
    expect(name({ listing: outside, 'legacy-sse': older })).toBe('outside');
    expect(name({ listing: { status: 'unavailable', because: 'prerequisite' }, 'legacy-sse': older })).toBe('older');
    expect(name({ listing: listed([], 'failed'), 'signed-in-legacy-sse': older })).toBe('older');
  });

  it('tells a list that was read in part, an empty one, and one that was not seen', () => {
    expect(toolsPreview(given({ listing: listed([{ name: 'a' }], 'failed') })).tools?.isWhole).toBe(false);
    expect(toolsPreview(given({ listing: listed([]) })).tools).toMatchObject({ count: 0, groups: [], isWhole: true });
    expect(toolsPreview(given({ listing: listed([], 'failed') }))).toEqual({ tools: null, toolsUnseen: 'not-reached' });
    expect(toolsPreview(given({}, { verdict: 'sign-in-needed' })).toolsUnseen).toBe('needs-sign-in');
    const skipped = [{ code: 'tools.title-missing', because: 'needs-sign-in' }] as const;
    expect(toolsPreview(given({}, { verdict: 'broken', skipped })).toolsUnseen).toBe('needs-sign-in');
  });

  it('counts and weighs all tools, and shows the first 2,000', () => {
    const { tools } = toolsPreview(given({ listing: listed(Array.from({ length: 2_500 }, () => ({ name: 'abc' }))) }));
    expect(tools?.count).toBe(2_500);
    expect(tools?.groups[0]?.tools).toHaveLength(2_000);
    expect(tools?.estimatedTokens).toBe(2_500 * (tools?.groups[0]?.tools[0]?.estimatedTokens ?? 0));
  });

  it('takes evidence of any shape', () => {
    const any = fc.jsonValue({ maxDepth: 2 });
    const tool = fc.dictionary(
      fc.constantFrom('name', 'title', 'description', 'annotations', 'inputSchema', 'exchange', 'literal'),
      fc.oneof(any, fc.string({ unit: 'binary' })),
    );
    const listing = fc.record({
      tools: fc.oneof(fc.array(fc.oneof(tool, any)), any),
      pages: any,
      end: fc.oneof(fc.constantFrom('complete', 'failed'), any),
    });
    const observation = fc.record({
      status: fc.constantFrom('observed', 'unavailable', 'crashed', 'other'),
      value: fc.oneof(listing, fc.record({ listing }), any),
    });
    const evidence = fc.dictionary(
      fc.constantFrom('listing', 'signed-in-listing', 'legacy-sse', 'signed-in-legacy-sse', '__proto__'),
      fc.oneof(observation, any),
    );
    fc.assert(
      fc.property(fc.oneof(evidence, any), (value) => {
        const { tools, toolsUnseen } = toolsPreview(given(value as Json));
        expect(tools === null).toBe(toolsUnseen !== null);
        for (const each of tools?.groups.flatMap((group) => group.tools) ?? []) {
          expect(each.shownAs.trim()).not.toBe('');
          expect(each.shownAs.length).toBeLessThanOrEqual(200);
        }
      }),
    );
  });

  it('survives nesting that no stack holds', () => {
    let deep: Json = {};
    for (let depth = 0; depth < 200_000; depth += 1) deep = { a: deep };
    expect(toolsPreview(given({ listing: listed([{ name: 'deep', inputSchema: deep }]) })).tools?.count).toBe(1);
  });
});
