import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, type Json, type JsonObject } from '../lib/kernel/json.ts';

/** A request with its whole body, as the sample servers handle it. */
export interface Call {
  readonly method: string;
  /** Absolute; the host is the one that the client named. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body when it is a JSON object (a JSON-RPC message), else null. */
  readonly message: JsonObject | null;
}

/** Answers a call. What it leaves open (a silent stream, say) is closed with the server. */
export type Handler = (call: Call, response: ServerResponse) => void | Promise<void>;

/** Reads a request to its end. */
export async function readCall(request: IncomingMessage, scheme: 'http' | 'https'): Promise<Call> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString('utf8');
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'nameless.invalid'}`),
    headers: request.headers,
    body,
    message: parseObject(body),
  };
}

/** Answers with a status, headers and a text. */
export function respond(status: number, headers: Record<string, string | readonly string[]>, body = ''): Handler {
  return (_call, response) => {
    response.writeHead(status, headers as Record<string, string | string[]>);
    response.end(body);
  };
}

/** Answers with JSON. */
export function respondJson(status: number, body: Json, headers: Record<string, string> = {}): Handler {
  return respond(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
}

/** Answers with a web page. */
export function respondHtml(status: number, body: string, headers: Record<string, string> = {}): Handler {
  return respond(status, { 'content-type': 'text/html; charset=utf-8', ...headers }, body);
}

/** Answers with a redirect to an address, or to what is made of the call. */
export function redirect(status: number, to: string | ((call: Call) => string)): Handler {
  return (call, response) => {
    response.writeHead(status, { location: typeof to === 'string' ? to : to(call) });
    response.end();
  };
}

/** Accepts the request and never answers. */
export const neverAnswer: Handler = () => undefined;

/** Hands calls for which the condition holds to one handler, all others to the next. */
export function when(holds: (call: Call) => boolean, then: Handler, otherwise: Handler): Handler {
  return (call, response) => (holds(call) ? then : otherwise)(call, response);
}

/** Handlers by path; what is on none of them is not found. */
export function routes(table: Readonly<Record<string, Handler>>, otherwise: Handler = notFound): Handler {
  return (call, response) => (table[call.url.pathname] ?? otherwise)(call, response);
}

/** A plain 404, as an app framework gives it. */
export const notFound: Handler = (call, response) =>
  respond(404, { 'content-type': 'text/plain' }, `Cannot ${call.method} ${call.url.pathname}`)(call, response);

/** True when the call carries this JSON-RPC method. */
export function asks(method: string): (call: Call) => boolean {
  return (call) => call.message?.['method'] === method;
}

function parseObject(text: string): JsonObject | null {
  if (text === '') return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
