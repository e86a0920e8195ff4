import { isJsonObject, stringMember, type Json } from '../kernel/json.ts';

/** The scheme that addresses of MCP Apps begin with; clients take no other. */
export const appScheme = 'ui://';

/**
 * The address of the MCP App that a tool names, in its present form or in the older flat one; undefined when it names none.
 * @see https://modelcontextprotocol.io/seps/1865-mcp-apps-interactive-user-interfaces-for-mcp
 */
export function appAddress(tool: Json): string | undefined {
  const meta = isJsonObject(tool) ? tool['_meta'] : undefined;
  const ui = isJsonObject(meta) ? meta['ui'] : undefined;
  return stringMember(ui, 'resourceUri') ?? stringMember(meta, 'ui/resourceUri');
}

/** Each address of an MCP App, in the order of the list, with the names of the tools that name it. */
export function appAddresses(tools: readonly Json[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const tool of tools) {
    const address = appAddress(tool);
    if (address === undefined) continue;
    found.set(address, [...(found.get(address) ?? []), stringMember(tool, 'name') ?? '']);
  }
  return found;
}
