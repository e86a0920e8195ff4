import { describe, expect, it } from 'vitest';
import { guides } from '../../../lib/guides/catalog.ts';
import type { Fact } from '../../../lib/knowledge/fact.ts';
import { facts, type FactId } from '../../../lib/knowledge/facts.ts';
import { planRules } from '../../../lib/knowledge/plans.ts';
import { questions } from '../../../lib/knowledge/questions.ts';
import type { Source } from '../../../lib/knowledge/source.ts';
import { sources, type SourceId } from '../../../lib/knowledge/sources.ts';
import { conflicts } from './conflicts.ts';
import { onlyListed } from './only-listed.ts';

const all = Object.entries(facts) as [FactId, Fact][];
const pages = Object.entries(sources) as [SourceId, Source][];
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);
const isDate = (text: string) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && !Number.isNaN(Date.parse(text));

describe('a fact', () => {
  it.each(all)('%s has a telling id, one sentence, a source and its days', (id, fact) => {
    expect(id).toMatch(kebab);
    expect(fact.statement).toMatch(/^\P{Ll}.*\.$/u);
    expect(fact.statement).not.toMatch(/[{}'"<]|TODO|TBD/);
    expect(new Set(fact.sources).size).toBe(fact.sources.length);
    expect(isDay(fact.checkedOn) && isDay(fact.reviewBy)).toBe(true);
    expect(fact.checkedOn < fact.reviewBy).toBe(true);
    if (fact.since !== null) expect(isDate(fact.since)).toBe(true);
  });

  it('says in what is replaced something else, and where it stood', () => {
    for (const [id, fact] of all) {
      for (const { statement, source, until } of fact.replaced) {
        expect(statement, id).toMatch(/^\P{Ll}.*\.$/u);
        expect(statement, id).not.toBe(fact.statement);
        expect(Object.hasOwn(sources, source), id).toBe(true);
        if (until !== null) expect(isDate(until), id).toBe(true);
      }
    }
  });

  it('is certain only by a page of Anthropic’s that is still shown', () => {
    for (const [id, fact] of all.filter(([, { confidence }]) => confidence === 'certain')) {
      const first: Source = sources[fact.sources[0]];
      expect({ kind: first.kind, retired: first.retired }, id).toEqual({ kind: 'official', retired: false });
    }
  });

  it('is not read before its newest source was written', () => {
    for (const [id, fact] of all) {
      const { date }: Source = sources[fact.sources[0]];
      if (date !== null) expect(fact.checkedOn.slice(0, date.length) >= date, `${id}: ${date}`).toBe(true);
    }
  });

  it('leads to a page that is still there wherever one should look again', () => {
    for (const [id, { lookAgain, lookAt, sources: said }] of all) {
      if (lookAt !== undefined) expect(lookAgain, id).toBe(true);
      else if (lookAgain) expect((sources[said[0]] as Source).retired, id).toBe(false);
    }
  });

  it('is said once', () => {
    const statements = all.map(([, { statement }]) => statement);
    expect(new Set(statements).size).toBe(statements.length);
  });
});

describe('the facts', () => {
  const told = new Set<FactId>([
    ...Object.values(questions).flatMap((question) => question.facts),
    ...Object.values(guides).flatMap((guide) => guide.facts),
    ...planRules.flatMap((rule) => rule.facts),
  ]);

  it('are each told by an answer, a guide or a rule of plans, or stand in the list of facts alone', () => {
    expect(all.map(([id]) => id).filter((id) => !told.has(id) && !onlyListed.includes(id))).toEqual([]);
    expect(onlyListed.filter((id) => told.has(id))).toEqual([]);
  });

  it('hold every conflict of the sources, with what another page says', () => {
    expect(Object.keys(conflicts)).toEqual(Array.from({ length: 21 }, (_, index) => `K${String(index + 1)}`));
    for (const [conflict, ids] of Object.entries(conflicts)) {
      if (conflict === 'K21' || conflict === 'K19') continue;
      expect(
        ids.flatMap((id) => (facts[id] as Fact).replaced),
        conflict,
      ).not.toEqual([]);
    }
  });

  it('ask to look again where only an old page tells, or pages still disagree', () => {
    const again = [
      'tool-call-timeout',
      'tool-call-data-collected',
      'edit-custom-connector',
      'server-instructions-unused',
    ] as const;
    for (const id of again) expect(facts[id].lookAgain, id).toBe(true);
  });
});

describe('a source', () => {
  it.each(pages)('%s has a name, an https address and a date or none', (id, source) => {
    expect(id).toMatch(kebab);
    expect(source.title.trim()).not.toBe('');
    expect(new URL(source.url).protocol).toBe('https:');
    if (source.date === null) expect(source.dateInferred).toBe(false);
    else expect(isDate(source.date)).toBe(true);
  });

  it('serves a fact', () => {
    const used = new Set(all.flatMap(([, fact]) => [...fact.sources, ...fact.replaced.map(({ source }) => source)]));
    expect(pages.map(([id]) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
