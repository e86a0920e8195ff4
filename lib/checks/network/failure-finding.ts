import { found, type Found } from '../../kernel/check.ts';
import type { FailedExchange, FailureReason } from '../../kernel/exchange.ts';
import type { Subject, Values } from '../../kernel/finding.ts';
import type { StepNumber } from '../../kernel/step.ts';

/** The codes that say how a connection failed. */
export type FailureCode =
  | 'dns.not-found'
  | 'net.refused'
  | 'net.timeout'
  | 'net.reset'
  | 'net.unreachable'
  | 'tls.expired'
  | 'tls.untrusted-issuer'
  | 'tls.incomplete-chain'
  | 'tls.hostname-mismatch'
  | 'tls.handshake-failed';

/**
 * The finding that says how a request failed, or undefined where the failure is this machine's, ours, or spoken of elsewhere
 * (redirect loops, private addresses, answers that are no HTTP). Its values fill the words of every such code.
 */
export function failureFinding(
  exchange: FailedExchange,
  subject: Subject | undefined,
  step: StepNumber,
  about: Values = {},
): Found<FailureCode> | undefined {
  const code = failureCodes[exchange.reason];
  if (!code) return undefined;
  const values = { ...unknownCertificate, ...failureValues(exchange), ...about };
  return found(code, {
    step,
    values,
    evidence: [exchange],
    ...(subject && { subject }),
    ...(exchange.reason === 'unknown' && { confidence: 'possible' as const }),
  });
}

/** The code for a reason; undefined for reasons that are no fault of the other side's network. */
export const failureCodes: Readonly<Partial<Record<FailureReason, FailureCode>>> = {
  dns: 'dns.not-found',
  refused: 'net.refused',
  timeout: 'net.timeout',
  reset: 'net.reset',
  unknown: 'net.reset',
  unreachable: 'net.unreachable',
  'tls-expired': 'tls.expired',
  'tls-untrusted': 'tls.untrusted-issuer',
  'tls-chain': 'tls.incomplete-chain',
  'tls-name': 'tls.hostname-mismatch',
  'tls-handshake': 'tls.handshake-failed',
};

/** What fills the words about a certificate that was not seen itself. */
export const unknownCertificate = {
  chain: 'seen',
  validity: 'has run out, or is not valid yet',
  origin: 'It is self-signed or comes from a private authority',
  issuer: 'its issuer',
  names: 'other names',
} as const;

/** The same where this way of looking never shows what a server sends: it is not told apart why nobody vouches for it. */
export const unseenChain = {
  chain: 'unseen',
  origin: 'It is self-signed, comes from a private authority, or is sent without the certificate of its issuer',
} as const;

/** The host that was being connected to: the last one that a redirect led to. */
export function failedHost(exchange: FailedExchange): string {
  const url = exchange.redirects.at(-1)?.to ?? exchange.url;
  return URL.canParse(url) ? new URL(url).host : url;
}

function failedPort(exchange: FailedExchange): string {
  const url = exchange.redirects.at(-1)?.to ?? exchange.url;
  if (!URL.canParse(url)) return 'its port';
  const { port, protocol } = new URL(url);
  return port !== '' ? port : protocol === 'http:' ? '80' : '443';
}

/** What a failed handshake says of its reason: TLS names it in an alert, and the platform quotes that. */
export function alertOf(said: string): 'old' | 'plain' | 'protocol' | 'client' | 'name' | 'unnamed' {
  if (
    /wrong[ _]version[ _]number|http[ _]request|packet[ _]length[ _]too[ _]long|record[ _]layer[ _]failure/i.test(said)
  )
    return 'plain';
  if (/alert[ _]protocol[ _]version|unsupported[ _]protocol|version[ _]too[ _]low/i.test(said)) return 'old';
  if (/no[ _]application[ _]protocol/i.test(said)) return 'protocol';
  if (/certificate[ _]required|peer[ _]did[ _]not[ _]return[ _]a[ _]certificate/i.test(said)) return 'client';
  return /unrecognized[ _]name/i.test(said) ? 'name' : 'unnamed';
}

function failureValues(exchange: FailedExchange): Values {
  return {
    host: failedHost(exchange),
    seconds: Math.max(1, Math.round(exchange.timing.durationMs / 1_000)),
    address: exchange.remoteAddress ?? 'its address',
    port: failedPort(exchange),
    how: 'unconnected',
    alert: alertOf(exchange.detail),
    asked: 'here',
    records: 'ipv6',
    said: exchange.detail === '' ? exchange.reason : exchange.detail,
    view: 'here',
  };
}
