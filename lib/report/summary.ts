import type { Exchange, FailureReason } from '../kernel/exchange.ts';
import type { Severity, Who } from '../kernel/finding.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { Report, Stop, Verdict, WordedFinding } from '../kernel/report.ts';
import { counted } from './counted.ts';
import { nextWords, notSeenWords } from './outlook.ts';
import { cutShortWords } from './run-words.ts';
import { isLocalRun, typedText, typedWords } from './typed-words.ts';

/** What every rendering of a report has to say, in the order of importance. Foreign text is not yet made harmless here. */
export interface Summary {
  readonly verdict: Verdict;
  readonly headline: string;
  readonly about: string;
  /** What was done to read what was typed, and what of it was not used; each a sentence. */
  readonly asTyped: readonly string[];
  /** What was met there, in a few words; null when no server introduced itself. */
  readonly server: string | null;
  /** What was found of the sign-in, in a few words; null when there was no metadata. */
  readonly signIn: string | null;
  /** Said before everything else when the run did not come to its end. */
  readonly cutShort: string | null;
  readonly cause: WordedFinding | null;
  /** Findings that follow from the cause. */
  readonly consequences: readonly WordedFinding[];
  /** The other findings, gravest first, each with what follows from it. */
  readonly others: readonly { readonly finding: WordedFinding; readonly consequences: readonly WordedFinding[] }[];
  readonly notSeen: readonly string[];
  readonly next: string;
}

/** Sorts a report into what is said first, second and last. */
export function summarize(report: Report): Summary {
  const cause = report.findings.find((finding) => finding.id === report.primary?.id) ?? null;
  const tops = report.findings.filter((finding) => finding !== cause && !isConsequence(finding, report.findings));
  return {
    verdict: report.verdict,
    headline: verdictWords[report.verdict],
    about: aboutWords(report),
    asTyped: typedWords(report.evidence),
    server: serverWords(report),
    signIn: signInFacts(report),
    cutShort: cutShortWords(report),
    cause,
    consequences: cause ? consequencesOf(cause, report.findings) : [],
    others: bySeverity(tops).map((finding) => ({
      finding,
      consequences: consequencesOf(finding, report.findings).filter((consequence) => consequence !== cause),
    })),
    notSeen: notSeenWords(report),
    next: nextWords(report),
  };
}

/** The verdict as the reader meets it. “ready” promises nothing about Anthropic’s own view. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  ready: 'Nothing wrong seen from here',
  'sign-in-needed': 'Fine so far, the rest needs a sign-in',
  degraded: 'Works in part',
  broken: 'Broken',
  unknown: 'Could not be checked from here',
};

/** Who can change it, as a sentence. */
export function whoWords(finding: WordedFinding, report: Report): string {
  const words: Readonly<Record<Who, string>> = {
    you: 'You can change this yourself.',
    owner: 'An Owner of your organization’s Claude account can change this.',
    author: isOwn(finding, report)
      ? 'You can change this, as the server’s author.'
      : `Only the people who run ${subjectHost(finding) ?? hostOf(report) ?? 'the server'} can change this.`,
    network: 'The people who run the network or the firewall can change this.',
    anthropic: 'Only Anthropic can change this.',
  };
  // What lies in this check or this computer is the reader’s own, whoever it would be elsewhere.
  return words[finding.subject.kind === 'browser' && finding.who === 'author' ? 'you' : finding.who];
}

/** True when the person runs what has to be changed: it is the server that they announced with `--local`. */
function isOwn(finding: WordedFinding, report: Report): boolean {
  return isLocalRun(report.evidence) && [null, hostOf(report)].includes(subjectHost(finding));
}

/** True when the reader has to ask the people who run the server, and so needs something to send. */
export function isForOthers(finding: WordedFinding, report: Report): boolean {
  return finding.who === 'author' && !isOwn(finding, report);
}

/** The step at which Claude stops, as this connector’s reader meets it. */
export function stopName(stop: Stop, report: Report): string {
  const overHttp = report.target !== null && 'url' in report.target && report.target.url.startsWith('http:');
  return stop.step === 2 && overHttp ? 'reaching the server' : stop.name;
}

/** A sentence of Claude’s in quotes; quotes within it become single ones. */
export function quoted(sentence: string): string {
  return `“${sentence.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

function subjectHost(finding: WordedFinding): string | null {
  const { url } = finding.subject;
  return url !== undefined && URL.canParse(url) ? new URL(url).host : null;
}

function hostOf(report: Report): string | null {
  return report.target && 'host' in report.target && report.target.host !== '' ? report.target.host : null;
}

/** The exchange that shows a finding best, which checks name first. */
export function proofOf(finding: WordedFinding, exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.find((exchange) => exchange.id === finding.evidence[0]);
}

/** What came of a request, in a few words. */
export function outcomeWords(exchange: Exchange): string {
  const redirected = redirectWords(exchange);
  if (exchange.kind === 'failure') {
    const words = failureWords[exchange.reason];
    return `${redirected}${words}${exchange.detail === '' ? '' : ` (${exchange.detail})`}`;
  }
  const type = exchange.headers['content-type']?.split(';')[0]?.trim();
  return `${redirected}${exchange.status}${type ? ` ${type}` : ''}`;
}

/** The redirects before the outcome, the first and the last by their addresses. */
function redirectWords({ redirects }: Exchange): string {
  const [first] = redirects;
  const last = redirects.at(-1);
  if (!first || !last) return '';
  const rest = redirects.length > 1 ? `, and after ${counted(redirects.length, 'redirect')} at ${last.to}` : '';
  return `${first.status} to ${first.to}${rest}, then `;
}

const failureWords: Readonly<Record<FailureReason, string>> = {
  dns: 'name not found',
  refused: 'connection refused',
  reset: 'connection closed',
  unreachable: 'no way there',
  timeout: 'no answer in time',
  'tls-expired': 'certificate out of date',
  'tls-untrusted': 'certificate not trusted',
  'tls-name': 'certificate for another name',
  'tls-chain': 'certificate chain incomplete',
  'tls-handshake': 'no TLS connection',
  'redirect-loop': 'redirects without end',
  'malformed-http': 'no valid HTTP answer',
  'blocked-by-client': 'blocked in this browser',
  'private-address': 'private address, not asked',
  proxy: 'the proxy failed',
  'no-permission': 'no permission to ask',
  aborted: 'cut short',
  unknown: 'no answer',
};

/** A finding's fixes as sentences. */
export function fixWords(finding: WordedFinding): string {
  return finding.fix.map((fix) => (fix.kind === 'text' ? fix.text : `See the guide “${fix.guide}”.`)).join(' ');
}

const severityOrder: Readonly<Record<Severity, number>> = { blocker: 0, problem: 1, warning: 2, note: 3 };

function bySeverity(findings: readonly WordedFinding[]): readonly WordedFinding[] {
  return [...findings].sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}

/** A finding whose explanation is in the report too: it is folded under that one. */
function isConsequence(finding: WordedFinding, all: readonly WordedFinding[]): boolean {
  return finding.explainedBy !== undefined && rootOf(finding, all) !== finding;
}

function consequencesOf(cause: WordedFinding, all: readonly WordedFinding[]): readonly WordedFinding[] {
  return all.filter((finding) => finding !== cause && rootOf(finding, all) === cause);
}

function rootOf(finding: WordedFinding, all: readonly WordedFinding[]): WordedFinding {
  const met = new Set<WordedFinding>();
  let current = finding;
  while (!met.has(current)) {
    met.add(current);
    const { explainedBy } = current;
    const parent = all.find((candidate) => candidate.id === explainedBy);
    if (!parent) return current;
    current = parent;
  }
  // A circle, which only a foreign report can hold: nothing in it explains the rest.
  return finding;
}

function aboutWords(report: Report): string {
  if (report.target) return 'file' in report.target ? report.target.file : report.target.url;
  if (report.subject === 'browser') return 'this browser';
  const text = typedText(report.evidence);
  return text?.trim() === '' ? 'an empty text' : (text ?? 'what was typed');
}

const signInWords: Readonly<Record<Report['facts']['auth']['mode'], string | null>> = {
  none: 'no sign-in',
  oauth: 'OAuth sign-in',
  partial: 'sign-in for some tools',
  static: 'a fixed credential',
  unknown: null,
};

const transportWords: Readonly<Record<NonNullable<Report['facts']['transport']>, string>> = {
  'streamable-http': 'Streamable HTTP',
  'http+sse': 'HTTP+SSE',
  both: 'Streamable HTTP and HTTP+SSE',
};

function serverWords({ facts, evidence }: Report): string | null {
  const { server, transport, protocol, tools, auth } = facts;
  const listed = !listingFailed(evidence);
  const name = server?.title ?? server?.name;
  const parts = [
    name ? `${name}${server?.version ? ` ${server.version}` : ''}` : null,
    transport && transportWords[transport],
    protocol.negotiated && `MCP ${protocol.negotiated}`,
    tools && (listed || tools.count > 0) ? counted(tools.count, 'tool') : null,
    // A server whose listing fails may still ask for a sign-in there.
    listed || auth.mode !== 'none' ? signInWords[auth.mode] : null,
  ].filter((part) => part !== null);
  return transport === null ? null : parts.join(' · ');
}

function listingFailed(evidence: Report['evidence']): boolean {
  const value = (key: string): unknown => {
    const observation = isJsonObject(evidence) ? evidence[key] : undefined;
    return isJsonObject(observation) ? observation['value'] : undefined;
  };
  const overSse = value('legacy-sse');
  const listing = value('listing') ?? (isJsonObject(overSse) ? overSse['listing'] : undefined);
  return isJsonObject(listing) && (listing['end'] === 'failed' || listing['end'] === 'not-a-list');
}

function signInFacts({ facts: { auth } }: Report): string | null {
  if (auth.metadataUrl === null) return null;
  const place = auth.authorizationServer ?? auth.metadataUrl;
  const registration = auth.registration.map((way) => way.toUpperCase());
  return [
    URL.canParse(place) && new URL(place).host !== '' ? new URL(place).host : place,
    `client registration: ${registration.length > 0 ? registration.join(', ') : 'none offered'}`,
    ...(auth.pkce.length > 0 ? [`PKCE ${auth.pkce.join(', ')}`] : []),
  ].join(' · ');
}
