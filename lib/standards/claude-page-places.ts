/** Hosts whose pages are read once the person has allowed it. */
export const claudePageHosts: readonly string[] = ['claude.ai', 'claude.com'];

/** Hosts that are Claude's own: an address there is never the connector's. */
export const claudeOwnDomains: readonly string[] = [
  'claude.ai',
  'claude.com',
  'anthropic.com',
  'claudeusercontent.com',
  'claudemcpcontent.com',
];

/** Beginnings of the paths of pages that are about connectors: settings, the directory, and where a sign-in comes back. */
export const connectorPaths: readonly string[] = [
  '/settings',
  '/customize',
  '/admin-settings',
  '/connectors',
  '/connector',
  '/directory',
  '/desktop/connected',
  '/api/mcp',
];

/** Paths under which nothing at all is read: shared conversations, artifacts, and documentation that quotes every error. */
export const unreadPaths: readonly string[] = ['/share', '/public', '/artifacts', '/docs', '/blog'];

/** A host that Claude needs in a browser, and what to ask it. */
export interface NeededHost {
  readonly host: string;
  /** What Claude needs it for: goes on after “needed for”. */
  readonly purpose: string;
  /** A small file to ask for; any answer means that the host is reached. */
  readonly path: string;
}

/**
 * What Claude's pages need to work in a browser: where the second is blocked and the first is not, the page stays empty.
 * @see https://code.claude.com/docs/en/network-config
 */
export const neededHosts: readonly NeededHost[] = [
  { host: 'claude.ai', purpose: 'Claude’s pages and their data', path: '/favicon.ico' },
  { host: 'assets-proxy.anthropic.com', purpose: 'the code that Claude’s pages load', path: '/' },
  { host: 'api.anthropic.com', purpose: 'Anthropic’s programming interface', path: '/' },
];
