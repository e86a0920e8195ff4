/**
 * How Claude introduces itself to authorization servers. Sources:
 * callbacks and the metadata document of Claude Code: https://claude.com/docs/connectors/building/authentication;
 * the hosted metadata document: https://github.com/anthropics/claude-ai-mcp/issues/215;
 * `client_secret_post` at registration, whatever the metadata prefers, and the method of the answer used afterwards:
 * https://github.com/anthropics/claude-ai-mcp/issues/82 (Anthropic, 2026-03) and
 * https://github.com/anthropics/claude-ai-mcp/issues/1043 (a server's log, 2026-09, User-Agent python-httpx/0.28.1);
 * `application_type`: https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization/client-registration#application-type-and-redirect-uri-constraints
 */
export const claudeClient = {
  callback: 'https://claude.ai/api/mcp/auth_callback',
  /** Where the callback sends Claude Desktop on to. */
  desktopScheme: 'claude:',
  metadataDocument: 'https://claude.ai/oauth/mcp-oauth-client-metadata',
  /** Hosts that are Claude's own: nothing that a server says may make us ask them. */
  hosts: ['claude.ai', 'claude.com', 'anthropic.com'],
  registration: {
    client_name: 'Claude',
    client_uri: 'https://claude.ai',
    redirect_uris: ['https://claude.ai/api/mcp/auth_callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'web',
  },
  /** What Claude asks for at registration, then what is taken where the metadata does not offer that. */
  registrationAuthMethods: ['client_secret_post', 'none', 'client_secret_basic'],
} as const;

/** Claude Code: the same on the person's own machine, with a port that is free at that moment. */
export const claudeCodeClient = {
  metadataDocument: 'https://claude.ai/oauth/claude-code-client-metadata',
  registration: {
    client_name: 'Claude Code',
    redirect_uris: ['http://localhost:54545/callback', 'http://127.0.0.1:54545/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'native',
  },
} as const;

/** An https callback that is nobody's, to tell whether a refusal was about Claude's. */
export const otherCallback = 'https://client.example.com/callback';

/**
 * The example pair of the specification: no token is ever taken with it, so it need not be secret.
 * @see https://www.rfc-editor.org/rfc/rfc7636#appendix-B
 */
export const samplePkce = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;
