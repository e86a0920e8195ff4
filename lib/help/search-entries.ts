import { guides } from '../guides/catalog.ts';
import { say } from '../i18n/say.ts';
import { errorSentences } from '../knowledge/error-sentences.ts';
import { facts, type FactId } from '../knowledge/facts.ts';
import { questions } from '../knowledge/questions.ts';
import { sources } from '../knowledge/sources.ts';
import type { Wordings } from '../knowledge/wording.ts';
import { guideWordings, questionWordings } from '../knowledge/wordings.ts';
import { findingEntries } from './finding-entries.ts';
import { sourceOfUrl } from './known-pages.ts';
import type { SearchEntry } from './search-entry.ts';

/** Everything that can be found, in the reader’s language; English wordings are found in every language. */
export function searchEntries(): readonly SearchEntry[] {
  return [...questionEntries(), ...guideEntries(), ...sentenceEntries(), ...findingEntries()];
}

function questionEntries(): readonly SearchEntry[] {
  return idsOf(questions).map((id) => {
    const { question, alsoAsked, answer, steps, facts: rests } = questions[id];
    return {
      id: `question:${id}`,
      kind: 'question',
      title: say(question),
      answer: say(answer),
      names: [question],
      also: [...unlessSaid(question), ...alsoAsked, ...everyWording(questionWordings[id])],
      text: steps.map((step) => say(step)).join(' '),
      sources: sourcesOf(rests),
    };
  });
}

function guideEntries(): readonly SearchEntry[] {
  return idsOf(guides).map((id) => {
    const { title, when, alsoAsked, steps, facts: rests } = guides[id];
    return {
      id: `guide:${id}`,
      kind: 'guide',
      title: say(title),
      answer: say(when),
      names: [title],
      also: [...unlessSaid(title), ...alsoAsked, ...everyWording(guideWordings[id])],
      text: steps.map((step) => say(step.do)).join(' '),
      sources: sourcesOf(rests),
    };
  });
}

function sentenceEntries(): readonly SearchEntry[] {
  return Object.entries(errorSentences).map(([id, { shown, phrases, otherLanguages, meaning, sources: pages }]) => ({
    id: `sentence:${id}`,
    kind: 'sentence',
    title: shown,
    answer: say(meaning),
    names: phrases,
    also: [...phrases, ...Object.values(otherLanguages).flat()],
    text: '',
    sources: pages.map(sourceOfUrl),
  }));
}

/** The English words, where they are not what is said. */
function unlessSaid(english: string): readonly string[] {
  return say(english) === english ? [] : [english];
}

function everyWording({ en, de }: Wordings): readonly string[] {
  return [...en, ...de];
}

function idsOf<Id extends string>(entries: Readonly<Record<Id, unknown>>): readonly Id[] {
  return Object.keys(entries) as Id[];
}

/** Each page once, that of the first fact first. */
function sourcesOf(ids: readonly FactId[]): SearchEntry['sources'] {
  const pages = [...new Set(ids.flatMap((id) => facts[id].sources))];
  return pages.map((page) => {
    const { title, url, date } = sources[page];
    return { title, url, date };
  });
}
