import { msg, sayCount } from '../../i18n/say.ts';
import type { Confidence, Severity } from '../../kernel/finding.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import { isDirectoryRule } from './directory-rules.ts';
import type { Summary, Told } from './summary.ts';

export type GroupKind = 'fix' | 'improve' | 'know';

/** Findings that ask the same of the reader. */
export interface FindingGroup {
  readonly kind: GroupKind;
  readonly told: readonly Told[];
}

/** The findings of a summary by what the reader does about them; empty groups are left out, and the cause stands first in its own. */
export function findingGroups({ cause, others }: Summary): readonly FindingGroup[] {
  const all = [...(cause ? [cause] : []), ...others];
  return kinds
    .map((kind) => ({ kind, told: all.filter(({ finding }) => kindOf[finding.severity] === kind) }))
    .filter(({ told }) => told.length > 0);
}

/** What stands above each group. */
export const groupTitles: Readonly<Record<GroupKind, string>> = {
  fix: msg('Fix this'),
  improve: msg('Worth improving'),
  know: msg('Good to know'),
};

/** What the severity of a finding means for the reader; to be said where it is shown. */
export function severityMeaning({ code, severity }: Pick<WordedFinding, 'code' | 'severity'>): string {
  return isDirectoryRule(code) ? msg('A rule of the directory') : severityWords[severity];
}

const severityWords: Readonly<Record<Severity, string>> = {
  blocker: msg('Keeps Claude out'),
  problem: msg('Fails in part, later or for some'),
  warning: msg('A risk'),
  note: msg('A fact'),
};

/** A severity’s name, as it stands in lists. */
export const severityNames: Readonly<Record<Severity, string>> = {
  blocker: msg('blocker'),
  problem: msg('problem'),
  warning: msg('warning'),
  note: msg('note'),
};

/** How sure a finding is, in one word. */
export const confidenceNames: Readonly<Record<Confidence, string>> = {
  certain: msg('certain'),
  likely: msg('likely'),
  possible: msg('possible'),
};

/** How sure a finding is. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: msg('Certain: the evidence proves it'),
  likely: msg('Likely: it fits what was seen'),
  possible: msg('Possible: a guess'),
};

/** “3 more follow from this”. */
export function followWords(count: number): string {
  return sayCount(count, { one: '{count} more follows from this', other: '{count} more follow from this' });
}

const kinds: readonly GroupKind[] = ['fix', 'improve', 'know'];

const kindOf: Readonly<Record<Severity, GroupKind>> = {
  blocker: 'fix',
  problem: 'fix',
  warning: 'improve',
  note: 'know',
};
