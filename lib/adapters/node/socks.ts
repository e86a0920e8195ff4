import { isIP, isIPv4, type Socket } from 'node:net';
import type { Endpoint } from './connect-to.ts';

/** Credentials for a SOCKS proxy; empty when there are none. */
export interface SocksCredentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Asks a SOCKS 5 proxy, over an open connection to it, for a way to an endpoint; names are resolved by the proxy.
 * Rejects with a sentence when the proxy refuses, or when the connection ends.
 * @see https://www.rfc-editor.org/rfc/rfc1928#section-3
 */
export async function askSocksProxy(socket: Socket, endpoint: Endpoint, credentials: SocksCredentials): Promise<void> {
  const named = credentials.username !== '';
  socket.write(Buffer.from(named ? [version, 2, noAuthentication, usernamePassword] : [version, 1, noAuthentication]));
  const [spoken, method] = await readBytes(socket, 2);
  if (spoken !== version) throw new Error('it does not speak SOCKS 5');
  if (method === usernamePassword && named) await authenticate(socket, credentials);
  else if (method !== noAuthentication) throw new Error('it asks for credentials');
  socket.write(
    Buffer.concat([Buffer.from([version, connectCommand, 0]), addressBytes(endpoint.host), portBytes(endpoint.port)]),
  );
  const [, reply = 255, , type] = await readBytes(socket, 4);
  if (reply !== 0) throw new Error(`it answered “${replies[reply] ?? `code ${reply}`}”`);
  // The address from which the proxy connects is of no use here, but it stands before the first byte of the server.
  const length = type === ipv4Type ? 4 : type === ipv6Type ? 16 : ((await readBytes(socket, 1))[0] ?? 0);
  await readBytes(socket, length + 2);
}

const version = 5;
const noAuthentication = 0;
const usernamePassword = 2;
const connectCommand = 1;
const ipv4Type = 1;
const nameType = 3;
const ipv6Type = 4;

const replies: Readonly<Record<number, string>> = {
  1: 'general failure',
  2: 'not allowed',
  3: 'network unreachable',
  4: 'host unreachable',
  5: 'connection refused',
  6: 'time to live expired',
  7: 'command not supported',
  8: 'address type not supported',
};

/** @see https://www.rfc-editor.org/rfc/rfc1929#section-2 */
async function authenticate(socket: Socket, { username, password }: SocksCredentials): Promise<void> {
  socket.write(Buffer.concat([Buffer.from([1]), withLength(username), withLength(password)]));
  const [, status] = await readBytes(socket, 2);
  if (status !== 0) throw new Error('it refused the credentials');
}

function addressBytes(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([ipv4Type, ...host.split('.').map(Number)]);
  if (isIP(host) !== 0) throw new Error('IPv6 literals are not asked of SOCKS proxies');
  return Buffer.concat([Buffer.from([nameType]), withLength(host)]);
}

function portBytes(port: number): Buffer {
  return Buffer.from([port >> 8, port & 0xff]);
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text).subarray(0, 255);
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function readBytes(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      socket.off('readable', take);
      socket.off('close', onClose);
      socket.off('end', onClose);
    };
    const onClose = (): void => {
      settle();
      reject(new Error('it closed the connection'));
    };
    const take = (): void => {
      const bytes: unknown = socket.read(count);
      if (!Buffer.isBuffer(bytes)) return;
      settle();
      // An ended stream hands out what is left, even when that is less.
      if (bytes.length < count) reject(new Error('it closed the connection'));
      else resolve(bytes);
    };
    socket.on('readable', take);
    socket.once('close', onClose);
    socket.once('end', onClose);
    take();
  });
}
