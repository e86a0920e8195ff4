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
