import { say, spokenLanguage } from '../../i18n/say.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { steps } from '../../kernel/step.ts';
import { proofsOf } from '../words/exchange-words.ts';
import { confidenceNames, severityNames } from '../words/finding-groups.ts';
import { isIdle } from '../words/is-idle.ts';
import { noteLines } from '../words/note-lines.ts';
import { summarize } from '../words/summary.ts';
import { readerOf, type ReportReader } from '../words/who-words.ts';
import { plainFinding } from './plain-finding.ts';
import { plainLine } from './plain.ts';
import type { RenderOptions } from './render-options.ts';
import { levels, message, ruleOf } from './sarif-rules.ts';
import { fingerprints, placesOf, sarifFile, seenPlaces } from './sarif-places.ts';
import { webExchanges } from './sarif-web.ts';

/**
 * The report as a SARIF log, as code scanning takes it: one run, a rule for each code that was found, a result for each finding.
 * What passed, and what nobody has to change, is no result: readers such as GitHub know no `pass` and would list it as an alert; it stands
 * in the run’s properties.
 * There is no `security-severity`: a connector that Claude cannot reach is a fault, not a weakness of somebody’s code.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function renderSarif(report: Report, options: Partial<RenderOptions> = {}): string {
  const reader = options.reader ?? readerOf(report);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, reader, sarifFile(options.sourceFile))],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function runOf(report: Report, reader: ReportReader, file: string): object {
  const { passed, skipped, verdict, primary, stop, vantage } = report;
  const findings = report.findings.filter((finding) => !isIdle(finding));
  const codes = [...new Set(findings.map(({ code }) => code))];
  const web = webExchanges(report);
  const prints = fingerprints(report);
  const note = noteLines(report);
  return {
    tool: {
      driver: {
        name: 'Connector Doctor',
        version: report.tool.version,
        rules: codes.map((code) => ruleOf(code, report, reader)),
      },
    },
    language: spokenLanguage(),
    automationDetails: { id: categoryOf(report) },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: say('The root of the repository.') } } },
    invocations: [invocationOf(report)],
    ...(web.requests.length > 0 && { webRequests: web.requests, webResponses: web.responses }),
    results: findings.map((finding) => ({
      ...resultOf(finding, report, reader),
      ruleIndex: codes.indexOf(finding.code),
      locations: [placesOf(finding, report, file)],
      ...related(finding, report, file),
      partialFingerprints: prints.get(finding),
      ...web.ofFinding(finding),
    })),
    properties: {
      verdict,
      headline: plainLine(summarize(report, reader).headline, 300),
      cause: primary?.code ?? null,
      step: stop?.step ?? null,
      vantage,
      passed,
      skipped,
      notes: [...new Set(report.findings.filter(isIdle).map(({ code }) => code))],
      ...(report.withheld && { withheld: report.withheld }),
      ...(note.length > 0 && { note: note.join('\n') }),
    },
  };
}

/** Title, what it means, what to do: the first sentence is what lists show. */
function resultOf(finding: WordedFinding, report: Report, reader: ReportReader): object {
  const { code, severity, confidence, step, explainedBy } = finding;
  const { title, detail, fix } = plainFinding(finding, report, reader);
  const words = [`${title}.`, detail, ...(fix === '' ? [] : [say('What to do: {fix}', { fix })])];
  return {
    ruleId: code,
    level: levels[severity],
    kind: 'fail',
    message: message(words.filter((part) => part !== '').join('\n')),
    properties: {
      severity,
      severityName: say(severityNames[severity]),
      confidence,
      confidenceName: say(confidenceNames[confidence]),
      ...(step !== null && { step, stepName: say(steps[step]) }),
      who: finding.who,
      ...(explainedBy !== undefined && { explainedBy }),
    },
  };
}

function related(finding: WordedFinding, report: Report, file: string): object {
  const proofs = proofsOf(finding, report.exchanges);
  return proofs.length === 0 ? {} : { relatedLocations: seenPlaces(proofs, file) };
}

/** Analyses of several connectors at one commit stand beside each other; those of one replace each other. */
function categoryOf({ subject, target }: Report): string {
  if (target === null || 'file' in target || !URL.canParse(target.url)) return `connector-doctor/${subject}/`;
  const { host, pathname } = new URL(target.url);
  return `connector-doctor/${`${host}${pathname}`.replace(/\/+$/, '')}/`;
}

function invocationOf(report: Report): object {
  const { createdAt, run, verdict, skipped } = report;
  const start = Date.parse(createdAt);
  const cutShort = summarize(report).cutShort;
  const crashed = skipped.filter(({ because }) => because === 'crashed');
  const notifications = [
    ...(cutShort === null ? [] : [{ level: 'warning', message: message(cutShort) }]),
    ...crashed.map(({ code }) => ({
      level: 'error',
      message: message(say('{code} could not be judged for a defect of Connector Doctor.', { code })),
    })),
  ];
  return {
    executionSuccessful: verdict !== 'unknown' && run.status !== 'interrupted' && run.status !== 'cancelled',
    ...(!Number.isNaN(start) && {
      startTimeUtc: new Date(start).toISOString(),
      endTimeUtc: new Date(start + Math.min(Math.max(0, run.durationMs), mostMs)).toISOString(),
    }),
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

/** No run takes a day; a foreign report may say anything. */
const mostMs = 24 * 60 * 60 * 1_000;
