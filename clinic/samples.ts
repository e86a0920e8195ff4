import type { FindingCode } from '../lib/kernel/finding-code.ts';
import type { Verdict } from '../lib/kernel/report.ts';
import { respondHtml, respond, routes, when } from './http-call.ts';
import { legacySseServer } from './legacy-sse-server.ts';
import { mcpServer } from './mcp-server.ts';
import { bearerChallenge, challenge, guardedServer, resourceMetadata } from './oauth.ts';
import type { Stage } from './stage.ts';

/** One connector of the clinic, and what is known to be wrong with it. */
export interface Sample {
  readonly name: string;
  /** What is wrong with it, in one clause. */
  readonly complaint: string;
  readonly expect: { readonly verdict: Verdict; readonly cause: FindingCode | null };
  /** Puts it up and answers with its URL. */
  start(stage: Stage): Promise<string>;
}

const aDay = 86_400_000;
const cloudflare = { server: 'cloudflare', 'cf-ray': '8f1c2d3e4f5a6b7c-FRA' };

/** The connectors of the clinic: healthy ones first. */
export const samples: readonly Sample[] = [
  {
    name: 'notebook',
    complaint: 'nothing: an open server in good health',
    expect: { verdict: 'ready', cause: null },
    start: async (stage) => {
      await stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer({ modern: true }) }));
      return 'https://mcp.notebook.dev/mcp';
    },
  },
  {
    name: 'ledger',
    complaint: 'nothing: it asks for a sign-in, as it should',
    expect: { verdict: 'sign-in-needed', cause: null },
    start: async (stage) => {
      await stage.host('mcp.ledger.dev', guardedServer('https://mcp.ledger.dev'));
      return 'https://mcp.ledger.dev/mcp';
    },
  },
  {
    name: 'calendar',
    complaint: 'its certificate ran out two days ago',
    expect: { verdict: 'broken', cause: 'tls.expired' },
    start: async (stage) => {
      const tls = { notBefore: new Date(Date.now() - 92 * aDay), notAfter: new Date(Date.now() - 2 * aDay) };
      await stage.host('mcp.calendar.dev', routes({ '/mcp': mcpServer() }), { tls });
      return 'https://mcp.calendar.dev/mcp';
    },
  },
  {
    name: 'intranet',
    complaint: 'its public name leads to an address of the office network',
    expect: { verdict: 'broken', cause: 'dns.private-address' },
    start: async (stage) => {
      await stage.host('mcp.intranet.dev', routes({ '/mcp': mcpServer() }));
      stage.publish('mcp.intranet.dev', { a: ['10.20.30.40'] });
      return 'https://mcp.intranet.dev/mcp';
    },
  },
  {
    name: 'recipes',
    complaint: 'the address is that of the web site, and MCP is served at /mcp',
    expect: { verdict: 'broken', cause: 'transport.wrong-path' },
    start: async (stage) => {
      const page = respondHtml(200, '<!doctype html><title>Recipes</title><h1>Recipes</h1>');
      await stage.host('recipes.kitchen.dev', routes({ '/mcp': mcpServer() }, page));
      return 'https://recipes.kitchen.dev/connect';
    },
  },
  {
    name: 'shop',
    complaint: 'a bot challenge stands before it',
    expect: { verdict: 'broken', cause: 'http.bot-challenge' },
    start: async (stage) => {
      const page =
        '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>';
      await stage.host('mcp.shop.dev', respondHtml(403, page, { ...cloudflare, 'cf-mitigated': 'challenge' }));
      return 'https://mcp.shop.dev/mcp';
    },
  },
  {
    name: 'tickets',
    complaint: 'its edge refuses Claude and lets everybody else through',
    expect: { verdict: 'degraded', cause: 'http.claude-user-agent-blocked' },
    start: async (stage) => {
      const refuse = respond(403, { ...cloudflare, 'content-type': 'text/plain' }, 'error code: 1010');
      const isClaude = (userAgent: string | undefined) => /Claude-User/i.test(userAgent ?? '');
      await stage.host(
        'mcp.tickets.dev',
        when((call) => isClaude(call.headers['user-agent']), refuse, routes({ '/mcp': mcpServer() })),
      );
      return 'https://mcp.tickets.dev/mcp';
    },
  },
  {
    name: 'payroll',
    complaint: 'it asks for a sign-in, and its resource metadata is nowhere',
    expect: { verdict: 'broken', cause: 'auth.prm-not-found' },
    start: async (stage) => {
      const lost = bearerChallenge('https://mcp.payroll.dev/.well-known/oauth-protected-resource/mcp');
      await stage.host('mcp.payroll.dev', routes({ '/mcp': challenge(lost) }));
      return 'https://mcp.payroll.dev/mcp';
    },
  },
  {
    name: 'library',
    complaint: 'its resource metadata names the address of its test system',
    expect: { verdict: 'broken', cause: 'auth.prm-resource-mismatch' },
    start: async (stage) => {
      const origin = 'https://mcp.library.dev';
      await stage.host(
        'mcp.library.dev',
        guardedServer(origin, { resourceDocument: resourceMetadata('https://mcp-test.library.dev/mcp', origin) }),
      );
      return `${origin}/mcp`;
    },
  },
  {
    name: 'weather',
    complaint: 'it speaks the older HTTP+SSE transport alone',
    expect: { verdict: 'degraded', cause: 'transport.sse-only' },
    start: async (stage) => {
      await stage.host('mcp.weather.dev', legacySseServer());
      return 'https://mcp.weather.dev/sse';
    },
  },
];
