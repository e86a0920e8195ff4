import { browserCodeDefinitions } from './checks/browser-catalog.ts';
import { codeDefinitions } from './checks/catalog.ts';
import { guidesForFinding } from './help/guides-for-finding.ts';
import { say } from './i18n/say.ts';
import { wordedFinding } from './i18n/worded-finding.ts';
import type { CodeDefinition } from './kernel/check.ts';
import type { Report, WordedFinding } from './kernel/report.ts';
import { steps } from './kernel/step.ts';

/**
 * Somebody else’s report with our own words for every code that we know, and our own guides and sources: whoever wrote it may have put
 * anything there. What it says of other codes is quoted. Whatever it was judged to be stays; a report of today’s words stays as it is.
 */
export function inOurWords(report: Report): Report {
  const { stop } = report;
  return {
    ...report,
    stop: stop && { ...stop, name: steps[stop.step] },
    findings: report.findings.map((finding) => {
      const definition = definitionOf(finding, report);
      return definition ? ours(finding, definition, report) : quoted(finding);
    }),
  };
}

function ours(finding: WordedFinding, definition: CodeDefinition, { vantage }: Report): WordedFinding {
  return wordedFinding(finding, definition, { vantage, guides: guidesForFinding(finding) });
}

function definitionOf({ code }: WordedFinding, { subject }: Report): CodeDefinition | undefined {
  const known = subject === 'browser' ? { ...codeDefinitions, ...browserCodeDefinitions } : codeDefinitions;
  return Object.hasOwn(known, code) ? known[code] : undefined;
}

function quoted(finding: WordedFinding): WordedFinding {
  const quote = (words: string): string => (words === '' ? '' : say('The report says: “{words}”', { words }));
  return {
    ...finding,
    title: quote(finding.title),
    detail: quote(finding.detail),
    fix: finding.fix.flatMap((fix) => (fix.kind === 'text' ? [{ kind: fix.kind, text: quote(fix.text) }] : [])),
    sources: [],
  };
}
