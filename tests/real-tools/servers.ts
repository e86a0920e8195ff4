/** An MCP server from npm, and what it wants to see before it lists its tools; nothing of it is true. */
export interface RealServer {
  readonly package: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Servers that people use, as the lock file pins them. */
export const realServers: readonly RealServer[] = [
  { package: '@antv/mcp-server-chart' },
  { package: '@cyanheads/git-mcp-server' },
  { package: '@delorenj/mcp-server-trello', env: { TRELLO_API_KEY: 'none', TRELLO_TOKEN: 'none' } },
  { package: '@hubspot/mcp-server', env: { PRIVATE_APP_ACCESS_TOKEN: 'pat-none' } },
  { package: '@modelcontextprotocol/server-everything' },
  { package: '@modelcontextprotocol/server-filesystem', args: [import.meta.dirname] },
  { package: '@modelcontextprotocol/server-github' },
  { package: '@modelcontextprotocol/server-gitlab', env: { GITLAB_PERSONAL_ACCESS_TOKEN: 'none' } },
  { package: '@modelcontextprotocol/server-google-maps', env: { GOOGLE_MAPS_API_KEY: 'none' } },
  { package: '@modelcontextprotocol/server-memory' },
  { package: '@modelcontextprotocol/server-sequential-thinking' },
  { package: '@modelcontextprotocol/server-slack', env: { SLACK_BOT_TOKEN: 'none', SLACK_TEAM_ID: 'none' } },
  { package: '@notionhq/notion-mcp-server', env: { NOTION_TOKEN: 'none' } },
  { package: '@playwright/mcp' },
  { package: '@tacticlaunch/mcp-linear', env: { LINEAR_API_TOKEN: 'none' } },
  { package: '@xeroapi/xero-mcp-server', env: { XERO_CLIENT_ID: 'none', XERO_CLIENT_SECRET: 'none' } },
  {
    package: '@zereight/mcp-gitlab',
    env: {
      GITLAB_PERSONAL_ACCESS_TOKEN: 'none',
      GITLAB_API_URL: 'https://gitlab.example.org/api/v4',
      USE_PIPELINE: 'true',
      USE_MILESTONE: 'true',
      USE_GITLAB_WIKI: 'true',
    },
  },
  { package: 'airtable-mcp-server', env: { AIRTABLE_API_KEY: 'none' } },
  {
    package: 'argocd-mcp',
    args: ['stdio'],
    env: { ARGOCD_BASE_URL: 'https://argo.example.org', ARGOCD_API_TOKEN: 'none' },
  },
  { package: 'chrome-devtools-mcp', args: ['--no-usage-statistics'] },
];
