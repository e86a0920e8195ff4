import type { ServerResponse } from 'node:http';
import type { Call } from './http-call.ts';

/** One request that a sample server saw, and what it answered. */
export interface LoggedRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The JSON-RPC method in its body, else null. */
  readonly rpc: string | null;
  readonly userAgent: string;
  readonly sessionId: string | null;
  /** Null until the head of the answer was sent. */
  status: number | null;
  /** The session id that the answer gave out. */
  issuedSession: string | null;
}

/** What was asked of the servers of one stage, in order. */
export interface RequestLog {
  readonly requests: readonly LoggedRequest[];
  note(call: Call, response: ServerResponse): void;
  /** How many requests carried this JSON-RPC method. */
  count(rpc: string): number;
  /** Session ids that were given out, and those that a DELETE named. */
  sessions(): { readonly opened: readonly string[]; readonly deleted: readonly string[] };
}

/** Makes an empty log. */
export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  return {
    requests,
    note(call, response) {
      const entry = entryFor(call);
      requests.push(entry);
      const keep = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
      response.writeHead = ((...args: unknown[]) => {
        const written = keep(...args);
        entry.status = response.statusCode;
        entry.issuedSession = issuedBy(response, args);
        return written;
      }) as typeof response.writeHead;
    },
    count: (rpc) => requests.filter((request) => request.rpc === rpc).length,
    sessions: () => ({
      opened: requests.flatMap((request) => request.issuedSession ?? []),
      deleted: requests.flatMap((request) => (request.method === 'DELETE' ? (request.sessionId ?? []) : [])),
    }),
  };
}

function entryFor(call: Call): LoggedRequest {
  const rpc = call.message?.['method'];
  return {
    method: call.method,
    host: call.url.hostname,
    path: call.url.pathname,
    rpc: typeof rpc === 'string' ? rpc : null,
    userAgent: call.headers['user-agent'] ?? '',
    sessionId: single(call.headers['mcp-session-id']),
    status: null,
    issuedSession: null,
  };
}

function issuedBy(response: ServerResponse, args: readonly unknown[]): string | null {
  const given = args.find((argument) => typeof argument === 'object' && argument !== null) as
    Record<string, unknown> | undefined;
  const written = given?.['mcp-session-id'] ?? response.getHeader('mcp-session-id');
  return typeof written === 'string' ? written : null;
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : (value?.[0] ?? null);
}
