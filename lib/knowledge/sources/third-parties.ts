import type { Source } from '../source.ts';

/** Others who write about Claude’s connectors. */
export const thirdPartiesSources = {
  'zuplo-compatibility': {
    title: 'Claude Connectors (Zuplo)',
    url: 'https://zuplo.com/learn/mcp/compatibility/clients/claude-connectors',
    date: '2026',
    dateInferred: false,
    kind: 'third-party',
    retired: false,
  },
  'mcpjam-profile': {
    title: 'MCPJam Inspector',
    url: 'https://github.com/MCPJam/inspector',
    date: '2026-08-19',
    dateInferred: false,
    kind: 'third-party',
    retired: false,
  },
} as const satisfies Readonly<Record<string, Source>>;
