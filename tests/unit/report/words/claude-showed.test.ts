import { describe, expect, it } from 'vitest';
import { factRows } from '../../../../lib/report/words/fact-rows.ts';
import { claudeShowed } from '../../../../lib/report/words/claude-showed.ts';
import { messageWords } from '../../../../lib/report/words/message-words.ts';
import { renderMarkdown } from '../../../../lib/report/formats/render-markdown.ts';
import { sampleFinding, sampleReport } from '../sample-report.ts';

const claude = {
  sentence: 'Couldn’t reach the MCP server.',
  stage: 'start_error',
  oauthError: null,
  reference: 'ofid_d325aa51c0ffee51',
  surface: 'web',
  seenAt: '2026-11-20T09:29:00.000Z',
};

describe('claudeShowed', () => {
  it('has the sentence, the reference and where in Claude’s sign-in it was', () => {
    expect(claudeShowed(sampleReport({ claude }))).toEqual({
      sentence: '“Couldn’t reach the MCP server.”',
      reference: 'ofid_d325aa51c0ffee51',
      marks: 'step=start_error',
    });
  });

  it('has nothing where the check began by itself, nor where a file says nonsense', () => {
    for (const none of [null, 7, [], {}, { sentence: 7, reference: { of: 'id' } }]) {
      expect(claudeShowed(sampleReport({ claude: none }))).toBeNull();
    }
  });

  it('cuts what a file says, and shows what would turn the text around', () => {
    const showed = claudeShowed(sampleReport({ claude: { sentence: `\u202e${'x'.repeat(9_000)}` } }));
    expect(showed?.sentence).toMatch(/^“‹U\+202E›x/);
    expect(showed?.sentence?.length).toBeLessThan(600);
  });
});

describe('who gets a report reads what Claude showed', () => {
  const finding = sampleFinding();
  const report = sampleReport({
    claude,
    verdict: 'broken',
    findings: [finding],
    primary: { id: finding.id, code: finding.code },
    stop: { step: 3, name: 'the first request', claudeSays: ['Another sentence'] },
  });

  it('in Markdown', () => {
    expect(renderMarkdown(report)).toContain(
      'Claude showed: “Couldn’t reach the MCP server.”\n\nClaude’s reference: `ofid_d325aa51c0ffee51`\n\nClaude’s page said: `step=start_error`',
    );
  });

  it('among what was learned', () => {
    expect(factRows(report)).toContainEqual({ label: 'Claude’s reference', value: 'ofid_d325aa51c0ffee51' });
  });

  it('in the message, in place of the sentence that was to be expected', () => {
    const message = messageWords(finding, report);
    expect(message).toContain('Claude shows: “Couldn’t reach the MCP server.”\n');
    expect(message).toContain('Claude’s reference: ofid_d325aa51c0ffee51\n');
    expect(message).not.toContain('Another sentence');
  });
});
