import { startDeadline, type Deadline } from './engine/deadline.ts';
import { createRecorder } from './engine/recorder.ts';
import { runProbes, type Observations, type Progress } from './engine/run.ts';
import { judgeEvidence, soundObservations } from './judged-evidence.ts';
import type { Exchange, Headers } from './kernel/exchange.ts';
import { observed, type UnavailableBecause } from './kernel/observation.ts';
import type { Ports } from './kernel/ports.ts';
import { clientGiven, type ClientIdentity, type Plan } from './kernel/probe.ts';
import { reportSchema, type Report, type RunStatus } from './kernel/report.ts';
import type { TypedTarget } from './kernel/target.ts';
import { toolName, toolVersion } from './kernel/tool-version.ts';
import { readTypedTarget, targetOf } from './parsing/typed-target.ts';
import { probes } from './probes/catalog.ts';
import { dehydrateEvidence, hydrateEvidence } from './report/evidence-codec.ts';
import { createRedactor, type Redactor } from './report/redact.ts';

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
  readonly onProgress?: Progress;
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
  const observations = await runProbes({
    probes,
    target,
    ports,
    recorder,
    options: { ...options, headerNames: Object.keys(options.headers), sideTimeoutMs },
    redaction: redactor,
    signal: deadline.signal,
    endedBy: () => deadline.endedBy() ?? 'cancelled',
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  const status = statusOf(deadline);
  deadline.release();
  const durationMs = ports.clock.now() - startedAt;
  return assemble({ observations, exchanges: recorder.exchanges(), startedAt, durationMs, status, redactor, options });
}

/**
 * Judges a saved report again with today's checks, without any request. The clock stands at the report's `createdAt`.
 * Everything that was observed, and what the run was, stays as it is; evidence that is not what it should be counts as crashed.
 */
export function judgeAgain(report: Report, judgedAt: Date): Report {
  const saved = { ...nothingObserved('not-asked'), ...hydrateEvidence(report.evidence, report.exchanges) };
  const observations = soundObservations(saved);
  const judged = judgeEvidence(
    observations,
    report.exchanges,
    Date.parse(report.createdAt),
    report.facts.timing.totalMs,
  );
  return { ...report, tool: { version: toolVersion }, judgedAgainAt: judgedAt.toISOString(), ...judged };
}

function statusOf(deadline: Deadline): RunStatus {
  const ended = deadline.endedBy();
  return ended === null ? 'complete' : ended === 'deadline' ? 'deadline' : 'interrupted';
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
  const { redactor, startedAt, durationMs, options } = parts;
  // Once more over everything, now that all secrets of the run are known; what is judged is what is written.
  const exchanges = redactor.json(parts.exchanges);
  const evidence = redactor.json(dehydrateEvidence(parts.observations, parts.exchanges));
  const observations = { ...nothingObserved('not-asked'), ...hydrateEvidence(evidence, exchanges) };
  const url = observed(observations.typed)?.url;
  return {
    schema: reportSchema,
    tool: { version: toolVersion },
    createdAt: new Date(startedAt).toISOString(),
    vantage: options.vantage,
    subject: 'connector',
    target: url ? { url: url.href, host: url.hostname } : null,
    run: { status: parts.status, plans: options.plans, consents: options.consents, missingOrigins: [], durationMs },
    claude: null,
    environment: options.environment,
    account: null,
    note: null,
    ...judgeEvidence(observations, exchanges, startedAt, durationMs),
    exchanges,
    evidence,
    readiness: null,
    redactions: redactor.removed(),
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

function nothingObserved(because: UnavailableBecause): Observations {
  return Object.fromEntries(probes.map((probe) => [probe.key, { status: 'unavailable', because }])) as Observations;
}
