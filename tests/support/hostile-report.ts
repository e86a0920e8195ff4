import type { FindingCode } from '../../lib/kernel/finding-code.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../unit/report/sample-report.ts';

/** A report that holds these texts in every member that takes a text, each member all of them. Its names tell nothing but that. */
export function hostileReport(...texts: readonly string[]): Report {
  const [text = ''] = texts;
  const all = texts.join(' ');
  const base = sampleReport({ vantage: 'extension' });
  const code = text as FindingCode;
  const headers = { [text]: all, 'content-type': text, ...Object.fromEntries(texts.map((each) => [each, each])) };
  const finding = (id: string, explainedBy?: string) =>
    sampleFinding({
      id,
      code,
      subject: { kind: 'connector', url: text },
      values: { [text]: text },
      evidence: [text, 'e2'],
      title: text,
      detail: `${all}\n• ${all}\n• ${all}`,
      fix: [
        { kind: 'text', text: all },
        { kind: 'guide', guide: text },
      ],
      sources: [...texts, `https://x.example/${text}`, `javascript:${text}`],
      ...(explainedBy !== undefined && { explainedBy }),
    });
  const shared = {
    method: text,
    url: text,
    requestHeaders: headers,
    requestBody: all,
    variant: { era: null, userAgent: text, origin: text },
    redirects: [{ status: 301, from: text, to: all }],
    remoteAddress: text,
  };
  return {
    ...base,
    tool: { version: text },
    createdAt: text,
    judgedAgainAt: text,
    target: { url: text, host: text },
    run: { ...base.run, plans: [text as 'walk'], consents: [text], missingOrigins: [text] },
    claude: { sentence: text, reference: text, oauthError: text, stage: text },
    environment: { browser: text, os: text, language: text },
    note: all,
    verdict: 'broken',
    primary: { id: 'first', code },
    stop: { step: 3, name: text, claudeSays: texts },
    findings: [finding('first'), finding('second'), finding('third', 'first')],
    passed: [code],
    skipped: [{ code, because: 'consent' }],
    facts: {
      ...base.facts,
      protocol: { eras: ['legacy'], versions: [text], negotiated: text },
      server: { name: text, title: text, version: text, instructionsLength: 0 },
      auth: {
        mode: 'oauth',
        resourceMetadataUrl: text,
        authorizationServer: text,
        metadataUrl: text,
        registration: [],
        pkce: [text],
        scopes: [text],
        provider: text,
      },
      tools: {
        count: texts.length,
        missingTitle: 0,
        missingHint: 0,
        invalidNames: 0,
        estimatedTokens: 0,
        items: texts.map((each) => ({ name: each, title: each, readOnly: true, destructive: false })),
      },
      tls: { protocol: text, issuer: text, notAfter: text, chainComplete: true },
      dns: { public: [text], local: [text] },
    },
    exchanges: [
      sampleResponse({ ...shared, id: text, finalUrl: text, headers, body: all }),
      sampleFailure({ ...shared, id: 'e2', detail: all }),
    ],
    evidence: { typed: { status: 'observed', value: { kind: 'url', text, url: { href: text } } } },
    redactions: [{ what: text, why: text }],
    tokenShapes: [{ mark: text, header: { alg: text, [text]: text }, claims: texts }],
    withheld: ['system'],
  };
}

/** The same, as far as a report can hold these texts and still be opened: times, plans, codes and ids are what they have to be. */
export function openableHostileReport(...texts: readonly string[]): Report {
  const report = hostileReport(...texts);
  const code: FindingCode = 'http.waf-block';
  const at = '2026-11-20T09:30:00.000Z';
  return {
    ...report,
    createdAt: at,
    judgedAgainAt: at,
    run: { ...report.run, plans: ['walk'] },
    primary: { id: 'first', code },
    findings: report.findings.map((finding) => ({ ...finding, code, evidence: ['e1', 'e2'] })),
    passed: [code],
    skipped: [{ code, because: 'consent' }],
    exchanges: report.exchanges.map((exchange, index) => ({ ...exchange, id: `e${String(index + 1)}` })),
  };
}
