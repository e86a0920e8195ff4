const words =
  /\bmcp\b|mcp[-_]|claude|anthropic|modelcontextprotocol|\b160\.79\.1\d\d\.|python-httpx|oauth-(?:protected-resource|authorization-server)/i;

/** Whether a text speaks of MCP or Claude at all: statuses, paths such as /token and network codes may belong to anything else. */
export function isAboutMcp(text: string): boolean {
  return words.test(text);
}
