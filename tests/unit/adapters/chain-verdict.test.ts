import { describe, expect, it } from 'vitest';
import { chainVerdict, type ChainContext, type ChainLink } from '../../../lib/adapters/node/chain-verdict.ts';

const link = (rest: Partial<ChainLink> = {}): ChainLink => ({
  issuerCommonName: 'Acme Authority',
  issuerOrganization: '',
  selfSigned: false,
  hasIssuerUrl: false,
  ...rest,
});
const context = (rest: Partial<ChainContext> = {}): ChainContext => ({
  organizations: new Set(["Let's Encrypt", 'DigiCert Inc']),
  namedAuthority: false,
  ...rest,
});

describe('an unverified chain', () => {
  it.each([
    ['a self-signed leaf', [link({ selfSigned: true, hasIssuerUrl: true })], {}, 'tls-untrusted'],
    ['a private root that is sent', [link(), link({ selfSigned: true })], {}, 'tls-untrusted'],
    ['no certificate', [], {}, 'tls-untrusted'],
    ['an issuer of unknown name', [link()], {}, 'tls-untrusted'],
    ['the same beside a named authority', [link()], { namedAuthority: true }, 'tls-chain'],
    ['an address for the issuer', [link({ hasIssuerUrl: true })], {}, 'tls-chain'],
    ['a public organization', [link({ issuerOrganization: 'DigiCert Inc' })], {}, 'tls-chain'],
    ['an issuing CA', [link({ issuerCommonName: 'Acme Issuing CA 3' })], {}, 'tls-chain'],
    ['a sub CA', [link({ issuerCommonName: 'Acme Sub CA' })], {}, 'tls-chain'],
    ['an intermediate', [link({ issuerCommonName: 'Clinic Intermediate' })], {}, 'tls-chain'],
    ['Let’s Encrypt R10', [link({ issuerCommonName: 'R10' })], {}, 'tls-chain'],
    ['Let’s Encrypt YE1', [link({ issuerCommonName: 'YE1' })], {}, 'tls-chain'],
    ['Google WE1', [link({ issuerCommonName: 'WE1' })], {}, 'tls-chain'],
    ['an unknown root', [link({ issuerCommonName: 'Acme Root' })], { namedAuthority: true }, 'tls-untrusted'],
    [
      'an unknown root with an address',
      [link({ issuerCommonName: 'Acme Root', hasIssuerUrl: true })],
      {},
      'tls-untrusted',
    ],
    ['mkcert', [link({ issuerCommonName: 'mkcert me@laptop' })], { namedAuthority: true }, 'tls-untrusted'],
    ['a company’s authority', [link({ issuerCommonName: 'Acme Corp Issuing CA' })], {}, 'tls-untrusted'],
    [
      'the last certificate decides',
      [link({ issuerCommonName: 'mkcert' }), link({ hasIssuerUrl: true })],
      {},
      'tls-chain',
    ],
  ] as const)('%s', (_, chain, rest, verdict) => {
    expect(chainVerdict(chain, context(rest))).toBe(verdict);
  });
});
