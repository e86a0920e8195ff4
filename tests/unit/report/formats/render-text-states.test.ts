import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lib/kernel/report.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const plain = { color: false, width: 100 };

const cause = sampleFinding({ evidence: ['e1'] });
const broken = sampleReport({
  verdict: 'broken',
  primary: { id: cause.id, code: cause.code },
  stop: { step: 3, name: 'the first request', claudeSays: [] },
  findings: [cause],
  exchanges: [sampleResponse()],
  facts: { ...sampleReport().facts, transport: null, server: null },
});

describe('renderText, state by state', () => {
  it('names the question that was open when the run ended', () => {
    const open = sampleFailure({
      reason: 'aborted',
      detail: 'no answer when the run ended',
      remoteAddress: null,
      timing: { startedAt: 0, headersMs: null, durationMs: 2_000 },
    });
    const { facts, run } = sampleReport();
    const report = sampleReport({
      verdict: 'unknown',
      run: { ...run, status: 'deadline', durationMs: 2_000 },
      facts: { ...facts, transport: null, server: null, tls: null },
      exchanges: [open],
      skipped: [{ code: 'tools.none', because: 'not-reached' }],
    });
    const text = renderText(report, plain);
    expect(text).toContain('The run came to its time limit. The server had not answered `initialize` after 2.0 s.\n');
    expect(text).toContain('Next    Run the same check again with a longer --timeout;');
    expect(text).toContain('what the run did not come to (1 check)');
    expect(text).not.toMatch(/found so far|after the stop|look again/);
    const connected = { ...report, facts: { ...report.facts, tls: facts.tls } };
    expect(renderText(connected, plain)).toContain('The connection stood, but the server had not answered');
    const interrupted = { ...connected, run: { ...run, status: 'interrupted' as const } };
    expect(renderText(interrupted, plain)).toContain('The run was interrupted. The connection stood');
    // Whoever stopped it has seen nothing that is too slow.
    expect(renderText(interrupted, plain)).not.toMatch(/more time|too slow/);
    expect(renderText({ ...interrupted, verdict: 'ready' }, plain)).toContain('let it come to its end');
  });

  it('says how what was typed was read, and what of it was not used', () => {
    const value = {
      text: 'x',
      cleaned: ['taken-from-json', 'scheme-added'],
      ignored: { addresses: 1, headers: 2 },
      url: { href: 'http://localhost:4101/mcp' },
    };
    const text = renderText(sampleReport({ evidence: { typed: { status: 'observed', value } } }), plain);
    expect(text).toContain(
      '  Read as http://localhost:4101/mcp: taken out of the pasted configuration, http:// was added.\n' +
        '  2 addresses were pasted; the first was taken.\n' +
        '  Not used: 2 headers that stand in what you pasted; give them with --header.\n',
    );
    expect(renderText(sampleReport(), plain)).not.toContain('Read as');
  });

  it('speaks to the server’s author with --local, and of no TLS where there is none', () => {
    const evidence = { typed: { status: 'observed', value: { text: 'x', local: true } } };
    const report: Report = {
      ...broken,
      evidence,
      target: { url: 'http://127.0.0.1:3000/mcp', host: '127.0.0.1' },
      stop: { step: 2, name: 'reaching the server over TLS', claudeSays: [] },
    };
    const text = renderText(report, plain);
    expect(text).toContain('Who     You can change this, as the server’s author.\n');
    expect(text).toContain('Claude stops at step 2 of 12: reaching the server\n');
    const subject = { kind: 'authorization-server', url: 'https://auth.acme.dev/' } as const;
    const elsewhere = { ...report, findings: [{ ...cause, subject }] };
    expect(renderText(elsewhere, plain)).toContain('Only the people who run auth.acme.dev can change this.');
  });

  it('leaves out what a failed listing cannot tell', () => {
    const evidence = { listing: { status: 'observed', value: { end: 'failed', tools: [] } } };
    const text = renderText(sampleReport({ evidence, verdict: 'broken' }), plain);
    expect(text).toContain('Server  acme 1.0.0 · Streamable HTTP · MCP 2025-11-25\n');
  });

  it('tells what was found of the sign-in', () => {
    const base = sampleReport().facts;
    const auth = {
      ...base.auth,
      mode: 'oauth' as const,
      authorizationServer: 'https://auth.acme.dev/',
      metadataUrl: 'https://auth.acme.dev/.well-known/oauth-authorization-server',
      registration: ['cimd', 'dcr'] as const,
      pkce: ['S256'],
    };
    expect(renderText(sampleReport({ facts: { ...base, auth } }), plain)).toContain(
      'Sign-in auth.acme.dev · client registration: CIMD, DCR · PKCE S256\n',
    );
  });

  it('says nothing of Anthropic’s view where there was nothing to ask', () => {
    const finding = sampleFinding({ id: 'url.invalid', code: 'url.invalid', step: 0 });
    const text = renderText(
      sampleReport({
        target: null,
        verdict: 'broken',
        primary: { id: finding.id, code: finding.code },
        stop: { step: 0, name: 'Claude’s own dialog', claudeSays: [] },
        findings: [finding],
        skipped: [{ code: 'tools.none', because: 'prerequisite' }],
      }),
      plain,
    );
    expect(text).not.toContain('Unseen');
    expect(text).toContain('Next    Check the address again when you have it.\n');
  });

  it('marks a report that was judged again, and dates every one', () => {
    const again = { ...broken, judgedAgainAt: '2026-11-21T05:40:12.000Z' };
    expect(renderText(again, plain)).toContain(
      'Judged again on 2026-11-21 05:40 UTC from a report of 2026-11-20 09:30 UTC.\n',
    );
    for (const width of [60, 70, 80, 100])
      expect(renderText(broken, { color: false, width })).toMatch(/2026-11-20 09:30 UTC\n$/);
  });

  it('lets long evidence go on for three lines', () => {
    const detail = `certificate of ${'very-long-host-name.'.repeat(4)}acme.dev and ${'more words '.repeat(60)}`;
    const lines = renderText({ ...broken, exchanges: [sampleFailure({ detail })] }, { color: false, width: 80 }).split(
      '\n',
    );
    const start = lines.findIndex((line) => line.startsWith('Seen'));
    expect(lines.slice(start, start + 4).map((line) => line.slice(0, 8).trim())).toEqual(['Seen', '', '', 'Fix']);
    expect(lines[start + 2]).toMatch(/…$/);
  });
});
