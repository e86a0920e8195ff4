const spec = 'https://modelcontextprotocol.io/specification/2025-11-25';

/** Addresses that the checks of the listed tools rest on. */
export const toolSources = {
  review: 'https://claude.com/docs/connectors/building/review-criteria',
  policy: 'https://support.claude.com/en/articles/13145358-anthropic-software-directory-policy',
  toolNames: `${spec}/server/tools#tool-names`,
  toolType: `${spec}/server/tools#tool`,
  annotations: `${spec}/schema#toolannotations`,
  jsonSchema: `${spec}/basic#json-schema-usage`,
  references: 'https://modelcontextprotocol.io/specification/2026-07-28/basic/index#ref-resolution',
  composition: 'https://modelcontextprotocol.io/specification/2026-07-28/basic/index#composition-keyword-resource-use',
  claudeCode: 'https://code.claude.com/docs/en/mcp',
} as const;
