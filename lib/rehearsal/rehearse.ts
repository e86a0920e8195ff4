import type { Confidence, Finding, Severity } from '../kernel/finding.ts';
import type { Stop, Verdict } from '../kernel/report.ts';
import { steps, type StepNumber } from '../kernel/step.ts';
import { claudeSentences, sentencesByCode, sentencesByStep } from '../standards/claude-sentences.ts';
import { withConsequences } from './consequences.ts';
import { walkEnd, type WalkEnd, type WalkEvidence } from './walk-stop.ts';

export interface Rehearsal {
  /** In Claude's order of steps, causes before their consequences. */
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly primary: Finding | null;
  readonly stop: Stop | null;
}

const severityOrder: Readonly<Record<Severity, number>> = { blocker: 0, problem: 1, warning: 2, note: 3 };
const confidenceOrder: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };

/** Puts the findings into Claude's order: what follows from what, the one cause, the step at which Claude stops, and the verdict. */
export function rehearse(found: readonly Finding[], evidence: WalkEvidence): Rehearsal {
  const end = walkEnd(evidence);
  const findings = [...withConsequences(found)].sort(inOrder);
  const verdict = verdictOf(findings, end);
  const primary = primaryOf(findings, verdict, end);
  return { findings, verdict, primary, stop: verdict === 'broken' ? stopOf(findings, primary, end) : null };
}

function primaryOf(findings: readonly Finding[], verdict: Verdict, end: WalkEnd): Finding | null {
  // What is wrong with this machine or the account is shown beside; it is the cause only where nothing could be seen.
  const candidates = findings.filter(
    (finding) =>
      isFault(finding) && finding.explainedBy === undefined && (verdict === 'unknown' || ofConnector(finding)),
  );
  const ranked = [...candidates].sort((a, b) => tier(a, end) - tier(b, end) || stepOf(a) - stepOf(b) || inOrder(a, b));
  return ranked[0] ?? null;
}

/** Proven blockers, and whatever stands at the step where our own walk ended, come before what is only likely. */
function tier(finding: Finding, end: WalkEnd): number {
  if (finding.severity === 'blocker' && finding.confidence === 'certain') return 0;
  if (end.kind === 'stopped' && finding.step === end.step) return 0;
  return finding.severity === 'blocker' ? 1 : 2;
}

function verdictOf(findings: readonly Finding[], end: WalkEnd): Verdict {
  const faults = findings.filter((finding) => isFault(finding) && ofConnector(finding));
  const proven = faults.some((finding) => finding.severity === 'blocker' && finding.confidence === 'certain');
  const blind = findings.some(blindsUs);
  if (blind && !faults.some((finding) => finding.explainedBy === undefined && finding.severity === 'blocker')) {
    return 'unknown';
  }
  if (end.kind === 'stopped' || proven) return 'broken';
  if (end.kind === 'unseen') return 'unknown';
  if (faults.length > 0) return 'degraded';
  return end.kind === 'sign-in' ? 'sign-in-needed' : 'ready';
}

/** Faults of this machine's own that keep it from seeing the server, and so from blaming it. */
function blindsUs({ code, severity }: Finding): boolean {
  if (code === 'client.tls-interception') return severity === 'problem';
  return code === 'client.offline' || code === 'client.proxy-failed';
}

function stopOf(findings: readonly Finding[], primary: Finding | null, end: WalkEnd): Stop | null {
  const blockers = findings.filter(
    (finding) =>
      finding.severity === 'blocker' &&
      finding.confidence === 'certain' &&
      ofConnector(finding) &&
      finding.explainedBy === undefined &&
      finding.step !== null,
  );
  const reached = blockers.map((finding) => finding.step as StepNumber);
  // The cause knows better than the walk where it stopped: a 403 to the first request can be a refused sign-in.
  if (end.kind === 'stopped') reached.push(primary?.step ?? end.step);
  if (reached.length === 0) return null;
  const step = Math.min(...reached) as StepNumber;
  // A listing that fails or a missing icon leaves the connector connected: step 12 never stops it.
  if (step === 12) return null;
  return { step, name: steps[step], claudeSays: claudeSays(step, findings, primary) };
}

/** The sentences for the cause at this step, the step's usual ones where the cause has none of its own. */
function claudeSays(step: StepNumber, findings: readonly Finding[], primary: Finding | null): readonly string[] {
  const cause =
    primary?.step === step ? primary : findings.find((finding) => finding.step === step && isFault(finding));
  if (step === 0 && cause?.code === 'url.private-host') return [claudeSentences['no-localhost']];
  const ids = (cause && sentencesByCode[cause.code]) ?? sentencesByStep[step];
  return ids.map((id) => claudeSentences[id]);
}

function isFault(finding: Finding): boolean {
  return finding.severity === 'blocker' || finding.severity === 'problem';
}

function ofConnector(finding: Finding): boolean {
  return finding.subject.kind === 'connector' || finding.subject.kind === 'authorization-server';
}

function inOrder(a: Finding, b: Finding): number {
  return (
    Number(a.explainedBy !== undefined) - Number(b.explainedBy !== undefined) ||
    severityOrder[a.severity] - severityOrder[b.severity] ||
    stepOf(a) - stepOf(b) ||
    confidenceOrder[a.confidence] - confidenceOrder[b.confidence]
  );
}

function stepOf(finding: Finding): number {
  return finding.step ?? 13;
}
