import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The folder that is packed for npm, built before the tests (global-setup.ts). */
export const packageFolder = fileURLToPath(new URL('../../dist/npm/', import.meta.url));

export const programFile = fileURLToPath(new URL('../../dist/npm/connector-doctor.js', import.meta.url));

/** How a process ended, and everything that it wrote. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Added to an environment without proxies, in English. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Called with the process once it has been started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the built program as its users do: a process of its own, its output in pipes. */
export function runProgram(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProcess(process.execPath, [programFile, ...words], options);
}

/** Runs any program to its end. */
export async function runProcess(file: string, words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawn(file, words, {
    cwd: options.cwd,
    env: { ...quietEnvironment(), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  child.stdin.on('error', () => undefined);
  if (options.onStart) options.onStart(child);
  else child.stdin.end();
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

function quietEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/proxy|^npm_|^node_options$|^force_color$|^no_color$/i.test(name),
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
