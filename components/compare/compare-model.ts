import type { Report } from '../../lib/kernel/report.ts';
import type { CompareChoices } from './compare-choices.ts';

/** What the page of a comparison shows. */
export interface CompareModel {
  /** The report from which the comparison was opened. */
  readonly own: Report;
  readonly choices: CompareChoices;
  /** The id of the kept report that is chosen; null for none, or for a file. */
  readonly chosen: string | null;
  /** The name of the file that is chosen. */
  readonly file: string | null;
  /** The other report, once it was read. */
  readonly other: Report | null;
  /** Why it cannot be read, as a sentence. */
  readonly problem: string | null;
  /** The later one is taken for the earlier one. */
  readonly swapped: boolean;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** What can be done there. Each is called in the click itself. */
export interface CompareActions {
  choose(id: string): void;
  openFile(file: File): void;
  swap(): void;
}
