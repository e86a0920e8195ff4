import { defineCheck, found, skip, type About, type Found, type Outcome } from '../../kernel/check.ts';
import type { EvidenceMap } from '../../kernel/evidence.ts';
import type { FailedExchange } from '../../kernel/exchange.ts';
import { observed, type Observation } from '../../kernel/observation.ts';
import type { CertificateInfo } from '../../kernel/ports.ts';
import { developmentAuthorities } from '../../standards/tls-interception.ts';
import { failedDocuments } from '../http/document-answers.ts';
import { sources, trackerIssue } from '../http/sources.ts';
import { whyNot } from '../transport/why-not.ts';
import { certificateValues } from './certificate-words.ts';
import {
  alertOf,
  failedHost,
  failureCodes,
  failureFinding,
  unknownCertificate,
  unseenChain,
  type FailureCode,
} from './failure-finding.ts';
import { interceptionOf } from './interception.ts';
import { isVantageFault, type VantageSeen } from './vantage-fault.ts';
import { isConnectionUnseen } from './was-connected.ts';

const codes = [
  'tls.expired',
  'tls.untrusted-issuer',
  'tls.incomplete-chain',
  'tls.hostname-mismatch',
  'tls.handshake-failed',
] as const;

type Code = (typeof codes)[number];

/** What a browser repairs or an added authority hides, so that it is known only from the chain itself. */
const ofTheChain = ['tls.untrusted-issuer', 'tls.incomplete-chain'] as const;

/** Can a client that knows only the public authorities set up TLS with the host? */
export const certificatesCheck = defineCheck({
  topic: 'certificates',
  needs: ['typed', 'initialize'],
  uses: ['certificate', 'surroundings', 'resource-metadata', 'authorization-server'],
  codes: {
    'tls.expired': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title: 'The certificate of {host} {validity}',
      detail:
        'The TLS certificate that {host} shows {validity}. Clients refuse it outside of its dates. If this date looks right to you, compare this computer’s clock.',
      fix: 'Renew the certificate, load it in the server or proxy, and see that the renewal runs by itself.',
      sources: [sources.troubleshooting, sources.certificateDates],
    },
    'tls.untrusted-issuer': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title:
        '{chain, select, unseen {The certificate of {host} is not trusted} other {The certificate of {host} comes from an authority that Claude does not trust}}',
      detail: '{origin}. Claude trusts public certificate authorities only.',
      fix: '{chain, select, unseen {If it comes from a public authority, configure the full chain (often fullchain.pem in place of cert.pem). Otherwise get} other {Get}} a certificate from a public authority (Let’s Encrypt gives them for free), or serve the connector through a hosting platform or tunnel that brings one. For a server of your own under test, {vantage, select, extension {let this browser trust its authority} other {name its authority with --cacert}}.',
      sources: [sources.troubleshooting, sources.certificates],
    },
    'tls.incomplete-chain': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      seenBy: 'command-line',
      title: '{host} does not send its intermediate certificate',
      detail:
        'The server sends its own certificate without that of its issuer, {issuer}. Browsers may fetch or remember the missing one; Claude’s cloud need not, and then refuses the connection.',
      fix: 'Configure the full chain: the file is often called fullchain.pem, in place of cert.pem.',
      sources: [sources.certificateList, 'https://github.com/anthropics/claude-code/issues/85635'],
    },
    'tls.hostname-mismatch': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title: 'The certificate is for another name than {host}',
      detail:
        'The certificate that was shown is for {names}. A wildcard such as *.acme.com covers one level only. Clients refuse a certificate that does not name the host.',
      fix: 'Get a certificate that names {host}, or register the address that the certificate names.',
      sources: [sources.certificateNames, 'https://github.com/homeassistant-ai/ha-mcp/issues/2066'],
    },
    'tls.handshake-failed': {
      severity: 'blocker',
      confidence: 'certain',
      step: 2,
      who: 'author',
      title:
        '{alert, select, client {{host} demands a client certificate} plain {{host} does not speak TLS on this port} old {{host} speaks no TLS version that clients accept} other {TLS fails at {host}}}',
      detail:
        'The TLS handshake fails ({said}). {alert, select, plain {What came back is no TLS: most likely the port speaks plain HTTP.} old {The two sides have no TLS version in common: the server offers only versions before TLS 1.2, which clients no longer take.} protocol {The server refuses HTTP/1.1 (the application protocol offered by ALPN).} client {The server asks every client for a certificate of its own (mutual TLS). Claude has none to show.} name {The server has no certificate for this name.} other {The alert does not say more: the server may refuse the ciphers or versions offered, demand a client certificate, or have no certificate for this name.}}',
      fix: '{alert, select, plain {Put TLS on this port, or a proxy that brings it, and see that https:// leads to the port with TLS.} old {Turn on TLS 1.2 and 1.3 in the server or proxy.} protocol {Let the server or proxy offer http/1.1 beside h2 (ALPN).} client {Ask for no client certificate on this host, at least not from 160.79.104.0/21, and protect the connector by OAuth.} name {Configure a certificate for {host}, and see that the proxy knows that name (SNI).} other {See that this port speaks TLS 1.2 or 1.3 and has a certificate for {host}.}}',
      sources: [sources.tlsAlerts, trackerIssue(479)],
    },
  },
  evaluate(seen, about) {
    return [...ofConnector(seen, about), ...ofDocuments(seen)];
  },
});

type ConnectorSeen = VantageSeen & { readonly certificate: Observation<EvidenceMap['certificate']> };

function ofConnector(seen: ConnectorSeen, { now }: About): Outcome<Code>[] {
  const { typed, certificate } = seen;
  const { exchange } = seen.initialize;
  if (interceptionOf(certificate)) return [skip('vantage', ...codes)];
  const failure = exchange.kind === 'failure' ? exchange : undefined;
  const finding = failure && handshakeFailure(failure, certificate, now);
  if (finding) {
    const others = codes.filter((code) => code !== finding.code);
    // A browser says of a missing intermediate no more than that nobody vouches for the certificate.
    const isBroader = finding.code === 'tls.untrusted-issuer' && isConnectionUnseen({ certificate });
    const unseen = isBroader ? [skip('vantage', 'tls.incomplete-chain')] : [];
    return [finding, ...unseen, skip('not-reached', ...others)];
  }
  if (typed.local || typed.url?.scheme !== 'https:') return [skip('not-applicable', ...codes)];
  if (failure) return [skip(isVantageFault(seen) ? 'vantage' : 'not-reached', ...codes)];
  const peer = observed(certificate)?.peer;
  if (!peer) return [skip(observed(certificate) ? 'not-reached' : whyNot(certificate), ...ofTheChain)];
  if (peer.trust !== 'machine' || !isDevelopment(peer.chain)) return [];
  const values = { ...certificateValues(peer.chain, now), host: typed.url.hostname, said: peer.detail };
  return [found('tls.untrusted-issuer', { values, evidence: [exchange] })];
}

function handshakeFailure(
  failure: FailedExchange,
  certificate: Observation<EvidenceMap['certificate']>,
  now: number,
): Found<Code> | undefined {
  const looked = observed(certificate);
  const host = failedHost(failure);
  const peer = looked && host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '') === looked.host ? looked.peer : null;
  const ofRequest = failureCodes[failure.reason];
  // A look at the chain of its own tells more exactly what a request only reports as “not trusted”.
  const code = peer?.problem && ofRequest?.startsWith('tls.') ? failureCodes[peer.problem] : ofRequest;
  if (!code || !isOurs(code)) return undefined;
  const said = peer?.problem && peer.detail !== '' ? peer.detail : failure.detail || failure.reason;
  const unseen = isConnectionUnseen({ certificate }) ? unseenChain : {};
  const about = peer ? certificateValues(peer.chain, now) : { ...unknownCertificate, ...unseen };
  const alert = alertOf(said);
  const values = { ...about, host, said, alert };
  // We speak HTTP/1.1 alone; that Claude does as well is only known of its programs, not of what stands before them.
  return found(code, { values, evidence: [failure], ...(alert === 'protocol' && { confidence: 'likely' as const }) });
}

function isDevelopment(chain: readonly CertificateInfo[]): boolean {
  return chain.some(({ issuer }) => developmentAuthorities.test(issuer));
}

function ofDocuments(seen: Parameters<typeof failedDocuments>[0] & ConnectorSeen): Outcome<Code>[] {
  const about = isConnectionUnseen(seen) ? unseenChain : {};
  return failedDocuments(seen, seen.initialize.exchange.url).flatMap(({ exchange, step, subject }) => {
    const finding = failureFinding(exchange, subject, step, about);
    return finding && isFindingOfOurs(finding) ? [finding] : [];
  });
}

function isFindingOfOurs(finding: Found<FailureCode>): finding is Found<Code> {
  return isOurs(finding.code);
}

function isOurs(code: FailureCode): code is Code {
  return (codes as readonly string[]).includes(code);
}
