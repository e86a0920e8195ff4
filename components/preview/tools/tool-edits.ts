import type { PreviewTool, ToolGroup, ToolsPreview } from '../../../lib/preview/preview.ts';
import { editOf, isUnchanged, withGuesses, type ToolEdit } from '../../../lib/preview/tools/tool-edit.ts';

/** A tool with its place in the whole list, and what the person makes of it. */
export interface EditableTool {
  readonly place: number;
  readonly tool: PreviewTool;
  readonly edit: ToolEdit;
  readonly isEdited: boolean;
}

/** What was edited, by the place of the tool. */
export type Edits = ReadonlyMap<number, ToolEdit>;

export interface EditableGroup {
  readonly kind: ToolGroup;
  readonly tools: readonly EditableTool[];
}

/** The groups with what was edited in them; an edit whose tool is no longer there is left aside. */
export function withEdits({ groups }: ToolsPreview, edits: Edits): readonly EditableGroup[] {
  let next = 0;
  return groups.map(({ kind, tools }) => ({
    kind,
    tools: tools.map((tool) => {
      const place = next;
      next += 1;
      const made = edits.get(place);
      const edit = made?.name === tool.name ? made : editOf(tool);
      return { place, tool, edit, isEdited: !isUnchanged(edit, tool) };
    }),
  }));
}

/** The edits with every open title and hint filled in by a guess, where there is one. */
export function fillIn(groups: readonly EditableGroup[], edits: Edits): Edits {
  const filled = groups.flatMap(({ tools }) =>
    tools.filter(isIncomplete).map(({ place, edit }) => [place, withGuesses(edit)] as const),
  );
  return new Map([...edits, ...filled]);
}

/** True where a title or a hint is still open, the edit counted in. */
export function isIncomplete({ edit }: Pick<EditableTool, 'edit'>): boolean {
  return lacksTitle(edit) || edit.effect === null;
}

/** True for a title that is empty or made of spaces. */
export function lacksTitle({ title }: ToolEdit): boolean {
  return title.trim() === '';
}

/** The tools in which every word that is looked for stands somewhere, in name, title or description. */
export function matching(
  tools: readonly EditableTool[],
  { query, incompleteOnly }: { readonly query: string; readonly incompleteOnly: boolean },
): readonly EditableTool[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return tools.filter((each) => {
    if (incompleteOnly && !isIncomplete(each) && !each.isEdited) return false;
    if (words.length === 0) return true;
    const { name, shownAs, description } = each.tool;
    const text = `${name} ${shownAs} ${each.edit.title} ${description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
