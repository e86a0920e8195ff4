/**
 * The protocol version in which every request stands for itself (no initialize, no session).
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning
 */
export const modernVersion = '2026-07-28';

/** The versions that begin with initialize, newest first. */
export const legacyVersions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

/** Every protocol version that Claude speaks, newest first. */
export const claudeVersions = [modernVersion, ...legacyVersions] as const;

/** The version that initialize offers, unless something else is asked for. */
export const offeredVersion = '2025-11-25';

/**
 * JSON-RPC error codes that the protocol gives a meaning to.
 * @see https://www.jsonrpc.org/specification#error_object
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/index#error-codes
 */
export const rpcErrorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  headerMismatch: -32020,
  missingClientCapability: -32021,
  unsupportedProtocolVersion: -32022,
} as const;

/**
 * Paths on which servers commonly serve MCP, the likeliest first; each is asked with POST initialize.
 * Where the typed path is none of them, they also explain a page address that was pasted in place of the endpoint.
 */
export const nearbyPaths = ['/mcp', '/mcp/', '/sse', '/sse/', '/api/mcp', '/v1/mcp', '/stream', '/'] as const;
