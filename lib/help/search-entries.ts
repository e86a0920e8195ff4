import { guides } from '../guides/catalog.ts';
import { say, saidCode } from '../i18n/say.ts';
import { errorSentences } from '../knowledge/error-sentences.ts';
import { facts, type FactId } from '../knowledge/facts.ts';
import findingWords from '../knowledge/finding-words.json' with { type: 'json' };
import { questions } from '../knowledge/questions.ts';
import { sources } from '../knowledge/sources.ts';
import type { SearchEntry } from './search-entry.ts';

/** Everything that can be found, in the reader’s language; English wordings are found in every language. */
export function searchEntries(): readonly SearchEntry[] {
  return [...questionEntries(), ...guideEntries(), ...sentenceEntries(), ...findingEntries()];
}

function questionEntries(): readonly SearchEntry[] {
  return Object.entries(questions).map(([id, { question, alsoAsked, answer, steps, facts: rests }]) => ({
    id: `question:${id}`,
    kind: 'question',
    title: say(question),
    answer: say(answer),
    also: unlessSaid(question, ...alsoAsked),
    text: steps.map((step) => say(step)).join(' '),
    sources: sourcesOf(rests),
  }));
}

function guideEntries(): readonly SearchEntry[] {
  return Object.entries(guides).map(([id, { title, when, alsoAsked, steps, facts: rests }]) => ({
    id: `guide:${id}`,
    kind: 'guide',
    title: say(title),
    answer: say(when),
    also: unlessSaid(title, ...alsoAsked),
    text: steps.map((step) => say(step.do)).join(' '),
    sources: sourcesOf(rests),
  }));
}

function sentenceEntries(): readonly SearchEntry[] {
  return Object.entries(errorSentences).map(([id, { shown, phrases, otherLanguages, meaning, sources: pages }]) => ({
    id: `sentence:${id}`,
    kind: 'sentence',
    title: shown,
    answer: say(meaning),
    also: [...phrases, ...Object.values(otherLanguages).flat()],
    text: '',
    sources: pages.map((url) => ({ title: new URL(url).host, url, date: null })),
  }));
}

function findingEntries(): readonly SearchEntry[] {
  return Object.entries(findingWords).map(([code, english]) => {
    const words = saidCode(code, {}) ?? english;
    return {
      id: `finding:${code}`,
      kind: 'finding',
      title: words.title,
      answer: words.fix,
      also: [code.replace(/[.-]/g, ' '), english.title],
      text: '',
      sources: [],
    };
  });
}

/** The English wordings beside what is said; in English the first of them is the title itself. */
function unlessSaid(title: string, ...others: readonly string[]): readonly string[] {
  return say(title) === title ? others : [title, ...others];
}

/** Each page once, that of the first fact first. */
function sourcesOf(ids: readonly FactId[]): SearchEntry['sources'] {
  const pages = [...new Set(ids.flatMap((id) => facts[id].sources))];
  return pages.map((page) => {
    const { title, url, date } = sources[page];
    return { title, url, date };
  });
}
