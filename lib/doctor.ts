import { startDeadline, type Deadline } from './engine/deadline.ts';
import { createPictureKeeper } from './engine/picture-keeper.ts';
import { createRecorder } from './engine/recorder.ts';
import { runProbes, type Observations, type Progress } from './engine/run.ts';
import { judgeEvidence } from './judged-evidence.ts';
import type { AccountAnswers } from './kernel/account.ts';
import type { EvidencePart } from './kernel/evidence-part.ts';
import type { Exchange, Headers } from './kernel/exchange.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from './kernel/json.ts';
import { observed } from './kernel/observation.ts';
import { originPattern } from './kernel/origin-pattern.ts';
import type { SeenPicture } from './kernel/picture.ts';
import type { ListingDraft } from './kernel/listing.ts';
import type { Ports } from './kernel/ports.ts';
import { clientGiven, type ClientIdentity, type Plan } from './kernel/probe.ts';
import { nothingObserved } from './kernel/probed-keys.ts';
import { reportSchema, type Report, type RunStatus } from './kernel/report.ts';
import type { TypedTarget } from './kernel/target.ts';
import { toolName, toolVersion } from './kernel/tool-version.ts';
import { readTypedTarget, targetOf } from './parsing/typed-target.ts';
import { probes } from './probes/catalog.ts';
import { dehydrateEvidence, hydrateEvidence } from './report/data/evidence-codec.ts';
import { createPartTeller } from './report/data/part-teller.ts';
import { createRedactor, type Redactor } from './report/redaction/redact.ts';
import { redactionsOf } from './report/redaction/redactions-of.ts';

export interface DiagnoseOptions {
  /** `active` and `signed-in` only by the person's word. */
  readonly plans: readonly Plan[];
  /** The wider look also where nothing failed. */
  readonly thorough: boolean;
  /** The server is not public yet. */
  readonly local: boolean;
  /** DNS-over-HTTPS endpoint that may be asked. */
  readonly resolver: string | null;
  /** What the person agreed to, in words for the report. */
  readonly consents: readonly string[];
  readonly connectTo: boolean;
  /** The person's own request headers; their values never leave this run. */
  readonly headers: Headers;
  /** The person's own client at the authorization server; its secret never leaves this run. */
  readonly client: ClientIdentity;
  readonly headlessConsent: boolean;
  readonly faviconService: boolean;
  readonly userAgent?: string;
  /** Milliseconds. */
  readonly timeoutMs: number;
  readonly stepTimeoutMs: number;
  readonly maxBodyBytes: number;
  /** Ends the run; what was seen by then is reported. */
  readonly signal: AbortSignal;
  /** What the run's status is then. Default `interrupted`. */
  readonly abortedStatus?: 'interrupted' | 'cancelled';
  readonly onProgress?: Progress;
  /** Told what each probe brought back while the run goes on: `reportOfParts` makes a report of it if nothing more comes. */
  readonly onPart?: (part: EvidencePart) => void;
  /** Told, at the run’s end and before the report, of the pictures that were seen on the way: `mostPictureBytes` together. */
  readonly onPicture?: (picture: SeenPicture) => void;
  /** What Claude showed, as the report has it. */
  readonly claude?: Json;
  /** What the person told of plan, role and wish. */
  readonly account?: AccountAnswers | null;
  /** What the author means to write into the directory’s form; its pages are looked at. Its readiness then stands in the report. */
  readonly listing?: ListingDraft | null;
  readonly vantage: Report['vantage'];
  readonly environment: Report['environment'];
}

/** Observations beside the walk may take this long: they must not hold the run. Milliseconds. */
const sideLimitMs = 4000;

/**
 * Examines a connector: probes observe through the ports, checks judge, the rehearsal orders. Never rejects for what a network or
 * a server does, and never outlives `timeoutMs`; with the plans `active` and `signed-in` by `cleanUpMs.all` at most, in which tokens are
 * given back and clients removed. A text that is no connector URL gives a report as well, with its `url.*` finding.
 */
export async function diagnose(text: string, ports: Ports, options: DiagnoseOptions): Promise<Report> {
  const startedAt = ports.clock.now();
  const redactor = createRedactor();
  for (const value of Object.values(options.headers)) redactor.learn(value, 'header');
  if (options.client.secret !== null) redactor.learn(options.client.secret, 'secret');
  // What Claude’s message gives away may stand in what is told while the run goes on.
  redactor.json(options.claude ?? null);
  const { typed, url } = readTypedTarget(text, (part) => redactor.text(part), options);
  if (url === null) {
    const observations = onlyTyped(typed, options);
    return assemble({ observations, exchanges: [], startedAt, durationMs: 0, status: 'complete', redactor, options });
  }

  const deadline = startDeadline(ports.clock, options.timeoutMs, options.signal);
  const sideTimeoutMs = Math.min(sideLimitMs, options.stepTimeoutMs);
  const target = { typed, local: options.local, ...targetOf(url, { local: options.local }) };
  const recorder = createRecorder({
    network: ports.network,
    redaction: redactor,
    userAgent: options.userAgent ?? `${toolName}/${toolVersion}`,
    ownHeaders: options.headers,
    ownOrigin: url.origin,
    privateAllowed: target.privateAllowed,
    stepTimeoutMs: options.stepTimeoutMs,
    sideTimeoutMs,
    maxBodyBytes: options.maxBodyBytes,
    maxRunBytes: 2 * options.maxBodyBytes,
    signal: deadline.signal,
    now: () => ports.clock.now(),
  });
  const pictures = options.onPicture && createPictureKeeper();
  const observations = await runProbes({
    probes,
    target,
    ports,
    recorder,
    options: { ...options, headerNames: Object.keys(options.headers), sideTimeoutMs },
    redaction: redactor,
    signal: deadline.signal,
    endedBy: () => deadline.endedBy() ?? 'cancelled',
    ...(pictures && { onPicture: pictures.keep }),
    ...(options.onProgress && { onProgress: options.onProgress }),
    ...(options.onPart && {
      onObserved: createPartTeller({ redactor, finished: () => recorder.finished(), tell: options.onPart }),
    }),
  });
  // Only now are all secrets of the run known.
  for (const one of pictures?.kept() ?? []) options.onPicture?.({ ...one, url: redactor.text(one.url) });
  const exchanges = recorder.exchanges();
  const status = statusOf(deadline, exchanges, options);
  deadline.release();
  const durationMs = ports.clock.now() - startedAt;
  return withReadiness(assemble({ observations, exchanges, startedAt, durationMs, status, redactor, options }));
}

/** What a report says of a run beside what was seen in it. */
export interface AboutRun extends Pick<DiagnoseOptions, 'plans' | 'consents' | 'vantage' | 'environment' | 'account'> {
  readonly claude: Json;
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly status: RunStatus;
}

/** Makes a report of a run that is still going on, or that nobody brought to its end, from what `onPart` told of it. */
export function reportOfParts(parts: readonly EvidencePart[], about: AboutRun): Report {
  const byId = new Map(parts.flatMap(({ exchanges }) => exchanges).map((exchange) => [exchange.id, exchange]));
  const exchanges = [...byId.values()].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const seen = Object.fromEntries(parts.map(({ key, observation }) => [key, observation]));
  const evidence = { ...(dehydrateEvidence(nothingObserved('cancelled'), []) as JsonObject), ...seen };
  return reportFrom(evidence, exchanges, about);
}

/** What reads the checklist is loaded only where somebody means to list the connector. */
async function withReadiness(report: Report): Promise<Report> {
  const told = isJsonObject(report.evidence) ? report.evidence['directory-listing'] : undefined;
  if (stringMember(told, 'status') !== 'observed') return report;
  const { readinessMember } = await import('./preview/readiness/told-listing.ts');
  return { ...report, readiness: readinessMember(report) };
}

function statusOf(deadline: Deadline, exchanges: readonly Exchange[], options: DiagnoseOptions): RunStatus {
  switch (deadline.endedBy()) {
    case 'deadline':
      return 'deadline';
    case 'cancelled':
      return options.abortedStatus ?? 'interrupted';
    case null:
      return missingOrigins(exchanges).length > 0 ? 'needs-permission' : 'complete';
  }
}

/** Where requests were not allowed to go, as match patterns. */
function missingOrigins(exchanges: readonly Exchange[]): readonly string[] {
  const patterns = exchanges.flatMap((exchange) => {
    const isMissing = exchange.kind === 'failure' && exchange.reason === 'no-permission';
    return (isMissing && originPattern(exchange.redirects.at(-1)?.to ?? exchange.url)) || [];
  });
  return [...new Set(patterns)];
}

interface Ingredients {
  readonly observations: Observations;
  readonly exchanges: readonly Exchange[];
  readonly startedAt: number;
  readonly durationMs: number;
  readonly status: RunStatus;
  readonly redactor: Redactor;
  readonly options: DiagnoseOptions;
}

function assemble(parts: Ingredients): Report {
  const { redactor, startedAt, durationMs, status, options } = parts;
  // Once more over everything, now that all secrets of the run are known; what is judged is what is written.
  const { exchanges, evidence, claude } = redactor.json({
    exchanges: parts.exchanges,
    evidence: dehydrateEvidence(parts.observations, parts.exchanges),
    claude: options.claude ?? null,
  });
  const about = { ...options, claude, startedAt, durationMs, status };
  return { ...reportFrom(evidence, exchanges, about), ...redactionsOf(redactor) };
}

function reportFrom(evidence: Json, exchanges: readonly Exchange[], about: AboutRun): Report {
  const { startedAt, durationMs, status, plans, consents, vantage, claude, account = null } = about;
  const observations = { ...nothingObserved('not-asked'), ...hydrateEvidence(evidence, exchanges) };
  const url = observed(observations.typed)?.url;
  return {
    schema: reportSchema,
    tool: { version: toolVersion },
    createdAt: new Date(startedAt).toISOString(),
    vantage,
    subject: 'connector',
    target: url ? { url: url.href, host: url.hostname } : null,
    run: { status, plans, consents, missingOrigins: missingOrigins(exchanges), durationMs },
    claude,
    environment: about.environment,
    account,
    note: null,
    ...judgeEvidence(observations, exchanges, { vantage, account, claude, now: startedAt, totalMs: durationMs }),
    exchanges,
    evidence,
    readiness: null,
    redactions: [],
  };
}

function onlyTyped(typed: TypedTarget, options: DiagnoseOptions): Observations {
  const value = {
    ...typed,
    local: options.local,
    connectTo: options.connectTo,
    headerNames: Object.keys(options.headers),
    clientGiven: clientGiven(options.client),
    stepTimeoutMs: options.stepTimeoutMs,
  };
  return { ...nothingObserved('prerequisite'), typed: { status: 'observed', value } };
}
