import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { TlsIdentity } from './authority.ts';
import { readCall, type Call, type Handler } from './http-call.ts';
import type { RequestLog } from './request-log.ts';

/** A listener on loopback. */
export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Headers that every answer of a front carries, as a proxy in front of an app adds them. */
export type FrontHeaders = Readonly<Record<string, string>>;

/**
 * Starts an HTTP server on a free loopback port, over TLS when it has an identity, and writes down what is asked of it.
 * A handler that throws is answered by 500.
 */
export async function startFront(
  handler: Handler,
  options: { readonly identity: TlsIdentity | null; readonly log: RequestLog; readonly headers?: FrontHeaders },
): Promise<Listener> {
  const scheme = options.identity ? 'https' : 'http';
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
    readCall(request, scheme)
      .then((call) => handleLogged(call, response, handler, options.log))
      .catch(() => failWith500(response));
  };
  return listen(options.identity ? createHttpsServer(options.identity, onRequest) : createHttpServer(onRequest));
}

/** Listens on a free loopback port (or on the one that is named); closing destroys every connection. */
export async function listen(server: Server, { port = 0, address = '127.0.0.1' } = {}): Promise<Listener> {
  const sockets = new Set<Socket>();
  const remember = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  server.on('connection', remember);
  server.on('secureConnection', remember);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function handleLogged(call: Call, response: ServerResponse, handler: Handler, log: RequestLog): Promise<void> {
  log.note(call, response);
  await handler(call, response);
}

function failWith500(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end('Internal Server Error');
}
