import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { listen } from '../../clinic/front.ts';

/** A server that runs as a process of its own. */
export interface SpawnedServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts the official server-everything over HTTP, as `npx @modelcontextprotocol/server-everything MODE` does. */
export async function spawnServerEverything(mode: 'streamableHttp' | 'sse'): Promise<SpawnedServer> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@modelcontextprotocol/server-everything/package.json'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(folder, 'dist', 'index.js'), mode], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const look = (piece: Buffer): void => {
      if (/(listening|running) on port/i.test(piece.toString())) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => {
      reject(new Error(`server-everything ended with ${String(code)} before it listened`));
    });
  });
  return {
    port,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The process takes a port number, not a socket: the one that was free a moment ago. */
async function freePort(): Promise<number> {
  const listener = await listen(createServer());
  await listener.close();
  return listener.port;
}
