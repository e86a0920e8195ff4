import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';

/**
 * How a server introduces itself in the result of initialize, or in that of server/discover; undefined when it does not.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization
 */
export function serverInfoOf(result: Json): JsonObject | undefined {
  if (!isJsonObject(result)) return undefined;
  const meta = result['_meta'];
  const info = result['serverInfo'] ?? (isJsonObject(meta) ? meta['io.modelcontextprotocol/serverInfo'] : undefined);
  return isJsonObject(info) ? info : undefined;
}
