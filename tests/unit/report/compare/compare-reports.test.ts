import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lib/kernel/report.ts';
import { compareReports } from '../../../../lib/report/compare/compare-reports.ts';
import { glanceLines } from '../../../../lib/report/compare/glance.ts';
import { renderComparisonMarkdown } from '../../../../lib/report/compare/render-compare-markdown.ts';
import { renderComparisonText } from '../../../../lib/report/compare/render-compare-text.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';
import { reportWithTools, tool } from './compared.ts';

const one = sampleFinding({ id: 'http.waf-block', code: 'http.waf-block', severity: 'problem', values: { host: 'a' } });

function withFindings(findings: Report['findings'], members: Partial<Report> = {}): Report {
  return sampleReport({ findings, passed: [], skipped: [], ...members });
}

describe('findings', () => {
  it('pairs them by what they are about, not by their order or id', () => {
    const other = { ...one, id: 'http.waf-block#2', values: { host: 'b' } };
    const { findings } = compareReports(
      withFindings([one, other]),
      withFindings([
        { ...other, id: 'http.waf-block' },
        { ...one, id: 'http.waf-block#2' },
      ]),
    );
    expect({ ...findings }).toEqual({ gone: [], added: [], changed: [], same: 2 });
  });

  it('tells what changed of one: severity, confidence and values', () => {
    const after = { ...one, severity: 'blocker' as const, values: { host: 'c', seconds: 3 } };
    const { findings, graver } = compareReports(withFindings([one]), withFindings([after]));
    expect(findings.changed).toMatchObject([
      {
        severity: { before: 'problem', after: 'blocker' },
        confidence: null,
        values: { host: { before: 'a', after: 'c' } },
      },
    ]);
    expect(graver).toBe(1);
  });

  it('takes no time that something took for a difference', () => {
    const [fast, slow] = [1, 9].map((seconds) => withFindings([{ ...one, values: { seconds } }]));
    expect(fast && slow && compareReports(fast, slow).findings.same).toBe(1);
  });

  it('tells of a finding that is gone whether its check passes now or was not made', () => {
    const before = withFindings([one]);
    const passes = compareReports(before, withFindings([], { passed: ['http.waf-block'] }));
    expect(passes.findings.gone[0]).toMatchObject({ elsewhere: 'passed', because: null });
    const skipped = withFindings([], { skipped: [{ code: 'http.waf-block', because: 'deadline' }] });
    const unseen = compareReports(before, skipped);
    expect(unseen.findings.gone[0]).toMatchObject({ elsewhere: 'not-looked-at', because: 'deadline' });
    expect(glanceLines(unseen).map(({ tone }) => tone)).not.toContain('better');
  });

  it('pairs tens of thousands that are the same, each with the first that is left', () => {
    const many = (count: number): Report =>
      withFindings(Array.from({ length: count }, (_, id) => ({ ...one, id: `f${String(id)}` })));
    const { findings } = compareReports(many(60_000), many(59_998));
    expect(findings.same).toBe(59_998);
    expect(findings.gone.map(({ finding, elsewhere }) => [finding.id, elsewhere])).toEqual([
      ['f59998', 'found-otherwise'],
      ['f59999', 'found-otherwise'],
    ]);
  });

  it('keeps findings about another address apart, and about the connector’s own together', () => {
    const at = (url: string): Report =>
      withFindings([{ ...one, subject: { kind: 'connector', url } }], { target: { url, host: new URL(url).host } });
    expect(compareReports(at('https://a.example/mcp'), at('https://b.example/mcp')).findings.same).toBe(1);
    const elsewhere = { ...at('https://a.example/mcp'), target: { url: 'https://z.example/mcp', host: 'z.example' } };
    expect(compareReports(at('https://a.example/mcp'), elsewhere).findings.added).toHaveLength(1);
  });
});

describe('a comparison in words', () => {
  it('says of equal reports that nothing differs', () => {
    const report = reportWithTools([tool('a')]);
    expect(glanceLines(compareReports(report, report))).toEqual([
      { tone: 'plain', words: 'Nothing that can be seen from here is different.' },
    ]);
  });

  it('says first of two different servers that no finding came or went, and then what would break in the other one’s place', () => {
    const other = { url: 'https://z.example/mcp', host: 'z.example' };
    const before = reportWithTools([tool('a')], { findings: [one], verdict: 'broken', target: other });
    const after = reportWithTools([], { findings: [], passed: [one.code], verdict: 'ready' });
    const lines = glanceLines(compareReports(before, after));
    expect(lines.map(({ tone }) => tone)).toEqual(['plain', 'plain', 'plain', 'worse']);
    expect(lines[0]?.words).toContain('about different addresses');
    expect(lines.map(({ words }) => words).join(' ')).not.toMatch(/Before:|gone|new blocker/);
    expect(lines[3]?.words).toContain('1 tool removed');
  });

  it('says what breaks first, and what to bear in mind', () => {
    const before = reportWithTools([tool('a'), tool('b')], { findings: [], verdict: 'ready' });
    const after = reportWithTools([], { findings: [one], verdict: 'broken', vantage: 'extension' });
    const comparison = compareReports(before, after);
    expect(glanceLines(comparison).map(({ words }) => words)).toEqual([
      'Before: “Nothing wrong seen from here”. Now: “Broken”.',
      '2 tools removed: instructions and chats that use them will fail.',
      '1 new blocker or problem.',
    ]);
    expect(comparison.provisos).toContain('other-vantage');
  });

  it('lets no name end its line, become markup or move a cursor', () => {
    const hostile = 'x\u001b[2J\u202e`](javascript:alert(1))<img src=x onerror=alert(1)>\n# heading | @someone';
    const before = reportWithTools([tool(hostile), tool('a', { [hostile]: { title: hostile } })]);
    const after = reportWithTools([tool('a', { [hostile]: { title: 'y' } }), tool('b')], {
      target: { url: `https://a.example/${hostile}`, host: hostile },
    });
    const comparison = compareReports(before, after);
    const text = renderComparisonText(comparison, { color: false, width: 80 });
    // eslint-disable-next-line no-control-regex -- the very thing that must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    const markdown = renderComparisonMarkdown(comparison);
    expect(markdown).not.toMatch(/^# heading/m);
    const outsideCode = markdown.replace(/(`+)[^`].*?[^`]?\1(?!`)/g, '');
    expect(outsideCode).not.toMatch(/<img|\]\(javascript/);
  });
});
