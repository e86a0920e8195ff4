import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

export interface RunningServer {
  readonly url: string;
  stop(): void;
}

/** Starts the official reference server over Streamable HTTP on a free loopback port and waits until it listens. */
export async function startEverythingServer(root: string): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(
    'node',
    [resolve(root, 'node_modules/@modelcontextprotocol/server-everything/dist/index.js'), 'streamableHttp'],
    { env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await new Promise<void>((ready, reject) => {
    child.once('exit', (code) => reject(new Error(`the reference server ended with code ${code}`)));
    const look = (text: Buffer): void => {
      if (text.toString().includes(String(port))) ready();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
  });
  return { url: `http://127.0.0.1:${port}/mcp`, stop: () => child.kill() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}
