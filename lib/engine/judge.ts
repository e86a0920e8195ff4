import type { About, AnyCheck, CodeDefinition, Found, Outcome } from '../kernel/check.ts';
import type { EvidenceKey, EvidenceMap } from '../kernel/evidence.ts';
import type { Finding, Skipped, SkipReason, Subject } from '../kernel/finding.ts';
import type { FindingCode } from '../kernel/finding-code.ts';
import type { Observation, UnavailableBecause } from '../kernel/observation.ts';
import { crashWords } from './crash-words.ts';
import type { StepNumber } from '../kernel/step.ts';
import { behindSignIn } from '../kernel/behind-sign-in.ts';

/** What there is to judge; what is missing counts as not asked. */
export type Judged = { readonly [K in EvidenceKey]?: Observation<EvidenceMap[K]> };

export interface Judgement {
  /** In catalog order; nothing is explained by another yet. */
  readonly findings: readonly Finding[];
  readonly passed: readonly FindingCode[];
  readonly skipped: readonly Skipped[];
  /** The checks that failed by their own bug, with the error. */
  readonly crashed: readonly { readonly topic: string; readonly error: string }[];
}

/**
 * Lets each check judge the evidence that it declared. The engine, not the check, turns missing evidence into `skipped` and a
 * check's own bug into `crashed`; neither hides the other checks.
 */
export function judge(checks: readonly AnyCheck[], observations: Judged, about: About, subject: Subject): Judgement {
  const inside = behindSignIn(observations);
  const outcomes = checks.map((check) => outcomesOf(check, check.afterSignIn ? inside : observations, about));
  const found = outcomes.flatMap(({ outcomes: list }) => list.filter((outcome) => outcome.kind === 'found'));
  const findings = numbered(checks, found, { subject, isInside: inside !== observations });
  const foundCodes = new Set(findings.map((finding) => finding.code));
  const skipped = outcomes
    .flatMap(({ outcomes: list }) => list.flatMap((outcome) => (outcome.kind === 'skip' ? skips(outcome) : [])))
    .filter((skip, index, all) => !foundCodes.has(skip.code) && all.findIndex((s) => s.code === skip.code) === index);
  const skippedCodes = new Set(skipped.map((skip) => skip.code));
  const passed = checks
    .flatMap((check) => Object.keys(check.codes) as FindingCode[])
    .filter((code) => !foundCodes.has(code) && !skippedCodes.has(code));
  const crashed = outcomes.flatMap(({ crash }) => (crash ? [crash] : []));
  return { findings, passed, skipped, crashed };
}

interface CheckOutcome {
  readonly outcomes: readonly Outcome<FindingCode>[];
  readonly crash?: { readonly topic: string; readonly error: string };
}

function outcomesOf(check: AnyCheck, observations: Judged, about: About): CheckOutcome {
  const codes = Object.keys(check.codes) as FindingCode[];
  const seen: Record<string, unknown> = {};
  for (const key of check.needs as readonly EvidenceKey[]) {
    const observation: Observation<unknown> = observations[key] ?? notAsked;
    if (observation.status !== 'observed') return { outcomes: [{ kind: 'skip', codes, because: reason(observation) }] };
    seen[key] = observation.value;
  }
  for (const key of check.uses as readonly EvidenceKey[]) seen[key] = observations[key] ?? notAsked;
  try {
    return { outcomes: check.evaluate(seen as never, about) as readonly Outcome<FindingCode>[] };
  } catch (error) {
    return {
      outcomes: [{ kind: 'skip', codes, because: 'crashed' }],
      crash: { topic: check.topic, error: crashWords(error) },
    };
  }
}

const notAsked: Observation<never> = { status: 'unavailable', because: 'not-asked' };

function reason(observation: Exclude<Observation<unknown>, { status: 'observed' }>): SkipReason {
  return observation.status === 'crashed' ? 'crashed' : skipReason(observation.because);
}

/** Why a code was not judged, told from why its evidence is missing. */
export function skipReason(because: UnavailableBecause): SkipReason {
  // A run that was cancelled stopped before it got there, like one that the walk's stop kept from going on.
  return because === 'cancelled' ? 'not-reached' : because;
}

function skips(outcome: Extract<Outcome<FindingCode>, { kind: 'skip' }>): Skipped[] {
  return outcome.codes.map((code) => ({ code, because: outcome.because }));
}

interface Circumstances {
  readonly subject: Subject;
  /** What lies behind the sign-in was seen. */
  readonly isInside: boolean;
}

function numbered(checks: readonly AnyCheck[], found: readonly Found<FindingCode>[], about: Circumstances): Finding[] {
  const seenTimes = new Map<FindingCode, number>();
  return found.map((outcome) => {
    const times = (seenTimes.get(outcome.code) ?? 0) + 1;
    seenTimes.set(outcome.code, times);
    return findingOf(checks, outcome, times, about);
  });
}

function findingOf(
  checks: readonly AnyCheck[],
  outcome: Found<FindingCode>,
  times: number,
  { subject, isInside }: Circumstances,
): Finding {
  const owner = checks.find((check) => outcome.code in check.codes);
  if (!owner) throw new Error(`no check owns the code ${outcome.code}`);
  const defaults = owner.codes[outcome.code] as CodeDefinition;
  const step = outcome.step === undefined ? defaults.step : outcome.step;
  const evidence = (outcome.evidence ?? []).flatMap((exchange) => (exchange ? [exchange.id] : []));
  return {
    id: times === 1 ? outcome.code : `${outcome.code}#${times}`,
    code: outcome.code,
    subject: outcome.subject ?? subject,
    severity: outcome.severity ?? defaults.severity,
    confidence: outcome.confidence ?? defaults.confidence,
    step: owner.afterSignIn && isInside && isBehind(outcome) ? behind(step) : step,
    ...(outcome.who && { who: outcome.who }),
    values: outcome.values ?? {},
    evidence: [...new Set(evidence)],
  };
}

/** Behind the sign-in the connection is at the handshake with the token, or beyond. */
function behind(step: StepNumber | null): StepNumber | null {
  return step === null || step > 10 ? step : 10;
}

/** Documents of the sign-in were read before it. */
function isBehind({ evidence = [] }: Found<FindingCode>): boolean {
  const exchanges = evidence.filter((exchange) => exchange != null);
  return exchanges.length === 0 || exchanges.some(({ step }) => step === null || step >= 10);
}
