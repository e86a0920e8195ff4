import type { FactId } from '../../../lib/knowledge/facts.ts';

/** Facts that no answer, guide or rule of plans tells: they stand in the list of facts, for whoever looks something up. */
export const onlyListed: readonly FactId[] = [
  // Details of OAuth and MCP for who runs a server; the checks judge by them.
  'authorization-spec-versions',
  'claude-client-ids',
  'client-names',
  'client-secret-post',
  'entra-application-id',
  'first-authorization-server',
  'interactive-content-type',
  'pkce-s256',
  'protocol-2026-07-28',
  'resource-equals-address',
  'resource-metadata-lookup',
  'resource-parameter',
  'server-metadata-lookup',
  'token-endpoint-form',
  'tool-name-length',
  // Addresses that links and the look at a browser rest on, some of them only observed.
  'desktop-links',
  'directory-listing-address',
  'interactive-content-host',
  'mobile-links',
  'old-settings-address',
  'start-addresses-observed',
  'status-data',
  'tool-addresses-observed',
  // Networks the other way round: people to Claude, not Claude to a server.
  'address-allowlist-for-people',
  'inbound-addresses',
  // Settings of Claude Code that nobody asked about.
  'claude-code-variables',
];
