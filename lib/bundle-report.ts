import { bundleChecks, bundleCodeDefinitions } from './checks/bundle-catalog.ts';
import { judge } from './engine/judge.ts';
import { guidesForCode } from './help/guide-steps.ts';
import { wordedFinding } from './i18n/worded-finding.ts';
import type { BundleEvidence } from './kernel/evidence-bundle.ts';
import type { Finding } from './kernel/finding.ts';
import { byConfidence, bySeverity, isFault } from './kernel/gravity.ts';
import type { Observation } from './kernel/observation.ts';
import { reportSchema, type Report, type Verdict } from './kernel/report.ts';
import { toolVersion } from './kernel/tool-version.ts';
import { noConnectorFacts } from './rehearsal/browser-facts.ts';
import { dehydrateEvidence, hydrateEvidence } from './report/data/evidence-codec.ts';
import { isDirectoryRule } from './report/words/directory-rules.ts';
import { createRedactor } from './report/redaction/redact.ts';
import { redactedBundle } from './report/redaction/redact-bundle.ts';
import { redactionsOf } from './report/redaction/redactions-of.ts';
import { soundBundle } from './report/data/sound-bundle.ts';

/** What the report of a bundle says beside what was read of it. */
export interface AboutBundle extends Pick<Report, 'vantage' | 'environment'> {
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
}

/** Makes the report of a bundle. Pure: the same evidence always gives the same findings. Its secrets are taken out. */
export function bundleReport(read: BundleEvidence, about: AboutBundle): Report {
  const { startedAt, durationMs, vantage, environment } = about;
  const redactor = createRedactor();
  const bundle = redactedBundle(read, redactor);
  const evidence = dehydrateEvidence({ bundle: { status: 'observed', value: bundle } }, []);
  return {
    schema: reportSchema,
    tool: { version: toolVersion },
    createdAt: new Date(startedAt).toISOString(),
    vantage,
    subject: 'bundle',
    target: { file: bundle.file },
    run: { status: 'complete', plans: [], consents: [], missingOrigins: [], durationMs },
    claude: null,
    environment,
    account: null,
    note: null,
    // What is judged is what is written.
    ...judgeBundle(savedBundle(evidence), { vantage, now: startedAt }),
    facts: noConnectorFacts(durationMs, 0),
    exchanges: [],
    evidence,
    readiness: null,
    ...redactionsOf(redactor),
  };
}

/** Judges a saved report of a bundle again with today's checks. Evidence that is not what it should be counts as crashed. */
export function judgeBundleAgain(report: Report, judgedAt: Date): Report {
  const { vantage, createdAt } = report;
  const judged = judgeBundle(savedBundle(report.evidence), { vantage, now: Date.parse(createdAt) });
  return { ...report, tool: { version: toolVersion }, judgedAgainAt: judgedAt.toISOString(), ...judged };
}

type JudgedBundle = Pick<Report, 'verdict' | 'primary' | 'stop' | 'findings' | 'passed' | 'skipped'>;

function judgeBundle(
  bundle: Observation<BundleEvidence>,
  { vantage, now }: Pick<Report, 'vantage'> & { readonly now: number },
): JudgedBundle {
  const judgement = judge(bundleChecks, { bundle }, { now }, { kind: 'bundle' });
  // The gravest first; among equals, what the catalogue has first.
  const findings = judgement.findings.toSorted((a, b) => bySeverity(a, b) || byConfidence(a, b));
  const faults = findings.filter(isFault);
  // What the directory alone minds keeps nobody from the bundle.
  const primary = faults.find(({ code }) => !isDirectoryRule(code)) ?? faults[0] ?? null;
  return {
    verdict: bundle.status === 'observed' ? verdictOf(findings) : 'unknown',
    primary: primary && { id: primary.id, code: primary.code },
    stop: null,
    findings: findings.flatMap((finding) => {
      const definition = bundleCodeDefinitions[finding.code];
      return definition ? [wordedFinding(finding, definition, { vantage, guides: guidesForCode(finding.code) })] : [];
    }),
    passed: judgement.passed,
    skipped: judgement.skipped,
  };
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const faults = findings.filter(isFault);
  const isInTheWay = ({ code, severity, confidence }: Finding): boolean =>
    severity === 'blocker' && confidence === 'certain' && !isDirectoryRule(code);
  if (faults.some(isInTheWay)) return 'broken';
  return faults.length > 0 ? 'degraded' : 'ready';
}

const notAsked: Observation<never> = { status: 'unavailable', because: 'not-asked' };

function savedBundle(evidence: Report['evidence']): Observation<BundleEvidence> {
  return soundBundle(hydrateEvidence(evidence, [])['bundle'] ?? notAsked);
}
