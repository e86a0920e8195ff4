import type { FindingCode } from '../kernel/finding-code.ts';
import type { StepNumber } from '../kernel/step.ts';

/**
 * What Claude's web, Desktop and mobile apps show when a connection stops, in English, as users reported them until 2026-09; where
 * nobody reported theirs, what Claude Code shows.
 */
export const claudeSentences = {
  reach:
    'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: “ofid_…”',
  connect: 'Couldn’t connect to the server. Check that the URL points to a valid MCP server.',
  'connection-issue':
    'Connection issue — This connector has a server configuration issue. Contact the connector provider.',
  register:
    'Couldn’t register with <name>’s sign-in service. You can try again, or add an OAuth Client ID in the connector settings. If this persists, share this reference with support: “ofid_…”',
  'start-failed': 'Couldn’t connect',
  'not-finished': 'You started connecting to <name> but didn’t finish.',
  'authorization-failed':
    'Authorization with the MCP server failed. You can check your credentials and permissions. If this persists, share this reference with support: “ofid_…”',
  reverted:
    'Your account was authorized but the integration rejected the credentials, so the connection was reverted. Try connecting again.',
  'no-server': 'no MCP server was found at the provided URL, or your account doesn’t have access to it.',
  'must-be-https': 'URL must start with ‘https’',
  'no-localhost':
    'Localhost URLs cannot be used because our servers cannot reach your local machine. Provide a publicly accessible MCP server URL.',
  checking: 'Checking connection…',
  'tool-name': 'tools.<N>.FrontendRemoteMcpToolDefinition.name: String should match pattern ‘^[a-zA-Z0-9_-]{1,64}$’',
  'tool-properties':
    'tools.<N>.FrontendRemoteMcpToolDefinition.input_schema.properties: Input should be a valid dictionary',
  'tool-combinator':
    'API Error: 400 tools.<N>.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level',
  'tool-property-name':
    'tools.<N>.custom.input_schema.properties: Property keys should match pattern ‘^[a-zA-Z0-9_.-]{1,64}$’',
} as const;

export type ClaudeSentence = keyof typeof claudeSentences;

/** The sentences that were seen when the connection stopped at a step, the most frequent first. */
export const sentencesByStep: Readonly<Record<StepNumber, readonly ClaudeSentence[]>> = {
  0: ['must-be-https'],
  1: ['reach'],
  2: ['reach', 'connection-issue'],
  3: ['reach', 'connect'],
  4: ['reach', 'register'],
  5: ['register', 'reach'],
  6: ['reach', 'start-failed'],
  7: ['register'],
  8: ['not-finished'],
  9: ['authorization-failed'],
  10: ['reverted', 'no-server'],
  11: [],
  12: [],
};

/** Causes for which users saw something else than the step's usual sentences. */
export const sentencesByCode: Readonly<Partial<Record<FindingCode, readonly ClaudeSentence[]>>> = {
  'url.scheme-not-https': ['must-be-https'],
  'url.invalid': [],
  'url.local-server-config': [],
  'net.reset': ['connection-issue', 'reach'],
  'net.timeout': ['reach'],
  'http.html-response': ['connect', 'reach'],
  'transport.wrong-path': ['connect', 'reach'],
  'transport.not-mcp': ['connect', 'reach'],
  'http.not-found': ['connect', 'reach'],
  'transport.get-hangs': ['checking'],
  'auth.bearer-blocked-at-edge': ['authorization-failed', 'reverted'],
  'auth.prm-not-found': ['register', 'reach'],
  'auth.metadata-on-open-server': ['register'],
  'auth.endpoint-unreachable': ['reach', 'register', 'authorization-failed'],
  'auth.pkce-not-advertised': ['start-failed', 'reach'],
  'auth.pkce-s256-missing': ['start-failed', 'reach', 'authorization-failed'],
  'auth.no-registration-way': ['register', 'reach'],
  'tools.name-invalid': ['tool-name'],
  'tools.schema-properties-not-object': ['tool-properties'],
  'tools.schema-top-level-combinator': ['tool-combinator'],
  'tools.schema-property-name-invalid': ['tool-property-name'],
};
