import type { FactId } from '../../../lib/knowledge/facts.ts';

/**
 * What pages about connectors disagree on, and the facts that say which statement holds. K19 has an old statement alone, and K21 was
 * none after all: both pages say the same.
 */
export const conflicts: Readonly<Record<string, readonly [FactId, ...FactId[]]>> = {
  K1: ['directory-connectors-all-plans', 'custom-connectors-per-plan'],
  K2: ['tool-result-size', 'tool-result-size-claude-code'],
  K3: ['tool-call-timeout'],
  K4: ['mobile-connectors'],
  K5: ['first-party-connectors-write'],
  K6: ['manage-connectors-place', 'organization-connectors-place'],
  K7: ['tool-call-data-collected'],
  K8: ['disconnect-removes-tokens', 'revoke-at-service'],
  K9: ['claude-code-shows-connectors'],
  K10: ['custom-connectors-no-beta'],
  K11: ['callback-address', 'claude-code-callback'],
  K12: ['transports'],
  K13: ['submit-in-portal', 'submission-needs-paid-plan', 'local-listings-ended'],
  K14: ['tool-annotations'],
  K15: ['anthropic-held-credentials', 'own-client-id'],
  K16: ['directory-icon', 'custom-connector-icon'],
  K17: ['status-page'],
  K18: ['edit-custom-connector'],
  K19: ['server-instructions-unused'],
  K20: ['firewall-allow-addresses', 'mcp-tunnels'],
  K21: ['private-projects-only'],
};
