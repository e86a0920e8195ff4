import { Explanation } from '../../../components/help/Explanation.tsx';
import type { ExplanationActions } from '../../../components/help/explanation-actions.ts';
import { explain } from '../../../lib/help/explain.ts';
import type { GalleryState } from './gallery-state.ts';

const nothing = (): void => undefined;

const actions: ExplanationActions = { onGuide: nothing, onCheck: nothing, onSearch: nothing, onLook: nothing };

const pasted: Readonly<Record<string, string>> = {
  'many-causes':
    'Couldn’t reach the MCP server. If this persists, share this reference with support: “ofid_0123456789abcdef” https://mcp.acme.dev:8444/mcp',
  'one-cause': 'tools.4.FrontendRemoteMcpToolDefinition.name: String should match pattern',
  'address-of-claude':
    'https://claude.ai/settings/connectors?step=end_error&oauth_error=McpAuthorizationError&flow_id=ofid_0123456789abcdef',
  'no-fault': '5-hour limit reached - resets 3pm',
  'browser-causes': 'Could not load connectors directory.',
  'reference-alone': 'MCPサーバーに接続できませんでした。“ofid_c58415bd56ce8383”',
  log: '> POST /mcp HTTP/2\n> Host: mcp.acme.dev\n< HTTP/2 403\n< server: cloudflare\n< cf-mitigated: challenge',
  unknown: `HTTP 418 from https://${'very-long-name-of-a-'.repeat(8)}server.acme.dev/${'tea/'.repeat(40)}`,
  'nothing-at-all': 'hello',
  'sounds-like': 'Failed to load connectors',
};

/** Explanations of what people paste. */
export const explanationStates: readonly GalleryState[] = Object.entries(pasted).map(([name, text]) => ({
  name: `explanation/${name}`,
  width: 380,
  show: () => (
    <main className="bg-surface p-4">
      <h1 className="sr-only">Explanation</h1>
      <Explanation explanation={explain(text)} asked={text} actions={actions} />
    </main>
  ),
}));
