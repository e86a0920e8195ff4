import { makeCertificate, type CertificateWish, type Issued } from './certificates.ts';

/** A certificate with its private key, as a TLS server takes them. */
export interface TlsIdentity {
  /** PEM, leaf first, followed by whatever the server sends along. */
  readonly cert: string;
  readonly key: string;
}

/** How a leaf certificate differs from a good one. */
export interface LeafWish {
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** `leaf-only`: the server forgets its intermediate. `self-signed`: nobody vouches for it. */
  readonly chain?: 'complete' | 'leaf-only' | 'self-signed';
}

/** A certificate authority of our own: a root to trust, and an intermediate that signs for the hosts. */
export interface Authority {
  /** The root, PEM: what `--cacert` takes. */
  readonly caPem: string;
  /** A certificate for these host names. Good ones are made once for each list of names. */
  identityFor(names: readonly string[], wish?: LeafWish): Promise<TlsIdentity>;
}

/** Makes a root and an intermediate; keys live in memory only. */
export async function createAuthority(): Promise<Authority> {
  const organization = 'Connector Clinic';
  const root = await makeCertificate({ commonName: 'Clinic Root', organization, isCa: true });
  const intermediate = await makeCertificate({
    commonName: 'Clinic Intermediate',
    organization,
    isCa: true,
    signedBy: root,
  });
  const good = new Map<string, Promise<TlsIdentity>>();
  return {
    caPem: root.cert,
    identityFor(names, wish) {
      if (wish !== undefined) return issue(names, wish, intermediate);
      const known = good.get(names.join(' ')) ?? issue(names, {}, intermediate);
      good.set(names.join(' '), known);
      return known;
    },
  };
}

async function issue(names: readonly string[], wish: LeafWish, intermediate: Issued): Promise<TlsIdentity> {
  const base: CertificateWish = {
    commonName: names[0] ?? 'nameless',
    ...sorted(names),
    ...(wish.notBefore && { notBefore: wish.notBefore }),
    ...(wish.notAfter && { notAfter: wish.notAfter }),
  };
  if (wish.chain === 'self-signed') {
    const own = await makeCertificate(base);
    return { cert: own.cert, key: own.key };
  }
  const leaf = await makeCertificate({ ...base, signedBy: intermediate });
  return { cert: wish.chain === 'leaf-only' ? leaf.cert : leaf.cert + intermediate.cert, key: leaf.key };
}

function sorted(names: readonly string[]): { dnsNames: readonly string[]; ipNames: readonly string[] } {
  const isIp = (name: string) => /^[\d.]+$/.test(name) || name.includes(':');
  return { dnsNames: names.filter((name) => !isIp(name)), ipNames: names.filter(isIp) };
}
