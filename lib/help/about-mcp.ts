const words =
  /\bmcp\b|mcp[-_]|claude|anthropic|modelcontextprotocol|\b160\.79\.1\d\d\.|python-httpx|oauth-(?:protected-resource|authorization-server)/i;

/** Plugs are connectors too. */
const ofConnectors = /\b(?:my|our|the|this|these|custom|new|365) connectors?\b|^connectors$/im;

/** Whether a text speaks of MCP or Claude at all: statuses, paths such as /token and network codes may belong to anything else. */
export function isAboutMcp(text: string): boolean {
  return words.test(text);
}

/** Whether a text speaks of MCP, of Claude or of connectors. */
export function speaksOfConnectors(text: string): boolean {
  return isAboutMcp(text) || ofConnectors.test(text);
}
