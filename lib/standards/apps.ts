import type { JsonObject } from '../kernel/json.ts';

/** What an MCP App's page is served as. @see https://modelcontextprotocol.io/extensions/apps/overview */
export const appMediaType = 'text/html;profile=mcp-app';

/**
 * The capabilities that Claude declares, by which servers know that it shows MCP Apps: some name their apps to such clients alone.
 * @see https://github.com/anthropics/claude-ai-mcp/issues/1060
 */
export const claudeCapabilities: JsonObject = {
  extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: [appMediaType] } },
};
