import type { CodeDefinition } from '../../kernel/check.ts';
import { sources } from '../../knowledge/sources.ts';
import { issue } from '../transport/sources.ts';
import { requirementCodes } from './requirement-codes.ts';

const submission = sources['docs-submission'].url;

/** What an author means to write into the directory’s form. */
export const listingCodes = {
  'listing.name-hazard': {
    severity: 'warning',
    confidence: 'likely',
    step: 12,
    who: 'author',
    title:
      'The name “{name}” has {hazard, select, apostrophe {an apostrophe} quote {a quotation mark} emoji {an emoji} control {a character that cannot be seen} other {a character that is no plain English letter}} in it',
    detail:
      'Where a connector’s name had apostrophes, quotation marks or characters outside of ASCII, people reported that its tools did not work or were not shown: the name becomes part of what Claude calls the tools by. Here it is “{part}”{more, plural, =0 {} one {, and another kind of such characters besides} other {, and # other kinds of such characters besides}}.',
    fix: 'Keep the name to English letters, figures, spaces and hyphens. Other spellings can stand in the description.',
    sources: [issue('anthropics/claude-ai-mcp', 537), issue('anthropics/claude-ai-mcp', 476)],
  },
  'listing.name-too-long': {
    severity: 'warning',
    confidence: 'certain',
    step: 12,
    who: 'author',
    title: 'The name is longer than the directory takes',
    detail: 'It has {count} characters, and there is room for {limit}.',
    fix: 'Shorten it to what people would look for.',
    sources: [submission],
  },
  'listing.tagline-too-long': {
    severity: 'warning',
    confidence: 'certain',
    step: 12,
    who: 'author',
    title: 'The one-liner is longer than the directory takes',
    detail:
      'It has {count} characters, and there is room for {limit}. (A copy of the rules from August 2026 still said 55.)',
    fix: 'Say in one short sentence what people get done with it; the rest belongs into the description.',
    sources: [submission],
  },
  'listing.description-too-long': {
    severity: 'warning',
    confidence: 'certain',
    step: 12,
    who: 'author',
    title: 'The description is longer than the directory takes',
    detail: 'It has {count} characters with its Markdown, and there is room for {limit}.',
    fix: 'Keep what helps people to decide, and link the documentation for the rest.',
    sources: [submission],
  },
  'listing.markdown-unsafe': {
    severity: 'problem',
    confidence: 'certain',
    step: 12,
    who: 'author',
    title:
      'The description holds {fault, select, html {raw HTML} script {a script} link {a link that is not safe} plain {a link without https} image {a picture from elsewhere} data {a picture within the text} hidden {text that cannot be seen} other {something that is not safe to show}}',
    detail:
      'On line {line} stands “{part}”{more, plural, =0 {} one {, and there is one more such place} other {, and there are # more such places}}. The description is Markdown: whoever shows it has to leave such parts out, and whoever reviews it sees text that was meant to do something else.',
    fix: '{fault, select, html {Write it in Markdown, without tags.} script {Take it out: nothing in a description can be run.} link {Link an https address, or write the text without a link.} plain {Link the https address of the page.} image {Take the picture out, and hand in pictures with the listing, where it asks for them.} data {Take the picture out, and hand in pictures with the listing, where it asks for them.} hidden {Take out what cannot be seen, or write it so that everybody can read it.} other {Take it out.}}',
    sources: [submission, sources['directory-faq'].url],
  },
  ...requirementCodes,
} as const satisfies Readonly<Record<string, CodeDefinition>>;
