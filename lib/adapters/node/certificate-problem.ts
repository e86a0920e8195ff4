import type { TLSSocket } from 'node:tls';
import type { TlsPeer } from '../../kernel/ports.ts';
import { chainLink, peerChain } from './certificate-info.ts';
import { chainVerdict } from './chain-verdict.ts';
import type { TrustStore } from './trust.ts';

/** Names what verification found wrong with a peer's certificate, from OpenSSL's or Node's code for it. */
export function certificateProblem(
  code: string,
  socket: TLSSocket,
  trust: Pick<TrustStore, 'organizations' | 'namedAuthority'>,
): { readonly reason: NonNullable<TlsPeer['problem']>; readonly detail: string } {
  const chain = peerChain(socket);
  const detail = [words[code], `(${code})`].filter((part) => part !== undefined).join(' ');
  const plain = reasons[code];
  if (plain !== undefined) return { reason: plain, detail };
  if (!lacksIssuer.has(code)) return { reason: 'tls-untrusted', detail };
  const context = { organizations: trust.organizations(), namedAuthority: trust.namedAuthority };
  return { reason: chainVerdict(chain.map(chainLink), context), detail };
}

const reasons: Readonly<Record<string, 'tls-expired' | 'tls-name'>> = {
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-name',
};

const lacksIssuer: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

const words: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not yet valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed certificate in certificate chain',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unable to verify the first certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'unable to get issuer certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unable to get local issuer certificate',
};
