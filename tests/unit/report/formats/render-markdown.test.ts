import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownText,
} from '../../../../lib/report/formats/markdown-text.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

const joiner = '\u2060';

describe('markdownText', () => {
  it.each([
    ['*bold* _it_ ~~gone~~', '\\*bold\\* \\_it\\_ \\~\\~gone\\~\\~'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['![x](y)', '\\!\\[x\\](y)'],
    ['<img src=x onerror=y>', '\\<img src=x onerror=y\\>'],
    ['&lt;', '\\&lt;'],
    ['a | b', 'a \\| b'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['`code`', '\\`code\\`'],
    ['line\n\n# heading', 'line \\# heading'],
    ['@acme/team and #12 and GH-7', `@${joiner}acme/team and \\#${joiner}12 and GH-${joiner}7`],
    ['see https://evil.example/a_b.', 'see `https://evil.example/a_b`.'],
    ['www.evil.example', `www${joiner}.evil.example`],
  ])('%j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });
});

describe('markdownCode', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a\nb', '`a b`'],
    ['', '` `'],
  ])('%j', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown);
  });

  it('cannot be ended from within', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '``', 'a', ' ', '\n')), (pieces) => {
        const markdown = markdownCode(pieces.join(''));
        const fence = /^`+/.exec(markdown)?.[0] ?? '';
        const inside = markdown.slice(fence.length, -fence.length);
        expect(inside.match(/`+/g)?.map((run) => run.length) ?? []).not.toContain(fence.length);
        expect(markdown).not.toContain('\n');
      }),
    );
  });
});

describe('markdownBlock', () => {
  it('cannot be ended from within', () => {
    expect(markdownBlock('a\n```\nb')).toBe('````\na\n```\nb\n````');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '\n', '\r', ' ', 'x')), (pieces) => {
        const lines = markdownBlock(pieces.join('')).split('\n');
        const fence = lines[0] ?? '';
        expect(lines.slice(1, -1).filter((line) => line.trim().startsWith(fence))).toEqual([]);
        expect(lines.at(-1)).toBe(fence);
      }),
    );
  });
});

describe('markdownLink', () => {
  it('links only addresses that show where they lead', () => {
    expect(markdownLink('https://www.rfc-editor.org/rfc/rfc9728#section-3')).toBe(
      '<https://www.rfc-editor.org/rfc/rfc9728#section-3>',
    );
    expect(markdownLink('javascript:alert(1)')).toBe('`javascript:alert(1)`');
    expect(markdownLink('https://a.example/> <b')).toBe('`https://a.example/> <b`');
  });
});

describe('renderMarkdown', () => {
  it('tells everything, the cause first', () => {
    const cause = sampleFinding({ evidence: ['e1', 'e2'] });
    const report = sampleReport({
      verdict: 'broken',
      primary: { id: cause.id, code: cause.code },
      stop: { step: 3, name: 'the first request', claudeSays: ['Couldn’t connect'] },
      findings: [
        sampleFinding({ id: 'http.slow', code: 'http.slow', severity: 'note', title: 'Slow', fix: [], sources: [] }),
        cause,
        sampleFinding({ id: 'transport.no-reply', code: 'transport.no-reply', explainedBy: cause.id, step: null }),
      ],
      exchanges: [sampleResponse(), sampleFailure({ id: 'e2' })],
    });
    expect(renderMarkdown(report)).toMatchInlineSnapshot(`
      "# Broken: \`https://mcp.acme.dev/mcp\`

      acme 1.0.0 · Streamable HTTP · MCP 2025-11-25 · 0 tools · no sign-in

      Claude stops **at step 3 of 12: the first request**.

      Claude shows:
      - “Couldn’t connect”

      ## The cause: A firewall refuses the request before it reaches the server

      \`http.waf-block\`: blocker, certain, step 3

      The answer 403 was made by Cloudflare, not by the server.

      Seen:
      - \`e1\`: \`POST https://mcp.acme.dev/mcp\` → 403 text/html
      - \`e2\`: \`POST https://mcp.acme.dev/mcp\` → connection refused (connect ECONNREFUSED)

      **What to do:** Allow 160.79.104.0/21 in the firewall. Only the people who run mcp.acme.dev can change this.

      Sources: <https://github.com/anthropics/claude-ai-mcp/issues/49>

      ## A firewall refuses the request before it reaches the server

      \`transport.no-reply\`: blocker, certain, follows from \`http.waf-block\`

      The answer 403 was made by Cloudflare, not by the server.

      **What to do:** Allow 160.79.104.0/21 in the firewall.

      Sources: <https://github.com/anthropics/claude-ai-mcp/issues/49>

      ## Slow

      \`http.slow\`: note, certain, step 3

      The answer 403 was made by Cloudflare, not by the server.

      ## Evidence

      \`e1\`

      \`\`\`
      POST https://mcp.acme.dev/mcp
      accept: application/json, text/event-stream
      user-agent: connector-doctor/0.1.0

      {"jsonrpc":"2.0","id":1,"method":"initialize"}

      403
      content-type: text/html; charset=utf-8
      server: cloudflare

      <html>blocked</html>
      \`\`\`

      \`e2\`

      \`\`\`
      POST https://mcp.acme.dev/mcp
      accept: application/json, text/event-stream
      user-agent: connector-doctor/0.1.0

      {"jsonrpc":"2.0","id":1,"method":"initialize"}

      connection refused (connect ECONNREFUSED)
      \`\`\`

      After the change, run the same check again.

      ## Not seen from here

      - Anthropic’s own view: whether Claude’s addresses (160.79.104.0/21) are let through (the server’s log shows whether they arrive)

      Connector Doctor 0.1.0 · 2026-11-20 09:30 UTC · 14 requests · 0.8 s · 2 checks passed
      "
    `);
  });

  it('keeps foreign text from becoming markup', () => {
    const evil = '\n# h\n```\n@acme [x](https://evil.example) <b>';
    const finding = sampleFinding({ title: evil, detail: evil, evidence: ['e1'], fix: [{ kind: 'text', text: evil }] });
    const markdown = renderMarkdown(
      sampleReport({
        verdict: 'broken',
        target: { url: evil, host: evil },
        primary: { id: finding.id, code: finding.code },
        stop: { step: 3, name: evil, claudeSays: [evil] },
        findings: [finding],
        exchanges: [sampleResponse({ url: evil, body: evil, headers: { 'content-type': evil }, requestBody: evil })],
      }),
    );
    const outside = withoutCode(markdown);
    expect(outside.split('\n').filter((line) => /^#+ h$/.test(line))).toEqual([]);
    expect(outside).not.toMatch(/@acme|(?<!\\)\[x|(?<!\\)<b>|https:\/\/evil/);
  });

  it('stays within what an issue takes', () => {
    const big = 'x'.repeat(60_000);
    const exchanges = Array.from({ length: 40 }, (_, index) =>
      sampleResponse({ id: `e${index + 1}`, body: big, requestBody: big, headers: { a: big } }),
    );
    const finding = sampleFinding({ evidence: exchanges.map((exchange) => exchange.id) });
    expect(renderMarkdown(sampleReport({ findings: [finding], exchanges })).length).toBeLessThan(40_000);
  });
});

/** What a Markdown reader would not take for code. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, '').replace(/(?<![\\`])(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
}
