import type { FailureReason } from '../../kernel/exchange.ts';
import type { CertificateInfo, TlsPeer, TlsPort } from '../../kernel/ports.ts';
import { certificateInfo, peerChain } from './certificate-info.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { endpointOf } from './connect-to.ts';
import type { Failure } from './failure-reason.ts';
import { shakeHands } from './handshake.ts';
import { openTransport, type DialContext } from './transport.ts';

/**
 * Looks at certificates. A handshake that trusts nobody shows the chain as the server sent it, since Node completes a
 * chain from the authorities that it trusts; whether it verifies is told by a connection as requests use it, which then
 * serves the next request.
 */
export function createTlsPort(pool: ConnectionPool, context: DialContext): TlsPort {
  return {
    async inspect(host, port, signal) {
      const origin = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`);
      const [sent, verdict] = await Promise.all([sentChain(origin, context, signal), verdictOf(origin, pool, signal)]);
      if (sent.kind === 'failed') return { kind: 'failure', reason: sent.reason, detail: sent.detail };
      if (verdict.kind === 'failed') return { kind: 'failure', reason: verdict.reason, detail: verdict.detail };
      const { trust, problem, detail } = verdict;
      return { kind: 'peer', peer: { protocol: sent.protocol, chain: sent.chain, trust, problem, detail } };
    },
  };
}

interface SentChain {
  readonly kind: 'sent';
  readonly protocol: string | null;
  readonly chain: readonly CertificateInfo[];
}

async function sentChain(origin: URL, context: DialContext, signal: AbortSignal): Promise<SentChain | Failure> {
  const transport = await openTransport(origin, context, { publicOnly: false, signal });
  if (transport.kind === 'failed') return transport;
  const { host } = endpointOf(origin);
  const shaken = await shakeHands(transport.socket, host, context.trust.nobody(), signal);
  if (shaken.kind === 'failed') return shaken;
  const { socket } = shaken;
  const sent: SentChain = {
    kind: 'sent',
    protocol: socket.getProtocol(),
    chain: peerChain(socket).map(certificateInfo),
  };
  socket.destroy();
  return sent;
}

type Verdict = { readonly kind: 'verdict' } & Pick<TlsPeer, 'trust' | 'problem' | 'detail'>;

async function verdictOf(origin: URL, pool: ConnectionPool, signal: AbortSignal): Promise<Verdict | Failure> {
  const lease = await pool.acquire(origin, { publicOnly: false, signal });
  if (lease.kind === 'lease') {
    const { trust } = lease.connection.dialled;
    pool.release(origin, lease.connection);
    return { kind: 'verdict', trust: trust ?? 'none', problem: null, detail: '' };
  }
  const { reason, detail } = lease;
  return isCertificateProblem(reason) ? { kind: 'verdict', trust: 'none', problem: reason, detail } : lease;
}

type CertificateProblem = Exclude<TlsPeer['problem'], null | 'tls-handshake'>;

function isCertificateProblem(reason: FailureReason): reason is CertificateProblem {
  return certificateProblems.has(reason);
}

const certificateProblems: ReadonlySet<string> = new Set<CertificateProblem>([
  'tls-expired',
  'tls-untrusted',
  'tls-name',
  'tls-chain',
]);
