import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Call, Handler } from '../../../clinic/http-call.ts';
import { isJsonObject, type JsonObject } from '../../../lib/kernel/json.ts';
import type { Hop } from '../../../lib/kernel/exchange.ts';
import type { NetworkRequest, Received } from '../../../lib/kernel/ports.ts';

/** What a handler answers with when no wire is between: joined headers, and the whole body. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The servers of a world. Both answer at once. */
export interface Answering {
  readonly handlerOf: (host: string) => Handler | undefined;
  readonly decorate: (answered: Answered, call: Call) => Answered;
  /** Told when what was answered last is what the doctor gets, and when something else is. */
  readonly delivered: (isWhole: boolean) => void;
}

/** Takes a request to the handler of its host and follows redirects, as a port does, without any socket. */
export async function callInMemory(request: NetworkRequest, answer: Answering): Promise<Received> {
  const redirects: Hop[] = [];
  let { url, method, body } = request;
  const base = { remoteAddress: '192.0.2.1', redirects };
  const timing = { startedAt: Date.parse('2026-11-21T12:00:00Z'), headersMs: 1, durationMs: 2 };
  for (;;) {
    const target = new URL(url);
    const handler = answer.handlerOf(target.host);
    if (handler === undefined)
      return { ...base, kind: 'failure', reason: 'dns', detail: `getaddrinfo ENOTFOUND ${target.host}`, timing };
    const call = callOf(target, { ...request, method, ...(body !== undefined && { body }) });
    const answered = answer.decorate(answeredBy(handler, call), call);
    const to = answered.headers['location'];
    if (
      answered.status >= 300 &&
      answered.status < 400 &&
      to !== undefined &&
      redirects.length < request.maxRedirects
    ) {
      answer.delivered(false);
      redirects.push({ status: answered.status, from: url, to: new URL(to, url).href });
      url = new URL(to, url).href;
      if (answered.status === 303 || (answered.status < 303 && method === 'POST')) {
        method = 'GET';
        body = undefined;
      }
      continue;
    }
    const { status, headers } = answered;
    const isRead = request.wantBytes !== true && method !== 'HEAD';
    const text = isRead ? answered.text : '';
    answer.delivered(isRead);
    if (request.onHead?.({ status, headers }) !== 'stop') request.onText?.(text);
    const read = { text, bytes: text.length, end: 'complete' as const, chunks: [{ atMs: 1, bytes: text.length }] };
    return { ...base, kind: 'response', finalUrl: url, status, headers, ...read, timing };
  }
}

function callOf(url: URL, { method, headers, body = '' }: NetworkRequest): Call {
  return { method, url, headers: { host: url.host, ...headers } as IncomingHttpHeaders, body, message: parsed(body) };
}

function parsed(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function answeredBy(handler: Handler, call: Call): Answered {
  const headers: Record<string, string> = {};
  let status = 200;
  let text = '';
  const put = (more: Readonly<Record<string, string | readonly string[]>> = {}): void => {
    for (const [name, value] of Object.entries(more)) headers[name.toLowerCase()] = [value].flat().join(', ');
  };
  const response = {
    headersSent: false,
    setHeader: (name: string, value: string) => put({ [name]: value }),
    writeHead: (code: number, more?: Record<string, string>) => {
      status = code;
      put(more);
    },
    write: (piece: string) => (text += piece),
    flushHeaders: () => undefined,
    on: () => undefined,
    destroy: () => undefined,
    end: (piece?: string | Buffer) => (text += piece?.toString() ?? ''),
  };
  void handler(call, response as unknown as ServerResponse);
  return { status, headers, text };
}
