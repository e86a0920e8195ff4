import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../lib/kernel/finding-code.ts';
import type { Finding } from '../../../lib/kernel/finding.ts';
import { stepNumbers } from '../../../lib/kernel/step.ts';
import { rehearseFrom } from '../../../lib/rehearsal/rehearse.ts';
import type { WalkEnd } from '../../../lib/rehearsal/walk-stop.ts';

const anyFinding: fc.Arbitrary<Omit<Finding, 'id'>> = fc.record({
  code: fc.constantFrom(...findingCodes),
  subject: fc.constantFrom<Finding['subject']>(
    { kind: 'connector' },
    { kind: 'authorization-server', url: 'https://auth.acme.dev' },
    { kind: 'browser' },
  ),
  severity: fc.constantFrom<Finding['severity']>('blocker', 'problem', 'warning', 'note'),
  confidence: fc.constantFrom<Finding['confidence']>('certain', 'likely', 'possible'),
  step: fc.constantFrom(null, ...stepNumbers),
  values: fc.constant({}),
  evidence: fc.constant([]),
});

const anyFindings = fc
  .uniqueArray(anyFinding, { maxLength: 10, selector: ({ code }) => code })
  .map((list): readonly Finding[] => list.map((finding) => ({ ...finding, id: finding.code })));

const anyEnd: fc.Arbitrary<WalkEnd> = fc.oneof(
  fc.constantFrom<WalkEnd>({ kind: 'through' }, { kind: 'sign-in' }, { kind: 'unseen' }),
  fc.constantFrom(...stepNumbers.filter((step) => step !== 12)).map((step): WalkEnd => ({ kind: 'stopped', step })),
);

const limited: Finding = {
  id: 'http.rate-limited',
  code: 'http.rate-limited',
  subject: { kind: 'connector' },
  severity: 'problem',
  confidence: 'certain',
  step: 3,
  values: {},
  evidence: [],
};

describe('rehearseFrom', () => {
  it('calls nothing broken without a cause and a step, whatever was found wherever the walk ended', () => {
    fc.assert(
      fc.property(anyFindings, anyEnd, (found, end) => {
        const { verdict, primary, stop, findings } = rehearseFrom(found, end);
        expect(findings.map(({ id }) => id).sort()).toEqual(found.map(({ id }) => id).sort());
        if (verdict !== 'broken') {
          expect(stop).toBeNull();
          return;
        }
        expect(primary).not.toBeNull();
        expect(stop).not.toBeNull();
        expect(primary?.explainedBy).toBeUndefined();
        expect(findings).toContain(primary);
        if (end.kind === 'stopped') expect(primary?.severity).toBe('blocker');
      }),
      { numRuns: 3000 },
    );
  });

  it('makes a blocker of what stopped the walk, and of nothing else', () => {
    const other: Finding = { ...limited, id: 'http.slow', code: 'http.slow', severity: 'warning' };
    const { findings, primary } = rehearseFrom([limited, other], { kind: 'stopped', step: 3 });
    expect(primary?.code).toBe('http.rate-limited');
    expect(findings.map(({ severity }) => severity)).toEqual(['blocker', 'warning']);
    expect(rehearseFrom([limited], { kind: 'through' })).toMatchObject({ verdict: 'degraded', primary: limited });
  });

  it('knows no verdict where the walk was stopped and nothing says why', () => {
    const result = rehearseFrom([], { kind: 'stopped', step: 3 });
    expect(result).toEqual({ verdict: 'unknown', primary: null, stop: null, findings: [] });
  });

  it('blames nobody where only our own name was refused', () => {
    const own: Finding = {
      ...limited,
      id: 'http.own-user-agent-refused',
      code: 'http.own-user-agent-refused',
      subject: { kind: 'browser' },
    };
    const status: Finding = { ...limited, id: 'auth.wrong-status', code: 'auth.wrong-status', severity: 'blocker' };
    const { verdict, primary, findings } = rehearseFrom([status, own], { kind: 'stopped', step: 3 });
    expect([verdict, primary?.code]).toEqual(['unknown', own.code]);
    expect(findings.find(({ code }) => code === 'auth.wrong-status')?.explainedBy).toBe(own.code);
  });
});
