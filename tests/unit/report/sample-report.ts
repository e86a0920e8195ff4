import type { Exchange, FailedExchange, ResponseExchange } from '../../../lib/kernel/exchange.ts';
import { reportSchema, type Report, type WordedFinding } from '../../../lib/kernel/report.ts';

/** A report of a healthy open server, changed by `members`. */
export function sampleReport(members: Partial<Report> = {}): Report {
  return {
    schema: reportSchema,
    tool: { version: '0.1.0' },
    createdAt: '2026-11-20T09:30:00.000Z',
    vantage: 'cli',
    subject: 'connector',
    target: { url: 'https://mcp.acme.dev/mcp', host: 'mcp.acme.dev' },
    run: { status: 'complete', plans: ['walk', 'side'], consents: [], missingOrigins: [], durationMs: 840 },
    claude: null,
    environment: { browser: null, os: 'Linux', language: 'en' },
    account: null,
    note: null,
    verdict: 'ready',
    primary: null,
    stop: null,
    findings: [],
    passed: ['url.invalid', 'dns.not-found'],
    skipped: [{ code: 'auth.prm-invalid', because: 'not-applicable' }],
    facts: {
      transport: 'streamable-http',
      protocol: { eras: ['legacy'], versions: ['2025-11-25'], negotiated: '2025-11-25' },
      server: { name: 'acme', title: null, version: '1.0.0', instructionsLength: 0 },
      auth: {
        mode: 'none',
        resourceMetadataUrl: null,
        authorizationServer: null,
        metadataUrl: null,
        registration: [],
        pkce: [],
        scopes: [],
        provider: null,
      },
      tools: { count: 0, missingTitle: 0, missingHint: 0, invalidNames: 0, estimatedTokens: 0, items: [] },
      resources: null,
      prompts: null,
      icons: { shown: null, google: [], site: [], server: [] },
      tls: { protocol: 'TLSv1.3', issuer: 'Acme CA', notAfter: '2027-01-01T00:00:00.000Z', chainComplete: true },
      dns: null,
      timing: { totalMs: 840, requests: 14, roundTrips: 4 },
    },
    exchanges: [],
    evidence: { typed: { status: 'observed', value: { kind: 'url', text: 'https://mcp.acme.dev/mcp' } } },
    readiness: null,
    redactions: [],
    ...members,
  };
}

/** A finding about a made-up server, changed by `members`. */
export function sampleFinding(members: Partial<WordedFinding> = {}): WordedFinding {
  const code = members.code ?? 'http.waf-block';
  return {
    id: code,
    code,
    subject: { kind: 'connector' },
    severity: 'blocker',
    confidence: 'certain',
    step: 3,
    values: {},
    evidence: [],
    title: 'A firewall refuses the request before it reaches the server',
    detail: 'The answer 403 was made by Cloudflare, not by the server.',
    fix: [{ kind: 'text', text: 'Allow 160.79.104.0/21 in the firewall.' }],
    who: 'author',
    sources: ['https://github.com/anthropics/claude-ai-mcp/issues/49'],
    ...members,
  };
}

const exchangeBase = {
  id: 'e1',
  step: 3,
  method: 'POST',
  url: 'https://mcp.acme.dev/mcp',
  requestHeaders: { accept: 'application/json, text/event-stream', 'user-agent': 'connector-doctor/0.1.0' },
  requestBody: '{"jsonrpc":"2.0","id":1,"method":"initialize"}',
  variant: { era: 'legacy', userAgent: 'connector-doctor/0.1.0', origin: null },
  redirects: [],
  remoteAddress: '192.0.2.1',
  timing: { startedAt: 1_795_000_000_000, headersMs: 80, durationMs: 90 },
} as const satisfies Partial<Exchange>;

/** A refusal by an edge, changed by `members`. */
export function sampleResponse(members: Partial<ResponseExchange> = {}): ResponseExchange {
  return {
    ...exchangeBase,
    kind: 'response',
    finalUrl: 'https://mcp.acme.dev/mcp',
    status: 403,
    headers: { 'content-type': 'text/html; charset=utf-8', server: 'cloudflare' },
    body: '<html>blocked</html>',
    bodyBytes: 20,
    bodyTruncated: false,
    bodyEnd: 'complete',
    chunks: [{ atMs: 85, bytes: 20 }],
    ...members,
  };
}

/** A request without an answer, changed by `members`. */
export function sampleFailure(members: Partial<FailedExchange> = {}): FailedExchange {
  return { ...exchangeBase, kind: 'failure', reason: 'refused', detail: 'connect ECONNREFUSED', ...members };
}
