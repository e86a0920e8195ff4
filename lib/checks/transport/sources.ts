const legacySpec = 'https://modelcontextprotocol.io/specification/2025-11-25';
const modernSpec = 'https://modelcontextprotocol.io/specification/2026-07-28';
const claudeDocs = 'https://claude.com/docs/connectors';

/** Addresses that the transport checks rest on. */
export const sources = {
  sending: `${legacySpec}/basic/transports#sending-messages-to-the-server`,
  listening: `${legacySpec}/basic/transports#listening-for-messages-from-the-server`,
  sessions: `${legacySpec}/basic/transports#session-management`,
  versionHeader: `${legacySpec}/basic/transports#protocol-version-header`,
  backwards: `${legacySpec}/basic/transports#backwards-compatibility`,
  security: `${legacySpec}/basic/transports#security-warning`,
  initialization: `${legacySpec}/basic/lifecycle#initialization`,
  negotiation: `${legacySpec}/basic/lifecycle#version-negotiation`,
  responses: `${legacySpec}/basic/index#responses`,
  ping: `${legacySpec}/basic/utilities/ping`,
  pagination: `${legacySpec}/server/utilities/pagination`,
  listingTools: `${legacySpec}/server/tools#listing-tools`,
  eras: `${modernSpec}/basic/versioning#backward-compatibility-with-initialization-based-versions`,
  headerValidation: `${modernSpec}/basic/transports/streamable-http#server-validation`,
  receiving: `${modernSpec}/basic/transports/streamable-http#receiving-messages`,
  building: `${claudeDocs}/building`,
  troubleshooting: `${claudeDocs}/building/troubleshooting`,
} as const;

/** The address of an issue or pull request on GitHub. */
export function issue(repository: string, number: number): string {
  return `https://github.com/${repository}/issues/${number}`;
}
