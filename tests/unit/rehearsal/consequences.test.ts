import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes, type FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { Finding } from '../../../lib/kernel/finding.ts';
import { withConsequences } from '../../../lib/rehearsal/consequences.ts';

function finding(code: FindingCode, more: Partial<Finding> = {}): Finding {
  return {
    id: code,
    code,
    subject: { kind: 'connector' },
    severity: 'blocker',
    confidence: 'certain',
    step: 3,
    values: {},
    evidence: [],
    ...more,
  };
}

function causes(...findings: Finding[]): Record<string, string | undefined> {
  return Object.fromEntries(withConsequences(findings).map(({ id, explainedBy }) => [id, explainedBy]));
}

describe('withConsequences', () => {
  it('folds what a local address makes idle under it', () => {
    expect(causes(finding('url.scheme-not-https'), finding('url.private-host'), finding('net.refused'))).toEqual({
      'url.scheme-not-https': 'url.private-host',
      'url.private-host': undefined,
      'net.refused': 'url.private-host',
    });
  });

  it('hands consequences on to the first cause', () => {
    expect(
      causes(finding('auth.prm-misplaced'), finding('auth.prm-not-found'), finding('auth.challenge-missing')),
    ).toEqual({
      'auth.prm-misplaced': undefined,
      'auth.prm-not-found': 'auth.prm-misplaced',
      'auth.challenge-missing': 'auth.prm-misplaced',
    });
  });

  it('does not explain the connector’s network by its authorization server’s', () => {
    const other = { subject: { kind: 'authorization-server', url: 'https://auth.acme.dev' } } as const;
    expect(
      causes(finding('auth.as-unreachable', other), finding('net.refused', other), finding('net.timeout')),
    ).toEqual({
      'auth.as-unreachable': undefined,
      'net.refused': 'auth.as-unreachable',
      'net.timeout': undefined,
    });
  });

  it('folds what follows from the sign-in service’s addresses, and from a sign-in for machines', () => {
    const other = { subject: { kind: 'authorization-server', url: 'https://auth.acme.dev' } } as const;
    expect(
      causes(
        finding('auth.endpoint-private-host', other),
        finding('auth.endpoint-not-https', other),
        finding('auth.pkce-not-advertised', other),
      ),
    ).toEqual({
      'auth.endpoint-private-host': undefined,
      'auth.endpoint-not-https': 'auth.endpoint-private-host',
      'auth.pkce-not-advertised': undefined,
    });
    expect(causes(finding('auth.endpoint-unreachable', other), finding('http.too-slow', other))).toMatchObject({
      'http.too-slow': 'auth.endpoint-unreachable',
    });
    expect(
      causes(finding('auth.grant-code-missing', other), finding('auth.refresh-missing', { severity: 'warning' })),
    ).toMatchObject({ 'auth.refresh-missing': 'auth.grant-code-missing' });
  });

  it('lets warnings and notes explain nothing, and leaves notes alone', () => {
    const note = finding('auth.open', { severity: 'note' });
    const warning = finding('http.redirect-changes-method', { severity: 'warning' });
    expect(causes(finding('auth.metadata-on-open-server'), note)).toMatchObject({ 'auth.open': undefined });
    expect(causes(warning, finding('transport.not-mcp'))).toMatchObject({ 'transport.not-mcp': undefined });
  });

  it('leaves at least one finding unexplained and never points in a circle', () => {
    const findings = fc.uniqueArray(fc.constantFrom(...findingCodes), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(findings, (codes) => {
        const result = withConsequences(codes.map((code) => finding(code)));
        const byId = new Map(result.map((entry) => [entry.id, entry]));
        for (const entry of result) {
          if (entry.explainedBy === undefined) continue;
          expect(byId.get(entry.explainedBy)?.explainedBy).toBeUndefined();
        }
        expect(result.some((entry) => entry.explainedBy === undefined)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
