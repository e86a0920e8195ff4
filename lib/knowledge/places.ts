import type { Place } from './place.ts';

/** Pages that answers and guides open. */
export const places = {
  claude: { label: 'Claude', url: 'https://claude.ai/' },
  'new-chat': { label: 'A new chat', url: 'https://claude.ai/new' },
  connectors: { label: 'Customize > Connectors', url: 'https://claude.ai/customize/connectors' },
  'add-custom': {
    label: 'Add custom connector, filled in',
    url: 'https://claude.ai/customize/connectors?modal=add-custom-connector&connectorName={name}&connectorUrl={url}',
  },
  directory: { label: 'The directory of connectors', url: 'https://claude.ai/directory' },
  'organization-connectors': {
    label: 'Organization settings > Connectors',
    url: 'https://claude.ai/admin-settings/connectors',
  },
  'organization-notifications': {
    label: 'Organization settings > Notifications',
    url: 'https://claude.ai/admin-settings/notifications',
  },
  'organization-access': {
    label: 'Organization settings > Organization and access',
    url: 'https://claude.ai/admin-settings/organization',
  },
  'organization-roles': { label: 'Organization settings > Roles', url: 'https://claude.ai/admin-settings/roles' },
  'developer-portal': { label: 'The developer portal', url: 'https://claude.ai/directory/manage' },
  status: { label: 'Claude’s status page', url: 'https://status.claude.com/' },
  tracker: {
    label: 'The public tracker of connector problems',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues',
  },
  support: { label: 'How to get support', url: 'https://support.claude.com/en/articles/9015913-how-to-get-support' },
  'use-connectors-help': {
    label: 'Using connectors, in the help center',
    url: 'https://support.claude.com/en/articles/11176164-use-connectors-to-extend-claude-s-capabilities',
  },
  'custom-connectors-help': {
    label: 'Custom connectors, in the help center',
    url: 'https://support.claude.com/en/articles/11175166-get-started-with-custom-connectors-using-remote-mcp',
  },
  'error-messages-help': {
    label: 'Error messages, in the help center',
    url: 'https://support.claude.com/en/articles/12466728-troubleshoot-claude-error-messages',
  },
  'tool-access-help': {
    label: 'Tool access, in the help center',
    url: 'https://support.claude.com/en/articles/13730515-manage-claude-s-tool-access',
  },
  'verified-domains-help': {
    label: 'Verified domains and connectors, in the help center',
    url: 'https://support.claude.com/en/articles/15402193-restrict-verified-domain-connectors-to-your-enterprise',
  },
  'managed-authorization-help': {
    label: 'Authorization for a whole organization, in the help center',
    url: 'https://support.claude.com/en/articles/15537633-authorize-mcp-connectors-for-your-entire-organization',
  },
  'custom-roles-help': {
    label: 'Custom roles, in the help center',
    url: 'https://support.claude.com/en/articles/13930452-manage-custom-roles-on-enterprise-plans',
  },
  'microsoft-365-help': {
    label: 'Microsoft 365, in the help center',
    url: 'https://support.claude.com/en/articles/12542951-set-up-the-microsoft-365-connector',
  },
  'google-workspace-help': {
    label: 'Google Workspace, in the help center',
    url: 'https://support.claude.com/en/articles/10166901-use-google-workspace-connectors',
  },
  'interactive-connectors-help': {
    label: 'Interactive connectors, in the help center',
    url: 'https://support.claude.com/en/articles/13454812-use-interactive-connectors-in-claude',
  },
  'desktop-or-web-help': {
    label: 'Desktop extension or connector, in the help center',
    url: 'https://support.claude.com/en/articles/11725091-when-to-use-desktop-and-web-connectors',
  },
  'project-sharing-help': {
    label: 'Sharing projects, in the help center',
    url: 'https://support.claude.com/en/articles/9519189-manage-project-visibility-and-sharing',
  },
  'directory-policy': {
    label: 'The Software Directory Policy',
    url: 'https://support.claude.com/en/articles/13145358-anthropic-software-directory-policy',
  },
  'directory-terms': {
    label: 'The Software Directory Terms',
    url: 'https://support.claude.com/en/articles/13145338-anthropic-software-directory-terms',
  },
  'connectors-faq': {
    label: 'Questions about connectors, in the documentation',
    url: 'https://claude.com/docs/connectors/faq',
  },
  'connectors-docs': {
    label: 'Connectors, in the documentation',
    url: 'https://claude.com/docs/connectors/overview',
  },
  'directory-docs': {
    label: 'The directory, in the documentation',
    url: 'https://claude.com/docs/connectors/directory',
  },
  'add-unlisted-docs': {
    label: 'Connectors that are not listed, in the documentation',
    url: 'https://claude.com/docs/connectors/custom/add-unlisted',
  },
  'tunnels-docs': {
    label: 'MCP tunnels, in the documentation',
    url: 'https://claude.com/docs/connectors/mcp-tunnels/overview',
  },
  'building-docs': { label: 'Building a server for Claude', url: 'https://claude.com/docs/connectors/building' },
  'authentication-docs': {
    label: 'Sign-in of connectors, for those who build them',
    url: 'https://claude.com/docs/connectors/building/authentication',
  },
  'lazy-authentication-docs': {
    label: 'Sign-in for single tools, for those who build connectors',
    url: 'https://claude.com/docs/connectors/building/lazy-authentication',
  },
  'testing-docs': {
    label: 'Testing a connector, for those who build them',
    url: 'https://claude.com/docs/connectors/building/testing',
  },
  'troubleshooting-docs': {
    label: 'Troubleshooting, for those who build connectors',
    url: 'https://claude.com/docs/connectors/building/troubleshooting',
  },
  'review-docs': {
    label: 'What reviewers look at',
    url: 'https://claude.com/docs/connectors/building/review-criteria',
  },
  'submission-docs': {
    label: 'Submitting to the directory',
    url: 'https://claude.com/docs/connectors/building/submission',
  },
  'claude-code-mcp-docs': { label: 'MCP in Claude Code', url: 'https://code.claude.com/docs/en/mcp' },
  'claude-code-variables-docs': { label: 'Settings of Claude Code', url: 'https://code.claude.com/docs/en/env-vars' },
  'plugin-marketplaces-docs': {
    label: 'Plugin marketplaces of Claude Code',
    url: 'https://code.claude.com/docs/en/plugin-marketplaces',
  },
  'addresses-docs': {
    label: 'Anthropic’s IP addresses',
    url: 'https://platform.claude.com/docs/en/api/ip-addresses',
  },
  'mcp-website': { label: 'The Model Context Protocol', url: 'https://modelcontextprotocol.io/' },
  'privacy-policy': { label: 'Anthropic’s privacy policy', url: 'https://www.anthropic.com/privacy' },
  'commercial-terms': {
    label: 'Anthropic’s terms for companies',
    url: 'https://www.anthropic.com/legal/commercial-terms',
  },
  'responsible-disclosure': {
    label: 'Anthropic’s responsible disclosure policy',
    url: 'https://www.anthropic.com/responsible-disclosure-policy',
  },
  'vulnerability-report': {
    label: 'Anthropic’s vulnerability disclosure programme',
    url: 'https://hackerone.com/anthropic-vdp',
  },
  'entra-enterprise-applications': {
    label: 'Microsoft Entra admin center: Enterprise applications',
    url: 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
  },
  'entra-sign-in-logs': {
    label: 'Microsoft Entra admin center: Sign-in logs',
    url: 'https://entra.microsoft.com/#view/Microsoft_AAD_IAM/SignInEventsV3Blade',
  },
  'entra-conditional-access': {
    label: 'Microsoft Entra admin center: Conditional Access',
    url: 'https://entra.microsoft.com/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Overview',
  },
  'google-admin-api-controls': {
    label: 'Google Admin console: API controls',
    url: 'https://admin.google.com/ac/owl',
  },
  'google-connections': {
    label: 'Connections of your Google account',
    url: 'https://myaccount.google.com/connections',
  },
  'tracker-report': {
    label: 'A new report in the public tracker',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues/new?template=auth_connection_user.yml&server-url={host}',
  },
  'tracker-report-author': {
    label: 'A new report in the public tracker, by those who run the server',
    url: 'https://github.com/anthropics/claude-ai-mcp/issues/new?template=auth_connection_developer.yml&server-url={host}',
  },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceId = keyof typeof places;
