import { behindSignIn, type SignedInSeen } from '../../kernel/behind-sign-in.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { hydrateEvidence } from '../data/evidence-codec.ts';

/** The tools that a report holds. */
export interface ReportedTools {
  /** By name, in the order of the list. Of several with one name the first counts, and what has no name cannot be compared. */
  readonly byName: ReadonlyMap<string, JsonObject>;
  /** All that were listed. */
  readonly count: number;
  /** The list was read to its end. */
  readonly isWhole: boolean;
}

/** The tools of a report’s evidence, also behind the sign-in, or of a bundle’s manifest; null where no list was seen. Foreign evidence is read with care. */
export function reportedTools(report: Report): ReportedTools | null {
  if (report.subject === 'bundle') return declaredTools(report.evidence);
  if (report.subject === 'browser') return null;
  const listing = listingIn(report);
  if (!isJsonObject(listing)) return null;
  const { tools, end } = listing;
  // A list that failed on its first page is none.
  if (!isList(tools) || (tools.length === 0 && end !== 'complete')) return null;
  return namedTools(tools, end === 'complete');
}

/** What a tool shows of itself beside its name, where both forms of a title are read. */
export function titleOf(tool: JsonObject): string | null {
  return stringMember(tool, 'title') ?? stringMember(tool['annotations'], 'title') ?? null;
}

function listingIn({ evidence, exchanges }: Report): unknown {
  const seen = hydrateEvidence(evidence, exchanges);
  const inside: unknown = behindSafely(seen);
  const listing = valueAt(inside, 'listing');
  return listing ?? memberOf(valueAt(inside, 'legacy-sse'), 'listing');
}

/** Evidence of a file can lack what its observations promise. */
function behindSafely(seen: SignedInSeen): SignedInSeen {
  try {
    return behindSignIn(seen);
  } catch {
    return seen;
  }
}

function valueAt(observations: unknown, key: string): unknown {
  const observation = memberOf(observations, key);
  return memberOf(observation, 'status') === 'observed' ? (memberOf(observation, 'value') ?? null) : null;
}

function declaredTools(evidence: Json): ReportedTools | null {
  const manifest = memberOf(memberOf(valueAt(evidence, 'bundle'), 'manifest'), 'value');
  if (!isJsonObject(manifest)) return null;
  const { tools } = manifest as { readonly tools?: Json };
  return namedTools(isList(tools) ? tools : [], true);
}

function namedTools(tools: readonly Json[], isWhole: boolean): ReportedTools {
  const byName = new Map<string, JsonObject>();
  for (const tool of tools) {
    const name = stringMember(tool, 'name');
    if (isJsonObject(tool) && name !== undefined && !byName.has(name)) byName.set(name, tool);
  }
  return { byName, count: tools.length, isWhole };
}

function memberOf(value: unknown, member: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : null;
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
