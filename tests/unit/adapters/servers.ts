import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import { createNodePorts, type NodePortOptions, type NodePorts } from '../../../lib/adapters/node/ports.ts';
import type { NetworkRequest, Received } from '../../../lib/kernel/ports.ts';

/** Puts up a plain HTTP server on loopback for the running test; answers its port. */
export function serveHttp(handler: RequestListener): Promise<number> {
  return listen(createHttpServer(handler));
}

/** Puts up an HTTPS server on loopback for the running test. */
export function serveHttps(
  options: TlsOptions,
  handler: RequestListener = (_, response) => response.end('ok'),
): Promise<number> {
  return listen(createHttpsServer(options, handler));
}

/** Puts up a TLS server that hands over each connection after its handshake. */
export function serveTls(options: TlsOptions, onSocket: (socket: Socket) => void): Promise<number> {
  return listen(createTlsServer(options, onSocket));
}

/** Puts up a TCP server that hands over each connection. */
export function serveTcp(onSocket: (socket: Socket) => void): Promise<number> {
  return listen(createTcpServer(onSocket));
}

/** Answers every request on a connection with these bytes, headers and all. */
export function answering(bytes: string | Uint8Array): (socket: Socket) => void {
  return (socket) => socket.once('data', () => socket.write(bytes));
}

/** A port on loopback where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ports for the running test, without a proxy unless one is given. */
export function portsFor(options: Partial<NodePortOptions> = {}): NodePorts {
  const ports = createNodePorts({ connectTo: [], env: {}, ...options });
  onTestFinished(() => ports.close());
  return ports;
}

/** Sends a GET with generous limits. */
export function ask(ports: NodePorts, url: string, rest: Partial<NetworkRequest> = {}): Promise<Received> {
  return ports.network.request({
    method: 'GET',
    url,
    headers: {},
    maxRedirects: 10,
    secretHeaders: [],
    maxBodyBytes: 1_000_000,
    headersTimeoutMs: 20_000,
    totalTimeoutMs: 30_000,
    publicOnly: false,
    namedOrigin: null,
    signal: new AbortController().signal,
    ...rest,
  });
}

/** The response, or an error that says what came instead. */
export function responseOf(received: Received): Extract<Received, { kind: 'response' }> {
  if (received.kind === 'response') return received;
  throw new Error(`${received.reason}: ${received.detail}`);
}

/** The failure, or an error that says what came instead. */
export function failureOf(received: Received): Extract<Received, { kind: 'failure' }> {
  if (received.kind === 'failure') return received;
  throw new Error(`${received.status} ${received.text}`);
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  // A client that refuses our certificate is what several tests are about.
  server.on('tlsClientError', () => undefined);
  server.on('secureConnection', (socket: Socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}
