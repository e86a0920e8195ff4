const claudeDocs = 'https://claude.com/docs/connectors';
const rfc = 'https://www.rfc-editor.org/rfc';

/** Addresses that the checks of the URL, the network and HTTP rest on. */
export const sources = {
  troubleshooting: `${claudeDocs}/building/troubleshooting`,
  authentication: `${claudeDocs}/building/authentication`,
  addUnlisted: `${claudeDocs}/custom/add-unlisted`,
  building: `${claudeDocs}/building`,
  addresses: 'https://platform.claude.com/docs/en/api/ip-addresses',
  sending: 'https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#sending-messages-to-the-server',
  tokenInUri: 'https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#access-token-usage',
  redirects: `${rfc}/rfc9110#section-15.4`,
  serverErrors: `${rfc}/rfc9110#section-15.6`,
  notFound: `${rfc}/rfc9110#section-15.5.5`,
  forbidden: `${rfc}/rfc9110#section-15.5.4`,
  tooManyRequests: `${rfc}/rfc6585#section-4`,
  date: `${rfc}/rfc9110#section-6.6.1`,
  userinfo: `${rfc}/rfc9110#section-4.2.4`,
  fragment: `${rfc}/rfc3986#section-3.5`,
  uri: `${rfc}/rfc3986`,
  reservedNames: `${rfc}/rfc6761#section-6`,
  specialAddresses: `${rfc}/rfc6890#section-2.2`,
  internationalNames: `${rfc}/rfc5890#section-4.2`,
  nameErrors: `${rfc}/rfc8020`,
  certificates: `${rfc}/rfc5280#section-6.1`,
  certificateDates: `${rfc}/rfc5280#section-4.1.2.5`,
  certificateNames: `${rfc}/rfc9525#section-6`,
  certificateList: `${rfc}/rfc8446#section-4.4.2`,
  tlsAlerts: `${rfc}/rfc8446#section-6`,
  messageFormat: `${rfc}/rfc9112#section-8`,
  originHeader: 'https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning',
  tcp: `${rfc}/rfc9293#section-3.5.3`,
} as const;

/** The address of an issue in the tracker for Claude's connectors. */
export function trackerIssue(number: number): string {
  return `https://github.com/anthropics/claude-ai-mcp/issues/${number}`;
}
