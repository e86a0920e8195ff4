import { createNodePorts } from '../lib/adapters/node/ports.ts';
import { diagnose } from '../lib/doctor.ts';
import { noClient } from '../lib/kernel/probe.ts';
import type { Report } from '../lib/kernel/report.ts';
import { renderText } from '../lib/report/render-text.ts';
import { createAuthority, type Authority } from './authority.ts';
import { samples, type Sample } from './samples.ts';
import { createStage, type Stage } from './stage.ts';

/** A sample with what was found. */
export interface Examined {
  readonly sample: Sample;
  readonly report: Report;
  /** The verdict and the one cause are those that are known. */
  readonly isRight: boolean;
}

export interface ClinicScreen {
  write(text: string): void;
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

/** Puts up every sample in turn, diagnoses it with the real engine, prints the reports and a table; true when all are right. */
export async function runClinic(screen: ClinicScreen): Promise<boolean> {
  const authority = await createAuthority();
  const examined: Examined[] = [];
  screen.write(`The sample clinic: ${String(samples.length)} connectors on this machine, over TLS.\n`);
  for (const sample of samples) {
    const one = await examine(authority, sample);
    examined.push(one);
    screen.write(`\n${heading(sample, screen.width)}\n\n${renderText(one.report, screen)}`);
  }
  screen.write(`\n${table(examined)}\n`);
  return examined.every(({ isRight }) => isRight);
}

/** Puts up one sample, diagnoses it and takes it down. */
export async function examine(authority: Authority, sample: Sample): Promise<Examined> {
  const stage = await createStage(authority);
  try {
    const report = await diagnoseOn(stage, await sample.start(stage));
    const { verdict, cause } = sample.expect;
    return { sample, report, isRight: report.verdict === verdict && (report.primary?.code ?? null) === cause };
  } finally {
    await stage.close();
  }
}

async function diagnoseOn(stage: Stage, url: string): Promise<Report> {
  const ports = createNodePorts({ connectTo: stage.connectTo, cacert: stage.caPem, env: {} });
  const report = diagnose(url, ports, {
    plans: ['walk', 'side', 'wider'],
    thorough: false,
    local: false,
    resolver: stage.resolver,
    consents: [],
    connectTo: true,
    headers: {},
    client: noClient,
    headlessConsent: false,
    faviconService: false,
    timeoutMs: 30_000,
    stepTimeoutMs: 10_000,
    maxBodyBytes: 8 * 1024 * 1024,
    signal: new AbortController().signal,
    vantage: 'cli',
    environment: null,
  });
  return report.finally(() => ports.close());
}

function heading(sample: Sample, width: number): string {
  const text = `── ${sample.name}: ${sample.complaint} `;
  return text.padEnd(Math.min(Math.max(width, 40), 100), '─');
}

function table(examined: readonly Examined[]): string {
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
