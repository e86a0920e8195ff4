import { isIP, type Socket } from 'node:net';
import { connect, type SecureContext, type TLSSocket } from 'node:tls';
import type { Duplex } from 'node:stream';
import { failureOf, stopped, type Failure } from './failure-reason.ts';

/** A finished handshake. `problem` is OpenSSL's or Node's code for what verification found wrong; null when all is well. */
export interface Handshake {
  readonly kind: 'shaken';
  readonly socket: TLSSocket;
  readonly problem: string | null;
}

/**
 * Shakes hands over an open connection and verifies for `host`. Nothing of HTTP is sent here, and nothing may be sent
 * over the socket while `problem` is set. Ends the connection when it fails.
 */
export function shakeHands(
  transport: Socket | Duplex,
  host: string,
  context: SecureContext,
  signal: AbortSignal,
): Promise<Handshake | Failure> {
  const address = 'remoteAddress' in transport ? (transport.remoteAddress ?? null) : null;
  const doing = `the TLS handshake with ${host}`;
  return new Promise((resolve) => {
    if (signal.aborted) {
      transport.destroy();
      resolve(stopped(signal, doing, address));
      return;
    }
    const name = host.replace(/\.$/, '');
    const socket = connect({
      socket: transport,
      host: name,
      servername: isIP(name) === 0 ? name : '',
      secureContext: context,
      // The verdict is read below, before a byte of HTTP: a refused certificate must still be there to be looked at.
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
    });
    const settle = (outcome: Handshake | Failure): void => {
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      socket.on('error', () => undefined);
      if (outcome.kind === 'failed') socket.destroy();
      resolve(outcome);
    };
    const onAbort = (): void => settle(stopped(signal, doing, address));
    const onError = (error: Error): void => settle(failureOf(error, address));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('secureConnect', () => settle({ kind: 'shaken', socket, problem: problemOf(socket) }));
  });
}

function problemOf(socket: TLSSocket): string | null {
  if (socket.authorized) return null;
  // Typed as an error; what Node keeps there is the error's code.
  const error: unknown = socket.authorizationError;
  return typeof error === 'string' && error !== '' ? error : 'CERT_UNTRUSTED';
}
