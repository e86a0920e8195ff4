import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lib/kernel/report.ts';
import { displayWidth } from '../../../../lib/report/formats/layout.ts';
import { renderText } from '../../../../lib/report/formats/render-text.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const plain = { color: false, width: 100 };

const cause = sampleFinding({ evidence: ['e1'] });
const broken = sampleReport({
  verdict: 'broken',
  primary: { id: cause.id, code: cause.code },
  stop: {
    step: 3,
    name: 'the first request',
    claudeSays: [
      'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: “ofid_…”',
      'Couldn’t connect to the server. Check that the URL points to a valid MCP server.',
    ],
  },
  findings: [
    cause,
    sampleFinding({ id: 'http.slow', code: 'http.slow', severity: 'warning', title: 'The first answer took 4.2 s' }),
    sampleFinding({ id: 'transport.no-reply', code: 'transport.no-reply', explainedBy: cause.id }),
    sampleFinding({ id: 'tools.list-failed', code: 'tools.list-failed', explainedBy: 'transport.no-reply' }),
    sampleFinding({
      id: 'dns.split-horizon',
      code: 'dns.split-horizon',
      title: 'The name leads elsewhere from outside',
    }),
  ],
  exchanges: [sampleResponse()],
  skipped: [
    { code: 'tools.none', because: 'not-reached' },
    { code: 'auth.prm-invalid', because: 'not-reached' },
    { code: 'dns.mixed-addresses', because: 'consent' },
    { code: 'auth.open', because: 'not-applicable' },
  ],
  facts: { ...sampleReport().facts, transport: null, server: null },
});

describe('renderText', () => {
  it('says what is wrong, why, and what to do', () => {
    expect(renderText(broken, plain)).toMatchInlineSnapshot(`
      "✕ Broken  https://mcp.acme.dev/mcp

      Stop    Claude stops at step 3 of 12: the first request
      Shows   “Couldn’t reach the MCP server. You can check the server URL and verify the server is
              running. If this persists, share this reference with support: ‘ofid_…’” or “Couldn’t connect
              to the server …”

      Cause   A firewall refuses the request before it reaches the server
              The answer 403 was made by Cloudflare, not by the server.
              http.waf-block · certain
      Seen    POST https://mcp.acme.dev/mcp → 403 text/html
      Fix     Allow 160.79.104.0/21 in the firewall.
      Who     Only the people who run mcp.acme.dev can change this. Send them this report: --format
              markdown.
              2 more follow from this: transport.no-reply, tools.list-failed.

      Also    blocker  The name leads elsewhere from outside
                       dns.split-horizon: Allow 160.79.104.0/21 in the firewall.
              warning  The first answer took 4.2 s
                       http.slow: Allow 160.79.104.0/21 in the firewall.
              All details: --format markdown

      Unseen  Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the
              server’s log shows whether they arrive); what comes after the stop (2 checks); what public
              DNS says of the name (1 check with --public-dns).
      Next    After the change, run the same check again.

      14 requests · 0.8 s · 2 checks passed · Connector Doctor 0.1.0 · 2026-11-20 09:30 UTC
      "
    `);
  });

  it('says that nothing is wrong, and promises nothing about Anthropic’s own view', () => {
    expect(renderText(sampleReport(), { color: false, width: 80 })).toMatchInlineSnapshot(`
      "✓ Nothing wrong seen from here  https://mcp.acme.dev/mcp

      Server  acme 1.0.0 · Streamable HTTP · MCP 2025-11-25 · 0 tools · no sign-in

      Unseen  Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are
              let through (the server’s log shows whether they arrive).
      Next    Everything that can be seen from here is fine. If Claude still fails,
              send this report with the reference number that Claude shows: it is kept
              only for a short time.

      14 requests · 0.8 s · Connector Doctor 0.1.0 · 2026-11-20 09:30 UTC
      "
    `);
  });

  it('takes a sign-in for a good state', () => {
    const facts = {
      ...sampleReport().facts,
      tools: null,
      server: null,
      auth: { ...sampleReport().facts.auth, mode: 'oauth' as const },
    };
    const report = sampleReport({
      verdict: 'sign-in-needed',
      facts,
      skipped: [{ code: 'tools.none', because: 'needs-sign-in' }],
    });
    expect(renderText(report, plain)).toMatchInlineSnapshot(`
      "→ Fine so far, the rest needs a sign-in  https://mcp.acme.dev/mcp

      Server  Streamable HTTP · MCP 2025-11-25 · OAuth sign-in

      Unseen  Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the
              server’s log shows whether they arrive); what comes after signing in (1 check with
              --sign-in).
      Next    Everything that can be seen without signing in is fine. Run again with --sign-in to look
              behind the sign-in, or connect in Claude; if that fails, send this report with the reference
              number that Claude shows: it is kept only for a short time.

      14 requests · 0.8 s · 2 checks passed · Connector Doctor 0.1.0 · 2026-11-20 09:30 UTC
      "
    `);
  });

  it('names what was typed when it is no URL', () => {
    const finding = sampleFinding({ id: 'url.invalid', code: 'url.invalid', step: 0, title: 'This is no URL' });
    const text = renderText(
      sampleReport({
        target: null,
        verdict: 'broken',
        primary: { id: finding.id, code: finding.code },
        stop: { step: 0, name: 'Claude’s own dialog', claudeSays: [] },
        findings: [finding],
        evidence: { typed: { status: 'observed', value: { text: 'my server' } } },
      }),
      plain,
    );
    expect(text).toContain('✕ Broken  my server\n');
    expect(text).toContain('Claude stops before it connects: Claude’s own dialog');
  });

  it.each([
    ['interrupted', 'The run was interrupted.'],
    ['deadline', 'The run came to its time limit.'],
  ] as const)('says that a run ended as %s', (status, sentence) => {
    const report = sampleReport({ verdict: 'unknown', run: { ...sampleReport().run, status } });
    expect(renderText(report, plain)).toContain(sentence);
    expect(renderText(report, plain)).not.toContain('is fine');
  });

  it('shows why no answer came', () => {
    const report = {
      ...broken,
      exchanges: [sampleFailure({ reason: 'refused', detail: 'connect ECONNREFUSED 192.0.2.1:443' })],
    };
    expect(renderText(report, plain)).toContain(
      'Seen    POST https://mcp.acme.dev/mcp → connection refused (connect ECONNREFUSED 192.0.2.1:443)\n',
    );
  });

  it('fits on one screen, however much was found and however long it is', () => {
    const long = sampleFinding({ severity: 'note', title: 'word '.repeat(200) });
    const findings = [
      cause,
      ...Array.from({ length: 60 }, (_, index) => ({
        ...long,
        id: `http.slow#${index + 2}`,
        title: `${index} ${long.title}`,
      })),
    ];
    const url = `https://mcp.acme.dev/${'segment/'.repeat(60)}`;
    const text = renderText({ ...broken, findings, exchanges: [sampleResponse({ url })] }, { color: false, width: 80 });
    const lines = text.split('\n');
    expect(lines.length).toBeLessThanOrEqual(38);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80);
    expect(text).toMatch(/And \d+ more notes\. All details: --format markdown/);
  });

  it('colours only when it is asked to', () => {
    const coloured = renderText(broken, { color: true, width: 100 });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(renderText(broken, plain));
  });

  it('survives findings that explain each other in a circle', () => {
    const a = sampleFinding({ id: 'a', explainedBy: 'b', title: 'Title a' });
    const b = sampleFinding({ id: 'b', explainedBy: 'a', title: 'Title b' });
    const text = renderText(sampleReport({ verdict: 'degraded', findings: [a, b] }), plain);
    expect(text).toContain('Title a');
    expect(text).toContain('Title b');
  });

  it('sends nothing to the terminal but text, whatever servers say', () => {
    const evil = fc.oneof(
      fc.constantFrom(
        '\u001b[2J\u001b[H',
        '\u001b]8;;https://evil.example\u0007',
        '\u009b31m',
        '\r\nfake',
        '\u202e',
        '\u0000',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(evil, (text) => {
        const printed = renderText(withForeignText(text), plain);
        // eslint-disable-next-line no-control-regex -- these are what must not come out
        expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(printed.split('\n').filter((line) => line.startsWith('fake'))).toEqual([]);
      }),
    );
  });
});

/** A report that shows this text wherever a server, a file or a person may have put it. */
function withForeignText(text: string): Report {
  const evil = sampleFinding({
    evidence: ['e1'],
    title: `t${text}`,
    detail: `d${text}`,
    fix: [
      { kind: 'text', text: `f${text}` },
      { kind: 'guide', guide: `g${text}` },
    ],
    subject: { kind: 'connector', url: `https://a.example/${text}` },
  });
  const base = sampleReport();
  return sampleReport({
    tool: { version: `v${text}` },
    createdAt: `c${text}`,
    verdict: 'broken',
    target: { url: `u${text}`, host: `h${text}` },
    primary: { id: evil.id, code: evil.code },
    stop: { step: 3, name: `n${text}`, claudeSays: [`s${text}`] },
    findings: [evil, sampleFinding({ id: 'other', severity: 'note', title: `o${text}` })],
    facts: { ...base.facts, server: { name: `n${text}`, title: null, version: text, instructionsLength: 0 } },
    exchanges: [
      sampleResponse({ method: `m${text}`, url: `u${text}`, headers: { 'content-type': `c${text}` }, finalUrl: text }),
    ],
  });
}
