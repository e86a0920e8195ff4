import type { AnyCheck } from '../../../../lib/kernel/check.ts';
import type { EvidenceMap, Listing } from '../../../../lib/kernel/evidence.ts';
import type { Json, JsonObject } from '../../../../lib/kernel/json.ts';
import {
  discovered,
  initialize,
  judged,
  listed,
  notInitialized,
  type Evidence,
  type Said,
} from '../transport/evidence.ts';

/** A tool about which there is nothing to say. */
export function tool(name: string, rest: JsonObject = {}): JsonObject {
  return {
    name,
    title: 'Search the notes',
    description: 'Searches the notes and gives back the best matches.',
    inputSchema: { type: 'object', properties: { topic: { type: 'string' } } },
    annotations: { readOnlyHint: true, destructiveHint: false },
    ...rest,
  };
}

/** The tool with this input schema. */
export function withInput(name: string, inputSchema: Json): JsonObject {
  return tool(name, { inputSchema });
}

/** The tool with these parameters. */
export function withParameters(name: string, properties: Json, rest: JsonObject = {}): JsonObject {
  return tool(name, { inputSchema: { type: 'object', properties }, ...rest });
}

/** The evidence of a list that came whole. */
export function evidenceOf(list: Listing, rest: Evidence = {}): Evidence {
  return { initialize: initialize(), discover: notInitialized, listing: list, ...rest };
}

/** What a check says of tools that were listed to the end. */
export function said(check: AnyCheck, ...tools: readonly Json[]): Said {
  return judged(check, evidenceOf(listed(tools)));
}

/** The same list over 2026-07-28. */
export function saidModern(check: AnyCheck, ...tools: readonly Json[]): Said {
  return judged(check, evidenceOf({ ...listed(tools), era: 'modern' }, { discover: discovered('2026-07-28') }));
}

/** Evidence of the older transport with these tools. */
export function overSse(
  listing: Listing,
  init: EvidenceMap['initialize'],
  stream: EvidenceMap['legacy-sse']['stream'],
): Evidence {
  return {
    initialize: init,
    'legacy-sse': {
      stream,
      endpoint: 'https://mcp.acme-tools.com/messages',
      refusedEndpoint: false,
      initialize: initialize(),
      listing,
      asClient: true,
    },
  };
}
