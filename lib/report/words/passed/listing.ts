import type { CodeOf, PhrasesOf } from './phrases.ts';

/** How a connector would stand in the directory, as its author means to list it. */
export const listingPhrases: PhrasesOf<CodeOf<'listing'>> = {
  'listing.name-hazard': {
    passed: 'The listing’s name is of plain characters',
    question: 'whether the listing’s name is of plain characters',
  },
  'listing.name-too-long': {
    passed: 'The listing’s name has room in the directory',
    question: 'whether the listing’s name has room in the directory',
  },
  'listing.tagline-too-long': {
    passed: 'The listing’s one-liner has room in the directory',
    question: 'whether the listing’s one-liner has room in the directory',
  },
  'listing.description-too-long': {
    passed: 'The listing’s description has room in the directory',
    question: 'whether the listing’s description has room in the directory',
  },
  'listing.markdown-unsafe': {
    passed: 'The listing’s description is safe to show',
    question: 'whether the listing’s description is safe to show',
  },
  'listing.requirement-unmet': {
    passed: 'What the listing names is what the directory asks for',
    question: 'whether the listing names what the directory asks for',
  },
};
