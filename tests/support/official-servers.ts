import { randomUUID } from 'node:crypto';
import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import { createMcpHandler, McpServer as McpServerV2 } from '@modelcontextprotocol/server';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { McpServer as McpServerV1 } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SSEServerTransport } from '@modelcontextprotocol/sdk/server/sse.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { z } from 'zod';
import { listen, type Listener } from '../../clinic/front.ts';
import type { Handler } from '../../clinic/http-call.ts';

/** Official servers answer plain HTTP on loopback; a front with TLS stands before them, as a proxy does in the world. */
export async function startPlain(listener: RequestListener): Promise<Listener> {
  return listen(createServer(listener));
}

/** Passes calls on to a plain server on loopback, streaming its answer. */
export function proxyTo(port: number): Handler {
  return (call, response) => {
    const onward = httpRequest(
      {
        host: '127.0.0.1',
        port,
        method: call.method,
        path: `${call.url.pathname}${call.url.search}`,
        headers: {
          ...call.headers,
          'content-length': Buffer.byteLength(call.body),
          'x-forwarded-proto': call.url.protocol.slice(0, -1),
          'x-forwarded-host': call.url.host,
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    onward.end(call.body);
  };
}

/** The v1 SDK with sessions, as its documentation wires it. */
export function sdkV1Stateful(): RequestListener {
  const transports = new Map<string, StreamableHTTPServerTransport>();
  return (request, response) => {
    void (async () => {
      const sessionId = request.headers['mcp-session-id'];
      const known = typeof sessionId === 'string' ? transports.get(sessionId) : undefined;
      if (typeof sessionId === 'string' && !known) {
        response.writeHead(404, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({ jsonrpc: '2.0', error: { code: -32001, message: 'Session not found' }, id: null }),
        );
        return;
      }
      const transport = known ?? (await newSession(transports));
      await transport.handleRequest(request, response);
    })();
  };
}

/** The v1 SDK without sessions: a server and a transport for each request. */
export function sdkV1Stateless(): RequestListener {
  return (request, response) => {
    void (async () => {
      const transport = new StreamableHTTPServerTransport({});
      await notebookV1().connect(transport as Parameters<McpServerV1['connect']>[0]);
      // Behind Express the body was read already.
      await transport.handleRequest(request, response, (request as { readonly body?: unknown }).body);
    })();
  };
}

/** The v1 SDK’s app with its own guard against foreign host names, as it comes for development on localhost. */
export function sdkV1GuardedApp(): RequestListener {
  const app = createMcpExpressApp();
  app.all('/mcp', sdkV1Stateless() as Parameters<typeof app.all>[1]);
  return app as unknown as RequestListener;
}

/** The v1 SDK’s legacy HTTP+SSE transport: GET /sse, POST /messages. */
export function sdkV1Sse(): RequestListener {
  const transports = new Map<string, SSEServerTransport>();
  return (request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (request.method === 'GET' && url.pathname === '/sse') {
        const transport = new SSEServerTransport('/messages', response);
        transports.set(transport.sessionId, transport);
        await notebookV1().connect(transport);
        return;
      }
      const transport = transports.get(url.searchParams.get('sessionId') ?? '');
      if (url.pathname === '/messages' && transport) {
        await transport.handlePostMessage(request, response);
        return;
      }
      response.writeHead(404, { 'content-type': 'text/html' });
      response.end(`<pre>Cannot ${request.method ?? ''} ${url.pathname}</pre>`);
    })();
  };
}

/** The v2 SDK: 2026-07-28, and beside it the initialize era unless that is rejected. */
export function sdkV2(legacy: 'stateless' | 'reject' = 'stateless'): RequestListener {
  const handler = toNodeHandler(createMcpHandler(notebookV2, { legacy }));
  return (request, response) => {
    // Behind Express the body was read already.
    const { body } = request as { readonly body?: unknown };
    void handler(request as Parameters<typeof handler>[0], response, body);
  };
}

/** The v2 SDK without a guard of its own, for hosts that speak in web Requests and Responses. */
export function sdkV2Web(): (request: Request) => Promise<Response> {
  return createMcpHandler(notebookV2, { legacy: 'stateless' }).fetch;
}

async function newSession(
  transports: Map<string, StreamableHTTPServerTransport>,
): Promise<StreamableHTTPServerTransport> {
  const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
    sessionIdGenerator: () => `planted-session-${randomUUID()}`,
    onsessioninitialized: (id) => {
      transports.set(id, transport);
    },
    onsessionclosed: (id) => {
      transports.delete(id);
    },
  });
  await notebookV1().connect(transport as Parameters<McpServerV1['connect']>[0]);
  return transport;
}

const echoTool = {
  title: 'Echo',
  description: 'Gives back what it was given.',
  annotations: { readOnlyHint: true, destructiveHint: false },
};

function notebookV1(): McpServerV1 {
  const server = new McpServerV1({ name: 'official-v1', version: '1.0.0' });
  server.registerTool('echo', { ...echoTool, inputSchema: { text: z.string() } }, ({ text }) => ({
    content: [{ type: 'text', text }],
  }));
  return server;
}

function notebookV2(): McpServerV2 {
  const server = new McpServerV2({ name: 'official-v2', version: '1.0.0' });
  server.registerTool('echo', { ...echoTool, inputSchema: z.object({ text: z.string() }) }, ({ text }) => ({
    content: [{ type: 'text', text }],
  }));
  return server;
}
