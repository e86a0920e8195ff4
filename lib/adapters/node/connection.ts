import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { buildConnector } from 'undici';
import Client from 'undici/lib/dispatcher/client.js';
import type { Dialled } from './dialler.ts';

/** One connection to one origin, with the HTTP/1.1 client that speaks over it. */
export interface Connection {
  readonly client: Client;
  readonly dialled: Dialled;
  /** What the connection itself broke with; a TLS alert after the handshake reaches the HTTP client only as a closed connection. */
  brokenBy(): Error | null;
  /** Still usable for another request. */
  alive(): boolean;
  /** An idle connection does not keep the process running. */
  rest(): void;
  wake(): void;
  destroy(): Promise<void>;
}

/** Puts an HTTP client on a connection that stands already. The client never dials by itself. */
export function createConnection(origin: URL, dialled: Dialled): Connection {
  const { socket } = dialled;
  let given = false;
  let broken: Error | null = null;
  socket.once('error', (error: Error) => {
    broken = error;
  });
  const client = new Client(origin.origin, {
    maxHeaderSize: maxHeaderBytes,
    // Time limits are kept by the requests themselves, to the millisecond.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options: unknown, callback: buildConnector.Callback) => {
      if (given) {
        callback(new ConnectionGone(), null);
        return;
      }
      given = true;
      // The client does not go on when it is answered before it has finished asking.
      queueMicrotask(() => callback(null, socket as Socket));
    },
  });
  return {
    client,
    dialled,
    brokenBy: () => broken,
    alive: () => !socket.destroyed && socket.readable && socket.writable && !client.destroyed,
    rest: () => setRef(socket, false),
    wake: () => setRef(socket, true),
    async destroy() {
      const ended = client.destroy();
      socket.destroy();
      await ended.catch(() => undefined);
    },
  };
}

/** The server closed the connection before the request could be written on it. */
export class ConnectionGone extends Error {
  readonly code = 'ECONNRESET';
  constructor() {
    super('the connection was closed');
  }
}

const maxHeaderBytes = 64 * 1024;

function setRef(socket: Socket | Duplex, keepsAlive: boolean): void {
  if (!('ref' in socket)) return;
  if (keepsAlive) socket.ref();
  else socket.unref();
}
