import { browserChecks, browserCodeDefinitions } from './checks/browser-catalog.ts';
import { judge } from './engine/judge.ts';
import { guidesForCode } from './help/guide-steps.ts';
import { wordedFinding } from './i18n/worded-finding.ts';
import { browserEvidenceKeys, type BrowserObservations } from './kernel/browser-observations.ts';
import { isJsonObject, type Json } from './kernel/json.ts';
import { observed, type Observation } from './kernel/observation.ts';
import { originPattern } from './kernel/origin-pattern.ts';
import { reportSchema, type Report } from './kernel/report.ts';
import { toolVersion } from './kernel/tool-version.ts';
import { noConnectorFacts } from './rehearsal/browser-facts.ts';
import { browserVerdict } from './rehearsal/browser-verdict.ts';
import { dehydrateEvidence, hydrateEvidence } from './report/data/evidence-codec.ts';
import { soundLook } from './report/data/sound-look.ts';
import { createRedactor } from './report/redaction/redact.ts';
import { redactionsOf } from './report/redaction/redactions-of.ts';

/** What the report of a look at this browser says beside what was seen. */
export interface AboutLook {
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** What the person agreed to, in words for the report. */
  readonly consents: readonly string[];
  readonly environment: Report['environment'];
  /** What Claude showed, as the report has it. */
  readonly claude: Json;
}

/** Makes the report of a look at this browser. Pure: the same observations always give the same findings. */
export function browserReport(observations: BrowserObservations, about: AboutLook): Report {
  const { startedAt, durationMs, consents } = about;
  const redactor = createRedactor();
  const evidence = withIds(
    redactor.json(withIds(dehydrateEvidence(observations, []), '@', inPlaceOfAt)),
    inPlaceOfAt,
    '@',
  );
  // What is judged is what is written.
  const seen = savedLook(evidence);
  const missingOrigins = originsNotAllowed(seen);
  return {
    schema: reportSchema,
    tool: { version: toolVersion },
    createdAt: new Date(startedAt).toISOString(),
    vantage: 'extension',
    subject: 'browser',
    target: { url: 'https://claude.ai/', host: 'claude.ai' },
    run: {
      status: missingOrigins.length > 0 ? 'needs-permission' : 'complete',
      plans: [],
      consents,
      missingOrigins,
      durationMs,
    },
    claude: redactor.json(about.claude),
    environment: about.environment,
    account: null,
    note: null,
    ...judgeLook(seen, { vantage: 'extension', now: startedAt }),
    facts: noConnectorFacts(durationMs, requestsOf(seen)),
    exchanges: [],
    evidence,
    readiness: null,
    ...redactionsOf(redactor),
  };
}

/** Many ids of Firefox's extensions look like e-mail addresses, and are names of programs: nobody is known by them. */
const inPlaceOfAt = '\uE000';

/** With one character for another in the ids of extensions. */
function withIds(evidence: Json, from: string, to: string): Json {
  const changed = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(changed);
    if (!isJsonObject(value)) return value;
    const members = Object.entries(value).map(([name, member]): [string, Json] => [
      name,
      name === 'id' && typeof member === 'string' ? member.replaceAll(from, to) : changed(member),
    ]);
    return Object.fromEntries(members);
  };
  if (!isJsonObject(evidence)) return evidence;
  const { extensions = null, bisect = null } = evidence;
  return { ...evidence, extensions: changed(extensions), bisect: changed(bisect) };
}

/** Judges a saved report of a look again with today's checks. Evidence that is not what it should be counts as crashed. */
export function judgeLookAgain(report: Report, judgedAt: Date): Report {
  const { vantage, createdAt } = report;
  const judged = judgeLook(savedLook(report.evidence), { vantage, now: Date.parse(createdAt) });
  return { ...report, tool: { version: toolVersion }, judgedAgainAt: judgedAt.toISOString(), ...judged };
}

type JudgedLook = Pick<Report, 'verdict' | 'primary' | 'stop' | 'findings' | 'passed' | 'skipped'>;

function judgeLook(
  seen: BrowserObservations,
  { vantage, now }: Pick<Report, 'vantage'> & { readonly now: number },
): JudgedLook {
  const judgement = judge(browserChecks, seen, { now }, { kind: 'browser' });
  const { findings, verdict, primary } = browserVerdict(judgement.findings, seen);
  return {
    verdict,
    primary: primary && { id: primary.id, code: primary.code },
    stop: null,
    findings: findings.flatMap((finding) => {
      const definition = browserCodeDefinitions[finding.code];
      return definition ? [wordedFinding(finding, definition, { vantage, guides: guidesForCode(finding.code) })] : [];
    }),
    passed: judgement.passed,
    skipped: judgement.skipped,
  };
}

const notAsked: Observation<never> = { status: 'unavailable', because: 'not-asked' };

function savedLook(evidence: Json): BrowserObservations {
  const saved = hydrateEvidence(evidence, []);
  return soundLook(
    Object.fromEntries(browserEvidenceKeys.map((key) => [key, saved[key] ?? notAsked])) as BrowserObservations,
  );
}

/** Those of our own: what the page asked by itself is none of them. */
function requestsOf(seen: BrowserObservations): number {
  const looks = observed(seen.reach)?.looks ?? [];
  const outcomes = looks.flatMap(({ outside, page }) => (page === null ? [outside] : [outside, page]));
  const status = seen['claude-status'].status === 'observed' ? 1 : 0;
  return outcomes.filter(({ kind }) => kind !== 'not-allowed').length + status;
}

/** Hosts that the look was not allowed to ask, as match patterns. */
function originsNotAllowed(seen: BrowserObservations): readonly string[] {
  const looks = observed(seen.reach)?.looks ?? [];
  const patterns = looks.flatMap(({ url, outside }) => (outside.kind === 'not-allowed' && originPattern(url)) || []);
  return [...new Set(patterns)];
}
