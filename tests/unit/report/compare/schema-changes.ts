import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import type { ToolChange } from '../../../../lib/report/compare/comparison.ts';
import { toolDifference } from '../../../../lib/report/compare/tool-difference.ts';

/** What changed of a tool with these two input schemas. */
export function changes(before: Json | undefined, after: Json | undefined): readonly ToolChange[] {
  const definition = (inputSchema: Json | undefined): JsonObject => ({
    name: 'a',
    ...(inputSchema === undefined ? {} : { inputSchema }),
  });
  return toolDifference(definition(before), definition(after), { nodes: 100_000 }).changes;
}

/** `less`: some change breaks. `unclear`: of some it cannot be told. */
export function told(before: Json | undefined, after: Json | undefined): 'less' | 'unclear' | 'same' {
  const found = changes(before, after);
  if (found.some(({ breaks }) => breaks !== null)) return 'less';
  return found.some(({ unclear }) => unclear) ? 'unclear' : 'same';
}

/** The schema of one parameter `a`. */
export function of(a: Json, rest: JsonObject = {}): JsonObject {
  return { type: 'object', properties: { a }, ...rest };
}
