import { describe, expect, it } from 'vitest';
import type { Skipped } from '../../../lib/kernel/finding.ts';
import { findingGroups, followWords } from '../../../lib/report/words/finding-groups.ts';
import { messageWords } from '../../../lib/report/words/message-words.ts';
import { skipGroups } from '../../../lib/report/words/skip-words.ts';
import { summarize } from '../../../lib/report/words/summary.ts';
import { sampleFinding, sampleReport } from '../report/sample-report.ts';

describe('findingGroups', () => {
  const cause = sampleFinding();
  const consequence = sampleFinding({ id: 'c', code: 'auth.prm-invalid', severity: 'problem', explainedBy: cause.id });
  const warning = sampleFinding({ id: 'w', code: 'icon.low-contrast', severity: 'warning' });
  const problem = sampleFinding({ id: 'p', code: 'tls.expired', severity: 'problem' });
  const report = sampleReport({
    findings: [warning, problem, consequence, cause],
    primary: { id: cause.id, code: cause.code },
  });

  it('puts first what has to be fixed, the cause before everything', () => {
    const groups = findingGroups(summarize(report));
    expect(groups.map(({ kind, told }) => [kind, told.map(({ finding }) => finding.id)])).toEqual([
      ['fix', [cause.id, 'p']],
      ['improve', ['w']],
    ]);
  });

  it('folds consequences under their cause', () => {
    const [fix] = findingGroups(summarize(report));
    expect(fix?.told[0]?.consequences).toEqual([consequence]);
  });

  it('leaves out empty groups', () => {
    expect(findingGroups(summarize(sampleReport()))).toEqual([]);
  });

  it('counts what follows', () => {
    expect([followWords(1), followWords(3)]).toEqual(['1 more follows from this', '3 more follow from this']);
  });
});

describe('skipGroups', () => {
  const skipped: readonly Skipped[] = [
    { code: 'tls.incomplete-chain', because: 'vantage' },
    { code: 'auth.prm-invalid', because: 'not-applicable' },
    { code: 'dns.split-horizon', because: 'consent' },
  ];

  it('says what the command line can see, with the command', () => {
    const group = skipGroups(sampleReport({ skipped, vantage: 'extension' })).find(
      ({ because }) => because === 'vantage',
    );
    expect(group?.remedy).toBe('The command line can see this:');
    expect(group?.command).toBe('npx connector-doctor check https://mcp.acme.dev/mcp');
  });

  it('puts first what the reader can do something about', () => {
    expect(skipGroups(sampleReport({ skipped })).map(({ because }) => because)).toEqual([
      'consent',
      'vantage',
      'not-applicable',
    ]);
  });
});

describe('messageWords', () => {
  it('tells the cause, what was seen and what to change, in plain text', () => {
    const finding = sampleFinding({ title: 'A firewall\u202e refuses', sources: ['https://example.com/why'] });
    const message = messageWords(
      finding,
      sampleReport({
        verdict: 'broken',
        primary: { id: finding.id, code: finding.code },
        stop: { step: 3, name: 'the first request', claudeSays: ['Couldn’t reach the MCP server'] },
      }),
    );
    expect(message).toContain('Claude cannot use the connector https://mcp.acme.dev/mcp:');
    expect(message).toContain('A firewall‹U+202E› refuses.');
    expect(message).toContain('Claude then usually shows: “Couldn’t reach the MCP server”');
    expect(message).toContain('What to change: Allow 160.79.104.0/21 in the firewall.');
    expect(message).toContain('- https://example.com/why');
  });

  it('does not say that Claude cannot use what works in part', () => {
    const finding = sampleFinding();
    const message = messageWords(
      finding,
      sampleReport({ verdict: 'degraded', primary: { id: finding.id, code: finding.code } }),
    );
    expect(message).toContain('A check found something at the connector https://mcp.acme.dev/mcp:');
  });
});
