import { connect, createServer, type Socket } from 'node:net';
import { listen } from '../front.ts';
import { roadOf, type Place } from './roads.ts';

/** A SOCKS 5 proxy on this machine that stands for all networks: it leads each name to what is behind it now, or says what is not. */
export interface SocksRoad {
  readonly port: number;
  /** As the roads of Chromium: `HOST:PORT:HOST:PORT` each. What is named leads there; other names do not exist. */
  lead(connectTo: readonly string[]): void;
  close(): Promise<void>;
}

/** @see https://www.rfc-editor.org/rfc/rfc1928#section-6 */
const replies = { connected: 0, hostUnreachable: 4, refused: 5 } as const;

/** Starts the proxy. */
export async function startSocksRoad(): Promise<SocksRoad> {
  let roads: ReadonlyMap<string, Place> = new Map();
  const listener = await listen(
    createServer((socket) => {
      answer(socket, (name) => roads.get(name)).catch(() => socket.destroy());
    }),
  );
  return {
    port: listener.port,
    lead: (connectTo) => {
      roads = new Map(connectTo.map(roadOf));
    },
    close: () => listener.close(),
  };
}

async function answer(socket: Socket, placeOf: (name: string) => Place | undefined): Promise<void> {
  const methods = (await take(socket, 2))[1] ?? 0;
  await take(socket, methods);
  socket.write(Buffer.from([5, 0]));
  const [, , , addressType] = await take(socket, 4);
  if (addressType !== 3) throw new Error('the browser asks for an address, so it has looked the name up itself');
  const name = (await take(socket, (await take(socket, 1))[0] ?? 0)).toString('ascii');
  const port = (await take(socket, 2)).readUInt16BE();
  const place = placeOf(`${name.toLowerCase()}:${String(port)}`);
  const end = (reply: number): void => void socket.end(replyOf(reply));
  if (!place) return end(replies.hostUnreachable);
  const onward = connect(place, () => {
    socket.write(replyOf(replies.connected));
    socket.pipe(onward).pipe(socket);
  });
  onward.once('error', () => (onward.pending ? end(replies.refused) : undefined));
  onward.on('error', () => socket.resetAndDestroy());
  onward.on('close', () => socket.destroySoon());
  socket.on('close', () => onward.destroy());
}

function replyOf(reply: number): Buffer {
  return Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
}

/** Exactly so many bytes. */
async function take(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const bytes: unknown = length === 0 ? Buffer.alloc(0) : socket.read(length);
    if (Buffer.isBuffer(bytes)) return bytes;
    await new Promise<void>((settle, refuse) => {
      socket.once('readable', settle);
      socket.once('close', () => {
        refuse(new Error('the browser closed the connection'));
      });
    });
  }
}
