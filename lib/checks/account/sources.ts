/** Pages and reports that the codes of accounts, limits and Claude itself rest on. */
export const toldSources = {
  customConnectors:
    'https://support.claude.com/en/articles/11175166-get-started-with-custom-connectors-using-remote-mcp',
  useConnectors: 'https://support.claude.com/en/articles/11176164',
  addUnlisted: 'https://claude.com/docs/connectors/custom/add-unlisted',
  directory: 'https://claude.com/docs/connectors/directory',
  building: 'https://claude.com/docs/connectors/building',
  authentication: 'https://claude.com/docs/connectors/building/authentication',
  troubleshooting: 'https://claude.com/docs/connectors/building/troubleshooting',
  libraries: 'https://support.claude.com/en/articles/13930452',
  toolAccess: 'https://support.claude.com/en/articles/13730515',
  verifiedDomains: 'https://support.claude.com/en/articles/15402193',
  microsoft: 'https://support.claude.com/en/articles/12542951',
  google: 'https://support.claude.com/en/articles/10166901',
  claudeCode: 'https://code.claude.com/docs/en/mcp',
  errorMessages: 'https://support.claude.com/en/articles/12466728-troubleshoot-claude-error-messages',
  support: 'https://support.claude.com/en/articles/9015913-how-to-get-support',
  duplicateReport: 'https://github.com/anthropics/claude-ai-mcp/issues/863',
  expiredReport: 'https://github.com/anthropics/claude-ai-mcp/issues/798',
  fourMinutes: 'https://github.com/anthropics/claude-code/issues/64614',
  tracker: 'https://github.com/anthropics/claude-ai-mcp/issues',
} as const;
