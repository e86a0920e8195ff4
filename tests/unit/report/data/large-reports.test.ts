import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lib/kernel/report.ts';
import { decodeReport } from '../../../../lib/report/data/codec.ts';
import { formats, type Format } from '../../../../lib/report/formats/formats.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { trackerIssue } from '../../../../lib/report/handoff/tracker-issue.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const hostile = '<a>`|_ '.repeat(40);
const exchanges = Array.from({ length: 5_000 }, (_, index) =>
  sampleResponse({ id: `e${index + 1}`, url: `https://mcp.acme.dev/${'x'.repeat(100)}${index}` }),
);
const ids = exchanges.map(({ id }) => id);

/** As many of everything as is read, each as long as a hostile hand has time for. */
function large(findings: number, members: Partial<Report> = {}): Report {
  const made = Array.from({ length: findings }, (_, index) =>
    sampleFinding({
      id: `f${index}`,
      title: `${hostile}${index % 2}`,
      detail: hostile.replaceAll('|', '\n• '),
      fix: [{ kind: 'text', text: hostile }],
      sources: [hostile],
      evidence: ids.slice(index, index + 100),
      subject: { kind: 'connector', url: `https://mcp.acme.dev/${hostile}` },
      ...(index % 3 === 1 && { explainedBy: `f${index - 1}` }),
    }),
  );
  const primary = made[0] === undefined ? null : { id: made[0].id, code: made[0].code };
  return sampleReport({ verdict: 'broken', findings: made, exchanges, primary, ...members });
}

function problemOf(report: Report): string | null {
  const read = decodeReport(JSON.stringify(report));
  return read.ok ? null : read.problem;
}

function refusal(path: string, most: string): string {
  return `The list “${path}” in it has more than ${most} entries: no report of Connector Doctor has that many.`;
}

describe('a report from elsewhere', () => {
  it('is read with as much as a report may hold, and refused by name with one more', () => {
    expect(problemOf(large(2_000))).toBeNull();
    expect(problemOf(large(2_001))).toBe(refusal('findings', '2000'));
    const more = [...exchanges, sampleResponse({ id: 'e5001' })];
    expect(problemOf(large(1, { exchanges: more }))).toBe(refusal('exchanges', '5000'));
    const finding = sampleFinding({ evidence: [], sources: Array.from({ length: 2_001 }, () => 'x') });
    expect(problemOf(sampleReport({ findings: [finding] }))).toBe(refusal('findings.0.sources', '2000'));
    const hops = Array.from({ length: 2_001 }, () => ({ status: 302, from: 'a', to: 'b' }));
    const redirected = sampleResponse({ redirects: hops });
    expect(problemOf(sampleReport({ exchanges: [redirected] }))).toBe(refusal('exchanges.0.redirects', '2000'));
  });

  it('may list as many scopes as a server has', () => {
    const { facts } = sampleReport();
    const scopes = Array.from({ length: 10_000 }, (_, index) => `scope:${index}`);
    expect(problemOf(sampleReport({ facts: { ...facts, auth: { ...facts.auth, scopes } } }))).toBeNull();
  });

  it('takes a time in every format, and to be handed on, that grows with its length alone', async () => {
    const report = large(2_000);
    const renderers = await Promise.all(Object.keys(formats).map((name) => formats[name as Format]()));
    const writers = [
      ...renderers.map((render) => () => render(report, { color: false, width: 100 })),
      () => trackerIssue(report, { now: 0 }).url,
    ];
    for (const [index, write] of writers.entries()) {
      const begun = performance.now();
      expect(write().length).toBeGreaterThan(1_000);
      // Linear takes seconds at most here, and what compares each with each minutes.
      expect({ index, isQuick: performance.now() - begun < 20_000 }).toEqual({ index, isQuick: true });
    }
  }, 120_000);

  it('becomes Markdown that a job’s summary takes, with the number of what is not told', () => {
    const text = renderMarkdown(large(2_000));
    expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000);
    const [, more = ''] = /And ([\d,]+) more findings, which are not told here\./.exec(text) ?? [];
    const told = text.match(/^`http\.waf-block`: /gm)?.length ?? 0;
    expect(told).toBeGreaterThan(20);
    expect(told + Number(more.replace(',', ''))).toBe(2_000);
  });
});
