const specification = 'https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization';
const newestSpecification = 'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization';
const rfc9728 = 'https://www.rfc-editor.org/rfc/rfc9728';
const rfc8414 = 'https://www.rfc-editor.org/rfc/rfc8414';

/** Addresses that the sign-in checks rest on. */
export const sources = {
  authentication: 'https://claude.com/docs/connectors/building/authentication',
  troubleshooting: 'https://claude.com/docs/connectors/building/troubleshooting',
  addUnlisted: 'https://claude.com/docs/connectors/custom/add-unlisted',
  authorization: specification,
  serverLocation: `${specification}#authorization-server-location`,
  serverDiscovery: `${specification}#authorization-server-metadata-discovery`,
  scopeSelection: `${specification}#scope-selection-strategy`,
  clientRegistration: `${specification}#client-registration-approaches`,
  clientDocuments: `${specification}#client-id-metadata-documents`,
  communicationSecurity: `${specification}#communication-security`,
  codeProtection: `${specification}#authorization-code-protection`,
  dynamicRegistration: `${newestSpecification}/client-registration#dynamic-client-registration`,
  responseValidation: `${newestSpecification}#authorization-response-validation`,
  refreshTokens: `${newestSpecification}#refresh-tokens`,
  openIdMetadata: 'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata',
  olderFallbacks:
    'https://modelcontextprotocol.io/specification/2025-03-26/basic/authorization#fallbacks-for-servers-without-metadata-discovery',
  unauthorized: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
  tokenHandling: `${specification}#token-handling`,
  bearerChallenge: 'https://www.rfc-editor.org/rfc/rfc6750#section-3',
  bearerErrors: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1',
  resourceMetadata: `${rfc9728}#section-2`,
  resourcePlaces: `${rfc9728}#section-3.1`,
  resourceResponse: `${rfc9728}#section-3.2`,
  resourceValidation: `${rfc9728}#section-3.3`,
  protectedResources: `${rfc9728}#section-4`,
  metadataChallenge: `${rfc9728}#section-5.1`,
  serverMetadata: `${rfc8414}#section-2`,
  serverPlaces: `${rfc8414}#section-3.1`,
  serverResponse: `${rfc8414}#section-3.2`,
  serverValidation: `${rfc8414}#section-3.3`,
} as const;

/** The address of a report among Anthropic's connector issues. */
export function claudeIssue(number: number): string {
  return `https://github.com/anthropics/claude-ai-mcp/issues/${number}`;
}
