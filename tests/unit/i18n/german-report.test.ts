import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserCodeDefinitions } from '../../../lib/checks/browser-catalog.ts';
import { codeDefinitions } from '../../../lib/checks/catalog.ts';
import { loadLanguage } from '../../../lib/i18n/load-language.ts';
import { wordedFinding } from '../../../lib/i18n/worded-finding.ts';
import type { Finding } from '../../../lib/kernel/finding.ts';
import type { FindingCode } from '../../../lib/kernel/finding-code.ts';
import type { Report, WordedFinding } from '../../../lib/kernel/report.ts';
import { saidFinding } from '../../../lib/report/words/finding-words.ts';
import { messageWords } from '../../../lib/report/words/message-words.ts';
import { msWords } from '../../../lib/report/words/measures.ts';
import { whenWords } from '../../../lib/report/words/when-words.ts';
import { renderMarkdown } from '../../../lib/report/formats/render-markdown.ts';
import { renderText } from '../../../lib/report/formats/render-text.ts';
import { outcomeOf } from '../../../lib/runs/run-outcome.ts';
import { sampleFailure, sampleReport, sampleResponse } from '../report/sample-report.ts';

const plain = { color: false, width: 100 };

const cause = worded('http.waf-block', {
  severity: 'blocker',
  evidence: ['e1', 'e2'],
  values: {
    vendor: 'Cloudflare',
    host: 'mcp.acme.dev',
    status: 403,
    setting:
      'In the Cloudflare dashboard open Security: set “Block AI bots” to “Do not block”, allow Claude-User under AI Crawl Control, turn off Bot Fight Mode for this host, and add a WAF custom rule with the action Skip for 160.79.104.0/21 on the MCP, OAuth and /.well-known/ paths.',
    said: '',
    spoke: 'no',
  },
});

const findings: readonly WordedFinding[] = [
  cause,
  worded('tools.title-missing', {
    severity: 'warning',
    values: { count: 5, total: 9, names: '“a”, “b”, “c”, “d”', more: 1 },
  }),
  worded('transport.no-reply', {
    severity: 'problem',
    explainedBy: cause.id,
    values: { how: 'never', seconds: 10 },
  }),
  worded('icon.low-resolution', { severity: 'note', step: 12, confidence: 'possible', values: { side: 32 } }),
];

const broken = sampleReport({
  verdict: 'broken',
  primary: { id: cause.id, code: cause.code },
  stop: { step: 3, name: 'the first request', claudeSays: [] },
  judgedAgainAt: '2026-11-21T10:04:00.000Z',
  findings,
  exchanges: [
    sampleResponse(),
    sampleFailure({
      id: 'e2',
      reason: 'timeout',
      detail: '',
      requestHeaders: { authorization: '[redacted]' },
      redirects: [{ status: 302, from: 'https://mcp.acme.dev/mcp', to: 'https://mcp.acme.dev/' }],
    }),
  ],
  run: { status: 'deadline', plans: ['walk', 'side', 'active'], consents: [], missingOrigins: [], durationMs: 12_340 },
  skipped: [
    { code: 'tools.none', because: 'not-reached' },
    { code: 'dns.mixed-addresses', because: 'consent' },
    { code: 'tls.expired', because: 'vantage' },
    { code: 'auth.prm-invalid', because: 'crashed' },
    { code: 'transport.ping-failed', because: 'deadline' },
  ],
  evidence: {
    typed: {
      status: 'observed',
      value: {
        kind: 'url',
        text: 'mcp.acme.dev/mcp',
        url: { href: 'https://mcp.acme.dev/mcp' },
        cleaned: ['scheme-added'],
      },
    },
  },
});

beforeEach(async () => {
  await loadLanguage('de');
});

afterEach(async () => {
  await loadLanguage('en');
});

describe('a broken connector’s report in German', () => {
  it('says in the terminal what is wrong, why, and what to do', () => {
    const lines = renderText(broken, plain).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '✕ Funktioniert nicht  https://mcp.acme.dev/mcp',
        '  Gelesen als https://mcp.acme.dev/mcp: https:// wurde ergänzt.',
        '  Neu beurteilt am 21. Nov. 2026, 10:04 UTC nach einem Bericht vom 20. Nov. 2026, 09:30 UTC.',
        'Halt      Claude bleibt bei Schritt 3 von 12 stehen: die erste Anfrage',
        '          http.waf-block · wahrscheinlich',
        'Gesehen   POST https://mcp.acme.dev/mcp (ohne Token) → 403 text/html',
        '          POST https://mcp.acme.dev/mcp (mit einem Token) → 302 zu https://mcp.acme.dev/, dann keine',
        '          1 weiterer Befund folgt daraus: transport.no-reply.',
        'Weiter    Wiederholen Sie nach der Änderung dieselbe Prüfung.',
      ]),
    );
    expect(lines.join('\n')).toMatch(
      /^14 Anfragen · 12,3 s · 2 Prüfungen bestanden · Connector Doctor 0\.1\.0 · 20\. Nov\. 2026, 09:30 UTC$/m,
    );
    expect(lines.join('\n')).toMatch(
      /^Außerdem {2}Warnung {4}5 Tools haben keinen Titel: „a“, „b“, „c“ und 2 weitere$/m,
    );
  });

  it('says in Markdown all of it, with the evidence', () => {
    const lines = renderMarkdown(broken).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '# Funktioniert nicht: `https://mcp.acme.dev/mcp`',
        'Claude bleibt **bei Schritt 3 von 12 stehen: die erste Anfrage**.',
        '`http.waf-block`: Hindernis, wahrscheinlich, Schritt 3',
        '## Belege',
        '## Von hier nicht zu sehen',
        '- was nach dem Halt kommt (1 Prüfung)',
        '- was öffentliches DNS von dem Namen sagt (1 Prüfung mit --public-dns)',
      ]),
    );
    expect(lines.filter((line) => /^## Die Ursache: Cloudflare /.test(line))).toHaveLength(1);
  });

  it('quotes what Claude shows as Claude shows it', () => {
    const says = ['Couldn’t connect to the server. Check that the URL points to a valid MCP server.'];
    const quoting = { ...broken, stop: { step: 3, name: 'the first request', claudeSays: says } } as const;
    expect(renderText(quoting, plain)).toContain('Meldung   „Couldn’t connect to the server.');
    expect(renderMarkdown(quoting)).toContain(`- „${says[0] ?? ''}“`);
  });

  it.each([
    ['the terminal', (report: Report) => renderText(report, plain)],
    ['Markdown', renderMarkdown],
    ['the message to the people who run it', (report: Report) => messageWords(cause, report)],
    ['lists', (report: Report) => JSON.stringify(wordsIn(outcomeOf(report)))],
  ])('has no English sentence in %s', (_where, render) => {
    const reports: readonly Report[] = [
      broken,
      { ...broken, vantage: 'extension', run: { ...broken.run, status: 'interrupted', plans: ['walk', 'signed-in'] } },
      sampleReport({ run: { ...broken.run, status: 'complete' }, skipped: broken.skipped }),
      sampleReport({ verdict: 'sign-in-needed', vantage: 'extension' }),
      sampleReport({
        verdict: 'unknown',
        run: { ...broken.run, status: 'needs-permission', missingOrigins: ['https://a.dev/*', 'https://b.dev/*'] },
      }),
    ];
    for (const report of reports) expect(englishIn(render(report))).toEqual([]);
  });
});

describe('the words of a finding', () => {
  it('are those of its code in German, for connectors and for browsers', () => {
    const offline = worded('client.offline', { values: { host: 'mcp.acme.dev' } });
    expect(saidFinding(offline, { vantage: 'cli', subject: 'connector' }).title).toBe('Dieser Computer ist offline');
    expect(saidFinding(offline, { vantage: 'extension', subject: 'browser' }).title).toBe('Dieser Browser ist offline');
  });

  it('are the report’s own where the code is not known', () => {
    const later = { ...cause, code: 'http.invented-later' } as unknown as WordedFinding;
    const { title, detail } = saidFinding(later, broken);
    expect([title, detail]).toEqual([cause.title, cause.detail]);
  });

  it('are the report’s own in English', async () => {
    await loadLanguage('en');
    expect(saidFinding(cause, broken)).toEqual({
      title: cause.title,
      detail: cause.detail,
      fix: cause.fix.map((fix) => (fix.kind === 'text' ? fix.text : '')).join(' '),
    });
  });
});

describe('numbers and times', () => {
  it('are written as German writes them', () => {
    expect([msWords(34), msWords(1_240), msWords(64_000)]).toEqual(['34 ms', '1,2 s', '1 min 4 s']);
    const at = Date.UTC(2026, 10, 21, 10, 4);
    expect(whenWords(at, at, 'UTC')).toBe('10:04');
    expect(whenWords(at, 0, 'UTC')).toBe('21. Nov. 2026, 10:04');
  });
});

function worded(code: FindingCode, members: Partial<Finding>): WordedFinding {
  const definition = codeDefinitions[code] ?? browserCodeDefinitions[code];
  if (!definition) throw new Error(`nobody defines ${code}`);
  const { severity, confidence, step } = definition;
  const finding = {
    id: code,
    code,
    subject: { kind: 'connector' },
    severity,
    confidence,
    step,
    values: {},
    evidence: [],
  };
  return wordedFinding({ ...finding, ...members } as Finding, definition, { vantage: 'cli', guides: [] });
}

/** What people read of an outcome: its codes, names and marks are for programs. */
function wordsIn({ headline, cause: why, notSeen, next }: ReturnType<typeof outcomeOf>): readonly string[] {
  return [headline, why?.title ?? '', why?.detail ?? '', why?.who ?? '', ...notSeen, next];
}

/** Words that English sentences cannot do without, and German ones do not have; what stands in quotation marks is named or quoted. */
function englishIn(text: string): readonly string[] {
  const ours = text.replace(/„[^“]*“|https?:\/\/\S+|--[a-z-]+|`[^`]*`|[a-z]+\.[a-z-]+/g, '');
  return (
    ours.match(/\b(?:the|is|are|were|and|with|that|this|which|cannot|not|from|for|by|on|of|to|it|its|more)\b/gi) ?? []
  );
}
