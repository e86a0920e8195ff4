import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { searchEntries } from '../../../lib/help/search-entries.ts';
import type { SearchEntry, SearchResult } from '../../../lib/help/search-entry.ts';
import { plainWords } from '../../../lib/help/search-terms.ts';
import { createSearch } from '../../../lib/help/search.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import { questions } from '../../../lib/knowledge/questions.ts';
import { guideWordings, questionWordings } from '../../../lib/knowledge/wordings.ts';
import holdout from './holdout.json' with { type: 'json' };
import paraphrases from './paraphrases.json' with { type: 'json' };

type Search = (query: string) => readonly SearchResult[];

interface Case {
  readonly query: string;
  readonly right: readonly string[];
}

const english = searchEntries();
const search = createSearch(english);
const numbered = new Map(Object.entries(questions).map(([id, { number }]) => [String(number), `question:${id}`]));

function casesOf(asked: Readonly<Record<string, string | readonly string[]>>): readonly Case[] {
  return Object.entries(asked).flatMap(([number, queries]) =>
    [queries].flat().map((query) => ({ query, right: [numbered.get(number) ?? ''] })),
  );
}

/** Which of the cases have a right answer among the first so many. */
function misses(cases: readonly Case[], first: number, find: Search = search): readonly string[] {
  return cases.flatMap(({ query, right }) =>
    find(query)
      .slice(0, first)
      .some(({ id }) => right.includes(id))
      ? []
      : [query],
  );
}

describe('questions', () => {
  const asked = [
    ...Object.values(questions).map(({ number, question }) => ({ [String(number)]: question })),
    paraphrases,
  ].flatMap(casesOf);

  it('are found first by their own wording and two others', () => {
    expect(asked).toHaveLength(56 * 3);
    expect(misses(asked, 1).length).toBeLessThanOrEqual(Math.floor(asked.length * 0.05));
    expect(misses(asked, 3)).toEqual([]);
  });

  it('are found by wordings that nobody tuned for', () => {
    const others = holdout.others.map(({ query, ids }) => ({ query, right: ids }));
    const cases = [...casesOf(holdout.questions), ...casesOf(holdout.german), ...others];
    expect(cases).toHaveLength(56 * 2 + 14 + 25);
    expect(misses(cases, 1).length).toBeLessThanOrEqual(Math.floor(cases.length * 0.15));
    expect(misses(cases, 3).length).toBeLessThanOrEqual(Math.floor(cases.length * 0.05));
  });

  it('are not in the data word for word as the tests ask them', () => {
    const set = new Set(
      [...casesOf(paraphrases), ...casesOf(holdout.questions), ...casesOf(holdout.german)].map(({ query }) =>
        plainWords(query).join(' '),
      ),
    );
    const wordings = [...Object.values(questionWordings), ...Object.values(guideWordings)].flatMap(({ en, de }) => [
      ...en,
      ...de,
    ]);
    expect(wordings.filter((wording) => set.has(plainWords(wording).join(' ')))).toEqual([]);
  });
});

describe('what has a name', () => {
  it.each(english)('$id is found first by each of its names', ({ title, names }) => {
    for (const name of [title, ...names]) {
      const called = plainWords(name).join(' ');
      const right = english
        .filter((each) => [each.title, ...each.names].some((other) => plainWords(other).join(' ') === called))
        .map((each) => each.id);
      expect(right).toContain(search(name)[0]?.id);
    }
  });

  it.each(english.filter(({ kind }) => kind === 'guide'))('$id is found first by its title', ({ id, title }) => {
    expect(search(title)[0]?.id).toBe(id);
  });

  it('says what was found, and from where', () => {
    for (const { id, title, answer, sources } of english) {
      expect(title.trim(), id).not.toBe('');
      expect(answer.trim(), id).not.toBe('');
      expect(sources.length, id).toBeGreaterThan(0);
    }
  });
});

describe('what was copied', () => {
  it.each(['ofid_0b1c2d3e4f5a6b7c8d9e0f1a', ' OFID_0B1C2D3E4F ', '“ofid_abc”'])(
    'a reference alone, as %s, is explained as one',
    (query) => {
      expect(search(query)[0]?.id).toBe('sentence:reference-alone');
    },
  );

  it('an error is found before everything else, whatever its reference is', () => {
    for (const [text, id] of [
      ['Authorization with the MCP server failed', 'authorization-failed'],
      ['Couldn’t reach the MCP server', 'could-not-reach'],
      [
        'Authorization with the MCP server failed. You can check your credentials and permissions. If this persists, share this reference with support: “ofid_9f8e7d6c5b4a”',
        'authorization-failed',
      ],
    ] as const)
      expect(search(text)[0]?.id).toBe(`sentence:${id}`);
  });
});

describe('typing', () => {
  const entry = fc.constantFrom(...english.filter(({ kind }) => kind === 'question' || kind === 'guide'));

  it('finds a title with a typing error in it', () => {
    fc.assert(
      fc.property(entry, fc.nat(), fc.nat(), fc.boolean(), ({ id, title }, word, place, isDropped) => {
        const query = withError(title, word, place, isDropped);
        expect(
          search(query)
            .slice(0, 5)
            .map((result) => result.id),
        ).toContain(id);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a title whose last word is not finished', () => {
    fc.assert(
      fc.property(entry, ({ id, title }) => {
        const words = title.replace(/\P{L}+$/u, '');
        expect(
          search(words.slice(0, -1))
            .slice(0, 5)
            .map((result) => result.id),
        ).toContain(id);
      }),
    );
  });

  it.each(['conector', 'integrtion', 'discconect', 'authentification'])('finds something for “%s”', (query) => {
    expect(search(query).length).toBeGreaterThan(0);
  });

  it('never fails, whatever is typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 700 }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('constructor', '__proto__', 'toString valueOf', '~connector', '·how', 'x'.repeat(100_000)),
    );
    fc.assert(
      fc.property(text, (query) => {
        const results = search(query);
        expect(results.length).toBeLessThanOrEqual(20);
        expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
        if (!/[\p{L}\p{N}_]/u.test(query.normalize('NFKD'))) expect(results).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '  ', '?!', 'how do I', 'and is the'])('finds nothing where nothing is asked: “%s”', (query) => {
    expect(search(query)).toEqual([]);
  });
});

/** One letter of a word of at least five letters is dropped, or changes places with the next. */
function withError(title: string, word: number, place: number, isDropped: boolean): string {
  const long = [...title.matchAll(/\p{L}{5,}/gu)];
  const chosen = long[word % long.length];
  if (!chosen) return title;
  const [text] = chosen;
  const at = 1 + (place % (text.length - 2));
  const changed = isDropped
    ? text.slice(0, at) + text.slice(at + 1)
    : `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
  return title.slice(0, chosen.index) + changed + title.slice(chosen.index + text.length);
}

describe('in German', () => {
  let inGerman: readonly SearchEntry[];
  let find: Search;

  beforeAll(() => {
    speak(german);
    try {
      inGerman = searchEntries();
    } finally {
      speak(null);
    }
    find = createSearch(inGerman);
  });

  it('finds questions and guides first by their German titles', () => {
    const titled = inGerman.filter(({ kind }) => kind === 'question' || kind === 'guide');
    expect(titled.some(({ title }) => title.includes('Wie '))).toBe(true);
    expect(titled.filter(({ id, title }) => find(title)[0]?.id !== id)).toEqual([]);
  });

  it('says what any code says in general, with nothing left open, and the same in both languages', () => {
    const germanOf = new Map(inGerman.map((entry) => [entry.id, entry]));
    for (const { id, title, answer, sources } of english.filter(({ kind }) => kind === 'finding')) {
      const said = germanOf.get(id);
      for (const words of [title, answer, said?.title, said?.answer]) expect(words, id).not.toMatch(/…| · |[{}]/);
      expect(title, id).toMatch(/^\S.*[^.\s]$/u);
      expect(said?.title, id).not.toBe(title);
      expect(said?.answer, id).not.toBe(answer);
      expect(said?.answer.split('. ').length, id).toBe(answer.split('. ').length);
      expect(sources.length, id).toBeLessThanOrEqual(3);
      expect(said?.sources, id).toEqual(sources);
    }
  });

  it('finds what is asked in German, and in English', () => {
    expect(misses(casesOf(holdout.german), 1, find).length).toBeLessThanOrEqual(2);
    const asked = casesOf(paraphrases);
    expect(misses(asked, 1, find).length).toBeLessThanOrEqual(Math.floor(asked.length * 0.1));
  });
});
