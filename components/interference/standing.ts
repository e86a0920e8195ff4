import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import { isFault } from '../../lib/kernel/gravity.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { seenIn } from './browser-evidence.ts';

/** What a look comes to where its verdict alone would say too much or too little. */
export type Standing =
  /** Nothing was found, and Claude’s page was not there to be looked at: that is no all-clear. */
  | 'no-page'
  /** What the page asked for was stopped before, and the same request gets through now. */
  | 'past'
  /** Claude’s status page tells of trouble, and nothing else was found. */
  | 'incident'
  | 'plain';

/** How a look stands. */
export function standingOf(report: Report): Standing {
  const { primary, findings } = report;
  if (primary === null) {
    if (!isPageSeen(report)) return isReached(report) ? 'no-page' : 'plain';
    return isPast(report) ? 'past' : 'plain';
  }
  const faults = findings.filter(isFault);
  if (faults.every(({ values }) => values['now'] === 'past')) return 'past';
  return faults.every(({ code }) => atClaude.includes(code)) ? 'incident' : 'plain';
}

/** Whether a tab with Claude’s page was there to be looked at. */
export function isPageSeen(report: Report): boolean {
  return seenIn(report, 'browser')?.hasPage !== false;
}

const atClaude: readonly FindingCode[] = ['client.service-incident', 'client.service-maintenance'];

function isReached(report: Report): boolean {
  return seenIn(report, 'reach')?.looks.some(({ outside }) => outside.kind === 'answered') === true;
}

function isPast(report: Report): boolean {
  const looks = seenIn(report, 'reach')?.looks ?? [];
  const passing = new Set(looks.flatMap(({ need, page }) => (page?.kind === 'answered' ? [need] : [])));
  const notes = seenIn(report, 'page-traffic')?.notes ?? [];
  return notes.some(
    ({ need, what }) => need !== null && passing.has(need) && (what.kind === 'blocked' || what.kind === 'diverted'),
  );
}
