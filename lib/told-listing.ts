import { judgeAgain } from './judge-again.ts';
import { startDeadline } from './engine/deadline.ts';
import { createRecorder } from './engine/recorder.ts';
import { runProbes } from './engine/run.ts';
import { isPrivateHostname } from './kernel/address.ts';
import type { ListingEvidence } from './kernel/evidence-listing.ts';
import type { Exchange } from './kernel/exchange.ts';
import { isJsonObject, type JsonObject } from './kernel/json.ts';
import type { ListingDraft } from './kernel/listing.ts';
import { observed } from './kernel/observation.ts';
import type { Ports } from './kernel/ports.ts';
import { noClient } from './kernel/probe.ts';
import type { Report } from './kernel/report.ts';
import { toolName, toolVersion } from './kernel/tool-version.ts';
import { readTypedTarget, targetOf } from './parsing/typed-target.ts';
import { linksStillTold } from './preview/readiness/links-still-told.ts';
import { listingToldNow, readinessMember, toldListing } from './preview/readiness/told-listing.ts';
import { directoryListing } from './probes/listing/directory-listing.ts';
import { dehydrateEvidence } from './report/data/evidence-codec.ts';
import { observedValue } from './report/data/evidence-value.ts';
import { createRedactor } from './report/redaction/redact.ts';

/** How a listing is joined to a report. */
export interface ToldLater {
  readonly ports: Ports;
  /** Ask for the pages that it names; else what was seen of the same addresses before stays. */
  readonly lookAtLinks: boolean;
  readonly signal: AbortSignal;
  readonly judgedAt: Date;
}

/** For all pages together, and for each. Milliseconds. */
const limitMs = { all: 10_000, page: 4_000 } as const;

/**
 * A report of a connector with a listing that is told after its check: judged again with it, its readiness filled in. The connector itself
 * is asked nothing. Rejects when the report’s address can be read no more.
 */
export async function withListing(report: Report, draft: ListingDraft, later: ToldLater): Promise<Report> {
  const seen = await look(report, draft, later);
  const before = toldListing(report)?.links ?? [];
  const links = later.lookAtLinks ? seen.listing.links : linksStillTold(before, draft);
  const kept = report.exchanges.filter(({ id }) => !before.some(({ exchange }) => exchange?.id === id));
  const still = links.flatMap(({ exchange }) => (exchange === null ? [] : [exchange]));
  const exchanges = [...kept, ...still].sort(byNumber);
  const observations = { 'directory-listing': { status: 'observed', value: { ...seen.listing, links } } } as const;
  const evidence = {
    ...(isJsonObject(report.evidence) ? report.evidence : {}),
    ...(dehydrateEvidence(observations, exchanges) as JsonObject),
  };
  const judged = judgeAgain({ ...report, evidence, exchanges }, later.judgedAt);
  return { ...judged, readiness: readinessMember(judged), redactions: joined(report.redactions, seen.removed) };
}

interface Look {
  readonly listing: ListingEvidence;
  readonly removed: Report['redactions'];
}

/** What the probe of a run would bring back, with the exchanges numbered after those of the report. */
async function look(report: Report, draft: ListingDraft, later: ToldLater): Promise<Look> {
  const { ports, signal, lookAtLinks } = later;
  const redactor = createRedactor();
  const address = report.target && 'url' in report.target ? report.target.url : '';
  const local = isLocal(report, address);
  const { typed, url } = readTypedTarget(address, (part) => redactor.text(part), { local });
  if (url === null) throw new Error('the report is of no connector');
  const target = { typed, local, ...targetOf(url, { local }) };
  const deadline = startDeadline(ports.clock, limitMs.all, signal);
  const recorder = createRecorder({
    network: ports.network,
    redaction: redactor,
    userAgent: `${toolName}/${toolVersion}`,
    ownHeaders: {},
    ownOrigin: url.origin,
    privateAllowed: target.privateAllowed,
    stepTimeoutMs: limitMs.page,
    sideTimeoutMs: limitMs.page,
    maxBodyBytes: mostBytes,
    maxRunBytes: 4 * mostBytes,
    signal: deadline.signal,
    after: Math.max(0, ...report.exchanges.map(numberOf)),
    now: () => ports.clock.now(),
  });
  const observations = await runProbes({
    probes: [directoryListing],
    target,
    ports,
    recorder,
    options: {
      plans: lookAtLinks ? ['walk', 'side'] : ['walk'],
      listing: draft,
      resolver: null,
      connectTo: false,
      thorough: false,
      headerNames: [],
      client: noClient,
      headlessConsent: false,
      faviconService: false,
      stepTimeoutMs: limitMs.page,
      sideTimeoutMs: limitMs.page,
    },
    redaction: redactor,
    signal: deadline.signal,
    endedBy: () => deadline.endedBy() ?? 'cancelled',
  });
  deadline.release();
  const listing = observed(observations['directory-listing']);
  // Where not even that much was to be had, what was told counts all the same.
  if (listing === undefined) return { listing: { ...(await listingToldNow(report, draft)), links: [] }, removed: [] };
  return { listing: redactor.json(listing), removed: redactor.removed() };
}

/**
 * A report may come from anywhere, and must not open this machine’s own network to the addresses that a draft names: only one whose
 * connector really stands there does.
 */
function isLocal({ evidence }: Report, address: string): boolean {
  if (observedValue(evidence, 'typed')?.['local'] !== true || !URL.canParse(address)) return false;
  return isPrivateHostname(new URL(address).hostname);
}

/** The same draft is told again and again while it is written. */
function joined(before: Report['redactions'], now: Report['redactions']): Report['redactions'] {
  return [...new Map([...before, ...now].map((one) => [one.what, one])).values()];
}

const mostBytes = 256 * 1024;

function numberOf({ id }: Exchange): number {
  return Number(id.slice(1)) || 0;
}

function byNumber(a: Exchange, b: Exchange): number {
  return numberOf(a) - numberOf(b);
}
