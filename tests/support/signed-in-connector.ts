import assert from 'node:assert/strict';
import {
  authorizationServer,
  guarded,
  type AuthorizationServer,
  type AuthorizationServerWish,
} from '../../clinic/authorization-server.ts';
import { asks, respondJson, routes, when, type Call, type Handler } from '../../clinic/http-call.ts';
import { legacySseServer } from '../../clinic/legacy-sse-server.ts';
import type { McpServerOptions } from '../../clinic/mcp-methods.ts';
import { bearerChallenge, challenge, resourceMetadata } from '../../clinic/oauth.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { encodeReport } from '../../lib/report/formats/encode.ts';
import type { Rig } from './rig.ts';

/** The connector’s origin, at which its authorization server stands as well. */
export const origin = 'https://mcp.acme.dev';
/** The connector’s address. */
export const url = `${origin}/mcp`;
const challenged = bearerChallenge(`${origin}/.well-known/oauth-protected-resource/mcp`);

/** How a connector with a sign-in differs from a good one. */
export interface Wish extends AuthorizationServerWish {
  readonly mcp?: McpServerOptions;
  /** In place of the MCP server behind the sign-in. */
  readonly inside?: (mcp: Handler) => Handler;
  /** What is made of a token that was issued; default: it is let through. */
  readonly accepts?: (call: Call, scope: string) => true | Handler;
  /** What every token but the first is answered with; default: it is treated like the first. */
  readonly onRenewed?: Handler;
}

const running = new WeakMap<Rig, AuthorizationServer>();

/** The authorization server of a connector that was put up. */
export function serverOf(rig: Rig): AuthorizationServer {
  const server = running.get(rig);
  assert.ok(server, 'no connector was put up');
  return server;
}

/** Puts up a connector with a sign-in. */
export async function start(rig: Rig, wish: Wish = {}): Promise<string> {
  const server = authorizationServer(origin, { prefix: rig.secrets.token, ...wish });
  running.set(rig, server);
  const mcp = rig.mcp(wish.mcp);
  let first: string | null = null;
  const mcpRoute = guarded(wish.inside?.(mcp) ?? mcp, challenged, (token, call) => {
    const grant = server.grantOf(token);
    if (!grant) return challenge(challenged);
    first ??= token;
    if (wish.onRenewed && token !== first) return wish.onRenewed;
    return wish.accepts?.(call, grant.scope) ?? true;
  });
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/mcp': mcpRoute,
      '/.well-known/oauth-protected-resource/mcp': respondJson(200, resourceMetadata(url, origin)),
    }),
  );
  return url;
}

/** Listing is open to everybody, calls are not. */
export async function startPartial(rig: Rig): Promise<string> {
  const server = authorizationServer(origin, { prefix: rig.secrets.token });
  running.set(rig, server);
  const mcp = rig.mcp();
  const closed = guarded(mcp, challenged, (token) => (server.grantOf(token) ? true : challenge(challenged)));
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/mcp': when((call) => asks('tools/call')(call) || call.headers.authorization !== undefined, closed, mcp),
      '/.well-known/oauth-protected-resource/mcp': respondJson(200, resourceMetadata(url, origin)),
    }),
  );
  return url;
}

/** Both addresses of the older transport want the token. */
export async function startSse(rig: Rig): Promise<string> {
  const server = authorizationServer(origin, { prefix: rig.secrets.token });
  running.set(rig, server);
  const sse = bearerChallenge(`${origin}/.well-known/oauth-protected-resource/sse`);
  const closed = guarded(legacySseServer(), sse, (token) => (server.grantOf(token) ? true : challenge(sse)));
  await rig.host(
    'mcp.acme.dev',
    routes({
      ...server.routes,
      '/sse': closed,
      '/messages': closed,
      '/.well-known/oauth-protected-resource/sse': respondJson(200, resourceMetadata(`${origin}/sse`, origin)),
    }),
  );
  return `${origin}/sse`;
}

/** Nothing of the sign-in stands in the report, and nothing of it stays behind. */
export function leavesNothing(rig: Rig, report: Report): void {
  const server = serverOf(rig);
  const text = encodeReport(report);
  for (const secret of server.secrets())
    assert.ok(!text.includes(secret), 'a secret of the sign-in stands in the report');
  assert.deepEqual(server.left(), { tokens: 0, clients: 0 });
}
