import { isFault } from '../../kernel/gravity.ts';
import type { Report } from '../../kernel/report.ts';
import { toolVersion } from '../../kernel/tool-version.ts';
import { compareCauses } from './compare-causes.ts';
import { compareFacts } from './compare-facts.ts';
import { compareFindings, pairFindings } from './compare-findings.ts';
import { compareTools } from './compare-tools.ts';
import {
  comparisonSchema,
  type ComparedFindings,
  type ComparedReport,
  type ComparedTools,
  type Comparison,
  type FactChange,
  type Proviso,
} from './comparison.ts';
import { reportedTools } from './reported-tools.ts';

/** What is different between two reports, whoever wrote them. Asks nobody, and never throws over a report that was read by the codec. */
export function compareReports(before: Report, after: Report): Comparison {
  const pairs = pairFindings(before, after);
  const findings = compareFindings(before, after, pairs);
  const tools = compareTools(reportedTools(before), reportedTools(after));
  const facts = compareFacts(before, after);
  return {
    schema: comparisonSchema,
    tool: { version: toolVersion },
    before: aboutReport(before),
    after: aboutReport(after),
    provisos: provisosOf(before, after),
    findings,
    causes: compareCauses(before, after, findings, pairs),
    tools,
    facts,
    breaks: breaksOf(tools, facts),
    graver: graverOf(findings),
  };
}

function aboutReport(report: Report): ComparedReport {
  const { subject, vantage, createdAt, target, run, verdict, primary, stop } = report;
  const about = target === null ? null : 'url' in target ? target.url : target.file;
  return {
    about,
    subject,
    vantage,
    createdAt,
    version: report.tool.version,
    status: run.status,
    verdict,
    primary,
    stop,
  };
}

function provisosOf(before: Report, after: Report): readonly Proviso[] {
  const holds: Readonly<Record<Proviso, boolean>> = {
    'other-subject': before.subject !== after.subject,
    'other-address': before.subject === 'connector' && aboutReport(before).about !== aboutReport(after).about,
    'other-vantage': before.vantage !== after.vantage,
    'other-version': before.tool.version !== after.tool.version,
    'other-depth': depthOf(before) !== depthOf(after),
    'before-cut-short': before.run.status !== 'complete',
    'after-cut-short': after.run.status !== 'complete',
  };
  return (Object.keys(holds) as Proviso[]).filter((proviso) => holds[proviso]);
}

function depthOf({ run: { plans, consents } }: Report): string {
  return JSON.stringify([[...plans].sort(), [...consents].sort()]);
}

/** A tool that was not seen in a list which broke off may be there all the same. */
function breaksOf({ counts, changed, whole }: ComparedTools, facts: readonly FactChange[]): number {
  const narrowed = changed.filter(({ changes }) => changes.some(({ breaks }) => breaks !== null));
  const gone = whole.after ? counts.removed + counts.renamed : 0;
  return gone + narrowed.length + facts.filter(({ breaks }) => breaks !== null).length;
}

function graverOf({ added, changed }: ComparedFindings): number {
  const risen = changed.filter(
    ({ severity }) => severity && isFault({ severity: severity.after }) && !isFault({ severity: severity.before }),
  );
  const worse = changed.filter(({ severity }) => severity?.before === 'problem' && severity.after === 'blocker');
  return added.filter(({ finding }) => isFault(finding)).length + risen.length + worse.length;
}
