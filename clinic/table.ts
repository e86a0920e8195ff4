import type { Report } from '../lib/kernel/report.ts';
import type { Sample } from './samples.ts';

/** A sample with what was found. */
export interface Examined {
  readonly sample: Sample;
  readonly report: Report;
  /** The verdict and the one cause are those that are known. */
  readonly isRight: boolean;
}

/** Holds a report against what is known of the sample. */
export function examinedAs(sample: Sample, report: Report): Examined {
  const { verdict, cause } = sample.expect;
  return { sample, report, isRight: report.verdict === verdict && (report.primary?.code ?? null) === cause };
}

/** Expected and found, a line a sample, and how many are right. */
export function renderTable(examined: readonly Examined[]): string {
  const rows = [
    ['Sample', 'Expected cause', 'Found cause', ''],
    ...examined.map(({ sample, report, isRight }) => [
      sample.name,
      `${sample.expect.verdict}: ${sample.expect.cause ?? 'none'}`,
      `${report.verdict}: ${report.primary?.code ?? 'none'}`,
      isRight ? 'right' : 'WRONG',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
  const wrong = examined.filter(({ isRight }) => !isRight).length;
  const total =
    wrong === 0
      ? `All ${String(examined.length)} are right.`
      : `${String(wrong)} of ${String(examined.length)} are wrong.`;
  return [...lines, '', total].join('\n');
}
