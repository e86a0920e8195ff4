import { describe, expect, it } from 'vitest';
import type { Report, WordedFinding } from '../../../../lib/kernel/report.ts';
import { stepMarks } from '../../../../lib/report/words/step-marks.ts';
import { outcomeOf } from '../../../../lib/runs/run-outcome.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

/** The twelve states by their first letters, for reading at a glance. */
function row(report: Report): string {
  return stepMarks(report)
    .map(({ state }) => letters[state])
    .join('');
}
const letters = {
  waiting: 'w',
  asking: 'a',
  passed: '+',
  stopped: 'X',
  fault: 'f',
  warning: '!',
  'needs-sign-in': 's',
  'not-needed': '-',
  'not-reached': '.',
  'not-seen': '?',
} as const;

const answered = [sampleResponse({ status: 200 })];
const open = sampleReport({ exchanges: answered });
const { facts } = open;
const refused = [sampleResponse({ status: 401 })];
const oauth: Report['facts'] = {
  ...facts,
  protocol: { eras: [], versions: [], negotiated: null },
  tools: null,
  auth: { ...facts.auth, mode: 'oauth', registration: ['dcr'] },
};
const found = { status: 'observed', value: { chosen: 0, attempts: [] } } as const;
const typed = { status: 'observed', value: { kind: 'url' } } as const;
const guarded = sampleReport({
  verdict: 'sign-in-needed',
  exchanges: refused,
  facts: oauth,
  evidence: { typed, 'resource-metadata': found, 'authorization-server': found },
});

function stoppedAt(step: 1 | 3 | 5, findings: readonly WordedFinding[], rest: Partial<Report> = {}): Report {
  return sampleReport({
    verdict: 'broken',
    stop: { step, name: 'there', claudeSays: [] },
    facts: { ...oauth, auth: { ...oauth.auth, mode: 'unknown', registration: [] } },
    findings,
    ...rest,
  });
}

describe('the marks of the twelve steps', () => {
  it('of an open server need no sign-in', () => {
    expect(row(open)).toBe('+++------++?');
    expect(row({ ...open, evidence: { typed, 'site-icons': { status: 'observed', value: {} } } })).toBe('+++------+++');
  });

  it('of a server that asks for a sign-in say what only signing in shows', () => {
    expect(row(guarded)).toBe('+++++++ssss?');
  });

  it('after a sign-in show all', () => {
    const signedIn = { ...(guarded.evidence as object), 'sign-in': { status: 'observed', value: { failure: null } } };
    expect(row({ ...guarded, evidence: signedIn as Report['evidence'], facts: { ...facts, auth: oauth.auth } })).toBe(
      '+++++++++++?',
    );
  });

  it('have the stop in them, nothing reached behind it, and what could be examined all the same', () => {
    const blocked = sampleFinding();
    expect(row(stoppedAt(3, [blocked], { exchanges: [sampleResponse()] }))).toBe('++X.........');
    const missing = sampleFinding({ code: 'auth.prm-not-found', step: 5 });
    const evidence = { typed, 'authorization-server': found };
    expect(row(stoppedAt(5, [missing], { exchanges: refused, evidence }))).toBe('++++X+......');
  });

  it('show a fault behind the stop, but none that only follows from it', () => {
    const cause = sampleFinding({ step: 3 });
    const own = sampleFinding({ id: 'own', code: 'auth.prm-not-found', step: 5, severity: 'problem' });
    const follows = sampleFinding({ id: 'f', code: 'tools.not-listed' as never, step: 11, explainedBy: cause.id });
    expect(row(stoppedAt(3, [cause, own, follows], { exchanges: [sampleResponse()] }))).toBe('++X.f.......');
  });

  it('show warnings, and no notes', () => {
    const warning = sampleFinding({ step: 3, severity: 'warning' });
    const note = sampleFinding({ id: 'n', step: 11, severity: 'note' });
    expect(row({ ...open, findings: [warning, note] })).toBe('++!------++?');
  });

  it('blame no step for a fault of this browser', () => {
    const ours = sampleFinding({ code: 'client.offline', subject: { kind: 'browser' }, step: 2 });
    expect(row({ ...open, findings: [ours] })).toBe('+++------++?');
  });

  it('of a server that is not public yet leave open how it is reached', () => {
    const local = { typed: { status: 'observed', value: { kind: 'url', local: true } } } as const;
    expect(row({ ...open, evidence: local })).toBe('??+------++?');
  });

  it('of a run in which nothing was seen say so', () => {
    const nothing = sampleReport({
      verdict: 'unknown',
      facts: { ...oauth, auth: { ...oauth.auth, mode: 'unknown', registration: [] } },
    });
    expect(row(nothing)).toBe('????????????');
  });
});

describe('the outcome of a report', () => {
  it('is the cause in two sentences, with who can change it, and a count of the rest', () => {
    const cause = sampleFinding({ detail: 'First. Second, at example.com. Third.' });
    const other = sampleFinding({ id: 'o', severity: 'warning' });
    const report = stoppedAt(3, [cause, other], { primary: { id: cause.id, code: cause.code } });
    expect(outcomeOf(report)).toMatchObject({
      verdict: 'broken',
      headline: 'Broken',
      cause: {
        code: cause.code,
        detail: 'First. Second, at example.com.',
        who: expect.stringContaining('Only the people') as string,
      },
      others: { blocker: 0, problem: 0, warning: 1, note: 0 },
    });
  });

  it('blames nobody for a run that did not come far', () => {
    const run = { ...open.run, status: 'cancelled' } as const;
    expect(outcomeOf(sampleReport({ verdict: 'unknown', run })).headline).toBe('Cancelled before anything was found');
  });

  it('is bounded and shows hidden characters, whatever a server says', () => {
    const cause = sampleFinding({ title: `a\u202Eb${'x'.repeat(5000)}`, detail: 'y'.repeat(100_000) });
    const outcome = outcomeOf(stoppedAt(3, [cause], { primary: { id: cause.id, code: cause.code } }));
    expect(outcome.cause?.title).toContain('‹U+202E›');
    expect(JSON.stringify(outcome).length).toBeLessThan(5_000);
  });
});
