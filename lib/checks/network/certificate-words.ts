import type { CertificateInfo } from '../../kernel/ports.ts';
import type { Values } from '../../kernel/finding.ts';
import { unknownCertificate } from './failure-finding.ts';

/** What fills the words about a certificate, from the chain that the server sent (leaf first). `now`: Unix time in milliseconds. */
export function certificateValues(chain: readonly CertificateInfo[], now: number): Values {
  const leaf = chain[0];
  if (!leaf) return unknownCertificate;
  const outdated = chain.find((certificate) => validityOf(certificate, now) !== undefined) ?? leaf;
  return {
    chain: 'seen',
    validity: validityOf(outdated, now) ?? unknownCertificate.validity,
    origin: originOf(chain),
    issuer: `“${leaf.issuer}”`,
    names: namesOf(leaf),
  };
}

function validityOf({ notBefore, notAfter }: CertificateInfo, now: number): string | undefined {
  if (Date.parse(notAfter) < now) return `ran out on ${notAfter.slice(0, 10)}`;
  return Date.parse(notBefore) > now ? `is not valid before ${notBefore.slice(0, 10)}` : undefined;
}

function originOf(chain: readonly CertificateInfo[]): string {
  const leaf = chain[0];
  const last = chain.at(-1);
  if (leaf?.selfSigned === true) return `It is self-signed (“${leaf.subject}”)`;
  return `It was issued by “${last?.selfSigned === true ? last.subject : (last?.issuer ?? '')}”, which browsers and clients do not know`;
}

const shownNames = 5;

function namesOf({ names, subject }: CertificateInfo): string {
  if (names.length === 0) return `“${subject}”`;
  const plain = names.map((name) => name.replace(/^(?:DNS|IP Address):/, ''));
  const more = plain.length - shownNames;
  return `${plain.slice(0, shownNames).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
