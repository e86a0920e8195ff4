import { createNodePorts } from '../lib/adapters/node/ports.ts';
import { diagnose } from '../lib/doctor.ts';
import { noClient } from '../lib/kernel/probe.ts';
import type { Report } from '../lib/kernel/report.ts';
import { renderText } from '../lib/report/formats/render-text.ts';
import { createAuthority, type Authority } from './authority.ts';
import { samples, type Sample } from './samples.ts';
import { createStage, type Stage } from './stage.ts';
import { examinedAs, renderTable, type Examined } from './table.ts';

export interface ClinicScreen {
  write(text: string): void;
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** Aborted when the person wants no more of it. */
  readonly signal?: AbortSignal;
}

/** Puts up every sample in turn, diagnoses it with the real engine, prints the reports and a table; true when all are right. */
export async function runClinic(screen: ClinicScreen): Promise<boolean> {
  const authority = await createAuthority();
  const examined: Examined[] = [];
  screen.write(`The sample clinic: ${String(samples.length)} connectors on this machine, over TLS.\n`);
  for (const sample of samples) {
    if (screen.signal?.aborted === true) break;
    const one = await examine(authority, sample);
    examined.push(one);
    screen.write(`\n${heading(sample, screen.width)}\n\n${renderText(one.report, screen)}`);
  }
  screen.write(`\n${renderTable(examined)}\n`);
  return examined.every(({ isRight }) => isRight);
}

/** Puts up one sample, diagnoses it and takes it down. */
export async function examine(authority: Authority, sample: Sample): Promise<Examined> {
  const stage = await createStage(authority);
  try {
    return examinedAs(sample, await diagnoseOn(stage, await sample.start(stage)));
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
