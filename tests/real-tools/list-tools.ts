import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../lib/kernel/json.ts';
import type { RealServer } from './servers.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');
const noNetwork = pathToFileURL(resolve(import.meta.dirname, 'no-network.mjs')).href;

/** Starts a server over stdio, without a network, and reads all pages of its tools. The official clients would drop what they find invalid. */
export async function listTools(server: RealServer): Promise<readonly Json[]> {
  const home = mkdtempSync(join(tmpdir(), 'real-tools-'));
  const child = spawn(process.execPath, ['--import', noNetwork, programOf(server.package), ...(server.args ?? [])], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, ...server.env },
    stdio: 'pipe',
  });
  const ended = new Promise<void>((settle) => child.once('close', () => settle()));
  try {
    return await pagesOf(child);
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(home, { recursive: true, force: true });
  }
}

function programOf(name: string): string {
  const folder = join(modules, name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const program = typeof bin === 'string' ? bin : Object.values(bin)[0];
  if (program === undefined) throw new Error(`${name} brings no program`);
  return join(folder, program);
}

async function pagesOf(child: ChildProcessWithoutNullStreams): Promise<readonly Json[]> {
  const ask = asker(child);
  await ask('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'connector-doctor-tests', version: '1.0.0' },
  });
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  const tools: Json[] = [];
  let cursor: string | undefined;
  do {
    const result = await ask('tools/list', cursor === undefined ? {} : { cursor });
    tools.push(...(result['tools'] as readonly Json[]));
    cursor = stringMember(result, 'nextCursor');
  } while (cursor !== undefined);
  return tools;
}

type Ask = (method: string, params: JsonObject) => Promise<JsonObject>;

/** Sends requests one after another; what else the server says or asks is passed over. */
function asker(child: ChildProcessWithoutNullStreams): Ask {
  const waiting = new Map<number, { readonly done: (result: JsonObject) => void; readonly fail: (e: Error) => void }>();
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  child.stdin.on('error', () => undefined);
  child.once('close', (code) => {
    for (const { fail } of waiting.values()) fail(new Error(`it ended with ${code}: ${complaints.slice(-500)}`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = parsed(line);
    const asked =
      typeof message?.['id'] === 'number' && !('method' in message) ? waiting.get(message['id']) : undefined;
    const result = message?.['result'];
    if (isJsonObject(result)) asked?.done(result);
    else asked?.fail(new Error(line.slice(0, 500)));
  });
  let id = 0;
  return (method, params) =>
    new Promise((done, fail) => {
      id += 1;
      waiting.set(id, { done, fail });
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    });
}

function parsed(line: string): JsonObject | undefined {
  try {
    const message: unknown = JSON.parse(line);
    return isJsonObject(message) ? message : undefined;
  } catch {
    return undefined;
  }
}
