import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { germanCodes } from '../../../lib/i18n/german/codes.ts';
import type { CodeWords } from '../../../lib/kernel/check.ts';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import { othersCases } from '../checks/client/browser-cases-others.ts';
import { pageCases } from '../checks/client/browser-cases-page.ts';
import { requestsCases } from '../checks/client/browser-cases-requests.ts';
import { wayCases } from '../checks/client/browser-cases-way.ts';
import { reportOf, type Cases } from '../checks/client/browser-look.ts';

const members = ['title', 'detail', 'fix'] as const;

const english = {
  ...codeDefinitions,
  ...Object.fromEntries(Object.entries(browserCodeDefinitions).map(([code, words]) => [`browser:${code}`, words])),
} as Readonly<Record<string, CodeWords>>;

/** Families whose German words may still have to be written; those that are there are held to the same. */
const young = /^(?:account|limits|claude)\./;

const wanted = Object.entries(english).filter(([code]) => !young.test(code) || germanCodes[code] !== undefined);

const texts = wanted.flatMap(([code, words]) =>
  members.map((member) => ({ code, member, original: words[member], said: germanCodes[code]?.[member] ?? '' })),
);

describe('the German words of every code', () => {
  it.each(texts)('$code: its $member says as much as the English one', ({ original, said }) => {
    expect(said).not.toBe('');
    // What stands in a value alone is said there.
    if (!/^\{\w+\}$/.test(original)) expect(said).not.toBe(original);
    expect(shapeOf(said)).toEqual(shapeOf(original));
  });

  it.each(texts)('$code: its $member is written as German is', ({ member, original, said }) => {
    expect(said).not.toMatch(/'|”|\.\.\.|\s\s|^\s|\s$/);
    // Straight quotes belong to code, and to as much of it as in English.
    expect(said.split('"').length).toBe(original.split('"').length);
    expect(said).toMatch(member === 'title' ? /^.{10,}[^.!…]$/ : /^(.{10,}[.?:)“}]|\{\w+\})$/s);
    expect(quotationsOpen(said)).toBe(0);
  });

  it.each(texts.filter(({ original }) => labelsIn(original).length > 0))(
    '$code: its $member names what screens offer as they do',
    ({ original, said }) => {
      for (const label of labelsIn(original)) expect(said).toContain(`„${String(german.messages[label])}“`);
    },
  );

  it('are words of codes that there are', () => {
    const known: ReadonlySet<string> = new Set(findingCodes);
    const named = folders.flatMap((folder) => filesOf(folder).flatMap(({ words }) => Object.keys(words)));
    expect(named.filter((code) => !known.has(code))).toEqual([]);
    expect(named.filter((code) => germanCodes[code] === undefined)).toEqual([]);
  });

  it('stand in the order of the codes, each in one file', () => {
    const order = findingCodes as readonly string[];
    for (const { name, words } of filesOf('codes')) {
      const places = Object.keys(words).map((code) => order.indexOf(code));
      expect(places, name).toEqual(places.toSorted((a, b) => a - b));
    }
    const all = filesOf('codes').flatMap(({ words }) => Object.keys(words));
    expect(all.length).toBe(new Set(all).size);
  });
});

const looks: Cases = { ...wayCases, ...requestsCases, ...pageCases, ...othersCases };

describe('what a look at this browser finds, in German', () => {
  it.each(Object.entries(looks))('%s', (_code, cases) => {
    for (const { look } of cases) {
      for (const { code, values } of reportOf(look).findings) {
        const words = german.wordsOfCode(`browser:${code}`, { ...values, vantage: 'extension' });
        const said = members.map((member) => words?.[member] ?? '').join(' ');
        expect(said).not.toMatch(/[{}]|undefined| {2}|\(\)|\bnone\b|(?<![„\w])…/);
        expect(englishIn(said), said).toEqual([]);
      }
    }
  });
});

type Shape = Readonly<Record<string, readonly string[]>>;

/** The values that a message names, and the forms that it has for each. */
function shapeOf(message: string): Shape {
  const shape = new Map<string, Set<string>>();
  gather(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst(), shape);
  return Object.fromEntries([...shape].map(([name, forms]) => [name, [...forms].sort()]));
}

/** The parser's marks for text and for the `#` of a plural. */
const textTypes: readonly number[] = [0, 7];

function gather(elements: ReturnType<IntlMessageFormat['getAst']>, into: Map<string, Set<string>>): void {
  for (const element of elements) {
    if (textTypes.includes(element.type) || !('value' in element)) continue;
    const forms = into.get(element.value) ?? new Set();
    into.set(element.value, forms);
    if (!('options' in element)) continue;
    for (const [form, { value }] of Object.entries(element.options)) {
      forms.add(form);
      gather(value, into);
    }
  }
}

/** What an English text quotes of our own screens. */
function labelsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/“([^”]*)”/g)].map(([, words]) => words ?? '');
  // Values of protocols (“none”) are no labels, though we have the word as well.
  return quoted.filter((words) => /^[A-Z]/.test(words) && typeof german.messages[words] === 'string');
}

function quotationsOpen(text: string): number {
  return text.split('„').length - text.split('“').length;
}

const folders = ['codes', 'browser-codes'] as const;

function filesOf(folder: (typeof folders)[number]) {
  const place = new URL(`../../../lib/i18n/german/${folder}/`, import.meta.url);
  return readdirSync(place).map((name) => ({
    name,
    words: JSON.parse(readFileSync(new URL(name, place), 'utf8')) as Readonly<Record<string, CodeWords>>,
  }));
}

/** Frequent English words outside of quotations; names that others gave are quoted or hold none. */
function englishIn(text: string): readonly string[] {
  const own = text.replace(/„[^“]*“/g, '').replace(/Connectors do not load/g, '');
  return own.match(/\b(?:the|and|with|which|not|is|are|of|to|has|it|that|no|by|its|for|from)\b/g) ?? [];
}
