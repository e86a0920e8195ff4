import type { CodeDefinition } from '../../kernel/check.ts';
import { sources } from '../../knowledge/sources.ts';

/** One row of the submission checklist that the listing itself does not meet; each row is a finding of its own. */
export const requirementCodes = {
  'listing.requirement-unmet': {
    severity: 'warning',
    confidence: 'certain',
    step: 12,
    who: 'author',
    title:
      '{row, select, categories {The listing names more categories than the directory takes} documentation {The documentation’s address does not hold yet} privacy {The privacy policy’s address does not hold yet} support {The support contact does not hold yet} screenshots {The pictures of the interactive part are not what the directory asks for} other {A requirement of the directory is not met}}',
    detail:
      '{fault, select, many {{count} are chosen, and one to five are taken.} text {“{said}” is {row, select, support {neither an https address nor an e-mail address} other {no https address}}.} plain {“{said}” begins with http, and the directory asks for https.} private {“{said}” leads to an address that is known only inside a network of your own.} unreached {{said} cannot be opened: {reason, select, name {there is no such name} certificate {its certificate is not accepted} late {no answer comes in time} other {the connection fails}}.} status {{said} answers with HTTP status {status}.} login {{said} leads to a page that asks for a sign-in, so that neither people nor reviewers can read it.} empty {{said} answers with a page on which nothing stands.} downgrade {{said} leads on to an address that begins with http.} loop {{said} leads around in a circle.} number {{count, plural, one {One is there} other {# are there}}, and three to five are asked for.} picture {“{said}” is no PNG.} narrow {“{said}” is {width} pixels wide, and at least {limit, number} are asked for.} other {What was seen is not what is asked for.}}{more, plural, =0 {} one { One more picture is not as asked for either.} other { # more pictures are not as asked for either.}}',
    fix: '{row, select, categories {Choose the five that fit best.} documentation {Name the https address of a page that everybody can open without an account, and that says how the connector is set up and used.} privacy {Name the https address of a privacy policy that everybody can open without an account. A missing one is among the most frequent reasons for a rejection.} support {Name an e-mail address, or the https address of a page that everybody can open and where people get help.} screenshots {Hand in three to five PNG pictures, each at least 1,000 pixels wide, with the prompts that lead to them.} other {Look at the requirement on the page about submitting.}}',
    sources: [
      sources['docs-submission'].url,
      sources['docs-review-criteria'].url,
      sources['support-directory-policy'].url,
    ],
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>;
