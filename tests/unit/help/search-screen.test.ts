import { describe, expect, it } from 'vitest';
import { explainedFirst } from '../../../components/help/explained-first.ts';
import { nextInList } from '../../../components/help/next-in-list.ts';
import { shownResults } from '../../../components/help/shown-results.ts';
import { searchEntries } from '../../../lib/help/search-entries.ts';
import { createSearch } from '../../../lib/help/search.ts';

const search = createSearch(searchEntries());

describe('what the search shows', () => {
  it('explains a pasted error first, and does not show it once more', () => {
    const text = 'Couldn’t reach the MCP server.';
    const explanation = explainedFirst(text);
    expect(explanation?.matched).toContain('could-not-reach');
    expect(search(text)[0]?.id).toBe('sentence:could-not-reach');
    expect(shownResults(search(text), explanation).map(({ id }) => id)).not.toContain('sentence:could-not-reach');
  });

  it('takes a long text for a pasted one, and a question for a question', () => {
    expect(explainedFirst('some text that was copied '.repeat(10))).not.toBeNull();
    for (const question of ['', 'how', 'how do I remove a connector', 'which ip addresses does Claude use'])
      expect(explainedFirst(question)).toBeNull();
  });

  it('leaves out what fits much worse than the best', () => {
    const shown = shownResults(search('how do I remove a connector'), null);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.length).toBeLessThanOrEqual(8);
    expect(Math.min(...shown.map(({ score }) => score))).toBeGreaterThanOrEqual(0.2);
  });
});

describe('the arrow keys', () => {
  const stops = ['field', 'first', 'second'];

  it.each([
    ['field', 1, 'first'],
    ['first', 1, 'second'],
    ['second', 1, null],
    ['second', -1, 'first'],
    ['first', -1, 'field'],
    ['field', -1, null],
    ['elsewhere', 1, null],
  ] as const)('lead from %s by %i to %s', (current, step, next) => {
    expect(nextInList(stops, current, step)).toBe(next);
  });
});
