import { msg, say } from '../../i18n/say.ts';
import type { DescriptionFault, LinkSight, ListingCounts } from '../../kernel/evidence-listing.ts';
import type { FindingCode } from '../../kernel/finding-code.ts';
import type { SkipReason } from '../../kernel/finding.ts';
import type { ListingDraft } from '../../kernel/listing.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { saidFinding } from '../../report/words/finding-words.ts';
import type { ReadinessState } from './readiness-shape.ts';
import { toolsOf } from './tool-names.ts';

/** What the checklist is filled in from. */
export interface Scene {
  readonly report: Report;
  readonly draft: ListingDraft;
  readonly counts: ListingCounts;
  /** Those pages that somebody looked at. */
  readonly links: readonly LinkSight[];
  /** Null where the description was not read. */
  readonly descriptionFaults: readonly DescriptionFault[] | null;
}

/** What can be said of one requirement. */
export interface Seen {
  readonly state: ReadinessState;
  readonly why: string;
  readonly codes?: readonly FindingCode[];
  /** There where nothing but this is said in `why`. */
  readonly unlooked?: SkipReason;
}

/** Looks at one requirement; null where it does not concern this connector. */
export type Rule = (scene: Scene) => Seen | null;

/** Says that something was seen to be met. */
export function met(why: string): Seen {
  return { state: 'met', why };
}

/** Leaves something to the author. */
export function confirm(why: string, codes: readonly FindingCode[] = []): Seen {
  return { state: 'confirm', why, codes };
}

/** Leaves to the author what this check did not look at. */
export function unlooked(because: SkipReason): Seen {
  return { state: 'confirm', why: say(skipWords[because]), unlooked: because };
}

/**
 * What the report’s checks say of a requirement: what was found decides, what is only a guess is left to the author, and nothing counts
 * as met that was not looked at. The words `whenMet` are those for all of them having passed.
 */
export function byCodes({ report }: Pick<Scene, 'report'>, codes: readonly FindingCode[], whenMet: string): Seen {
  const found = report.findings.filter(({ code, severity }) => codes.includes(code) && severity !== 'note');
  const sure = found.filter(({ confidence }) => confidence !== 'possible');
  if (sure.length > 0) return { state: 'unmet', why: titlesOf(sure, report), codes: codesOf(sure) };
  if (found.length > 0) return confirm(say('A guess: {title}', { title: titlesOf(found, report) }), codesOf(found));
  const left = codes.filter((code) => !report.passed.includes(code));
  if (left.length === 0) return met(whenMet);
  const reasons = left.map((code) => report.skipped.find((skip) => skip.code === code)?.because ?? 'not-asked');
  const open = reasons.find((because) => because !== 'not-applicable');
  if (open !== undefined) return unlooked(open);
  return left.length < codes.length ? met(whenMet) : unlooked('not-applicable');
}

/** Why a check could not be made, to somebody who wants to know whether a requirement is met. */
export const skipWords: Readonly<Record<SkipReason, string>> = {
  'needs-sign-in': msg('It lies behind the sign-in, and this check did not sign in.'),
  consent: msg('It is looked at only by your word, and this check did not have it.'),
  permission: msg('A permission for it was missing.'),
  vantage: msg('It cannot be seen from here.'),
  prerequisite: msg('An answer on which it rests did not come.'),
  'not-reached': msg('The check did not get so far.'),
  'not-asked': msg('This check did not ask for it.'),
  'not-applicable': msg('There was nothing to be seen of it.'),
  deadline: msg('There was no time left for it.'),
  crashed: msg('A defect of Connector Doctor kept it from being judged.'),
};

/** Titles of findings as sentences, each once, with the names of the tools that they are about. */
export function titlesOf(findings: readonly WordedFinding[], report: Report): string {
  const titles = findings.map((finding) => {
    const { title } = saidFinding(finding, report);
    const tools = toolsOf(finding);
    return tools === null ? say('{title}.', { title }) : say('{title}: {tools}.', { title, tools });
  });
  return [...new Set(titles)].slice(0, mostTitles).join(' ');
}

const mostTitles = 3;

/** The codes of findings, each once. */
export function codesOf(findings: readonly WordedFinding[]): readonly FindingCode[] {
  return [...new Set(findings.map(({ code }) => code))];
}
