import type { Report } from '../kernel/report.ts';

/** The report as JSON text, indented, ending in a line break. Evidence refers to exchanges by id, so that each is written once. */
export function encodeReport(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
