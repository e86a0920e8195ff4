import type { ReactNode } from 'react';
import { InstallSection } from '../../../components/preview/InstallSection.tsx';
import { ToolsSection } from '../../../components/preview/ToolsSection.tsx';
import { BlockPanel } from '../../../components/preview/tools/BlockPanel.tsx';
import { ToolEditor } from '../../../components/preview/tools/ToolEditor.tsx';
import { fillIn, withEdits } from '../../../components/preview/tools/tool-edits.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { ToolsPreview } from '../../../lib/preview/preview.ts';
import { toolsPreview } from '../../../lib/preview/tools/tools-preview.ts';
import type { GalleryState } from './gallery-state.ts';

const url = 'https://mcp.kitchen.dev/mcp';

const usual: readonly Json[] = [
  tool('search_recipes', 'Search recipes', { readOnlyHint: true, destructiveHint: false }),
  tool('get_recipe', 'Read a recipe', { readOnlyHint: true }),
  tool('create_recipe', 'Write a recipe down', { readOnlyHint: false, destructiveHint: false }),
  tool('delete_recipe', null, { readOnlyHint: false, destructiveHint: true }),
  tool('list_pantry', null, null),
  tool('sync', 'Synchronize', { readOnlyHint: true, destructiveHint: true }),
];

const long: readonly Json[] = [
  tool('a'.repeat(64), null, { readOnlyHint: true }),
  tool('search_and_compare_everything_in_all_workspaces_of_organizations', 'Search '.repeat(40), null),
  tool('بحث_الوصفات', 'ابحث في الوصفات والمكونات', { readOnlyHint: true }),
  tool('delete_מתכון', 'מחיקת מתכון (delete)', { destructiveHint: true }),
  tool('turned', 'A \u202edlrow\u202c title', { readOnlyHint: true }),
  tool('列出所有菜谱', '列出所有菜谱', null),
  tool('', null, null),
];

const many = Array.from({ length: 400 }, (_, index) =>
  tool(
    `${['get', 'list', 'create', 'delete'][index % 4] ?? ''}_thing_${String(index)}`,
    index % 3 === 0 ? null : `Thing ${String(index)}`,
    index % 5 === 0 ? null : { readOnlyHint: index % 4 < 2, destructiveHint: index % 4 === 3 },
  ),
);

const sections: Readonly<Record<string, ToolsPreview>> = {
  full: listed(usual),
  'all-missing': listed(usual.map((each) => ({ ...(each as object), title: '', annotations: {} }))),
  'long-and-right-to-left': listed(long),
  'four-hundred': listed(many),
  'read-in-part': listed(usual.slice(0, 2), 'failed'),
  none: listed([]),
};

const installs: Readonly<Record<string, { readonly name: string; readonly url: string }>> = {
  ready: { name: 'Kitchen', url },
  risky: { name: 'Bob’s “Küche” 🍲', url: 'https://localhost:8443/{tenant}/mcp' },
  'long-name': { name: 'Kitchen '.repeat(30), url: `${url}/${'very-long-part/'.repeat(20)}` },
  'right-to-left': { name: 'وصفات المطبخ', url },
  'no-code': { name: 'Kitchen', url: `${url}?a=${'%C3%A4'.repeat(300)}` },
  credentials: { name: 'Kitchen', url: `${url}?api_key=abc` },
  redacted: { name: 'Kitchen', url: `${url}/redacted-token-1` },
  'no-name': { name: '', url },
};

/** The tools of a preview and the install link, each on its own. */
export const toolPreviewStates: readonly GalleryState[] = [
  ...Object.entries(sections).map(([name, tools]) =>
    state(`preview-tools/${name}`, 'Tools', () => <ToolsSection tools={tools} />),
  ),
  state('preview-tools/editing', 'Tools', () => <Editing />),
  ...Object.entries(installs).map(([name, wish]) =>
    state(`preview-install/${name}`, 'Install link', () => <InstallSection {...wish} />),
  ),
];

/** Two tools opened, and the lines that come of the suggestions for all. */
function Editing() {
  const preview = listed([...usual, ...long]);
  const before = withEdits(preview, new Map());
  const groups = withEdits(preview, fillIn(before, new Map()));
  const rows = [before.at(-1)?.tools.at(-1), before.at(0)?.tools.at(0)].filter((row) => row !== undefined);
  return (
    <div className="grid gap-6">
      {rows.map(({ place, tool: own, edit }) => (
        <div key={place} className="grid gap-3">
          <ToolEditor tool={own} edit={edit} onEdit={() => undefined} />
        </div>
      ))}
      <BlockPanel
        edited={groups.flatMap((group) => group.tools.filter(({ isEdited }) => isEdited))}
        onDiscard={() => undefined}
      />
    </div>
  );
}

function state(name: string, title: string, show: () => ReactNode): GalleryState {
  return {
    name,
    width: 900,
    show: () => (
      <main className="bg-canvas p-4">
        <h1 className="sr-only" lang="en">
          Preview
        </h1>
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold" lang="en">
            {title}
          </h2>
          {show()}
        </section>
      </main>
    ),
  };
}

function tool(name: string, title: string | null, annotations: Json): Json {
  return {
    name,
    ...(title !== null && { title }),
    ...(annotations !== null && { annotations }),
    description: `Looks into the kitchen’s books.\nGive it a word (${name.slice(0, 20)}), and it answers with what it finds there.`,
    inputSchema: { type: 'object', properties: { query: { type: 'string', description: 'What is looked for' } } },
  };
}

function listed(tools: readonly Json[], end = 'complete'): ToolsPreview {
  const listing = { status: 'observed', value: { era: 'legacy', pages: [], tools, end } };
  const { tools: preview } = toolsPreview({ evidence: { listing }, exchanges: [], skipped: [], verdict: 'ready' });
  if (preview === null) throw new Error('There is no list.');
  return preview;
}
