import { withholdable, type Report, type Withheld } from '../../kernel/report.ts';

/** What a report is prepared with before it leaves this machine: the person decides both. */
export interface Preparation {
  /** What is left out. What stands here is gone from every format, for all are views of what `prepareReport` answers with. */
  readonly withhold: readonly Withheld[];
  /** A short note of their own; null for none. */
  readonly note: string | null;
}

/** Nothing is left out and nothing is added. */
export const asItIs: Preparation = { withhold: [], note: null };

/**
 * The report as it leaves this machine. Pure: the same report and choices give the same answer, preparing what is prepared changes
 * nothing more, and what was left out before stays out.
 */
export function prepareReport(report: Report, { withhold, note }: Preparation): Report {
  const left = withholdable.filter((part) => withhold.includes(part) || report.withheld?.includes(part));
  const noted = { ...report, note: note ?? report.note, ...(left.length > 0 && { withheld: left }) };
  return left.reduce((rest, part) => without[part]?.(rest) ?? rest, noted);
}

const without: Readonly<Partial<Record<Withheld, (report: Report) => Report>>> = {
  system: (report) => ({ ...report, environment: null }),
  exchanges: (report) => ({
    ...report,
    exchanges: [],
    evidence: {},
    findings: report.findings.map((finding) => ({ ...finding, evidence: [] })),
  }),
};
