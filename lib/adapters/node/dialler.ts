import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FailureReason } from '../../kernel/exchange.ts';
import { certificateProblem } from './certificate-problem.ts';
import { endpointOf } from './connect-to.ts';
import { failed, type Failure } from './failure-reason.ts';
import { shakeHands, type Handshake } from './handshake.ts';
import { openTransport, type DialContext, type DialOptions, type Transport } from './transport.ts';

/** A connection that HTTP may be spoken over. */
export interface Dialled extends Omit<Transport, 'socket'> {
  readonly socket: Socket | Duplex;
  /** Who vouches for the certificate; null without TLS. */
  readonly trust: 'public' | 'machine' | null;
}

/**
 * Opens a connection for an origin and, for https, verifies the peer before anything is sent.
 * The machine's own authorities are tried, over a second connection, only where the public ones do not know the issuer.
 */
export async function dial(origin: URL, context: DialContext, options: DialOptions): Promise<Dialled | Failure> {
  if (origin.protocol === 'http:') {
    const transport = await openTransport(origin, context, options);
    return transport.kind === 'failed' ? transport : { ...transport, trust: null };
  }
  if (context.vouchedByMachine.has(origin.origin)) {
    const known = await dialTrusting('machine', origin, context, options);
    if (known.kind === 'connected') return known;
  }
  const first = await dialTrusting('public', origin, context, options);
  if (first.kind === 'connected' || !unknownIssuer.has(first.reason)) return first;
  const second = await dialTrusting('machine', origin, context, options);
  if (second.kind !== 'connected') return first;
  context.vouchedByMachine.add(origin.origin);
  return second;
}

const unknownIssuer: ReadonlySet<FailureReason> = new Set(['tls-untrusted', 'tls-chain']);

async function dialTrusting(
  whom: 'public' | 'machine',
  origin: URL,
  context: DialContext,
  options: DialOptions,
): Promise<Dialled | Failure> {
  const { trust } = context;
  const roots = whom === 'public' ? trust.publicRoots() : trust.machineRoots();
  if (roots === null) return failed('tls-untrusted', 'this machine adds no authorities of its own');
  const transport = await openTransport(origin, context, options);
  if (transport.kind === 'failed') return transport;
  const { host } = endpointOf(origin);
  const shaken = await shakeHands(transport.socket, host, roots, options.signal);
  if (shaken.kind === 'failed') return shaken;
  if (shaken.problem === null) return { ...transport, socket: shaken.socket, trust: whom };
  return refuse(shaken, shaken.problem, context, transport.remoteAddress);
}

function refuse({ socket }: Handshake, problem: string, { trust }: DialContext, remoteAddress: string | null): Failure {
  const { reason, detail } = certificateProblem(problem, socket, trust);
  socket.destroy();
  return failed(reason, detail, remoteAddress);
}
