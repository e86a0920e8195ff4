import { isJsonObject, stringMember } from '../../kernel/json.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { observedValue } from '../data/evidence-value.ts';

/**
 * Leaves out what was typed where it is no address: a command or a configuration says as much as a host. What it was taken for stays,
 * and that is what is judged.
 */
export function withoutTypedText(report: Report): Report {
  const typed = observedValue(report.evidence, 'typed');
  const text = stringMember(typed, 'text');
  if (typed === undefined || text === undefined || text === '' || isJsonObject(typed['url'])) return report;
  const problem = stringMember(typed, 'problem');
  // Of the words for what is wrong, those in brackets are the text’s own.
  const bare = problem === undefined ? null : problem.replace(/ ?\([^()]*\)/g, '');
  return {
    ...report,
    evidence: {
      ...(isJsonObject(report.evidence) ? report.evidence : {}),
      typed: { status: 'observed', value: { ...typed, text: leftOut, problem: bare } },
    },
    findings: report.findings.map((finding) => withoutText(finding, [[text, leftOut], ...changeOf(problem, bare)])),
  };
}

const leftOut = 'withheld';

type Change = readonly [string, string];

function changeOf(before: string | undefined, after: string | null): readonly Change[] {
  return before === undefined || after === null || before === after ? [] : [[before, after]];
}

function withoutText(finding: WordedFinding, changes: readonly Change[]): WordedFinding {
  const concerned = changes.filter(([before]) => Object.values(finding.values).includes(before));
  if (concerned.length === 0) return finding;
  const put = (text: string): string =>
    concerned.reduce((rest, [before, after]) => rest.replaceAll(before, after), text);
  return {
    ...finding,
    values: Object.fromEntries(
      Object.entries(finding.values).map(([name, value]) => [name, typeof value === 'string' ? put(value) : value]),
    ),
    title: put(finding.title),
    detail: put(finding.detail),
  };
}
