import { describe, expect, it } from 'vitest';
import { fillIn, isIncomplete, matching, withEdits } from '../../../components/preview/tools/tool-edits.ts';
import type { Json } from '../../../lib/kernel/json.ts';
import type { ToolsPreview } from '../../../lib/preview/preview.ts';
import { toolsPreview } from '../../../lib/preview/tools/tools-preview.ts';

function listed(...tools: readonly Json[]): ToolsPreview {
  const listing = { status: 'observed', value: { tools, end: 'complete' } };
  const { tools: preview } = toolsPreview({ evidence: { listing }, exchanges: [], skipped: [], verdict: 'ready' });
  if (preview === null) throw new Error('There is no list.');
  return preview;
}

const kitchen = listed(
  { name: 'delete_recipe', title: 'Delete a recipe', annotations: { destructiveHint: true } },
  { name: 'get_recipe', annotations: { readOnlyHint: true }, description: 'Soup and bread' },
  { name: 'frobnicate' },
);
const untouched = withEdits(kitchen, new Map());
const namesOf = (groups: typeof untouched) => groups.map((group) => group.tools.map(({ tool }) => tool.name));

describe('tools that are edited', () => {
  it('keep their groups and places', () => {
    expect(namesOf(untouched)).toEqual([['get_recipe'], ['delete_recipe', 'frobnicate']]);
    expect(untouched.flatMap((group) => group.tools.map(({ place }) => place))).toEqual([0, 1, 2]);
    expect(untouched.flatMap((group) => group.tools.filter(({ isEdited }) => isEdited))).toEqual([]);
  });

  it('carry their edit, as long as the tool is still there', () => {
    const edit = { name: 'get_recipe', title: 'Read', effect: 'adds', idempotent: null, openWorld: null } as const;
    const [first] = withEdits(kitchen, new Map([[0, edit]]))[0]?.tools ?? [];
    expect(first).toMatchObject({ isEdited: true, edit: { title: 'Read', effect: 'adds' } });
    const [other] = withEdits(listed({ name: 'another' }), new Map([[0, edit]]))[0]?.tools ?? [];
    expect(other).toMatchObject({ isEdited: false, edit: { name: 'another', title: '' } });
  });

  it('are filled in where something is open and can be guessed', () => {
    const filled = withEdits(kitchen, fillIn(untouched, new Map())).flatMap((group) => group.tools);
    expect(filled.map(({ edit, isEdited }) => [edit.title, edit.effect, isEdited])).toEqual([
      ['Get recipe', 'reads', true],
      ['Delete a recipe', 'destroys', false],
      ['Frobnicate', null, true],
    ]);
    expect(filled.map(isIncomplete)).toEqual([false, false, true]);
  });
});

describe('the filter', () => {
  const all = untouched.flatMap((group) => group.tools);
  const found = (query: string, incompleteOnly = false) =>
    matching(all, { query, incompleteOnly }).map(({ tool }) => tool.name);

  it('wants every word, in name, title or description', () => {
    expect(found('')).toHaveLength(3);
    expect(found('RECIPE')).toEqual(['get_recipe', 'delete_recipe']);
    expect(found('soup get')).toEqual(['get_recipe']);
    expect(found('soup delete')).toEqual([]);
  });

  it('leaves what is complete aside on request', () => {
    expect(found('', true)).toEqual(['get_recipe', 'frobnicate']);
  });
});
