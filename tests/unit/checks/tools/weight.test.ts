import { describe, expect, it } from 'vitest';
import { listWeight } from '../../../../lib/checks/tools/weight.ts';
import { toolFacts } from '../../../../lib/rehearsal/tool-facts.ts';
import { listed } from '../transport/evidence.ts';
import { said, tool } from './listed-evidence.ts';

describe('tools.list-heavy', () => {
  const tools = (count: number) => Array.from({ length: count }, (_, index) => tool(`notes_${index}`));

  it('is found with more than fifty tools', () => {
    const heard = said(listWeight, ...tools(51));
    expect(heard.found).toEqual(['tools.list-heavy']);
    expect(heard.finding('tools.list-heavy').values).toMatchObject({ total: 51 });
  });

  it('is found with more than ten thousand tokens, and names the heaviest tool', () => {
    const heard = said(listWeight, tool('a'), tool('b', { description: 'many words '.repeat(4_000) }));
    expect(heard.finding('tools.list-heavy').values).toMatchObject({ total: 2, heaviest: 'b', most: 12_600 });
  });

  it('counts what a model is given, and leaves out the rest', () => {
    const rest = {
      outputSchema: { type: 'object', description: 'x'.repeat(90_000) },
      _meta: { x: 'x'.repeat(90_000) },
    };
    expect(said(listWeight, ...tools(50), tool('a', rest)).finding('tools.list-heavy').values['tokens']).toBeLessThan(
      4_000,
    );
    expect(said(listWeight, ...tools(49), tool('a', rest)).passed).toEqual(['tools.list-heavy']);
  });

  it('takes a character of Chinese for a token', () => {
    expect(said(listWeight, tool('a', { description: '列'.repeat(10_000) })).found).toEqual(['tools.list-heavy']);
    expect(said(listWeight, tool('a', { description: 'l'.repeat(10_000) })).found).toEqual([]);
  });

  it('is not found with fifty', () => {
    expect(said(listWeight, ...tools(50)).passed).toEqual(['tools.list-heavy']);
  });
});

describe('the facts', () => {
  it('say about how many tokens each tool costs, and all together', () => {
    const facts = toolFacts(listed([tool('a'), tool('b', { description: 'x'.repeat(3_500) })]));
    const tokens = facts?.items.map((item) => item.tokens ?? 0) ?? [];
    expect(tokens[1]).toBeGreaterThan(1_000);
    expect(facts?.estimatedTokens).toBe((tokens[0] ?? 0) + (tokens[1] ?? 0));
  });
});
