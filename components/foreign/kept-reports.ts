import type { Report } from '../../lib/kernel/report.ts';
import type { CompareChoices } from '../compare/compare-choices.ts';

/** The reports of this machine that somebody else’s can be compared with. */
export interface KeptReports {
  /** Those that are like this one first. */
  choicesFor(report: Report): CompareChoices;
  /** Null when it is not there (any more). */
  read(id: string): Promise<Report | null>;
}
