import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Wall time of a whole process in milliseconds; its output is thrown away. */
export async function timeOf(command: readonly string[]): Promise<number> {
  const started = performance.now();
  await run(command, {});
  return performance.now() - started;
}

/** The largest resident set of a Node process in MiB, as the operating system counted it. */
export async function peakMemoryOf(command: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const hook = join(folder, 'hook.mjs');
  const figure = join(folder, 'figure');
  writeFileSync(
    hook,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(figure)}, String(process.resourceUsage().maxRSS)));\n`,
  );
  try {
    await run(command, { NODE_OPTIONS: `--import=${hook}` });
    return Number(readFileSync(figure, 'utf8')) / 1024;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The middle one of these numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function run(command: readonly string[], env: Record<string, string>): Promise<void> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
