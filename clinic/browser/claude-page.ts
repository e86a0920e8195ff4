import { respond, respondHtml, respondJson, type Call, type Handler } from '../http-call.ts';
import type { Stage } from '../stage.ts';
import { appScript, appStyle, connectorsPage, ownScript } from './claude-page-files.ts';
import { calmStatus, type StatusSummary } from './claude-status.ts';

/** The public `HOST:PORT`s that the stand-in for Claude puts up, or asks and finds nothing behind. */
export const claudeHosts: readonly string[] = [
  'claude.ai:443',
  'api.anthropic.com:443',
  'assets-proxy.anthropic.com:443',
  'statsig.anthropic.com:443',
  'a-cdn.anthropic.com:443',
  'status.claude.com:443',
  'dns.clinic-resolver.dev:443',
];

/** Where Claude’s page about connectors stands. */
export const claudeConnectorsUrl = 'https://claude.ai/customize/connectors';

/** What the page says when the directory does not answer. */
export const directorySentence = 'Could not load connectors directory.';

export interface ClaudeWish {
  /** The page’s own code puts a wrapper around `fetch`, as error reporters do. Default true. */
  readonly wrapsFetch?: boolean;
}

/** The stand-in while it stands: what it answers can be changed. */
export interface ClaudeStandIn {
  /** What the status page says from now on. */
  report(summary: StatusSummary): void;
  /** A new version of the page’s code is out, under the same names; with `renames`, under new ones, and the old files are gone. */
  release(version: number, how?: { readonly renames: boolean }): void;
  /** The directory answers with this status from now on. */
  directoryAnswers(status: number): void;
}

/**
 * Puts up what Claude’s page about connectors needs: documents, code, the connectors of an organization, the directory, and what is sent
 * home. Nothing in it is anybody’s.
 */
export async function putUpClaude(stage: Stage, wish: ClaudeWish = {}): Promise<ClaudeStandIn> {
  let summary: StatusSummary = calmStatus;
  let version = 1;
  let renames = false;
  let directoryStatus = 200;
  const name = (): string => (renames ? `index-v${String(version)}` : 'index');
  const page: Handler = (call, response) =>
    respondHtml(200, connectorsPage({ script: name() }), pageHeaders)(call, response);
  await stage.host('claude.ai', (call, response) => claudeAnswer(page, call)(call, response));
  await stage.host('api.anthropic.com', (call, response) => registryAnswer(call, directoryStatus)(call, response));
  await stage.host('assets-proxy.anthropic.com', (call, response) =>
    fileAnswer(call, { name: name(), version, wrapsFetch: wish.wrapsFetch !== false })(call, response),
  );
  await stage.host('statsig.anthropic.com', respondJson(200, {}, anyOrigin));
  await stage.host('a-cdn.anthropic.com', respond(200, { 'content-type': 'text/javascript', ...anyOrigin }, ''));
  await stage.host('status.claude.com', (call, response) =>
    call.url.pathname === '/api/v2/summary.json'
      ? respondJson(200, { ...summary }, anyOrigin)(call, response)
      : respondHtml(200, '<!doctype html><title>Claude Status</title><h1>Claude Status</h1>')(call, response),
  );
  return {
    report: (next) => void (summary = next),
    release(next, how) {
      version = next;
      renames = how?.renames === true;
    },
    directoryAnswers: (status) => void (directoryStatus = status),
  };
}

const anyOrigin = { 'access-control-allow-origin': '*' };
const forClaude = {
  'access-control-allow-origin': 'https://claude.ai',
  'access-control-allow-credentials': 'true',
  vary: 'origin',
};

const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "script-src https: 'unsafe-inline'; object-src 'none'; base-uri 'none'",
  'set-cookie': 'device=stand-in; Path=/; Secure; HttpOnly; SameSite=Lax',
};

function claudeAnswer(page: Handler, { url, method }: Call): Handler {
  const { pathname } = url;
  if (pathname === '/sentry' || pathname.startsWith('/api/event_logging')) return respondJson(200, {});
  if (pathname === '/_next/static/own.js') return respond(200, scriptHeaders, ownScript);
  if (pathname === '/api/bootstrap') return respondJson(200, { account: null });
  if (/^\/api\/organizations\/[^/]+\/mcp\/remote_servers$/.test(pathname)) {
    return respondJson(200, [
      { uuid: '00000000-0000-4000-8000-00000000000a', name: 'Acme', url: 'https://mcp.acme.dev/mcp' },
    ]);
  }
  if (pathname.startsWith('/api/')) return respondJson(403, { type: 'error', error: { type: 'permission_error' } });
  return method === 'GET' ? page : respond(405, {});
}

function registryAnswer({ url, method }: Call, status: number): Handler {
  if (method === 'OPTIONS') return respond(204, { ...forClaude, 'access-control-allow-headers': 'content-type' });
  if (!url.pathname.startsWith('/mcp-registry/')) return respondJson(404, { type: 'error' }, forClaude);
  return respondJson(status, status === 200 ? { servers: [{ name: 'dev.acme/mcp' }] } : { type: 'error' }, forClaude);
}

const scriptHeaders = { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' };

function fileAnswer(
  { url }: Call,
  file: { readonly name: string; readonly version: number; readonly wrapsFetch: boolean },
): Handler {
  const { pathname } = url;
  if (pathname === `/assets/v1/${file.name}.js`) {
    return respond(200, { ...scriptHeaders, ...anyOrigin }, appScript(file));
  }
  if (pathname === '/assets/v1/style.css') {
    return respond(200, { ...scriptHeaders, ...anyOrigin, 'content-type': 'text/css' }, appStyle);
  }
  return respond(404, { 'content-type': 'text/plain', ...anyOrigin }, 'not found');
}
