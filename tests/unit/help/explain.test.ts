import { describe, expect, it } from 'vitest';
import { explain } from '../../../lib/help/explain.ts';
import sentences from './explain-sentences.json' with { type: 'json' };
import unrelated from './explain-unrelated.json' with { type: 'json' };
import variations from './explain-variations.json' with { type: 'json' };

describe('every sentence that was seen', () => {
  it.each(sentences)('$text', ({ text, id, first }) => {
    const { matched, causes } = explain(text);
    expect(matched[0]).toBe(id);
    expect(causes[0]?.code ?? null).toBe(first);
  });
});

describe('what is not written as it was seen', () => {
  it.each(variations)('$how', ({ text, first }) => {
    const { matched, causes } = explain(text);
    expect(matched).not.toEqual([]);
    expect(causes[0]?.code ?? null).toBe(first);
  });
});

describe('what has nothing to do with connectors', () => {
  it.each(unrelated.map((text) => ({ text })))('claims no “$text”', ({ text }) => {
    expect(explain(text)).toMatchObject({ matched: [], causes: [], step: null, notAConnectorFault: false });
  });
});
