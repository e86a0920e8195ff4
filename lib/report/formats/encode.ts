import type { Report } from '../../kernel/report.ts';

/**
 * The report as JSON text, ending in a line break; indented, unless it is so large that nobody reads it and the indentation would
 * double it. Evidence refers to exchanges by id, so that each is written once.
 */
export function encodeReport(report: Report): string {
  const compact = JSON.stringify(report);
  return `${compact.length > longestIndented ? compact : JSON.stringify(report, undefined, 2)}\n`;
}

/** UTF-16 code units. */
const longestIndented = 4 * 1024 * 1024;
