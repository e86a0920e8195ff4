import fc from 'fast-check';
import { withholdable, type Report, type Withheld } from '../../../../lib/kernel/report.ts';
import { prepareReport } from '../../../../lib/report/sharing/prepare-report.ts';
import { sampleFinding, sampleReport, sampleResponse } from '../sample-report.ts';

/** All that names somebody. */
export const allButExchanges = withholdable.filter((part) => part !== 'exchanges');

/** What stands in a report beside the note of the person who hands it on, and the documentation that findings name. */
export function standsIn(report: Report): string {
  return JSON.stringify({
    ...report,
    note: null,
    findings: report.findings.map((each) => ({ ...each, sources: [] })),
  }).toLowerCase();
}

/** The report with these parts left out. */
export function without(report: Report, ...withhold: readonly Withheld[]): Report {
  return prepareReport(report, { withhold, note: null });
}

/** A report in which one text stands in every member that can hold one. */
export function planted(text: string, members: Partial<Report> = {}): Report {
  const typed = { kind: 'url', text, url: { href: text } };
  return sampleReport({
    claude: { sentence: `Couldn’t reach ${text}.` },
    run: { status: 'complete', plans: ['walk'], consents: [text], missingOrigins: [text], durationMs: 1 },
    stop: { step: 3, name: 'the first request', claudeSays: [`It says “${text}”`] },
    findings: [
      sampleFinding({
        subject: { kind: 'connector', url: text },
        values: { text, n: 1 },
        title: `${text}: no`,
        detail: `At ${text}, nothing.`,
        fix: [{ kind: 'text', text: `Ask ${text}.` }],
      }),
    ],
    exchanges: [
      sampleResponse({
        url: text,
        headers: { location: text, 'set-cookie': `a=redacted; Domain=.${text}; Path=/` },
        body: JSON.stringify({ deep: JSON.stringify({ deeper: text }) }),
        redirects: [{ status: 301, from: text, to: text }],
      }),
    ],
    evidence: {
      typed: { status: 'observed', value: typed },
      listing: { status: 'observed', value: { [`${text}/claim`]: [text, { inner: text }] } },
    },
    readiness: { lines: [text] },
    redactions: [{ what: `2 × ${text}`, why: 'secret' }],
    tokenShapes: [{ mark: 'redacted-token-1', header: { typ: 'JWT' }, claims: [text, `${text}/roles`] }],
    ...members,
  });
}

/** How a text may stand in a report. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  capitals: (text) => text.toUpperCase(),
  percent: (text) => encodeURIComponent(text).replace(/[.-]/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  'percent, every character': percented,
  'percent twice': (text) => percented(text).replaceAll('%', '%25'),
  json: (text) => [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  html: (text) => [...text].map((one) => `&#${String(one.codePointAt(0) ?? 0)};`).join(''),
  'html, hexadecimal': (text) => [...text].map((one) => `&#x${(one.codePointAt(0) ?? 0).toString(16)};`).join(''),
  base64: (text) => btoa(`xy${text}z`),
  base64url: (text) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  hexadecimal: (text) => [...text].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
  'behind an escape': (text) => `\\n${text}\\u0020%0A${text}%20`,
};

function percented(text: string): string {
  return [...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
}

/** Everything that a text is once its escapes are read, however many layers there are, and what base64 and hexadecimal in it hold. */
export function readingsOf(text: string): string {
  const unescaped = (each: string): string =>
    each
      .replace(/(?:%[\da-f]{2})+/gi, (run) => {
        try {
          return decodeURIComponent(run);
        } catch {
          return run;
        }
      })
      .replace(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  let layers = text;
  let reading = text;
  for (let layer = 0; layer < 6; layer += 1) {
    reading = unescaped(reading);
    layers += `\n${reading}`;
  }
  const hidden = [...layers.matchAll(/[\w+/-]{12,}/g)].flatMap(([run]) =>
    [0, 1, 2, 3].map((skip) => fromBase64(run.slice(skip))),
  );
  const hexadecimal = [...layers.matchAll(/(?:[\da-f]{2}){6,}/gi)].map(([run]) =>
    (run.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''),
  );
  return [layers, ...hidden, ...hexadecimal].join('\n').toLowerCase();
}

function fromBase64(run: string): string {
  const plain = run.replaceAll('-', '+').replaceAll('_', '/');
  return atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)));
}

/** A word that nobody uses. */
export const label = fc.stringMatching(/^[a-z][a-z0-9]{4,11}$/).map((text) => `q${text}7`);
/** A host under several kinds of ends. */
export const host = fc
  .tuple(fc.array(label, { minLength: 0, maxLength: 2 }), label, fc.constantFrom('com', 'dev', 'co.uk', 'io', 'com.au'))
  .map(([front, name, end]) => [...front, name, end].join('.'));
/** The name of an encoding. */
export const encoding = fc.constantFrom(...Object.keys(encodings));

/** A text in one of the encodings. */
export function encoded(name: string, text: string): string {
  return (encodings[name] ?? percented)(text);
}
