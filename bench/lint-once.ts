import { readFileSync } from 'node:fs';
import { judgeEvidence, type JudgedRun } from '../lib/judged-evidence.ts';
import type { Observations } from '../lib/engine/run.ts';
import type { Json } from '../lib/kernel/json.ts';
import { createRedactor } from '../lib/report/redaction/redact.ts';
import { evidenceOf } from '../tests/unit/checks/tools/listed-evidence.ts';
import { listed } from '../tests/unit/checks/transport/evidence.ts';

/** Run in a process of its own: judges the tools in a file, once as a process meets them and then again and again; prints milliseconds. */
const text = readFileSync(process.argv[2] ?? '', 'utf8');
const warmRuns = 15;
const run: JudgedRun = { vantage: 'cli', account: null, claude: null, now: 0, totalMs: 0 };

const read = timed(() => createRedactor().json(JSON.parse(text) as readonly Json[]));
const few = observationsOf([{ name: 'one', inputSchema: { type: 'object' } }]);
const base = timed(() => judgeEvidence(few, [], run));
const all = observationsOf(read.value);
const cold = timed(() => judgeEvidence(all, [], run));
const warm = Array.from({ length: warmRuns }, () => timed(() => judgeEvidence(all, [], run)).ms).sort((a, b) => a - b);

process.stdout.write(
  JSON.stringify({ read: read.ms, first: base.ms, cold: cold.ms, warm: warm[Math.floor(warmRuns / 2)] }),
);

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const started = performance.now();
  const value = work();
  return { ms: performance.now() - started, value };
}

function observationsOf(tools: readonly Json[]): Observations {
  const evidence: Readonly<Record<string, unknown>> = evidenceOf(listed(tools));
  return new Proxy(evidence, {
    get: (target, key: string) =>
      key in target ? { status: 'observed', value: target[key] } : { status: 'unavailable', because: 'not-asked' },
  }) as unknown as Observations;
}
