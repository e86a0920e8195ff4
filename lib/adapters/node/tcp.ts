import { connect, type Socket } from 'node:net';
import { failed, failureOf, stopped, type Failure } from './failure-reason.ts';

/** An open TCP connection, and the address that it goes to. */
export interface TcpConnection {
  readonly kind: 'connected';
  readonly socket: Socket;
  readonly address: string;
}

/** Dials addresses one after the other until one answers; the last failure counts. */
export async function connectTcp(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
): Promise<TcpConnection | Failure> {
  let last: Failure = failed('dns', 'there is no address to dial');
  for (const [index, address] of addresses.entries()) {
    const isLast = index === addresses.length - 1;
    const attempt = await connectOnce(address, port, isLast ? null : patienceMs, signal);
    if (attempt.kind === 'connected' || signal.aborted) return attempt;
    last = attempt;
  }
  return last;
}

/** How long an address may stay silent while another one is left. */
const patienceMs = 3_000;

function connectOnce(
  address: string,
  port: number,
  limitMs: number | null,
  signal: AbortSignal,
): Promise<TcpConnection | Failure> {
  const doing = `connecting to ${address} port ${port}`;
  if (signal.aborted) return Promise.resolve(stopped(signal, doing, address));
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, noDelay: true });
    const settle = (outcome: TcpConnection | Failure): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      // A socket that breaks while nobody listens must not end the process.
      socket.on('error', () => undefined);
      if (outcome.kind === 'failed') socket.destroy();
      resolve(outcome);
    };
    const onAbort = (): void => settle(stopped(signal, doing, address));
    const onError = (error: Error): void => settle(failureOf(error, address));
    const timer =
      limitMs === null
        ? undefined
        : setTimeout(() => settle(failed('timeout', `${doing} took too long`, address)), limitMs);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('connect', () => settle({ kind: 'connected', socket, address }));
  });
}
