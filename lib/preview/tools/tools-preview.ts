import { isJsonObject, stringMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { observed } from '../../kernel/observation.ts';
import type { Report } from '../../kernel/report.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { estimatedToolTokens } from '../../parsing/token-estimate.ts';
import { hydrateEvidence } from '../../report/data/evidence-codec.ts';
import type { ConnectorPreview, PreviewTool, ToolGroup, ToolsPreview } from '../preview.ts';

/**
 * The listed tools as Claude’s permission screen groups them: what says that it only reads, and everything else. Evidence of any shape
 * is taken; what is no list counts as not seen.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/schema#tool
 */
export function toolsPreview(
  report: Pick<Report, 'evidence' | 'exchanges' | 'skipped' | 'verdict'>,
): Pick<ConnectorPreview, 'tools' | 'toolsUnseen'> {
  const listing = listingIn(report);
  if (listing !== undefined) return { tools: shown(listing), toolsUnseen: null };
  const needsSignIn =
    report.verdict === 'sign-in-needed' ||
    report.skipped.some(({ code, because }) => code === 'tools.title-missing' && because === 'needs-sign-in');
  return { tools: null, toolsUnseen: needsSignIn ? 'needs-sign-in' : 'not-reached' };
}

interface SeenListing {
  readonly tools: readonly JsonObject[];
  readonly isWhole: boolean;
}

/** What the token opened comes first; the older transport holds its list within. */
const places = ['signed-in-listing', 'signed-in-legacy-sse', 'listing', 'legacy-sse'] as const;

const mostTools = 2_000;
const longestName = 1_000;
const longestTitle = 2_000;
const longestDescription = 20_000;
const longestShown = 200;

function listingIn({ evidence, exchanges }: Pick<Report, 'evidence' | 'exchanges'>): SeenListing | undefined {
  if (!isJsonObject(evidence)) return undefined;
  const wanted = Object.fromEntries(
    places.flatMap((place) => (Object.hasOwn(evidence, place) ? [[place, evidence[place] ?? null]] : [])),
  );
  const seen = hydrateEvidence(wanted, exchanges);
  for (const place of places) {
    const value: unknown = observed<unknown>(seen[place]);
    const listing = readListing(place.endsWith('legacy-sse') && isJsonObject(value) ? value['listing'] : value);
    if (listing !== undefined) return listing;
  }
  return undefined;
}

/** A list that could be read, be it in part; an empty one counts where the server said so. */
function readListing(value: unknown): SeenListing | undefined {
  if (!isJsonObject(value)) return undefined;
  const { tools, end } = value as { readonly [member: string]: Json | undefined };
  if (!Array.isArray(tools)) return undefined;
  const listed = (tools as readonly Json[]).filter(isJsonObject);
  const isWhole = end === 'complete';
  return listed.length > 0 || (isWhole && tools.length === 0) ? { tools: listed, isWhole } : undefined;
}

function shown({ tools, isWhole }: SeenListing): ToolsPreview {
  const first = tools.slice(0, mostTools).map(previewTool);
  const rest = tools.slice(mostTools).map(estimatedToolTokens);
  const groups = (['read-only', 'write'] as const).map((kind) => ({
    kind,
    tools: first.filter((tool) => groupOf(tool) === kind),
  }));
  return {
    count: tools.length,
    estimatedTokens: [...first.map(({ estimatedTokens }) => estimatedTokens), ...rest].reduce((a, b) => a + b, 0),
    isWhole,
    groups: groups.filter((group) => group.tools.length > 0),
  };
}

function groupOf({ readOnly }: PreviewTool): ToolGroup {
  return readOnly === true ? 'read-only' : 'write';
}

function previewTool(tool: JsonObject, index: number): PreviewTool {
  const annotations = tool['annotations'];
  const name = (stringMember(tool, 'name') ?? '').slice(0, longestName);
  // The specification’s order; an empty title is none.
  const title = [tool, annotations].map((from) => stringMember(from, 'title')?.slice(0, longestTitle)).find(isSaid);
  const readOnly = booleanMember(annotations, 'readOnlyHint');
  const destructive = booleanMember(annotations, 'destructiveHint');
  const shownAs = [title, name].map((text) => inOneLine(text ?? '', longestShown)).find(isSaid);
  return {
    name,
    shownAs: shownAs ?? `#${String(index + 1)}`,
    title: title ?? null,
    description: stringMember(tool, 'description')?.slice(0, longestDescription) ?? null,
    readOnly,
    destructive,
    idempotent: booleanMember(annotations, 'idempotentHint'),
    openWorld: booleanMember(annotations, 'openWorldHint'),
    estimatedTokens: estimatedToolTokens(tool),
    missing: [
      ...(title === undefined ? (['title'] as const) : []),
      ...(readOnly === null && destructive === null ? (['hint'] as const) : []),
    ],
  };
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

function booleanMember(value: Json | undefined, member: string): boolean | null {
  const found = isJsonObject(value) ? value[member] : undefined;
  return typeof found === 'boolean' ? found : null;
}
