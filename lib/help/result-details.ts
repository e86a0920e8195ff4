import { guides } from '../guides/catalog.ts';
import type { GuideId } from '../guides/guide-id.ts';
import { msg } from '../i18n/say.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import { errorSentences, type ErrorSentenceId } from '../knowledge/error-sentences.ts';
import type { PlaceId } from '../knowledge/places.ts';
import { questions, type QuestionId } from '../knowledge/questions.ts';
import type { EntryKind, SearchResult } from './search-entry.ts';

/** What belongs to something that was found, beside its answer. */
export interface ResultDetails {
  /** What to do, in order; English, translated. */
  readonly steps: readonly string[];
  readonly places: readonly PlaceId[];
  readonly guides: readonly GuideId[];
}

/** The steps, pages and guides of a result. */
export function resultDetails({ id, kind }: Pick<SearchResult, 'id' | 'kind'>): ResultDetails {
  const key = keyOf(id);
  switch (kind) {
    case 'question': {
      const { steps, places, guides: ids } = questions[key as QuestionId];
      return { steps, places, guides: ids };
    }
    case 'guide': {
      const { steps } = guides[key as GuideId];
      const places = steps.flatMap(({ place }) => place ?? []);
      return { steps: steps.map((step) => step.do), places: [...new Set(places)], guides: [] };
    }
    case 'sentence':
      return { steps: [], places: [], guides: errorSentences[key as ErrorSentenceId].guides };
    case 'finding':
      return { steps: [], places: [], guides: guidesOf(key as FindingCode) };
  }
}

/** The id of a result within its kind: `what-is-mcp` of `question:what-is-mcp`. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** How each kind of result is called. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  question: msg('Question'),
  guide: msg('Guide'),
  sentence: msg('Error message'),
  finding: msg('Cause'),
};

function guidesOf(code: FindingCode): readonly GuideId[] {
  return (Object.keys(guides) as GuideId[]).filter((id) => guides[id].codes.includes(code));
}
