import { sources } from '../../knowledge/sources.ts';

/** Pages and reports that the codes of accounts, limits and Claude itself rest on. */
export const toldSources = {
  customConnectors: sources['support-custom-connectors'].url,
  useConnectors: sources['support-use-connectors'].url,
  addUnlisted: sources['docs-add-unlisted'].url,
  directory: sources['docs-directory'].url,
  building: sources['docs-building'].url,
  authentication: sources['docs-authentication'].url,
  troubleshooting: sources['docs-troubleshooting'].url,
  libraries: sources['support-custom-roles'].url,
  toolAccess: sources['support-tool-access'].url,
  projectSharing: 'https://support.claude.com/en/articles/9519189-manage-project-visibility-and-sharing',
  verifiedDomains: sources['support-verified-domains'].url,
  microsoft: sources['support-microsoft-365'].url,
  google: sources['support-google-workspace'].url,
  claudeCode: sources['claude-code-mcp'].url,
  errorMessages: sources['support-error-messages'].url,
  duplicateReport: 'https://github.com/anthropics/claude-ai-mcp/issues/863',
  expiredReport: 'https://github.com/anthropics/claude-ai-mcp/issues/798',
  fourMinutes: 'https://github.com/anthropics/claude-code/issues/64614',
  tracker: 'https://github.com/anthropics/claude-ai-mcp/issues',
} as const;
