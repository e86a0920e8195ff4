import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import type { CertificateInfo } from '../../kernel/ports.ts';
import type { ChainLink } from './chain-verdict.ts';

/** The peer's certificates, leaf first, as far as each is issued by the next. */
export function peerChain(socket: TLSSocket): readonly PeerCertificate[] {
  const chain: PeerCertificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  // Node answers an empty object when there is no certificate, and lets a self-signed one issue itself.
  while (next && 'fingerprint256' in next && !seen.has(next.fingerprint256)) {
    chain.push(next);
    seen.add(next.fingerprint256);
    next = next.issuerCertificate;
  }
  return chain;
}

/** What the report says of a certificate. */
export function certificateInfo(certificate: PeerCertificate): CertificateInfo {
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    names: alternativeNames(certificate.subjectaltname ?? ''),
    notBefore: timestamp(certificate.valid_from),
    notAfter: timestamp(certificate.valid_to),
    selfSigned: isSelfSigned(certificate),
    issuerUrl: issuerUrls(certificate)[0] ?? null,
  };
}

/** What the verdict on an unverified chain needs of a certificate. */
export function chainLink(certificate: PeerCertificate): ChainLink {
  return {
    issuerCommonName: attribute(certificate.issuer, 'CN'),
    issuerOrganization: attribute(certificate.issuer, 'O'),
    selfSigned: isSelfSigned(certificate),
    hasIssuerUrl: issuerUrls(certificate).length > 0,
  };
}

type Name = PeerCertificate['subject'];

function isSelfSigned({ subject, issuer }: PeerCertificate): boolean {
  return distinguishedName(subject) === distinguishedName(issuer);
}

function issuerUrls(certificate: PeerCertificate): readonly string[] {
  return certificate.infoAccess?.['CA Issuers - URI'] ?? [];
}

function distinguishedName(name: Name): string {
  return Object.entries(name)
    .flatMap(([key, value]: [string, unknown]) => values(value).map((one) => `${key}=${one}`))
    .join(', ');
}

function attribute(name: Name, key: 'CN' | 'O'): string {
  const value: unknown = name[key];
  return values(value)[0] ?? '';
}

/** An attribute that occurs more than once is an array. */
function values(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Entries that hold a comma or quote are written as JSON strings. */
function alternativeNames(text: string): readonly string[] {
  return (text.match(/[^,"\s][^,"]*(?:"(?:[^"\\]|\\.)*")?/g) ?? []).map((entry) => entry.trim());
}

function timestamp(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : new Date(time).toISOString();
}
