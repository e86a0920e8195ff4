import fc from 'fast-check';
import type { Exchange } from '../../../../lib/kernel/exchange.ts';
import type { Report, WordedFinding } from '../../../../lib/kernel/report.ts';
import { sampleFailure, sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

/** What servers and pages may call themselves to break out of a format. */
export const hostileTexts: readonly string[] = [
  ']]><failure message="x">&amp;&#0;</failure><![CDATA[',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
  '"></testcase></testsuite>',
  'null\u0000 escape\u001b[31m bell\u0007 delete\u007f c1\u0085\u009b',
  'lone \ud800 and \udfff, not a character \ufffe \uffff',
  'right to left \u202e and zero\u200bwidth \ufeff',
  'line\nfeed\r\nreturn\rtab\t, \u2028 and \u2029',
  '{0} {{1}} } { [click](https://evil.example) [x](0)',
  '::error::no ::set-output name=a::b ##[add-mask]c %0A::stop-commands::t',
  '</script><img src=x onerror=alert(1)>',
  '\\" \\u0022 \' ` $(id) ${IFS}',
  '   ',
  '',
];

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

const severity = fc.constantFrom('blocker', 'problem', 'warning', 'note' as const);
const code = fc.constantFrom('http.waf-block', 'auth.prm-invalid', 'tools.missing-title', 'net.refused' as const);

const finding = (index: number): fc.Arbitrary<WordedFinding> =>
  fc
    .record({ code, severity, title: text, detail: text, fix: text, source: text, url: text, explainedBy: text })
    .map(({ code: named, fix, source, url, ...rest }) =>
      sampleFinding({
        ...rest,
        code: named as WordedFinding['code'],
        id: `${named}#${index}`,
        fix: [{ kind: 'text', text: fix }],
        sources: ['https://example.com/a', source],
        subject: { kind: 'connector', url },
        evidence: ['e1', 'e2', 'e9'],
      }),
    );

const headers = fc.dictionary(
  fc.oneof(fc.constantFrom('content-type', 'set-cookie', 'cookie', '__proto__'), text),
  text,
);

const exchange = fc.record({
  url: text,
  to: text,
  body: text,
  detail: text,
  method: text,
  headers,
  startedAt: fc.double(),
});

/** Reports whose every foreign text is hostile, though their form is right. */
export const hostileReports: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.tuple(finding(1), finding(2), finding(3)),
    seen: exchange,
    name: text,
    url: text,
    host: text,
    createdAt: text,
    durationMs: fc.double({ noNaN: true, noDefaultInfinity: true }),
    headline: text,
  })
  .map(({ findings, seen, name, url, host, createdAt, durationMs }) => {
    const plain = sampleReport();
    return sampleReport({
      findings,
      createdAt,
      target: { url, host },
      note: name,
      run: { ...plain.run, durationMs },
      exchanges: exchangesOf(seen),
      facts: { ...plain.facts, server: { name, title: name, version: name, instructionsLength: 0 } },
    });
  });

interface Seen {
  readonly url: string;
  readonly to: string;
  readonly body: string;
  readonly detail: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly startedAt: number;
}

function exchangesOf({ url, to, body, detail, method, headers: given, startedAt }: Seen): readonly Exchange[] {
  const timing = { startedAt: Number.isFinite(startedAt) ? startedAt : 0, headersMs: 5, durationMs: 7 };
  const redirects = [{ status: 302, from: url, to }];
  const asked = { url, method, requestHeaders: given, requestBody: body, timing, redirects, remoteAddress: to };
  return [
    sampleResponse({ ...asked, id: 'e1', finalUrl: to, headers: given, body }),
    sampleFailure({ ...asked, id: 'e2', detail }),
  ];
}
