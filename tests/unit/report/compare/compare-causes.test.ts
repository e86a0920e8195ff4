import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, WordedFinding } from '../../../../lib/kernel/report.ts';
import { comparedStamps, comparedTimes } from '../../../../lib/report/compare/compared-times.ts';
import { compareReports } from '../../../../lib/report/compare/compare-reports.ts';
import { glanceLines } from '../../../../lib/report/compare/glance.ts';
import { besideCauses, changedBeside } from '../../../../lib/report/compare/lone-findings.ts';
import { renderComparisonMarkdown } from '../../../../lib/report/compare/render-compare-markdown.ts';
import { renderComparisonText } from '../../../../lib/report/compare/render-compare-text.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';

const wall = sampleFinding({ id: 'wall', code: 'http.waf-block', severity: 'blocker', title: 'A wall' });
const noHint = follower('tools.hint-missing', 'No hints');
const noTitle = follower('tools.title-missing', 'No titles');

function follower(code: WordedFinding['code'], title: string): WordedFinding {
  return sampleFinding({ id: code, code, severity: 'problem', title, explainedBy: 'wall' });
}

function withFindings(findings: Report['findings'], members: Partial<Report> = {}): Report {
  return sampleReport({ findings, passed: [], skipped: [], ...members });
}

/** Its causes as titles, with what stands under each. */
function told(before: readonly WordedFinding[], after: readonly WordedFinding[], members: Partial<Report> = {}) {
  const { causes } = compareReports(withFindings(before), withFindings(after, members));
  const titles = (findings: readonly WordedFinding[]): string[] => findings.map(({ title }) => title);
  return {
    gone: causes.gone.map((cause) => [cause.finding.title, titles(cause.with), titles(cause.inBoth)]),
    added: causes.added.map((cause) => [cause.finding.title, titles(cause.with), titles(cause.inBoth)]),
    stayed: causes.stayed.map((cause) => [cause.after.title, titles(cause.gone), titles(cause.added)]),
  };
}

describe('what changed, cause by cause', () => {
  it('folds what went under the cause that it went with, and says what is still there', () => {
    expect(told([wall, noHint, noTitle], [{ ...noTitle, explainedBy: undefined } as unknown as WordedFinding])).toEqual(
      {
        gone: [['A wall', ['No hints'], ['No titles']]],
        added: [],
        stayed: [['No titles', [], []]],
      },
    );
  });

  it('says from a new cause what follows, and what was there before', () => {
    const { explainedBy: _, ...alone } = noTitle;
    expect(told([alone], [wall, noHint, noTitle])).toEqual({
      gone: [],
      added: [['A wall', ['No hints'], ['No titles']]],
      stayed: [],
    });
  });

  it('says of a cause that stayed what does not follow any more, and what follows newly', () => {
    expect(told([wall, noHint], [wall, noTitle])).toEqual({
      gone: [],
      added: [],
      stayed: [['A wall', ['No hints'], ['No titles']]],
    });
  });

  it('calls nothing gone whose check could not be made', () => {
    const skipped = [{ code: wall.code, because: 'not-reached' as const }];
    expect(told([wall, noHint], [], { skipped }).gone).toEqual([]);
  });

  it('takes no warning for a cause', () => {
    expect(told([], [{ ...wall, severity: 'warning' }]).added).toEqual([]);
  });

  it('tells each difference once, whatever the findings are', () => {
    const codes = ['http.waf-block', 'tools.hint-missing', 'tools.title-missing', 'url.credential-in-query'] as const;
    const finding = fc.record({
      code: fc.constantFrom(...codes),
      severity: fc.constantFrom('blocker' as const, 'problem' as const, 'warning' as const, 'note' as const),
      explainedBy: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
      values: fc.record({ count: fc.integer({ min: 0, max: 2 }) }),
    });
    const side = fc.array(finding, { maxLength: 8 }).map((all) =>
      withFindings(
        all.map(({ explainedBy, ...rest }, at) =>
          sampleFinding({
            ...rest,
            id: String(at),
            ...(explainedBy !== undefined && { explainedBy: String(explainedBy) }),
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(side, side, (before, after) => {
        const comparison = compareReports(before, after);
        const { findings, causes } = comparison;
        const beside = besideCauses(comparison);
        const toldGone = [
          ...causes.gone.flatMap((cause) => [cause.finding, ...cause.with]),
          ...causes.stayed.flatMap((cause) => cause.gone),
          ...beside.gone.map((each) => each.finding),
        ];
        const toldAdded = [
          ...causes.added.flatMap((cause) => [cause.finding, ...cause.with]),
          ...causes.stayed.flatMap((cause) => cause.added),
          ...beside.added.map((each) => each.finding),
        ];
        expect(toldGone).toHaveLength(findings.gone.length);
        expect(new Set(toldGone)).toEqual(new Set(findings.gone.map((each) => each.finding)));
        expect(toldAdded).toHaveLength(findings.added.length);
        expect(new Set(toldAdded)).toEqual(new Set(findings.added.map((each) => each.finding)));
        const stayed = new Set(causes.stayed.map((cause) => cause.after));
        expect(changedBeside(comparison).some((each) => stayed.has(each.after))).toBe(false);
      }),
    );
  });
});

describe('the same in text and Markdown', () => {
  const before = withFindings([wall, noHint, noTitle], {
    verdict: 'broken',
    stop: { step: 3, name: 'the first request', claudeSays: [] },
  });
  const { explainedBy: _, ...alone } = noTitle;
  const now = { ...alone, values: { count: 3, names: '“a”', more: 0 } };
  const after = withFindings([now], {
    verdict: 'degraded',
    passed: ['http.waf-block'],
    stop: { step: 11, name: 'listing the tools', claudeSays: [] },
  });
  const comparison = compareReports(before, after);

  it('stands in the order of the causes, with where Claude stops', () => {
    const text = renderComparisonText(comparison, { color: false, width: 80 });
    expect(text).toMatch(/Causes that are gone\n− A wall\n {2}http\.waf-block · blocker · its check passes now\n/);
    expect(text).toMatch(/With it went:\n {2}· No hints\n/);
    expect(text).toContain('Claude stops at step 3 of 12: the first request.');
    const markdown = renderComparisonMarkdown(comparison);
    expect(markdown).toMatch(/## Causes that are gone\n\n- A wall \(.*\)\n {2}- With it went:\n {4}- No hints/);
    expect(markdown).toContain('## What stayed');
    expect(glanceLines(comparison).map(({ words }) => words)).toContain(
      'Claude stopped at step 3; now it stops at step 11.',
    );
  });

  it('says what is different in sentences, and names no member', () => {
    for (const text of [
      renderComparisonText(comparison, { color: false, width: 80 }),
      renderComparisonMarkdown(comparison),
    ]) {
      expect(text).toMatch(/Before: .+/);
      expect(text).not.toMatch(/\bcount`?: |\bmore`?: /);
    }
  });
});

describe('the times of two checks', () => {
  const pair = (before: string, after: string) =>
    compareReports(sampleReport({ createdAt: before }), sampleReport({ createdAt: after }));

  it('are told apart to the second on one day, and else to the minute', () => {
    const close = pair('2026-11-21T10:17:04.100Z', '2026-11-21T10:17:49.000Z');
    expect(comparedStamps(close)).toEqual({ before: '21 Nov 2026, 10:17:04 UTC', after: '21 Nov 2026, 10:17:49 UTC' });
    expect(Object.values(comparedTimes(close, 0)).map((each) => each.slice(-3))).toEqual([':04', ':49']);
    const far = pair('2026-11-19T10:17:04.100Z', '2026-11-21T10:17:49.000Z');
    expect(comparedStamps(far)).toEqual({ before: '2026-11-19 10:17 UTC', after: '2026-11-21 10:17 UTC' });
  });

  it('that are none break nothing', () => {
    const odd = pair('yesterday', '2026-11-21T10:17:49.000Z');
    expect(comparedTimes(odd, 0).before).toBe('');
    expect(comparedStamps(odd).before).toBe('yesterday');
  });
});
