import { describe, expect, it } from 'vitest';
import { tlsInterceptionCheck } from '../../../../lib/checks/client/tls-interception.ts';
import { certificatesCheck } from '../../../../lib/checks/network/certificates.ts';
import type { EvidenceMap } from '../../../../lib/kernel/evidence.ts';
import type { CertificateInfo, TlsPeer } from '../../../../lib/kernel/ports.ts';
import {
  exchange,
  failedExchange,
  healthy,
  judged,
  missingServer,
  rpc,
  typed,
  type Evidence,
} from '../../../support/evidence-builders.ts';

const leaf: CertificateInfo = {
  subject: 'CN=mcp.acme-tools.com',
  issuer: 'CN=R11, O=Let’s Encrypt',
  names: ['DNS:mcp.acme-tools.com'],
  notBefore: '2026-10-01T00:00:00Z',
  notAfter: '2026-12-30T00:00:00Z',
  selfSigned: false,
  issuerUrl: null,
};

function shown(rest: Partial<TlsPeer>, ...chain: readonly Partial<CertificateInfo>[]): EvidenceMap['certificate'] {
  const certificates = (chain.length === 0 ? [{}] : chain).map((each) => ({ ...leaf, ...each }));
  const peer = { protocol: 'TLSv1.3', chain: certificates, trust: 'none', problem: null, detail: '', ...rest } as const;
  return { host: 'mcp.acme-tools.com', port: 443, peer, failure: null };
}

const said = (evidence: Evidence) =>
  judged([certificatesCheck, tlsInterceptionCheck], { typed: typed(), initialize: healthy(), ...evidence });

describe('the certificate', () => {
  it('passes when a public authority vouches for it', () => {
    const { found, passed, skipped } = said({ certificate: shown({ trust: 'public' }) });
    expect([found, skipped]).toEqual([[], {}]);
    expect(passed).toContain('tls.incomplete-chain');
  });

  it.each([
    ['tls.expired', 'tls-expired', { notAfter: '2026-10-30T00:00:00Z' }, 'ran out on 2026-10-30'],
    ['tls.expired', 'tls-expired', { notBefore: '2026-11-03T00:00:00Z' }, 'is not valid before 2026-11-03'],
    ['tls.untrusted-issuer', 'tls-untrusted', { selfSigned: true }, 'It is self-signed (“CN=mcp.acme-tools.com”)'],
    ['tls.incomplete-chain', 'tls-chain', {}, '“CN=R11, O=Let’s Encrypt”'],
    ['tls.hostname-mismatch', 'tls-name', { names: ['DNS:*.acme.net', 'DNS:acme.net'] }, '*.acme.net, acme.net'],
    ['tls.handshake-failed', 'tls-handshake', {}, 'it ended with tls-handshake'],
  ] as const)('finds %s', (code, reason, certificate, words) => {
    const { found, findings, passed } = said({
      initialize: rpc(failedExchange(reason)),
      certificate: shown({ problem: reason }, certificate),
    });
    expect(found).toEqual([code]);
    expect(findings[0]?.words.detail).toContain(words);
    expect(passed.filter((each) => each.startsWith('tls.'))).toEqual([]);
  });

  it.each([
    ['tlsv1 alert protocol version (ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION)', /no TLS version that clients accept/],
    ['wrong version number (ERR_SSL_WRONG_VERSION_NUMBER)', /does not speak TLS on this port/],
    ['tlsv1 alert no application protocol (ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL)', /ALPN/],
    ['tlsv13 alert certificate required (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED)', /demands a client certificate/],
    ['tlsv1 unrecognized name (ERR_SSL_TLSV1_UNRECOGNIZED_NAME)', /no certificate for this name\. Configure/],
    ['ssl/tls alert handshake failure (ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE)', /The alert does not say more/],
  ])('names the one reason that the alert “%s” gives', (detail, words) => {
    const { findings } = said({ initialize: rpc(failedExchange('tls-handshake', { detail })), certificate: 'vantage' });
    const { title = '', detail: about = '', fix = '' } = findings[0]?.words ?? {};
    expect(`${title} ${about} ${fix}`).toMatch(words);
    expect(findings).toHaveLength(1);
  });

  it('is no question of plain http, and of interception neither', () => {
    const { skipped } = said({ typed: typed('http://mcp.acme-tools.com/mcp'), certificate: 'prerequisite' });
    expect(skipped['client.tls-interception']).toBe('not-applicable');
  });

  it('believes a look at the chain more than a request’s “not trusted”', () => {
    const certificate = shown({ problem: 'tls-chain' });
    expect(said({ initialize: rpc(failedExchange('tls-untrusted')), certificate }).found).toEqual([
      'tls.incomplete-chain',
    ]);
  });

  it('is judged from the failure alone where no chain was seen', () => {
    const { findings } = said({ initialize: rpc(failedExchange('tls-expired')), certificate: 'vantage' });
    expect(findings.map(({ words }) => words.title)).toEqual([
      'The certificate of mcp.acme-tools.com has run out, or is not valid yet',
    ]);
  });

  it('passes in part where only the request was seen: a browser repairs chains', () => {
    const { passed, skipped } = said({ certificate: 'vantage' });
    expect(passed).toEqual(['tls.expired', 'tls.hostname-mismatch', 'tls.handshake-failed']);
    expect(skipped['tls.incomplete-chain']).toBe('vantage');
  });

  it('does not matter over http and with --local, unless the request failed on it', () => {
    expect(said({ typed: typed('http://mcp.acme-tools.com/mcp') }).skipped['tls.expired']).toBe('not-applicable');
    const local = typed(undefined, { local: true });
    expect(said({ typed: local }).skipped['tls.untrusted-issuer']).toBe('not-applicable');
    const failed = rpc(failedExchange('tls-untrusted'));
    expect(said({ typed: local, initialize: failed }).found).toEqual(['tls.untrusted-issuer']);
  });

  it('is unknown when there was no connection', () => {
    expect(said({ initialize: rpc(failedExchange('refused')) }).skipped['tls.expired']).toBe('not-reached');
  });

  it('of the authorization server is told under its own subject', () => {
    const failed = failedExchange('tls-untrusted', { url: 'https://auth.acme.net/.well-known/openid-configuration' });
    const { findings } = said({
      initialize: rpc(exchange(401)),
      certificate: shown({ trust: 'public' }),
      'authorization-server': missingServer('https://auth.acme.net', failed),
    });
    expect(findings.map(({ code, step, subject }) => [code, step, subject.kind])).toEqual([
      ['tls.untrusted-issuer', 6, 'authorization-server'],
    ]);
  });
});

describe('a certificate that only a browser saw', () => {
  it('may lack its intermediate where it is not trusted: that is said, and not told apart', () => {
    const initialize = rpc(failedExchange('tls-untrusted'));
    const { findings, skipped } = said({ initialize, certificate: 'vantage' });
    expect(findings.map(({ code }) => code)).toEqual(['tls.untrusted-issuer']);
    expect(findings[0]?.words.title).toBe('The certificate of mcp.acme-tools.com is not trusted');
    expect(findings[0]?.words.detail).toContain('or is sent without the certificate of its issuer');
    expect(findings[0]?.words.fix).toContain('configure the full chain');
    expect(skipped['tls.incomplete-chain']).toBe('vantage');
  });

  it('has a complete chain or not, which stays unseen where it is trusted', () => {
    const { found, skipped } = said({ certificate: 'vantage' });
    expect(found).toEqual([]);
    expect([skipped['tls.untrusted-issuer'], skipped['tls.incomplete-chain']]).toEqual(['vantage', 'vantage']);
  });
});

describe('a certificate that was made on the way', () => {
  it('is this machine’s matter and not the server’s', () => {
    const certificate = shown({ trust: 'machine' }, { issuer: 'CN=Zscaler Intermediate Root CA' });
    const { found, findings, skipped } = said({ certificate });
    expect(found).toEqual(['client.tls-interception']);
    expect(findings[0]).toMatchObject({ severity: 'note', confidence: 'certain', subject: { kind: 'browser' } });
    expect(skipped['tls.untrusted-issuer']).toBe('vantage');
  });

  it('is only likely when the authority is unknown', () => {
    const certificate = shown({ trust: 'machine' }, { issuer: 'CN=Acme Corporate Root' });
    expect(said({ certificate }).findings[0]).toMatchObject({ code: 'client.tls-interception', confidence: 'likely' });
  });

  it('is a problem of this machine where it stops the check', () => {
    const certificate = shown({ problem: 'tls-untrusted' }, { issuer: 'CN=Netskope CA' });
    const { findings } = said({ initialize: rpc(failedExchange('tls-untrusted')), certificate });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['client.tls-interception', 'problem']]);
  });

  it('is none when a developer’s own authority made it', () => {
    const certificate = shown({ trust: 'machine' }, { issuer: 'CN=mkcert anna@laptop' });
    expect(said({ certificate }).found).toEqual(['tls.untrusted-issuer']);
    expect(said({ certificate, typed: typed(undefined, { local: true }) }).found).toEqual([]);
  });
});
