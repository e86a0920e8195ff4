import { toldEvidence } from './checks/account/told-evidence.ts';
import { checks, codeDefinitions } from './checks/catalog.ts';
import { listingChecks } from './checks/listing-catalog.ts';
import { toldChecks } from './checks/told-catalog.ts';
import { judge, type Judgement } from './engine/judge.ts';
import type { Observations } from './engine/run.ts';
import { guidesForFinding } from './help/guides-for-finding.ts';
import { wordedFinding } from './i18n/worded-finding.ts';
import type { ProbedKey } from './kernel/evidence.ts';
import type { Exchange } from './kernel/exchange.ts';
import type { Observation } from './kernel/observation.ts';
import type { Report } from './kernel/report.ts';
import { connectorFacts } from './rehearsal/connector-facts.ts';
import { rehearse } from './rehearsal/rehearse.ts';

/** The members of a report that follow from its evidence. */
export type JudgedEvidence = Pick<Report, 'verdict' | 'primary' | 'stop' | 'findings' | 'passed' | 'skipped' | 'facts'>;

/** What judging has to know of the run that brought the evidence. */
export interface JudgedRun extends Pick<Report, 'vantage' | 'account' | 'claude'> {
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly totalMs: number;
}

/** Judges evidence with today's checks. Pure: the same evidence always gives the same answer, in the words of its vantage. */
export function judgeEvidence(
  observations: Observations,
  exchanges: readonly Exchange[],
  run: JudgedRun,
): JudgedEvidence {
  const { vantage, totalMs } = run;
  const { judgement, rehearsal } = rehearsed(observations, run);
  return {
    verdict: rehearsal.verdict,
    primary: rehearsal.primary && { id: rehearsal.primary.id, code: rehearsal.primary.code },
    stop: rehearsal.stop,
    findings: rehearsal.findings.map((finding) =>
      wordedFinding(finding, codeDefinitions[finding.code], { vantage, guides: guidesForFinding(finding) }),
    ),
    passed: judgement.passed,
    skipped: judgement.skipped,
    facts: connectorFacts(observations, rehearsal.findings, exchanges, totalMs),
  };
}

type Judged = Pick<Judgement, 'findings' | 'passed' | 'skipped'>;

/** What was told is judged last: whether Claude itself may be at fault depends on how the server was found. */
function rehearsed(observations: Observations, { now, account, claude }: JudgedRun) {
  const judgement: Judged = judge(checks, observations, { now }, connector);
  const rehearsal = rehearse(judgement.findings, observations);
  const seemsHealthy = rehearsal.verdict === 'ready' || rehearsal.verdict === 'sign-in-needed';
  const told = toldEvidence(account, claude, seemsHealthy);
  const others: readonly Judged[] = [
    // Whoever does not mean to list the connector hears nothing of its listing.
    ...(isListingTold(observations) ? [judge(listingChecks, observations, { now }, connector)] : []),
    ...(told === null ? [] : [judge(toldChecks, told, { now }, connector)]),
  ];
  if (others.length === 0) return { judgement, rehearsal };
  const whole = others.reduce(joined, judgement);
  return { judgement: whole, rehearsal: rehearse(whole.findings, observations) };
}

/** A report of an earlier version knows no such observation. */
function isListingTold(observations: Partial<Observations>): boolean {
  return observations['directory-listing']?.status === 'observed';
}

const connector = { kind: 'connector' } as const;

function joined(seen: Judged, told: Judged): Judged {
  return {
    findings: [...seen.findings, ...told.findings],
    passed: [...seen.passed, ...told.passed],
    skipped: [...seen.skipped, ...told.skipped],
  };
}

/**
 * Evidence of any origin in which nothing keeps the rehearsal from its work: an observation over which it fails, alone or with those
 * before it, becomes `crashed`. (Checks that fail are seen to by the engine.)
 */
export function soundObservations(saved: Observations): Observations {
  const keys = Object.keys(saved) as ProbedKey[];
  const missing: Observation<never> = { status: 'unavailable', because: 'prerequisite' };
  let sound = Object.fromEntries(keys.map((key) => [key, missing])) as Observations;
  for (const key of keys) {
    const next: Observations = { ...sound, [key]: saved[key] };
    sound = canBeRehearsed(next) ? next : { ...sound, [key]: damaged };
  }
  return sound;
}

const damaged: Observation<never> = { status: 'crashed', error: 'the report’s evidence is damaged here' };

function canBeRehearsed(observations: Observations): boolean {
  try {
    rehearse([], observations);
    connectorFacts(observations, [], [], 0);
    return true;
  } catch {
    return false;
  }
}
