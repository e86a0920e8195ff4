import type { JsonObject } from '../../kernel/json.ts';
import type { ChangedTool, ComparedTools, Pair, ToolName } from './comparison.ts';
import { titleOf, type ReportedTools } from './reported-tools.ts';
import type { Budget } from './schema-ways.ts';
import { toolDifference } from './tool-difference.ts';

/** Tools that came, went, changed, or seem to have a new name. Without a list on both sides nothing is said of any tool. */
export function compareTools(before: ReportedTools | null, after: ReportedTools | null): ComparedTools {
  const count = { before: before?.count ?? null, after: after?.count ?? null };
  const whole = { before: before?.isWhole ?? false, after: after?.isWhole ?? false };
  if (!before || !after) return { ...nothing, count, whole };
  const gone = [...before.byName].filter(([name]) => !after.byName.has(name));
  const come = [...after.byName].filter(([name]) => !before.byName.has(name));
  const renamed = renamedAmong(gone, come);
  const [from, to] = [renamed.map((pair) => pair.before), renamed.map((pair) => pair.after)].map(
    (names) => new Set(names.map(([name]) => name)),
  );
  const removed = gone.filter(([name]) => !from?.has(name));
  const added = come.filter(([name]) => !to?.has(name));
  const changed = changedTools(before.byName, after.byName);
  return {
    count,
    whole,
    removed: removed.slice(0, mostTools).map(toolName),
    added: added.slice(0, mostTools).map(toolName),
    renamed: renamed
      .slice(0, mostTools)
      .map((pair) => ({ before: toolName(pair.before), after: toolName(pair.after) })),
    changed: changed.slice(0, mostTools),
    counts: { removed: removed.length, added: added.length, renamed: renamed.length, changed: changed.length },
    reordered: isReordered(before.byName, after.byName),
  };
}

const mostTools = 500;
/** Members and items of all definitions together. */
const mostNodes = 400_000;
const longestName = 300;

const nothing = {
  removed: [],
  added: [],
  renamed: [],
  changed: [],
  counts: { removed: 0, added: 0, renamed: 0, changed: 0 },
  reordered: false,
} as const;

type Named = readonly [name: string, tool: JsonObject];

function toolName([name, tool]: Named): ToolName {
  return { name: name.slice(0, longestName), title: titleOf(tool)?.slice(0, longestName) ?? null };
}

function changedTools(before: ReportedTools['byName'], after: ReportedTools['byName']): readonly ChangedTool[] {
  const budget: Budget = { nodes: mostNodes };
  return [...after].flatMap(([name, tool]) => {
    const earlier = before.get(name);
    if (!earlier) return [];
    const { changes, more, cut } = toolDifference(earlier, tool, budget);
    return changes.length === 0 && !cut ? [] : [{ ...toolName([name, tool]), changes, more, cut }];
  });
}

/** Alike in all but the name, and nothing else is alike: with two candidates nobody can tell. */
function renamedAmong(gone: readonly Named[], come: readonly Named[]): readonly Pair<Named>[] {
  const [before, after] = [byLikeness(gone), byLikeness(come)];
  return [...before].flatMap(([likeness, [from, ...others]]) => {
    const [to, ...more] = after.get(likeness) ?? [];
    return from && to && others.length === 0 && more.length === 0 ? [{ before: from, after: to }] : [];
  });
}

function byLikeness(tools: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const groups = new Map<string, Named[]>();
  for (const named of tools) {
    const likeness = likenessOf(named[1]);
    if (likeness === null) continue;
    const group = groups.get(likeness);
    if (group) group.push(named);
    else groups.set(likeness, [named]);
  }
  return groups;
}

/** Null for a tool without a description: an empty schema alone is no sign of anything. */
function likenessOf({ description, inputSchema }: JsonObject): string | null {
  return description === undefined || description === '' ? null : JSON.stringify([description, inputSchema ?? null]);
}

function isReordered(before: ReportedTools['byName'], after: ReportedTools['byName']): boolean {
  const stayed = [...before.keys()].filter((name) => after.has(name));
  const now = [...after.keys()].filter((name) => before.has(name));
  return stayed.some((name, index) => name !== now[index]);
}
