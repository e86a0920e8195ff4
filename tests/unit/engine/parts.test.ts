import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../../clinic/authority.ts';
import { samples } from '../../../clinic/samples.ts';
import { createStage, type Stage } from '../../../clinic/stage.ts';
import { createNodePorts } from '../../../lib/adapters/node/ports.ts';
import { diagnose, reportOfParts, type DiagnoseOptions } from '../../../lib/doctor.ts';
import type { EvidenceKey } from '../../../lib/kernel/evidence.ts';
import type { EvidencePart } from '../../../lib/kernel/evidence-part.ts';
import { noClient } from '../../../lib/kernel/probe.ts';
import { checkReport } from '../../../lib/report/data/codec.ts';
import { runningMarks } from '../../../lib/runs/running-marks.ts';
import { endingOf } from '../../../lib/runs/run-outcome.ts';
import { stepMarks } from '../../../lib/report/words/step-marks.ts';

let stage: Stage;
const urls = new Map<string, string>();
beforeAll(async () => {
  stage = await createStage(await createAuthority());
  for (const sample of samples) urls.set(sample.name, await sample.start(stage));
});
afterAll(() => stage.close());

async function examined(text: string, options: Partial<DiagnoseOptions> = {}) {
  const ports = createNodePorts({ connectTo: stage.connectTo, cacert: stage.caPem, env: {} });
  const parts = new Map<EvidenceKey, EvidencePart>();
  const whole: DiagnoseOptions = {
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
    maxBodyBytes: 1024 * 1024,
    signal: new AbortController().signal,
    vantage: 'extension',
    environment: null,
    ...options,
    onPart: (part) => {
      parts.set(part.key, part);
      options.onPart?.(part);
    },
  };
  const report = await diagnose(text, ports, whole).finally(() => ports.close());
  const startedAt = Date.parse(report.createdAt);
  const about = { ...whole, claude: report.claude, startedAt, durationMs: report.run.durationMs };
  const ofParts = (status: 'complete' | 'interrupted') => reportOfParts([...parts.values()], { ...about, status });
  return { report, parts, ofParts };
}

describe('what is told of a run part by part', () => {
  it.each(samples)('makes the same report in the end: $name', async ({ name }) => {
    const { report, ofParts } = await examined(urls.get(name) ?? '');
    expect({ ...ofParts('complete'), redactions: report.redactions }).toEqual(report);
  });

  it.each(samples)('makes a report that can be read at any time: $name', async ({ name }) => {
    const soFar: EvidencePart[] = [];
    const problems: unknown[] = [];
    const { report } = await examined(urls.get(name) ?? '', {
      onPart: (part) => {
        soFar.push(part);
        const partial = reportOfParts(soFar, {
          ...{ plans: ['walk'], consents: [], vantage: 'extension', environment: null, claude: null },
          ...{ startedAt: part.exchanges[0]?.timing.startedAt ?? 0, durationMs: 0, status: 'interrupted' },
        });
        const read = checkReport(JSON.parse(JSON.stringify(partial)));
        if (!read.ok) problems.push(read.problem);
        if (endingOf(partial).outcome.headline === '') problems.push(part.key);
      },
    });
    expect(problems).toEqual([]);
    const settled = new Set(soFar.map(({ key }) => key));
    expect(runningMarks(report, { settled, asking: new Set() })).toEqual(stepMarks(report));
  });

  it('holds no secret, also not one that is recognized only later', async () => {
    const { parts, report } = await examined(`${urls.get('notebook') ?? ''}?api_key=planted-4f3c2b1a09`, {
      headers: { 'x-tenant': 'planted-tenant-77120' },
    });
    expect(JSON.stringify([...parts.values()])).not.toContain('planted-');
    expect(report.redactions).not.toEqual([]);
  });
});

describe('a run that is cancelled', () => {
  it.each([
    [undefined, 'interrupted'],
    ['cancelled', 'cancelled'],
  ] as const)('%s: has the status %s', async (abortedStatus, status) => {
    const { report } = await examined(urls.get('notebook') ?? '', {
      signal: AbortSignal.abort(),
      ...(abortedStatus !== undefined && { abortedStatus }),
    });
    expect(report.run.status).toBe(status);
  });
});
