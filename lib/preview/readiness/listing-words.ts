import type { CodeWords } from '../../kernel/check.ts';
import type { ListingCode } from './listing-findings.ts';

/** What is said of each code of a listing, as ICU messages over a finding’s values: the check states it, the checklist shows it. */
export const listingWords = {
  'listing.name-hazard': {
    title:
      'The name “{name}” has {hazard, select, apostrophe {an apostrophe} quote {a quotation mark} emoji {an emoji} control {a character that cannot be seen} other {a character that is no plain English letter}} in it',
    detail:
      'Where a connector’s name had apostrophes, quotation marks or characters outside of ASCII, people reported that its tools did not work or were not shown: the name becomes part of what Claude calls the tools by. Here it is “{part}”{more, plural, =0 {} one {, and another kind of such characters besides} other {, and # other kinds of such characters besides}}.',
    fix: 'Keep the name to English letters, figures, spaces and hyphens. Other spellings can stand in the description.',
  },
  'listing.name-too-long': {
    title: 'The name is longer than the directory takes',
    detail: 'It has {count, number} characters, and there is room for {limit, number}.',
    fix: 'Shorten it to what people would look for.',
  },
  'listing.tagline-too-long': {
    title: 'The one-liner is longer than the directory takes',
    detail:
      'It has {count, number} characters, and there is room for {limit, number}. (A copy of the rules from August 2026 still said 55.)',
    fix: 'Say in one short sentence what people get done with it; the rest belongs into the description.',
  },
  'listing.description-too-long': {
    title: 'The description is longer than the directory takes',
    detail: 'It has {count, number} characters with its Markdown, and there is room for {limit, number}.',
    fix: 'Keep what helps people to decide, and link the documentation for the rest.',
  },
  'listing.markdown-unsafe': {
    title:
      'The description holds {fault, select, html {raw HTML} script {a script} link {a link that is not safe} plain {a link without https} image {a picture from elsewhere} data {a picture within the text} hidden {text that cannot be seen} other {something that is not safe to show}}',
    detail:
      'On line {line, number} stands “{part}”{more, plural, =0 {} one {, and another place is not safe to show either} other {, and # other places are not safe to show either}}. The description is Markdown: whoever shows it has to leave such parts out, and whoever reviews it sees text that was meant to do something else.',
    fix: '{fault, select, html {Write it in Markdown, without tags.} script {Take it out: nothing in a description can be run.} link {Link an https address, or write the text without a link.} plain {Link the https address of the page.} image {Take the picture out, and hand in pictures with the listing, where it asks for them.} data {Take the picture out, and hand in pictures with the listing, where it asks for them.} hidden {Take out what cannot be seen, or write it so that everybody can read it.} other {Take it out.}}',
  },
  'listing.requirement-unmet': {
    title:
      '{row, select, categories {The listing names more categories than the directory takes} documentation {The documentation’s address cannot be used yet} privacy {The privacy policy’s address cannot be used yet} support {The support contact cannot be used yet} screenshots {The pictures of the interactive part are not what the directory asks for} other {A requirement of the directory is not met}}',
    detail:
      '{fault, select, many {{count, number} are chosen, and one to five are taken.} text {“{said}” is {row, select, support {neither an https address nor an e-mail address} other {no https address}}.} plain {“{said}” begins with http, and the directory asks for https.} private {“{said}” leads to an address that is known only inside a network of your own.} unreached {{said} cannot be opened: {reason, select, name {there is no such name} certificate {its certificate is not accepted} late {no answer comes in time} other {the connection fails}}.} status {{said} answers with HTTP status {status}.} login {{said} leads to a page that asks for a sign-in, so that neither people nor reviewers can read it.} empty {{said} answers with a page on which nothing stands.} downgrade {{said} leads on to an address that begins with http.} loop {{said} leads around in a circle.} number {{count, plural, one {One is there} other {# are there}}, and three to five are asked for.} picture {“{said}” is no PNG, or not a whole one.} copy {“{said}” is the same picture as another one.} narrow {“{said}” is {width, number} pixels wide, and at least {limit, number} are asked for.} other {What was seen is not what is asked for.}}{more, plural, =0 {} one { One more picture is not as asked for either.} other { # more pictures are not as asked for either.}}',
    fix: '{row, select, categories {Choose the five that fit best.} documentation {Name the https address of a page that everybody can open without an account, and that says how the connector is set up and used.} privacy {Name the https address of a privacy policy that everybody can open without an account. A missing one is among the most frequent reasons for a rejection.} support {Name an e-mail address, or the https address of a page that everybody can open and where people get help.} screenshots {Hand in three to five PNG pictures, each at least 1,000 pixels wide, with the prompts that lead to them.} other {Look at the requirement on the page about submitting.}}',
  },
} as const satisfies Readonly<Record<ListingCode, CodeWords>>;
