import type { Exchange } from '../../../lib/kernel/exchange.ts';
import type { Report } from '../../../lib/kernel/report.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../../unit/report/sample-report.ts';
import broken from './reports/broken.json' with { type: 'json' };
import degraded from './reports/degraded.json' with { type: 'json' };
import signInNeeded from './reports/sign-in-needed.json' with { type: 'json' };
import signedIn from './reports/signed-in.json' with { type: 'json' };

/** Reports of connectors of the clinic and the corpus, as the engine made them. */
export const reports = {
  broken: broken as unknown as Report,
  degraded: degraded as unknown as Report,
  signInNeeded: signInNeeded as unknown as Report,
  signedIn: signedIn as unknown as Report,
  ready: sampleReport({ vantage: 'extension', exchanges: [sampleResponse({ status: 200, body: '{"ok":true}' })] }),
};

/** Nothing was asked: the text holds no address. */
export const notAnAddress: Report = sampleReport({
  vantage: 'extension',
  verdict: 'broken',
  target: null,
  primary: { id: 'url.invalid', code: 'url.invalid' },
  stop: { step: 0, name: 'Claude’s own dialog', claudeSays: ['Please enter a valid URL'] },
  findings: [
    sampleFinding({
      code: 'url.invalid',
      step: 0,
      who: 'you',
      title: 'This is not a web address',
      detail: 'A connector has an address that begins with https://, such as https://mcp.example.com/mcp.',
      fix: [{ kind: 'text', text: 'Ask the connector’s maker for its address, and give that.' }],
    }),
  ],
});

const longHost =
  'a-very-long-name-that-somebody-gave-a-server.in-a-deep.sub-domain.of.a-provider-of-many.example-hosting.dev';
const longPath = `/v1/${'a-path-that-goes-on-and-on/'.repeat(12)}mcp?tenant=${'0123456789abcdef'.repeat(12)}`;
const rtl = 'ابحث_في_الملفات \u202eexe.pdf';

/** Everything at its longest: 400 tools, 60 exchanges, names from right to left, text that tries to be more than text. */
export const overflowing: Report = sampleReport({
  vantage: 'extension',
  verdict: 'degraded',
  target: { url: `https://${longHost}${longPath}`, host: longHost },
  findings: [
    ...Array.from({ length: 400 }, (_, index) =>
      sampleFinding({
        id: index === 0 ? 'tools.name-invalid' : `tools.name-invalid#${index + 1}`,
        code: 'tools.name-invalid',
        severity: 'problem',
        step: 11,
        title: 'A tool has a name that Claude does not take',
        detail: `“${rtl} ${index} a_tool_with_a_name_that_is_very_long_and_has_no_place_to_break_it_anywhere_at_all” <script>alert(1)</script> stands at place ${index}.`,
        evidence: ['e1', 'e2'],
      }),
    ),
    sampleFinding({
      code: 'http.waf-block',
      severity: 'warning',
      confidence: 'possible',
      title: `${'A title without an end '.repeat(8)}https://${longHost}${longPath}`,
      sources: [
        'javascript:alert(1)',
        `https://${longHost}/${'why/'.repeat(30)}`,
        'https://www.rfc-editor.org/rfc/rfc9728#section-3.2',
      ],
      evidence: ['e3'],
    }),
  ],
  exchanges: Array.from({ length: 60 }, (_, index) => exchangeAt(index)),
});

function exchangeAt(index: number): Exchange {
  const common = {
    id: `e${index + 1}`,
    url: `https://${longHost}${index % 3 === 0 ? longPath : `/${rtl}/${index}`}`,
    timing: { startedAt: 1_795_000_000_000 + index * 40, headersMs: 30 + index, durationMs: 60 + ((index * 37) % 400) },
  };
  if (index % 7 === 3) {
    return sampleFailure({
      ...common,
      timing: { ...common.timing, headersMs: null },
      detail: 'net::ERR_CONNECTION_REFUSED',
    });
  }
  return sampleResponse({
    ...common,
    status: [200, 202, 301, 401, 404, 503][index % 6] ?? 200,
    headers: { 'content-type': 'application/json', 'x-long': 'v'.repeat(600), [`x-${'name'.repeat(30)}`]: rtl },
    body: JSON.stringify({
      tools: Array.from({ length: 400 }, (_, at) => ({ name: `${rtl}_${at}`, inputSchema: { type: 'object' } })),
    }),
    bodyBytes: 48_211 * (index + 1),
    redirects: index % 5 === 0 ? [{ status: 301, from: common.url, to: `https://${longHost}/` }] : [],
  });
}
