import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guides } from '../../../lib/guides/catalog.ts';
import { explain } from '../../../lib/help/explain.ts';
import { searchEntries } from '../../../lib/help/search-entries.ts';
import type { SearchEntry } from '../../../lib/help/search-entry.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import { errorSentences } from '../../../lib/knowledge/error-sentences.ts';
import { renderExplanation } from '../../../lib/report/formats/explanation-text.ts';
import { renderFound } from '../../../lib/report/words/found-text.ts';
import { englishSentences } from '../../support/english-left.ts';

const plain = { color: false, width: 100 };

/** Claude’s menus have English names. */
const menus = /\p{Lu}[\p{L} ]+(?: > [\p{L} ]+)+/gu;

beforeEach(() => {
  speak(german);
});

afterEach(() => {
  speak(null);
});

describe('help in German, as terminals show it, holds no English', () => {
  it.each(Object.entries(errorSentences))('in the explanation of %s', (_id, { shown }) => {
    const explanation = explain(shown);
    const titles = explanation.guides.map((id) => guides[id].title);
    const [head = '', ...blocks] = renderExplanation(explanation, titles, plain).split('\n\n');
    // It begins with the sentence itself, which is Claude’s.
    const [lead] = explanation.matched;
    const quoted = lead === undefined ? '' : errorSentences[lead].shown.replace(/\s+/g, ' ');
    const ours = [head.replaceAll('\n', ' ').replace(quoted, ''), ...blocks].join('\n\n');
    expect(ours.length).toBeGreaterThan(60);
    expect(englishSentences(ours)).toEqual([]);
  });

  it.each(['question', 'guide', 'finding'])('in the answer to any %s', (kind) => {
    const entries = searchEntries().filter((entry) => entry.kind === kind);
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) {
      const blocks = renderFound([found(entry)], plain).split('\n\n');
      // Pages have the names that their authors gave them.
      const ours = blocks.filter((block) => !block.startsWith('Quellen '));
      expect(englishSentences(ours.join('\n\n').replace(menus, '')), entry.id).toEqual([]);
    }
  });

  it('where nothing is found', () => {
    expect(englishSentences(renderFound([], plain))).toEqual([]);
  });
});

function found({ id, kind, title, answer, sources }: SearchEntry) {
  return { id, kind, title, answer, sources, score: 1, isStrong: true };
}
