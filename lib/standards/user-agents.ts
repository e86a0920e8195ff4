/**
 * What Claude's cloud calls itself: on MCP requests, and on discovery and registration (seen in servers' logs).
 * @see https://github.com/anthropics/claude-ai-mcp/issues/49
 */
export const claudeUserAgents = { mcp: 'Claude-User', discovery: 'python-httpx/0.28.1' } as const;

/** A browser's name, to tell a rule against programs from a rule against Claude. */
export const browserUserAgent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
