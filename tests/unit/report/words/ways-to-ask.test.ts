import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consentWords } from '../../../../components/diagnosis/consent-words.ts';
import type { SkipReason } from '../../../../lib/kernel/finding.ts';
import type { FindingCode } from '../../../../lib/kernel/finding-code.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { summarize } from '../../../../lib/report/words/summary.ts';
import { wayTo } from '../../../../lib/report/words/ways-to-ask.ts';
import { sampleFailure, sampleFinding, sampleReport } from '../sample-report.ts';

const skipped: readonly { readonly code: FindingCode; readonly because: SkipReason }[] = [
  { code: 'tools.none', because: 'needs-sign-in' },
  { code: 'auth.dcr-rejected', because: 'consent' },
  { code: 'dns.not-found', because: 'consent' },
  { code: 'icon.google-missing-size', because: 'consent' },
  { code: 'transport.ping-failed', because: 'not-asked' },
] as const;

const evidence = { typed: { status: 'observed', value: { kind: 'url', ignored: { addresses: 0, headers: 2 } } } };

const unanswered = sampleFailure({ reason: 'aborted' });

/** Reports whose words name a further run. */
function reports(vantage: Report['vantage']): readonly Report[] {
  const base = sampleReport({ vantage, skipped, evidence, verdict: 'sign-in-needed' });
  const needsClient = sampleFinding({
    id: 'auth.sign-in-needs-client',
    code: 'auth.sign-in-needs-client',
    severity: 'warning',
    subject: { kind: 'browser' },
  });
  const signedIn = { ...base, run: { ...base.run, plans: ['walk', 'side', 'signed-in'] as const } };
  return [
    base,
    { ...base, verdict: 'ready', run: { ...base.run, plans: ['walk'] } },
    ...['only_documents', 'no_way'].map((why) => ({ ...signedIn, findings: [{ ...needsClient, values: { why } }] })),
    { ...signedIn, findings: [{ ...needsClient, code: 'auth.sign-in-failed', values: { why: 'page' } }] },
    { ...base, verdict: 'unknown', run: { ...base.run, status: 'deadline' }, exchanges: [unanswered] },
  ];
}

const said = (report: Report): string => {
  const { next, notSeen, asTyped } = summarize(report);
  return [next, ...notSeen, ...asTyped].join('\n');
};

describe('what a reader is told to ask for', () => {
  it('is an option only where there are options', () => {
    for (const report of reports('cli')) expect(said(report)).toMatch(/--[a-z]/);
    for (const report of reports('extension')) expect(said(report)).not.toMatch(/--[a-z]/);
  });

  it('is called in the extension as the screens call it', () => {
    const here = { vantage: 'extension' } as const;
    const choices = readFileSync('components/diagnosis/ChoiceFields.tsx', 'utf8');
    expect(wayTo('signed-in', here)).toBe(`“${consentWords['signed-in'].title}”`);
    expect(wayTo('active', here)).toBe(`“${consentWords.active.title}”`);
    for (const way of ['public-dns', 'google-favicon'] as const) {
      expect(choices).toContain(`label={say('${wayTo(way, here)?.slice(1, -1) ?? ''}')}`);
    }
  });
});
