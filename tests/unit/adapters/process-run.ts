import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const portsModule = new URL('../../../lib/adapters/node/ports.ts', import.meta.url).href;
const helpers = fileURLToPath(new URL('servers.ts', import.meta.url));

/** Runs a module's body in a process of its own, with `createNodePorts` at hand; answers what it printed, as JSON. */
export async function runInProcess(body: string, env: Readonly<Record<string, string>>): Promise<unknown> {
  const code = `const { createNodePorts } = await import(${JSON.stringify(portsModule)});\n${body}`;
  // What this machine's own settings add must not decide the test.
  const quiet = { NODE_EXTRA_CA_CERTS: '', SSL_CERT_FILE: '', SSL_CERT_DIR: '', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, ...quiet, ...env },
    cwd: join(helpers, '..'),
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => output.push(piece));
  child.stderr.on('data', (piece: Buffer) => errors.push(piece));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`it ended with ${String(status)}: ${Buffer.concat(errors).toString()}`);
  return JSON.parse(Buffer.concat(output).toString());
}

/** Writes a file that lives as long as the running test. */
export async function temporaryFile(text: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ports-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const file = join(directory, 'file.pem');
  await writeFile(file, text);
  return file;
}
