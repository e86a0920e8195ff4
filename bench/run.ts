import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { measureExplain } from './explain.ts';
import { measureExtension } from './extension.ts';
import { measureInterference } from './interference.ts';
import { median, peakMemoryOf, timeOf } from './measure.ts';
import { startDelayingFront, type Front } from './delaying-front.ts';
import { startEverythingServer } from './everything-server.ts';
import { startGuardedServer } from './guarded-server.ts';
import { measureSearch } from './search.ts';
import { measureToolLint } from './tool-lint.ts';

/**
 * Whole-process figures of `connector-doctor check` beside the MCP Inspector's command line, on the same healthy official server in the
 * same run. Times are quoted as ratios: absolute ones belong to the machine.
 */
const root = resolve(import.meta.dirname, '..');
const program = resolve(root, 'dist/npm/connector-doctor.js');
const inspector = resolve(root, 'node_modules/.bin/mcp-inspector');
const runs = Number(process.env['BENCH_RUNS'] ?? 9);
const delayMs = 200;

if (!existsSync(program)) {
  process.stderr.write('Build first: npm run build\n');
  process.exit(2);
}

const server = await startEverythingServer(root);
try {
  const ours = ['node', program, 'check', server.url, '--local'];
  const theirs = ['node', inspector, '--cli', server.url, '--transport', 'http', '--method', 'tools/list'];
  await compareWallTimes(ours, theirs);
  const open = (holdMs: number) => startDelayingFront(server.url, holdMs);
  await countRequestsAndWaits('check', open, []);
  await countRequestsAndWaits('check --quick', open, ['--quick']);
  await countRequestsAndWaits('check of a server with a sign-in (budget 22 requests, 6 waits)', startGuardedServer, []);
  process.stdout.write(`peak memory of check: ${(await peakMemoryOf(ours)).toFixed(0)} MiB\n`);
  await measureExtension(server.url, ours);
} finally {
  server.stop();
}
await measureInterference();
await measureToolLint();
measureSearch();
measureExplain();

async function compareWallTimes(ours: readonly string[], theirs: readonly string[]): Promise<void> {
  const ourTimes: number[] = [];
  const theirTimes: number[] = [];
  await timeOf(ours);
  await timeOf(theirs);
  // In turn, so that a noisy moment of the machine meets both.
  for (let run = 0; run < runs; run += 1) {
    ourTimes.push(await timeOf(ours));
    theirTimes.push(await timeOf(theirs));
  }
  const ratio = median(ourTimes) / median(theirTimes);
  process.stdout.write(
    `wall time, median of ${runs}: check ${median(ourTimes).toFixed(0)} ms, Inspector tools/list ${median(theirTimes).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (budget 1.00)\n`,
  );
}

async function countRequestsAndWaits(
  name: string,
  start: (holdMs: number) => Promise<Front>,
  flags: readonly string[],
): Promise<void> {
  const plain = await start(0);
  const plainMs = await timeOf(['node', program, 'check', plain.url, '--local', ...flags]);
  const requests = plain.requests();
  plain.stop();
  const delayed = await start(delayMs);
  const delayedMs = await timeOf(['node', program, 'check', delayed.url, '--local', ...flags]);
  delayed.stop();
  const waits = (delayedMs - plainMs) / delayMs;
  process.stdout.write(
    `${name}: ${requests} requests; with ${delayMs} ms before every answer ${waits.toFixed(1)} sequential waits\n`,
  );
}
