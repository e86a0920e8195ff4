import type { Report } from '../../lib/kernel/report.ts';
import type { Opened } from '../foreign/opening.ts';
import type { Handed } from '../report/open-report.ts';
import type { CompareChoices } from './compare-choices.ts';

/** What the page of a comparison shows. */
export interface CompareModel {
  /** The report from which the comparison was opened. */
  readonly own: Report;
  /** Given where it is somebody else’s: its file’s name; null where it came from none. */
  readonly ownName?: string | null;
  /** Null where no reports are kept. */
  readonly choices: CompareChoices | null;
  /** The id of the kept report that is chosen; null for none, or for one from elsewhere. */
  readonly chosen: string | null;
  /** The report from elsewhere that is chosen; null for none, or for a kept one. */
  readonly opened: Opened | null;
  /** The other report, once it was read. */
  readonly other: Report | null;
  /** The kept report that is chosen is not there any more. */
  readonly isGone: boolean;
  /** The later one is taken for the earlier one. */
  readonly swapped: boolean;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** What can be done there. Each is called in the click itself. */
export interface CompareActions {
  choose(id: string): void;
  open(handed: Handed): void;
  /** Puts the report from elsewhere aside. */
  close(): void;
  swap(): void;
}
