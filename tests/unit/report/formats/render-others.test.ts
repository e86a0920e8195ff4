import { describe, expect, it } from 'vitest';
import type { WordedFinding } from '../../../../lib/kernel/report.ts';
import { displayWidth } from '../../../../lib/report/formats/layout.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const narrow = { color: false, width: 80 };

function note(title: string, id = title): WordedFinding {
  return sampleFinding({ id, code: 'transport.version-header-strict', severity: 'note', title });
}

describe('what else was found', () => {
  it('is told with whole titles, however narrow the terminal is', () => {
    const title = 'The server refuses protocol versions that it does not know, and says so in many words';
    for (const width of [60, 80, 120]) {
      const text = renderText(sampleReport({ findings: [note(title)] }), { color: false, width });
      expect(text.replace(/\s+/g, ' ')).toContain(`Also note ${title} All details`);
      expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  it('shows five notes and counts the others', () => {
    const notes = Array.from({ length: 8 }, (_, index) => note(`Note ${index + 1}`));
    const text = renderText(sampleReport({ findings: notes }), narrow);
    expect(text).toContain('Note 5\n        And 3 more notes. All details: --format markdown\n');
    expect(text).not.toContain('Note 6');
  });

  it('names the tools, and calls a guess one', () => {
    const names = '“purge”, “delete_note”, “drop”, “send”';
    const guess = sampleFinding({
      id: 'tools.hint-contradicts-name',
      code: 'tools.hint-contradicts-name',
      severity: 'warning',
      confidence: 'possible',
      title: '6 tools say that they only read, and their names say otherwise',
      values: { names, count: 6 },
    });
    expect(
      renderText(sampleReport({ findings: [guess] }), { color: false, width: 100 }).replace(/\s+/g, ' '),
    ).toContain(
      'and their names say otherwise (possible): “purge”, “delete_note”, “drop” and 3 more tools.hint-contradicts-name:',
    );
  });

  it('is told once where several findings have one title', () => {
    const one = sampleFinding({
      id: 'auth.as-metadata-invalid',
      code: 'auth.as-metadata-invalid',
      title: 'Bad metadata',
    });
    const same = [one, { ...one, id: `${one.id}#2`, detail: 'A member is null. It must not be.' }];
    const others = renderText(sampleReport({ findings: same }), narrow);
    expect(others.match(/Bad metadata/g)).toHaveLength(1);
    expect(others).toContain('Bad metadata (2 times)\n');
    expect(others).toContain('– A member is null.\n');
    const primary = { id: one.id, code: one.code };
    const cause = renderText(sampleReport({ verdict: 'broken', primary, findings: same }), narrow);
    expect(cause.match(/Bad metadata/g)).toHaveLength(1);
    expect(cause).toContain('        Also: A member is null.\n');
    const markdown = renderMarkdown(sampleReport({ verdict: 'broken', primary, findings: same }));
    expect(markdown).toContain('## The cause: Bad metadata (1 of 2)\n');
    expect(markdown).toContain('## Bad metadata (2 of 2)\n');
  });

  it('does not say who could change what nobody has to', () => {
    const idle = { ...note('All is well'), fix: [{ kind: 'text' as const, text: 'Nothing needs to be done.' }] };
    expect(renderMarkdown(sampleReport({ findings: [idle] }))).toContain('**What to do:** Nothing needs to be done.\n');
    const mend = renderMarkdown(sampleReport({ findings: [note('Something to do')] }));
    expect(mend).toContain('Only the people who run mcp.acme.dev can change this.');
  });
});

describe('who can change it', () => {
  it.each([
    ['https://login.microsoftonline.com/common/v2.0', 'mcp.acme.dev', 'Microsoft Entra ID'],
    ['https://github.com/login/oauth', 'mcp.acme.dev', 'GitHub'],
    ['https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a', 'mcp.acme.dev', 'Amazon Cognito'],
    ['https://auth.acme.dev/', 'auth.acme.dev', null],
    ['https://okta.com.acme.dev/', 'okta.com.acme.dev', null],
  ])('is for a sign-in service at %s the people of %s', (url, host, product) => {
    const finding = sampleFinding({ subject: { kind: 'authorization-server', url } });
    const primary = { id: finding.id, code: finding.code };
    const markdown = renderMarkdown(sampleReport({ verdict: 'broken', primary, findings: [finding] }));
    const there = product === null ? '' : `, on their server or in their settings at ${product}`;
    expect(markdown).toContain(`Only the people who run ${host} can change this${there}.`);
  });
});

describe('what was seen', () => {
  const finding = sampleFinding({ evidence: ['e2', 'e1', 'e3'] });
  const report = (second: Parameters<typeof sampleResponse>[0]) =>
    sampleReport({
      verdict: 'broken',
      primary: { id: finding.id, code: finding.code },
      findings: [finding],
      exchanges: [
        sampleResponse({ status: 401 }),
        sampleResponse({ id: 'e2', ...second }),
        sampleResponse({ id: 'e3' }),
      ],
    });

  it('is the proof and what it is to be compared with', () => {
    const requestHeaders = { authorization: 'Bearer ‹redacted›' };
    expect(renderText(report({ status: 500, requestHeaders }), narrow)).toContain(
      'Seen    POST https://mcp.acme.dev/mcp (with a token) → 500 text/html\n' +
        '        POST https://mcp.acme.dev/mcp (without a token) → 401 text/html\n',
    );
    const requestBody = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
    expect(renderText(report({ requestBody }), narrow)).toContain('(tools/list) → 403 text/html\n');
    const timing = { startedAt: 1_795_000_000_500, headersMs: 1, durationMs: 2 };
    expect(renderText(report({ timing }), narrow)).toContain('(later) → 403 text/html\n');
  });

  it('is one line where two would be the same', () => {
    expect(renderText(report({ status: 401 }), narrow).match(/POST https/g)).toHaveLength(1);
  });
});
