import type { Finding } from '../kernel/finding.ts';
import { byConfidence, bySeverity, isFault } from '../kernel/gravity.ts';
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

/** Puts the findings into Claude's order: what follows from what, the one cause, the step at which Claude stops, and the verdict. */
export function rehearse(found: readonly Finding[], evidence: WalkEvidence): Rehearsal {
  return rehearseFrom(found, walkEnd(evidence));
}

/**
 * The same, from where the walk ended. A broken connector always has a cause and a step; where nothing says why our own walk was
 * stopped, the verdict is `unknown`. What stopped the walk is a blocker, however mild it may be elsewhere.
 */
export function rehearseFrom(found: readonly Finding[], end: WalkEnd): Rehearsal {
  const linked = withConsequences(found);
  const verdict = verdictOf(linked, end);
  const cause = primaryOf(linked, verdict, end);
  const findings = linked
    .map((finding) =>
      finding === cause && stopsTheWalk(verdict, end) ? { ...finding, severity: 'blocker' as const } : finding,
    )
    .sort(inOrder);
  const primary = findings.find(({ id }) => id === cause?.id) ?? null;
  return { findings, verdict, primary, stop: verdict === 'broken' ? stopOf(findings, primary, end) : null };
}

function stopsTheWalk(verdict: Verdict, end: WalkEnd): boolean {
  return verdict === 'broken' && end.kind === 'stopped';
}

function primaryOf(findings: readonly Finding[], verdict: Verdict, end: WalkEnd): Finding | null {
  // What is wrong with this machine is shown beside; it is the cause only where nothing could be seen. What was told never is.
  const candidates = findings.filter(
    (finding) =>
      isFault(finding) &&
      finding.explainedBy === undefined &&
      finding.subject.kind !== 'account' &&
      (verdict === 'unknown' || ofConnector(finding)),
  );
  const blind = verdict === 'unknown' ? candidates.filter(blindsUs) : [];
  const ranked = (blind.length > 0 ? blind : [...candidates]).sort(
    (a, b) => tier(a, end) - tier(b, end) || stepOf(a) - stepOf(b) || inOrder(a, b),
  );
  return ranked[0] ?? null;
}

/** Proven blockers, and whatever stands at the step where our own walk ended, come before what is only likely. */
function tier(finding: Finding, end: WalkEnd): number {
  if (isProvenBlocker(finding)) return 0;
  if (end.kind === 'stopped' && finding.step === end.step) return 0;
  return finding.severity === 'blocker' ? 1 : 2;
}

function verdictOf(findings: readonly Finding[], end: WalkEnd): Verdict {
  const faults = findings.filter((finding) => isFault(finding) && ofConnector(finding));
  const causes = faults.filter((finding) => finding.explainedBy === undefined);
  if (findings.some(blindsUs) && !causes.some((finding) => finding.severity === 'blocker')) return 'unknown';
  if (causes.length > 0 && (end.kind === 'stopped' || provenBlockers(findings).length > 0)) return 'broken';
  if (end.kind === 'unseen' || end.kind === 'stopped') return 'unknown';
  if (faults.length > 0) return 'degraded';
  return end.kind === 'sign-in' ? 'sign-in-needed' : 'ready';
}

/** What certainly stops Claude, together with what follows from it: the connector's own, or its authorization server's. */
function provenBlockers(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => {
    const root = findings.find(({ id }) => id === finding.explainedBy) ?? finding;
    return isProvenBlocker(finding) && ofConnector(finding) && ofConnector(root);
  });
}

/** A listing that lacks something or a missing icon leaves the connector connected: step 12 never stops it. */
function isProvenBlocker({ severity, confidence, step }: Finding): boolean {
  return severity === 'blocker' && confidence === 'certain' && step !== null && step !== 12;
}

/** Faults of this machine's own, or of our own request, that keep it from seeing the server, and so from blaming it. */
function blindsUs({ code, severity, subject }: Finding): boolean {
  if (code === 'client.tls-interception') return severity === 'problem';
  if (code === 'http.body-too-large') return severity === 'problem' && subject.kind === 'browser';
  return code === 'client.offline' || code === 'client.proxy-failed' || code === 'http.own-user-agent-refused';
}

function stopOf(findings: readonly Finding[], primary: Finding | null, end: WalkEnd): Stop | null {
  const proven = provenBlockers(findings);
  const causes = proven.filter((finding) => finding.explainedBy === undefined);
  const reached = (causes.length > 0 ? causes : proven).flatMap(({ step }) => (step === null ? [] : [step]));
  // The cause knows better than the walk where it stopped: a 403 to the first request can be a refused sign-in.
  if (end.kind === 'stopped') reached.push(primary?.step == null || primary.step === 12 ? end.step : primary.step);
  if (reached.length === 0) return null;
  const step = Math.min(...reached) as StepNumber;
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

/** What an author means to write into the directory’s form stops no connection. */
function ofConnector(finding: Finding): boolean {
  if (finding.code.startsWith('listing.')) return false;
  return finding.subject.kind === 'connector' || finding.subject.kind === 'authorization-server';
}

function inOrder(a: Finding, b: Finding): number {
  return (
    Number(a.explainedBy !== undefined) - Number(b.explainedBy !== undefined) ||
    bySeverity(a, b) ||
    stepOf(a) - stepOf(b) ||
    byConfidence(a, b)
  );
}

function stepOf(finding: Finding): number {
  return finding.step ?? 13;
}
