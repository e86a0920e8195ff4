import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../lib/kernel/json.ts';
import type { Plan } from '../../../../lib/kernel/probe.ts';
import type { Report } from '../../../../lib/kernel/report.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const plain = { color: false, width: 100 };
const base = sampleReport();

function observedAs(values: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { status: 'observed', value }]));
}

/** The text report with its paragraphs on one line each. */
function unwrapped(report: Report): string {
  return renderText(report, plain).replace(/\n {8}(?=\S)/g, ' ');
}

/** A report of a server that asks for a sign-in, made with these plans beside the usual ones. */
function signInReport(plans: readonly Plan[], members: Partial<Report> = {}): Report {
  return sampleReport({
    verdict: 'sign-in-needed',
    run: { ...base.run, plans: ['walk', 'side', ...plans] },
    facts: { ...base.facts, tools: null, server: null, auth: { ...base.facts.auth, mode: 'oauth' } },
    ...members,
  });
}

const waits = sampleFinding({
  id: 'auth.sign-in-failed',
  code: 'auth.sign-in-failed',
  severity: 'warning',
  title: 'The sign-in waits for a person',
  fix: [{ kind: 'text', text: 'Run the check again without --headless-consent.' }],
  values: { why: 'page' },
});

describe('a sign-in that was asked for', () => {
  it('and was put off is told with the time to wait', () => {
    const wait = sampleFinding({
      id: 'auth.asked-to-wait',
      code: 'auth.asked-to-wait',
      severity: 'note',
      title: 'The sign-in service asked this check to wait',
      fix: [{ kind: 'text', text: 'Wait 11 minutes and run the check again.' }],
    });
    const text = unwrapped(signInReport(['signed-in'], { findings: [wait] }));
    expect(text).toContain('Not done: the sign-in service asked this check to wait. Wait 11 minutes and run');
    expect(text).toContain('Run again later to look behind the sign-in.');
    expect(text.match(/asked this check to wait/g)).toHaveLength(1);
  });

  it('and went well is told with all that was done', () => {
    const evidence = observedAs({
      'sign-in': { failure: null },
      refresh: { rounds: [{ failure: null }, { failure: null }] },
      leaving: {
        revocations: [{ what: 'refresh', exchange: { exchange: 'e1' } }],
        removal: { outcome: 'removed', exchange: { exchange: 'e2' } },
      },
    });
    const report = signInReport(['signed-in'], {
      verdict: 'ready',
      evidence,
      exchanges: [sampleResponse({ status: 200 })],
    });
    expect(renderText(report, plain)).toContain('Sign-in Done: token renewed twice, tokens revoked, client removed.\n');
    expect(renderMarkdown(report)).toContain('\nSign-in done: token renewed twice, tokens revoked, client removed.\n');
    const refused = { ...report, exchanges: [sampleResponse({ status: 500 })] };
    expect(renderText(refused, plain)).toContain('tokens not revoked, client removed.');
  });

  it('and did not happen stands in a line of its own, with what to do', () => {
    const report = signInReport(['signed-in'], { findings: [waits] });
    const text = unwrapped(report);
    expect(text).toContain(
      'Sign-in Not done: the sign-in waits for a person. Run the check again without --headless-consent.\n',
    );
    expect(text).not.toContain('Also');
    expect(text).toContain('Run again without --headless-consent to look behind the sign-in.\n');
    expect(text).not.toContain('in Claude; if that fails');
    expect(renderMarkdown(report)).toContain('Sign-in not done: the sign-in waits for a person.');
  });

  it.each([
    ['only_documents', '--client-metadata-url'],
    ['no_way', '--client-id'],
  ])('and had no client (%s) says which option gives one', (why, option) => {
    const code = 'auth.sign-in-needs-client';
    const finding = sampleFinding({
      id: code,
      code,
      severity: 'problem',
      subject: { kind: 'browser' },
      values: { why },
    });
    const text = unwrapped(signInReport(['signed-in'], { findings: [finding] }));
    expect(text).toContain(`Run again with ${option} to look behind the sign-in.`);
    expect(text).not.toContain('Also');
  });

  it('and failed by the connector’s fault is told where the fault is', () => {
    const fault = { ...waits, severity: 'blocker' as const, title: 'The sign-in ended without a token', values: {} };
    const primary = { id: fault.id, code: fault.code };
    const text = unwrapped(signInReport(['signed-in'], { verdict: 'broken', findings: [fault], primary }));
    expect(text).toContain('Sign-in Not done, for the cause below.\n');
    expect(text).toContain('Cause   The sign-in ended without a token');
    const beside = unwrapped(signInReport(['signed-in'], { verdict: 'degraded', findings: [fault] }));
    expect(beside).toContain('Sign-in Not done: the sign-in ended without a token.\n');
    expect(beside).toContain('Also    blocker  The sign-in ended without a token');
  });

  it('of this check’s own client says nothing against Claude’s', () => {
    const values = { why: 'refused', ours: 'yes', given: 'no' };
    const own = { ...waits, severity: 'problem' as const, subject: { kind: 'browser' as const }, values };
    expect(unwrapped(signInReport(['signed-in'], { findings: [own] }))).toContain('Connect in Claude;');
  });

  it('and was not needed, or not come to, is said too', () => {
    const open = sampleReport({ run: { ...base.run, plans: ['walk', 'side', 'signed-in'] } });
    expect(renderText(open, plain)).toContain('Sign-in Not needed: the server asks for none.\n');
    expect(unwrapped(signInReport(['signed-in']))).toContain('Sign-in Not done: the check did not come that far.');
    expect(renderText(signInReport([]), plain)).not.toContain('Sign-in');
  });
});

describe('what was written by the person’s word', () => {
  const attempts = [{ made: true }, { made: true }, { made: false }];
  const visit = { 'authorization-page': { hops: [{ exchange: 'e1' }], end: 'page' } };
  const code = { 'token-request': { exchange: { exchange: 'e2' } } };

  it.each<readonly [string, Readonly<Record<string, Json>>]>([
    [
      '2 clients registered, and removed again; 1 registration not accepted; the sign-in page opened; a made-up code sent.',
      {
        registration: { attempts },
        'registration-removal': { removals: [{ outcome: 'removed' }, { outcome: 'removed' }] },
        ...visit,
        ...code,
      },
    ],
    [
      '2 clients registered, 1 removed, 1 left there.',
      {
        registration: { attempts: attempts.slice(0, 2) },
        'registration-removal': { removals: [{ outcome: 'removed' }, { outcome: 'refused' }] },
      },
    ],
    ['1 client registered, which stays there.', { registration: { attempts: attempts.slice(0, 1) } }],
    ['The sign-in page opened.', visit],
    [
      'Nothing: the check did not come to the sign-in service.',
      { registration: 5, 'token-request': { exchange: null } },
    ],
  ])('%s', (words, values) => {
    const report = signInReport(['active'], { evidence: observedAs(values) });
    expect(unwrapped(report)).toContain(`Wrote   ${words}\n`);
    expect(renderMarkdown(report)).toContain(`\nWrote: ${words}\n`);
  });

  it('is nothing where no sign-in is asked for, and no matter where nobody gave the word', () => {
    const open = sampleReport({ run: { ...base.run, plans: ['walk', 'side', 'active'] } });
    expect(renderText(open, plain)).toContain('Wrote   Nothing: the server asks for no sign-in.\n');
    expect(renderText(sampleReport(), plain)).not.toContain('Wrote');
  });
});

describe('what was not seen', () => {
  it('is sorted by the option that would show it', () => {
    const skipped: Report['skipped'] = [
      { code: 'icon.google-default', because: 'consent' },
      { code: 'dns.split-horizon', because: 'consent' },
      { code: 'auth.dcr-rejected', because: 'consent' },
      { code: 'tools.none', because: 'needs-sign-in' },
      { code: 'auth.refresh-fails', because: 'not-asked' },
    ];
    const evidence = observedAs({ 'site-icons': { domains: { registrable: 'acme.dev' } } });
    const markdown = renderMarkdown(signInReport([], { skipped, evidence }));
    expect(markdown.split('\n').filter((line) => line.startsWith('- what'))).toEqual([
      '- what comes after signing in (2 checks with --sign-in)',
      '- what Google’s favicon service shows (1 check with --google-favicon)',
      '- what public DNS says of the name (1 check with --public-dns)',
      '- what only registering and asking for a token show (1 check with --active)',
    ]);
    const asked = renderMarkdown(signInReport(['signed-in'], { skipped }));
    expect(asked).toContain('- what comes after signing in (2 checks)\n');
    const quick = { ...base.run, plans: ['walk'] as const };
    expect(
      renderMarkdown(sampleReport({ run: quick, skipped: [{ code: 'icon.site-missing', because: 'not-asked' }] })),
    ).toContain('- what --quick leaves out (1 check)');
  });

  it('offers no option for what it would not show', () => {
    const skipped: Report['skipped'] = [
      { code: 'icon.google-default', because: 'consent' },
      { code: 'auth.dcr-rejected', because: 'consent' },
      { code: 'tools.none', because: 'needs-sign-in' },
    ];
    const stop = { step: 5, name: 'protected resource metadata', claudeSays: [] } as const;
    const exchanges = [sampleResponse()];
    const unseen = renderMarkdown(signInReport([], { verdict: 'broken', stop, skipped, exchanges }));
    expect(unseen.split('\n').filter((line) => line.startsWith('- what'))).toEqual([
      '- what comes after the stop (2 checks)',
      '- what builds on an answer that did not come (1 check)',
    ]);
  });
});
