import { say } from '../../i18n/say.ts';
import { ipLiteral } from '../../kernel/address.ts';
import type { Exchange, Headers } from '../../kernel/exchange.ts';
import { nextMethod } from '../../kernel/redirects.ts';
import type { Report } from '../../kernel/report.ts';
import { steps } from '../../kernel/step.ts';
import { noteLines } from '../words/note-lines.ts';
import { outcomeWords } from '../words/exchange-words.ts';
import { summarize } from '../words/summary.ts';
import { cookiesOf, headersOf, pairsOf, plainAddress, postDataOf, setCookiesOf } from './har-parts.ts';
import { plainLine } from './plain.ts';

/**
 * The exchanges of a report as an HTTP Archive, for the network panel of a browser’s developer tools. Each redirect is an entry of its
 * own, and a request without an answer has the status 0 and an `_error`; members that begin with an underscore are ours.
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function renderHar(report: Report): string {
  const pages = report.exchanges.length === 0 ? [] : [pageOf(report)];
  const log = {
    version: '1.2',
    creator: { name: 'Connector Doctor', version: report.tool.version },
    pages,
    entries: report.exchanges.flatMap(entriesOf),
    comment: commentOf(report),
  };
  return `${JSON.stringify({ log }, undefined, 2)}\n`;
}

const pageId = 'check';

function pageOf(report: Report): object {
  const { headline, about } = summarize(report);
  return {
    id: pageId,
    startedDateTime: dateTime(Math.min(...report.exchanges.map(({ timing }) => timing.startedAt))),
    title: plainLine(`${about}: ${headline}`, 500),
    // It is no page that is loaded.
    pageTimings: { onContentLoad: -1, onLoad: -1 },
  };
}

function commentOf(report: Report): string {
  const { withheld } = report;
  const made = say('The requests of a check by Connector Doctor; secrets are replaced by marks.');
  const left = withheld?.includes('exchanges') === true ? [say('Whoever handed it on left the requests out.')] : [];
  return [[made, ...left].join(' '), ...noteLines(report)].join('\n');
}

/** One entry for each redirect that was met, and one for what came in the end. */
function entriesOf(exchange: Exchange): readonly object[] {
  const { redirects } = exchange;
  const entries: object[] = [];
  let method = exchange.method;
  for (const [index, { status, from, to }] of redirects.entries()) {
    const response = {
      ...answer(status),
      headers: headersOf({ location: to }),
      redirectURL: plainAddress(to),
    };
    // Only the whole way was timed: it stands with the last entry.
    entries.push(entryOf(exchange, { url: from, method, index }, { response, waitMs: 0, receiveMs: 0 }));
    method = nextMethod(method, status);
  }
  const url = exchange.kind === 'response' ? exchange.finalUrl : (redirects.at(-1)?.to ?? exchange.url);
  const { headersMs, durationMs } = exchange.timing;
  const totalMs = Math.max(0, durationMs);
  const waitMs = Math.min(Math.max(0, headersMs ?? totalMs), totalMs);
  const response = exchange.kind === 'response' ? answered(exchange) : failed(exchange);
  const came = { response, waitMs, receiveMs: totalMs - waitMs };
  return [...entries, entryOf(exchange, { url, method, index: redirects.length }, came)];
}

/** Which request of an exchange: the first one, or one after so many redirects. */
interface Asked {
  readonly url: string;
  readonly method: string;
  readonly index: number;
}

interface Came {
  readonly response: object;
  readonly waitMs: number;
  readonly receiveMs: number;
}

function entryOf(exchange: Exchange, asked: Asked, { response, waitMs, receiveMs }: Came): object {
  const { id, step, remoteAddress, timing } = exchange;
  const address = remoteAddress === null ? undefined : ipLiteral(remoteAddress)?.address;
  return {
    pageref: pageId,
    startedDateTime: dateTime(timing.startedAt),
    time: waitMs + receiveMs,
    request: requestOf(exchange, asked),
    response,
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: waitMs, receive: receiveMs },
    // The address that answered in the end says nothing of those before it.
    ...(address !== undefined && asked.index === exchange.redirects.length && { serverIPAddress: address }),
    comment: stepWords(exchange),
    _exchange: id,
    _step: step,
    _resourceType: 'fetch',
  };
}

function stepWords(exchange: Exchange): string {
  const { id, step } = exchange;
  const words = plainLine(outcomeWords(exchange), 500);
  return step === null
    ? say('{id}: {outcome}', { id, outcome: words })
    : say('{id}, step {step} ({name}): {outcome}', { id, step, name: say(steps[step]), outcome: words });
}

function requestOf(exchange: Exchange, { url, method, index }: Asked): object {
  const { requestHeaders, requestBody } = exchange;
  const headers = index === 0 ? requestHeaders : travelling(exchange, url, method);
  const body = method === exchange.method ? requestBody : null;
  return {
    method,
    url: plainAddress(url),
    httpVersion: unknownVersion,
    cookies: cookiesOf(headers['cookie']),
    headers: headersOf(headers),
    queryString: pairsOf(url),
    ...(body !== null && { postData: postDataOf(body, headers['content-type']) }),
    headersSize: -1,
    bodySize: body === null ? 0 : byteLength(body),
  };
}

/** What a redirect takes along: no secret to another origin, and no form of a body that is gone. */
function travelling({ requestHeaders, url: first, method }: Exchange, url: string, now: string): Headers {
  const isElsewhere = originOf(first) !== originOf(url);
  const staying = [...(isElsewhere ? secretHeaders : []), ...(method === now ? [] : bodyHeaders)];
  return Object.fromEntries(Object.entries(requestHeaders).filter(([name]) => !staying.includes(name)));
}

const secretHeaders: readonly string[] = ['authorization', 'cookie', 'proxy-authorization'];
const bodyHeaders: readonly string[] = ['content-type', 'content-length', 'transfer-encoding'];

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

function answered(exchange: Extract<Exchange, { kind: 'response' }>): object {
  const { status, headers, body, bodyBytes, bodyTruncated, bodyEnd } = exchange;
  return {
    ...answer(status),
    cookies: setCookiesOf(headers['set-cookie']),
    headers: headersOf(headers),
    content: {
      size: bodyBytes,
      mimeType: headers['content-type'] ?? unknownType,
      ...textOf(body),
      ...(bodyTruncated && { comment: say('Only the beginning of the body is in the report.') }),
    },
    redirectURL: leadsTo(exchange),
    ...(bodyEnd !== 'complete' && { _bodyEnd: bodyEnd }),
  };
}

function failed({ reason, detail }: Extract<Exchange, { kind: 'failure' }>): object {
  return { ...answer(0), _error: plainLine(detail === '' ? reason : `${reason}: ${detail}`, 500), _reason: reason };
}

/** An answer of which only the status is known. */
function answer(status: number): object {
  return {
    status,
    statusText: '',
    httpVersion: unknownVersion,
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: unknownType },
    redirectURL: '',
    headersSize: -1,
    // What went over the wire, which may have been compressed, was not counted.
    bodySize: -1,
  };
}

const unknownVersion = 'unknown';
const unknownType = 'x-unknown';

/** Where a redirect points that was not followed; nowhere for any other answer. */
function leadsTo({ status, headers, finalUrl }: Extract<Exchange, { kind: 'response' }>): string {
  const location = headers['location'];
  if (location === undefined || status < 300 || status >= 400 || !URL.canParse(location, finalUrl)) return '';
  return plainAddress(new URL(location, finalUrl).href);
}

/** Text as it is, else its bytes: readers show control characters in no useful way, and a lone surrogate has no form in UTF-8. */
function textOf(body: string): { readonly text: string; readonly encoding?: 'base64' } {
  const whole = body.toWellFormed();
  return controls.test(whole) ? { text: base64(whole), encoding: 'base64' } : { text: whole };
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = '';
  // So many at a time as a call takes arguments.
  for (let start = 0; start < bytes.length; start += 4_096) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 4_096));
  }
  return btoa(binary);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Between the years 1970 and 9999: a foreign report may say anything. */
function dateTime(at: number): string {
  return new Date(Math.min(Math.max(0, at), 253_402_300_799_000)).toISOString();
}
