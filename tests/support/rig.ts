import { randomUUID } from 'node:crypto';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions, type TLSSocket } from 'node:tls';
import type { Authority } from '../../clinic/authority.ts';
import { listen } from '../../clinic/front.ts';
import type { Handler } from '../../clinic/http-call.ts';
import type { McpServerOptions } from '../../clinic/mcp-methods.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { createStage, type HostWish, type Stage } from '../../clinic/stage.ts';
import { isJsonObject, type Json, type JsonObject } from '../../lib/kernel/json.ts';

/** Counts the connections that reach an address which nobody may connect to. */
export interface Trap {
  /** Its port on 127.0.0.1, itself an address to which no answer may lead. */
  readonly port: number;
  readonly connections: number;
}

/** A stage for one corpus case: it plants secrets in what the servers say, and has hosts that do not speak HTTP at all. */
export interface Rig extends Stage {
  /** Texts that may occur in no report of this case. */
  readonly secrets: { readonly session: string; readonly cookie: string; readonly token: string; readonly own: string };
  /** Our minimal MCP server, with a planted session id and token. */
  mcp(options?: McpServerOptions): Handler;
  /** Sets a listener that only counts what reaches it; ports 443 and 80 of the host lead there. */
  trap(host?: string): Promise<Trap>;
  /** All traps that were set. */
  readonly traps: readonly Trap[];
  /** A host that handles each TCP connection by itself. */
  raw(host: string, onConnection: (socket: Socket) => void): Promise<void>;
  /** A host that handles each connection by itself, after a good TLS handshake. */
  rawTls(host: string, onConnection: (socket: TLSSocket) => void, options?: TlsOptions): Promise<void>;
  /** A host whose address leads to a port on which nobody listens. */
  dead(host: string, port?: number): Promise<void>;
}

/** Sets up an empty rig. */
export async function createRig(authority: Authority): Promise<Rig> {
  const stage = await createStage(authority);
  const secrets = {
    session: `planted-session-${randomUUID()}`,
    cookie: `planted-cookie-${randomUUID()}`,
    token: `planted-token-${randomUUID()}`,
    own: `planted-own-${randomUUID()}`,
  };
  const traps: Trap[] = [];
  const raw: Rig['raw'] = async (host, onConnection) => {
    const listener = await listen(createTcpServer(onConnection));
    stage.keep(listener);
    stage.lead(host, 443, listener.port);
  };
  return {
    ...stage,
    secrets,
    raw,
    host: (name, handler, wish: HostWish = {}) =>
      stage.host(name, handler, {
        ...wish,
        headers: { 'set-cookie': `visit=${secrets.cookie}; HttpOnly; Secure`, ...wish.headers },
      }),
    mcp: (options = {}) =>
      mcpServer({
        newSessionId: () => `${secrets.session}-${randomUUID()}`,
        ...options,
        change: (reply, request) => {
          const planted = withToken(reply, secrets.token);
          return options.change?.(planted, request) ?? planted;
        },
      }),
    traps,
    trap: async (host) => {
      let connections = 0;
      const listener = await listen(
        createTcpServer((socket) => {
          connections += 1;
          socket.destroy();
        }),
      );
      stage.keep(listener);
      if (host !== undefined) {
        stage.lead(host, 443, listener.port);
        stage.lead(host, 80, listener.port);
      }
      const trap: Trap = {
        port: listener.port,
        get connections() {
          return connections;
        },
      };
      traps.push(trap);
      return trap;
    },
    rawTls: async (host, onConnection, options = {}) => {
      const identity = await authority.identityFor([host]);
      const listener = await listen(createTlsServer({ ...identity, ...options }, onConnection));
      stage.keep(listener);
      stage.lead(host, 443, listener.port);
    },
    dead: async (host, port = 443) => {
      const listener = await listen(createTcpServer());
      await listener.close();
      stage.lead(host, port, listener.port);
    },
  };
}

/** Puts a token where servers sometimes leave one: beside the result’s own members. */
function withToken(reply: JsonObject, token: string): JsonObject {
  const result: Json | undefined = reply['result'];
  if (!isJsonObject(result)) return reply;
  const meta = isJsonObject(result['_meta']) ? result['_meta'] : {};
  return { ...reply, result: { ...result, _meta: { ...meta, access_token: token } } };
}
