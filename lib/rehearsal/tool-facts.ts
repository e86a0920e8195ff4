import type { Listing } from '../kernel/evidence.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../kernel/json.ts';
import type { ConnectorFacts } from '../kernel/report.ts';
import { resultObject } from '../kernel/rpc-reply.ts';
import { estimatedToolTokens } from '../parsing/token-estimate.ts';
import { toolNamePattern } from '../standards/tool-limits.ts';

/** Facts are told again and again while a saved report is looked through. */
const known = new WeakMap<Listing, ConnectorFacts['tools']>();

/** What was listed, in numbers and by name; null where no list came. */
export function toolFacts(listing: Listing): ConnectorFacts['tools'] {
  if (!listing.pages.some(({ reply }) => resultObject(reply))) return null;
  const facts = known.get(listing) ?? factsOf(listing);
  known.set(listing, facts);
  return facts;
}

function factsOf(listing: Listing): ConnectorFacts['tools'] {
  const items = listing.tools.filter(isJsonObject).map(toolItem);
  return {
    count: listing.tools.length,
    missingTitle: items.filter((item) => item.title === null).length,
    missingHint: items.filter((item) => item.readOnly === null && item.destructive === null).length,
    invalidNames: items.filter((item) => !toolNamePattern.test(item.name)).length,
    estimatedTokens: items.reduce((sum, { tokens }) => sum + tokens, 0),
    items: items.slice(0, mostItems),
  };
}

/** `count` is of all, and the evidence has them all; the items need not say so again for a list beyond any real one. */
const mostItems = 2_000;

function toolItem(tool: JsonObject) {
  const annotations = tool['annotations'];
  return {
    name: stringMember(tool, 'name') ?? '',
    title: stringMember(tool, 'title') ?? stringMember(annotations, 'title') ?? null,
    readOnly: booleanMember(annotations, 'readOnlyHint'),
    destructive: booleanMember(annotations, 'destructiveHint'),
    tokens: estimatedToolTokens(tool),
  };
}

function booleanMember(value: Json | undefined, member: string): boolean | null {
  const found = isJsonObject(value) ? value[member] : undefined;
  return typeof found === 'boolean' ? found : null;
}
