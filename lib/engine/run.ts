import type { ProbedKey, EvidenceMap } from '../kernel/evidence.ts';
import type { Observation, UnavailableBecause } from '../kernel/observation.ts';
import type { Ports } from '../kernel/ports.ts';
import {
  Unavailable,
  type AnyProbe,
  type Plan,
  type ProbeContext,
  type RunMemory,
  type RunOptions,
} from '../kernel/probe.ts';
import type { Target } from '../kernel/target.ts';
import { graceAfter } from './deadline.ts';
import { crashWords } from './crash-words.ts';
import type { Recorder } from './recorder.ts';

/** What every probe brought back. */
export type Observations = { readonly [K in ProbedKey]: Observation<EvidenceMap[K]> };

/** Tells of probes that ask somebody: from their first question until they have settled. */
export type Progress = (event: { readonly kind: 'probe-started' | 'probe-settled'; readonly key: ProbedKey }) => void;

export interface RunSettings {
  readonly probes: readonly AnyProbe[];
  readonly target: Target;
  readonly ports: Ports;
  readonly recorder: Recorder;
  readonly options: RunOptions;
  readonly redaction: {
    text(text: string): string;
    url(url: string): string;
    learn(secret: string, kind: string): void;
  };
  /** Told of each picture that a probe saw. */
  readonly onPicture?: ProbeContext<never>['keepPicture'];
  readonly signal: AbortSignal;
  /** Why the signal aborted, asked when it has. */
  readonly endedBy: () => 'deadline' | 'cancelled';
  readonly onProgress?: Progress;
  /** Told what each probe brought back, as it settles; no more once the signal has aborted. */
  readonly onObserved?: (key: ProbedKey, observation: Observation<unknown>) => void;
}

/**
 * How long after its end a run may still take back what it made on the other side: its requests end at the first, and nothing lives
 * past the second. Milliseconds.
 */
export const cleanUpMs = { requests: 2_500, all: 3_000 } as const;

/**
 * Starts all probes at once; each waits for what it needs. Never rejects and never outlives its signal, but for the probes that clean
 * up, by `cleanUpMs` at most: what has not settled by then is `unavailable`. A probe's own bug is `crashed` and hides no other.
 */
export async function runProbes(settings: RunSettings): Promise<Observations> {
  const { probes, ports, options, signal } = settings;
  const memory: RunMemory = {
    sessionId: null,
    signedInSessionId: null,
    tokens: null,
    signIn: null,
    registrations: [],
  };
  const pending = new Map<ProbedKey, Promise<Observation<unknown>>>();
  const { network: _network, ...portsForProbes } = ports;
  const aborted = whenAborted(signal, settings.endedBy);
  const grace = graceAfter(ports.clock, cleanUpMs.requests, signal);
  const last = graceAfter(ports.clock, cleanUpMs.all, signal);
  const over = whenAborted(last.signal, settings.endedBy);

  for (const probe of probes) {
    const progress = progressOf(probe, settings.onProgress);
    const until = probe.cleansUp === true ? grace.signal : signal;
    const context: ProbeContext<ProbedKey> = {
      target: settings.target,
      ports: portsForProbes,
      ask: (request) => {
        // Whoever waited for what the end cut off asks no more: its request would only look like one that nobody answered.
        if (signal.aborted && probe.cleansUp !== true) return new Promise(() => undefined);
        progress.asks();
        return settings.recorder.ask(request, until);
      },
      when: (key) => waitFor(pending, probe, key),
      options,
      memory,
      signal: until,
      redact: (text) => settings.redaction.text(text),
      redactUrl: (url) => settings.redaction.url(url),
      keepSecret: (value, kind) => {
        settings.redaction.learn(value, kind);
      },
      keepPicture: (about, bytes) => settings.onPicture?.(about, bytes),
    };
    const observation = Promise.race([observe(probe, context, settings, progress), probe.cleansUp ? over : aborted]);
    pending.set(probe.key, observation);
    void observation.then((seen) => {
      if (!signal.aborted) settings.onObserved?.(probe.key, seen);
    });
  }
  const entries = await Promise.all([...pending].map(async ([key, promise]) => [key, await promise] as const));
  grace.release();
  last.release();
  return Object.fromEntries(entries) as unknown as Observations;
}

async function observe(
  probe: AnyProbe,
  context: ProbeContext<ProbedKey>,
  settings: RunSettings,
  progress: ProbeProgress,
): Promise<Observation<unknown>> {
  const ruledOut = reasonNotToAsk(probe, context.options.plans, settings.ports);
  if (ruledOut) return { status: 'unavailable', because: ruledOut };
  if (probe.needsPort) progress.asks();
  try {
    const value: unknown = await probe.collect(context);
    if (value instanceof Unavailable) return { status: 'unavailable', because: value.because };
    return { status: 'observed', value };
  } catch (error) {
    return { status: 'crashed', error: crashWords(error) };
  } finally {
    progress.settled();
  }
}

interface ProbeProgress {
  asks(): void;
  settled(): void;
}

function progressOf({ key }: AnyProbe, tell: Progress | undefined): ProbeProgress {
  let asking = false;
  return {
    asks() {
      if (asking) return;
      asking = true;
      tell?.({ kind: 'probe-started', key });
    },
    settled() {
      if (asking) tell?.({ kind: 'probe-settled', key });
    },
  };
}

function reasonNotToAsk(probe: AnyProbe, plans: readonly Plan[], ports: Ports): UnavailableBecause | undefined {
  // What writes on the other side waits for the person's word, not for a deeper look.
  if (!plans.includes(probe.plan)) return probe.plan === 'active' ? 'consent' : 'not-asked';
  if (probe.needsPort && !ports[probe.needsPort]) return 'vantage';
  return undefined;
}

async function waitFor<K extends ProbedKey>(
  pending: ReadonlyMap<ProbedKey, Promise<Observation<unknown>>>,
  probe: AnyProbe,
  key: K,
): Promise<Observation<EvidenceMap[K]>> {
  const declared: readonly ProbedKey[] = probe.after;
  const promise = pending.get(key);
  if (!promise || !declared.includes(key)) {
    throw new Error(
      `probe ${probe.key} waits for ${key}, which it does not declare or which stands after it in the catalog`,
    );
  }
  return (await promise) as Observation<EvidenceMap[K]>;
}

function whenAborted(signal: AbortSignal, because: () => 'deadline' | 'cancelled'): Promise<Observation<never>> {
  return new Promise((resolve) => {
    const settle = () => resolve({ status: 'unavailable', because: because() });
    if (signal.aborted) settle();
    else signal.addEventListener('abort', settle, { once: true });
  });
}
