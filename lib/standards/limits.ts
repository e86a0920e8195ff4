/**
 * How long Claude waits for discovery, registration and token endpoints, in milliseconds.
 * @see https://claude.com/docs/connectors/building/authentication
 */
export const discoveryTimeoutMs = 10_000;

/** From here on an answer of the walk is called slow, in milliseconds. */
export const slowAnswerMs = 3_000;

/** Two clocks that differ by more than this, in milliseconds, make certificates and tokens look expired or not yet valid. */
export const clockSkewMs = 5 * 60_000;

/** The one port that Claude's cloud was seen to connect to. */
export const claudePort = 443;

/** How much of a body is read unless the person wants less, in bytes; no reply of MCP needs more. */
export const usualMaxBodyBytes = 8 * 1_024 * 1_024;

/** Server instructions beyond this are long: Claude Code cuts them off at 2 KB. @see https://code.claude.com/docs/en/mcp */
export const longInstructions = 2_000;
