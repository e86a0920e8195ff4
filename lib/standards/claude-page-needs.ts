import type { ExtraPurpose, NeedPurpose } from '../kernel/evidence-browser.ts';

/** A kind of request that Claude's page cannot do without. */
export interface PageNeed {
  /** Stands in reports: never changes its meaning. */
  readonly id: string;
  readonly purpose: NeedPurpose;
  /** What Claude needs it for: goes on after “needed for”. */
  readonly words: string;
  /** A host, or `*.` and a domain for all hosts below it. */
  readonly host: string;
  /** Beginnings of the path; a segment `*` stands for any one segment. */
  readonly paths: readonly string[];
  /** Something small to ask for, without the person's sign-in: any answer means that it is reached. Null: only watched. */
  readonly probe: PageProbe | null;
}

export interface PageProbe {
  readonly url: string;
  /** As what the page asks: blocking rules tell them apart. */
  readonly as: 'fetch' | 'script' | 'style';
}

/** Nobody's id: shows whether a path is let through, and belongs to no organization. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * What Claude's page asks for, as far as it is known; the first row that fits a request is its row. Observed and not documented, but for
 * the hosts: rows may be missing, so what fits none counts as needed when it goes to one of Claude's own hosts.
 * @see https://code.claude.com/docs/en/network-config
 * @see https://github.com/anthropics/claude-ai-mcp/issues/111
 */
export const pageNeeds: readonly PageNeed[] = [
  {
    id: 'directory-registry',
    purpose: 'directory',
    words: 'the connectors directory',
    host: 'api.anthropic.com',
    paths: ['/mcp-registry'],
    probe: { url: 'https://api.anthropic.com/mcp-registry/v0/servers?limit=1', as: 'fetch' },
  },
  {
    id: 'sign-in-start',
    purpose: 'sign-in',
    words: 'starting a connector’s sign-in',
    host: 'claude.ai',
    paths: ['/api/organizations/*/mcp/start-auth', '/api/mcp/auth_callback', '/connector'],
    probe: { url: `https://claude.ai/api/organizations/${nobody}/mcp/start-auth/${nobody}`, as: 'fetch' },
  },
  {
    id: 'connector-list',
    purpose: 'connectors',
    words: 'your list of connectors',
    host: 'claude.ai',
    paths: ['/api/organizations/*/mcp', '/api/mcp', '/v1/toolbox'],
    probe: { url: `https://claude.ai/api/organizations/${nobody}/mcp/remote_servers`, as: 'fetch' },
  },
  {
    id: 'files',
    purpose: 'files',
    words: 'files',
    host: 'claude.ai',
    paths: ['/api/organizations/*/files', '/api/*/files', '/wiggle'],
    probe: { url: `https://claude.ai/api/${nobody}/files/${nobody}/preview`, as: 'fetch' },
  },
  {
    id: 'page-code',
    purpose: 'page',
    words: 'the code of Claude’s pages',
    host: 'assets-proxy.anthropic.com',
    paths: ['/'],
    probe: { url: 'https://assets-proxy.anthropic.com/', as: 'script' },
  },
  {
    id: 'app-frames',
    purpose: 'connectors',
    words: 'what interactive connectors show',
    host: '*.claudemcpcontent.com',
    paths: ['/'],
    probe: null,
  },
  {
    id: 'page',
    purpose: 'page',
    words: 'Claude’s pages and their data',
    host: 'claude.ai',
    paths: ['/'],
    probe: { url: 'https://claude.ai/favicon.ico', as: 'fetch' },
  },
  {
    id: 'platform',
    purpose: 'page',
    words: 'Anthropic’s programming interface',
    host: 'api.anthropic.com',
    paths: ['/'],
    probe: null,
  },
];

/** What Claude's page asks for without needing it: people block it on purpose, and nothing of connectors breaks by it. */
export interface PageExtra {
  readonly purpose: ExtraPurpose;
  /** As in `PageNeed`. */
  readonly host: string;
  readonly paths: readonly string[];
}

/** Asked before the needs: some stand on Claude's own hosts. @see https://easylist.to/easylist/easyprivacy.txt */
export const pageExtras: readonly PageExtra[] = [
  {
    purpose: 'telemetry',
    host: 'claude.ai',
    paths: ['/sentry', '/api/event_logging', '/api/bootstrap/*/statsig', '/v1/m', '/v1/p', '/v1/t'],
  },
  { purpose: 'telemetry', host: 'api.anthropic.com', paths: ['/api/event_logging', '/api/claude_code/metrics'] },
  { purpose: 'telemetry', host: 'statsig.anthropic.com', paths: ['/'] },
  { purpose: 'telemetry', host: 'a-cdn.anthropic.com', paths: ['/'] },
  { purpose: 'telemetry', host: 'a-api.anthropic.com', paths: ['/'] },
  { purpose: 'telemetry', host: 's-cdn.anthropic.com', paths: ['/'] },
  { purpose: 'telemetry', host: '*.statsigapi.net', paths: ['/'] },
  { purpose: 'telemetry', host: '*.sentry.io', paths: ['/'] },
  { purpose: 'telemetry', host: '*.segment.io', paths: ['/'] },
  { purpose: 'telemetry', host: '*.segment.com', paths: ['/'] },
  { purpose: 'telemetry', host: '*.datadoghq.com', paths: ['/'] },
  { purpose: 'telemetry', host: 'browser-intake-us5-datadoghq.com', paths: ['/'] },
  { purpose: 'telemetry', host: '*.honeycomb.io', paths: ['/'] },
  { purpose: 'advertising', host: '*.google-analytics.com', paths: ['/'] },
  { purpose: 'advertising', host: '*.googletagmanager.com', paths: ['/'] },
  { purpose: 'advertising', host: '*.doubleclick.net', paths: ['/'] },
  { purpose: 'advertising', host: '*.facebook.net', paths: ['/'] },
  { purpose: 'payment', host: '*.stripe.com', paths: ['/'] },
  { purpose: 'payment', host: '*.stripe.network', paths: ['/'] },
  { purpose: 'support', host: '*.intercom.io', paths: ['/'] },
  { purpose: 'support', host: '*.intercomcdn.com', paths: ['/'] },
];
