import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../../../lib/kernel/account.ts';
import type { Report, WordedFinding } from '../../../../lib/kernel/report.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { summarize } from '../../../../lib/report/words/summary.ts';
import { causeIn, shownVerdict, toldStop } from '../../../../lib/report/words/told-stop.ts';
import { outcomeOf } from '../../../../lib/runs/run-outcome.ts';
import { exitCode } from '../../../../lib/cli/exit-code.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';

const page = { color: false, width: 100 } as const;

function told(members: Partial<WordedFinding> = {}): WordedFinding {
  return sampleFinding({
    code: 'account.free-custom-limit',
    subject: { kind: 'account' },
    severity: 'blocker',
    confidence: 'certain',
    title: 'The Free plan has room for one custom connector',
    detail: 'There is one already.',
    fix: [{ kind: 'text', text: 'Remove the other one.' }],
    who: 'you',
    evidence: [],
    ...members,
  });
}

function reportWith(findings: readonly WordedFinding[], members: Partial<Report> = {}): Report {
  return sampleReport({ findings, account: { ...noAnswers, plan: 'free' }, ...members });
}

const warning = sampleFinding({ code: 'tls.old-protocol' as never, severity: 'warning' });

describe('a told finding that stops the person at a healthy server', () => {
  const report = reportWith([warning, told()]);

  it('stands first, under a head that names it, and leaves verdict and exit status alone', () => {
    const summary = summarize(report);
    expect(summary.verdict).toBe('ready');
    expect(summary.headline).toBe('Nothing wrong seen at the server: the account stands in the way');
    expect(summary.cause?.finding.code).toBe('account.free-custom-limit');
    expect(summary.others.map(({ finding }) => finding)).toEqual([warning]);
    expect(summary.next).toMatch(/^Do what is said above/);
    expect(shownVerdict(report)).toBe('degraded');
    expect(exitCode(report, 'blocker')).toBe(1);
  });

  it('is what every screen says: text, Markdown, and the few words of a run', () => {
    const text = renderText(report, page);
    expect(text).toMatch(/^▲ Nothing wrong seen at the server/);
    expect(text).toMatch(/Cause +The Free plan has room for one/);
    expect(text).toMatch(/Fix +Remove the other one\./);
    expect(text).not.toMatch(/Also +blocker|is fine|reference number/);
    const markdown = renderMarkdown(report);
    expect(markdown).toContain('## The cause: The Free plan has room for one custom connector');
    expect(markdown.match(/Do what is said above/g)).toHaveLength(1);
    const outcome = outcomeOf(report);
    expect(outcome.cause?.title).toBe('The Free plan has room for one custom connector');
    expect(outcome.others).toEqual({ blocker: 0, problem: 0, warning: 1, note: 0 });
  });

  it('sends whoever cannot change it to who can, not to the support', () => {
    const { next } = summarize(reportWith([told({ code: 'account.owner-must-enable', who: 'owner' })]));
    expect(next).toMatch(/^Send the people named above a message/);
  });

  it.each([
    ['limits.tool-timeout', 'certain', 'a limit of Claude’s is met'],
    ['claude.zero-requests', 'possible', 'it seems to lie with Claude'],
    ['account.not-authenticated', 'likely', 'the account may stand in the way'],
  ] as const)('%s (%s) is said as what it is', (code, confidence, words) => {
    const { headline } = summarize(reportWith([told({ code, confidence, severity: 'problem' })]));
    expect(headline).toBe(`Nothing wrong seen at the server: ${words}`);
  });

  it('is the gravest and surest of several', () => {
    const bug = told({ id: 'b', code: 'claude.known-bug', severity: 'problem', confidence: 'possible' });
    const problem = told({ id: 'p', code: 'account.duplicate-url', severity: 'problem' });
    expect(causeIn(reportWith([bug, problem]))).toBe(problem);
    expect(causeIn(reportWith([bug, problem, told()]))?.severity).toBe('blocker');
  });

  it('gives way to a cause that was seen, to a server that is not well, and to warnings', () => {
    const seen = sampleFinding();
    const broken = reportWith([seen, told()], { verdict: 'broken', primary: { id: seen.id, code: seen.code } });
    expect(causeIn(broken)).toBe(seen);
    expect(toldStop(reportWith([told()], { verdict: 'degraded' }))).toBeNull();
    expect(toldStop(reportWith([told()], { verdict: 'unknown' }))).toBeNull();
    expect(toldStop(reportWith([told({ severity: 'warning' })]))).toBeNull();
    expect(summarize(reportWith([told({ severity: 'warning' })])).headline).toBe('Nothing wrong seen from here');
  });
});
