import { msg } from '../../i18n/say.ts';
import type { WordedFinding } from '../../kernel/report.ts';
import type { ChangedFinding, ComparedFindings, Comparison, LoneFinding } from './comparison.ts';

/** Earlier findings that are there no more. */
export function goneFindings({ gone }: ComparedFindings): readonly LoneFinding[] {
  return gone.filter(({ elsewhere }) => elsewhere !== 'not-looked-at');
}

/** Earlier findings whose check could not be made this time: they may be there still. */
export function unseenFindings({ gone }: ComparedFindings): readonly LoneFinding[] {
  return gone.filter(({ elsewhere }) => elsewhere === 'not-looked-at');
}

/** What the causes of a comparison do not tell: new findings, and those that are gone. */
export function besideCauses({ findings, causes }: Comparison): {
  readonly added: readonly LoneFinding[];
  readonly gone: readonly LoneFinding[];
} {
  const told = new Set<WordedFinding>([
    ...[...causes.gone, ...causes.added].flatMap((cause) => [cause.finding, ...cause.with]),
    ...causes.stayed.flatMap((cause) => [...cause.gone, ...cause.added]),
  ]);
  const isUntold = ({ finding }: LoneFinding): boolean => !told.has(finding);
  return { added: findings.added.filter(isUntold), gone: goneFindings(findings).filter(isUntold) };
}

/** Findings with other details, without those that the causes tell. */
export function changedBeside({ findings, causes }: Comparison): readonly ChangedFinding[] {
  const told = new Set(causes.stayed.map(({ after }) => after));
  return findings.changed.filter(({ after }) => !told.has(after));
}

/** What stands above findings that stand beside the causes, where there are such. */
export const besideTitles = { added: msg('Also new'), gone: msg('Also gone') } as const;
