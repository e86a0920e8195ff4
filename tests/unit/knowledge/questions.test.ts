import { describe, expect, it } from 'vitest';
import { guideIds } from '../../../lib/guides/guide-id.ts';
import type { Fact } from '../../../lib/knowledge/fact.ts';
import { facts } from '../../../lib/knowledge/facts.ts';
import { places } from '../../../lib/knowledge/places.ts';
import type { Question } from '../../../lib/knowledge/question.ts';
import { questions } from '../../../lib/knowledge/questions.ts';

const all = Object.entries<Question>(questions);
const textsOf = (fact: Fact) => [
  fact.statement,
  fact.checkedOn.slice(0, 4),
  ...fact.replaced.map(({ statement }) => statement),
];
const figuresOf = (text: string) => [...text.matchAll(/\d[\d.,/]*\d|\d/g)].map(([figure]) => figure);
const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+(?=[\p{Lu}“])/u).length;

describe('the questions', () => {
  it('are the 56 of the inventory, each once', () => {
    expect(all.map(([, { number }]) => number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 56 }, (_, index) => index + 1),
    );
  });

  it('are told apart by their wordings', () => {
    const wordings = all.flatMap(([, { question, alsoAsked }]) =>
      [question, ...alsoAsked].map((text) => text.toLowerCase()),
    );
    expect(wordings.filter((text, index) => wordings.indexOf(text) !== index)).toEqual([]);
  });

  it('say what is not known where the answer could not be found, and whom to ask', () => {
    const open = all.filter(([, { isAnswered }]) => !isAnswered);
    expect(open.map(([, { number }]) => number).sort((one, other) => one - other)).toEqual([19, 20, 21, 24]);
    for (const [id, question] of open) {
      expect(question.answer, id).toMatch(/^We do not know: .*could not be read.*What is known is/);
      expect(question.places, id).toContain('connectors-faq');
      expect(
        question.facts.some((fact) => facts[fact].lookAgain),
        id,
      ).toBe(true);
    }
  });
});

describe('a question', () => {
  it.each(all)('%s is answered in one to four sentences, from facts', (id, question) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(question.question).toMatch(/\?$/);
    expect(sentencesOf(question.answer)).toBeLessThanOrEqual(4);
    expect(question.answer).toMatch(/[.]$/);
    expect(question.facts.length).toBeGreaterThan(0);
    expect(new Set(question.facts).size).toBe(question.facts.length);
    expect(question.facts.filter((fact) => !Object.hasOwn(facts, fact))).toEqual([]);
    for (const text of [question.question, question.answer, ...question.steps]) {
      expect(text).not.toMatch(/[{}<"]|TODO|TBD|lorem/i);
      expect(text).not.toMatch(/\w'\w/);
    }
  });

  it('states no figure that its facts do not state', () => {
    for (const [id, question] of all) {
      const known = new Set(question.facts.flatMap((fact) => figuresOf(textsOf(facts[fact]).join(' '))));
      const told = figuresOf([question.answer, ...question.steps].join(' '));
      expect(
        told.filter((figure) => !known.has(figure)),
        id,
      ).toEqual([]);
    }
  });

  it('has steps of one sentence each, and a page where there is something to do', () => {
    for (const [id, { steps, places: pages }] of all) {
      for (const step of steps) expect(`${id}: ${String(sentencesOf(step))}`).toBe(`${id}: 1`);
      if (steps.length > 0) expect(pages.length, id).toBeGreaterThan(0);
    }
  });

  it('leads to pages and guides that there are', () => {
    for (const [id, question] of all) {
      expect(
        question.places.filter((place) => !Object.hasOwn(places, place)),
        id,
      ).toEqual([]);
      expect(
        question.guides.filter((guide) => !guideIds.includes(guide)),
        id,
      ).toEqual([]);
    }
  });
});

describe('a place', () => {
  it.each(Object.entries(places))('%s has a label and an https address', (id, { label, url }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(label.trim()).toBe(label);
    expect(new URL(url).protocol).toBe('https:');
    expect(url.replace(/\{(name|url|host)\}/g, '')).not.toMatch(/[{}\s]/);
  });
});
