import type { Exchange, Headers } from '../../kernel/exchange.ts';
import type { Report, WordedFinding } from '../../kernel/report.ts';
import { proofsOf } from '../words/exchange-words.ts';

/** The requests that prove findings, each once, and how a result refers to its own. */
export interface WebExchanges {
  readonly requests: readonly object[];
  readonly responses: readonly object[];
  ofFinding(finding: WordedFinding): object;
}

/** Collects the first proof of each finding. */
export function webExchanges(report: Report): WebExchanges {
  const first = new Map(
    report.findings.flatMap((finding) => {
      const [proof] = proofsOf(finding, report.exchanges);
      return proof === undefined ? [] : [[finding, proof] as const];
    }),
  );
  const shown = [...new Set(first.values())];
  return {
    requests: shown.map(requestOf),
    responses: shown.map(responseOf),
    ofFinding: (finding) => {
      const proof = first.get(finding);
      if (proof === undefined) return {};
      const index = shown.indexOf(proof);
      return { webRequest: { index }, webResponse: { index } };
    },
  };
}

function requestOf(exchange: Exchange, index: number): object {
  const { method, url, requestHeaders, requestBody } = exchange;
  return {
    index,
    protocol: 'HTTP',
    target: url,
    method,
    headers: headersOf(requestHeaders),
    parameters: parametersOf(url),
    ...(requestBody !== null && { body: { text: cut(requestBody) } }),
    properties: { exchange: exchange.id },
  };
}

function responseOf(exchange: Exchange, index: number): object {
  if (exchange.kind === 'failure') {
    const { reason, detail } = exchange;
    return { index, noResponseReceived: true, properties: { reason, detail } };
  }
  const { status, headers, body, finalUrl, bodyTruncated } = exchange;
  return {
    index,
    protocol: 'HTTP',
    statusCode: status,
    headers: headersOf(headers),
    body: { text: cut(body) },
    noResponseReceived: false,
    properties: { finalUrl, bodyTruncated: bodyTruncated || body.length > shownBody },
  };
}

/** UTF-16 code units: an upload may have ten megabytes in all. */
const shownBody = 8_192;

function cut(text: string): string {
  return text.slice(0, shownBody).toWellFormed();
}

function headersOf(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.toWellFormed()]));
}

function parametersOf(url: string): Readonly<Record<string, string>> {
  return URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : {};
}
