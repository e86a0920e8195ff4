import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls, { type SecureContext } from 'node:tls';

/** Whose certificates are believed. Everything is read on first use: most runs need the public roots alone. */
export interface TrustStore {
  /** Node's bundled roots, and the authority that the person named. */
  publicRoots(): SecureContext;
  /** Authorities that this machine adds to them; null when it adds none. */
  machineRoots(): SecureContext | null;
  /** Believes nobody: shows a chain as the server sent it. */
  nobody(): SecureContext;
  /** Organizations of the public roots and of the named authority. */
  organizations(): ReadonlySet<string>;
  readonly namedAuthority: boolean;
}

/** Makes the store. `cacert` is PEM text with one certificate or more. */
export function createTrustStore(cacert: string | null): TrustStore {
  return {
    publicRoots: once(() => publicContext(cacert)),
    machineRoots: once(machineContext),
    nobody: once(() => tls.createSecureContext({ ca: [] })),
    organizations: once(() => organizationsOf([...tls.rootCertificates, ...certificatesIn(cacert ?? '')])),
    namedAuthority: cacert !== null,
  };
}

function publicContext(cacert: string | null): SecureContext {
  if (cacert !== null) return tls.createSecureContext({ ca: [...tls.rootCertificates, ...certificatesIn(cacert)] });
  // Without `ca` Node shares one store that it has already built, unless the machine's settings have added to that.
  return defaultStoreIsExtended()
    ? tls.createSecureContext({ ca: [...tls.rootCertificates] })
    : tls.createSecureContext();
}

function defaultStoreIsExtended(): boolean {
  const { env, execArgv } = process;
  const flags = [...execArgv, env['NODE_OPTIONS'] ?? ''].join(' ');
  return Boolean(env['NODE_EXTRA_CA_CERTS'] || env['NODE_USE_SYSTEM_CA']) || /--use-(system|openssl)-ca/.test(flags);
}

function machineContext(): SecureContext | null {
  const bundled = new Set(tls.rootCertificates.map(fingerprint));
  const added = machineCertificates().filter((pem) => !bundled.has(fingerprint(pem)));
  return added.length === 0 ? null : tls.createSecureContext({ ca: added });
}

function machineCertificates(): readonly string[] {
  const files = [process.env['NODE_EXTRA_CA_CERTS'], process.env['SSL_CERT_FILE']];
  const system = systemCertificates();
  const named = files.flatMap((file) => certificatesIn(readIfThere(file)));
  return [...new Set([...system, ...named])];
}

function systemCertificates(): readonly string[] {
  // Node 20 cannot read the system's store itself.
  if (typeof tls.getCACertificates === 'function') return tls.getCACertificates('system');
  for (const file of systemFiles) {
    const certificates = certificatesIn(readIfThere(file));
    if (certificates.length > 0) return certificates;
  }
  return [];
}

const systemFiles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
  '/opt/homebrew/etc/openssl@3/cert.pem',
];

function readIfThere(file: string | undefined): string {
  if (file === undefined || file === '') return '';
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function certificatesIn(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}

function fingerprint(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s+/g, '');
}

function organizationsOf(certificates: readonly string[]): ReadonlySet<string> {
  const organizations = new Set<string>();
  for (const pem of certificates) {
    try {
      const name = /^O=(.+)$/m.exec(new X509Certificate(pem).subject)?.[1];
      if (name !== undefined) organizations.add(name);
    } catch {
      continue;
    }
  }
  return organizations;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
