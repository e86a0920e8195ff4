import type * as X509 from '@peculiar/x509';
import type { Extension } from '@peculiar/x509';

/** What a certificate should say. Without `signedBy` it is self-signed. */
export interface CertificateWish {
  readonly commonName: string;
  readonly organization?: string;
  readonly dnsNames?: readonly string[];
  readonly ipNames?: readonly string[];
  /** Default: an hour ago. */
  readonly notBefore?: Date;
  /** Default: in thirty days. */
  readonly notAfter?: Date;
  readonly isCa?: boolean;
  readonly signedBy?: Issued;
  /** Authority information access: where the issuer’s certificate can be fetched. */
  readonly issuerUrl?: string;
}

/** A certificate with its private key, both as PEM. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
  readonly subject: string;
  readonly keys: CryptoKeyPair;
}

/** A certificate authority with an intermediate, and a leaf below it. */
export interface CertificateFamily {
  readonly root: Issued;
  readonly intermediate: Issued;
  readonly leaf: Issued;
  /** Leaf and intermediate, as a server should send them. */
  readonly chain: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const hour = 3_600_000;

/** Makes a key pair (EC P-256) and a certificate for it. */
export async function makeCertificate(wish: CertificateWish): Promise<Issued> {
  const x509 = await loadX509();
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const subject = nameOf(wish);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `01${Buffer.from(crypto.getRandomValues(new Uint8Array(15))).toString('hex')}`,
    subject,
    issuer: wish.signedBy?.subject ?? subject,
    notBefore: wish.notBefore ?? new Date(Date.now() - hour),
    notAfter: wish.notAfter ?? new Date(Date.now() + 30 * 24 * hour),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: wish.signedBy?.keys.privateKey ?? keys.privateKey,
    extensions: [
      ...extensionsOf(x509, wish),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((wish.signedBy?.keys ?? keys).publicKey),
    ],
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    cert: `${certificate.toString('pem')}\n`,
    key: x509.PemConverter.encode(pkcs8, x509.PemConverter.PrivateKeyTag),
    subject,
    keys,
  };
}

/** Makes a root, an intermediate below it, and a leaf for these names. */
export async function makeFamily(
  leaf: Omit<CertificateWish, 'signedBy' | 'isCa'>,
  names: { readonly root?: string; readonly intermediate?: string; readonly organization?: string } = {},
): Promise<CertificateFamily> {
  const organization = names.organization ?? 'Clinic';
  const root = await makeCertificate({ commonName: names.root ?? 'Clinic Root', organization, isCa: true });
  const intermediate = await makeCertificate({
    commonName: names.intermediate ?? 'Clinic Intermediate',
    organization,
    isCa: true,
    signedBy: root,
  });
  const issued = await makeCertificate({ ...leaf, signedBy: intermediate });
  return { root, intermediate, leaf: issued, chain: issued.cert + intermediate.cert };
}

/** The package asks for Reflect metadata at load, and uses none of it for what is made here. */
async function loadX509(): Promise<typeof X509> {
  const reflect = Reflect as { getMetadata?: unknown; getOwnMetadata?: unknown; defineMetadata?: unknown };
  reflect.getMetadata ??= () => undefined;
  reflect.getOwnMetadata ??= () => undefined;
  reflect.defineMetadata ??= () => undefined;
  const x509 = await import('@peculiar/x509');
  x509.cryptoProvider.set(crypto);
  return x509;
}

function nameOf(wish: CertificateWish): string {
  const organization = wish.organization === undefined ? '' : `, O=${quoted(wish.organization)}`;
  return `CN=${quoted(wish.commonName)}${organization}`;
}

function quoted(text: string): string {
  return text.replace(/[,+"\\<>;#=]/g, (character) => `\\${character}`);
}

function extensionsOf(x509: typeof X509, wish: CertificateWish): Extension[] {
  const names = [
    ...(wish.dnsNames ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(wish.ipNames ?? []).map((value) => ({ type: 'ip' as const, value })),
  ];
  const usages = x509.KeyUsageFlags;
  return [
    new x509.BasicConstraintsExtension(wish.isCa === true, undefined, true),
    new x509.KeyUsagesExtension(
      wish.isCa === true ? usages.keyCertSign | usages.cRLSign | usages.digitalSignature : usages.digitalSignature,
      true,
    ),
    ...(wish.isCa === true ? [] : [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])]),
    ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
    ...(wish.issuerUrl === undefined ? [] : [new x509.AuthorityInfoAccessExtension({ caIssuers: [wish.issuerUrl] })]),
  ];
}
