import { observed } from '../kernel/observation.ts';
import { isJsonObject, stringMember, type Json, type JsonObject } from '../kernel/json.ts';
import type { ListingDraft } from '../kernel/listing.ts';
import type { SeenPicture } from '../kernel/picture.ts';
import type { Report } from '../kernel/report.ts';
import { appAddresses } from '../parsing/app-address.ts';
import { readDescription } from '../parsing/description.ts';
import { linkTarget } from '../parsing/link-target.ts';
import { inOneLine } from '../parsing/one-line.ts';
import { serverInfoOf } from '../parsing/server-info.ts';
import { hydrateEvidence } from '../report/data/evidence-codec.ts';
import { listingLimits } from '../standards/directory-limits.ts';
import { iconPreview } from './icons/icon-preview.ts';
import { codePoints } from '../parsing/code-points.ts';
import { descriptionAdvice } from './listing/description-advice.ts';
import { nameHazards } from '../parsing/name-hazards.ts';
import { previewSchema, type ConnectorPreview, type PreviewLink, type PreviewText } from './preview.ts';
import { toolsPreview } from './tools/tools-preview.ts';

/**
 * What Claude will show of a connector, from what a check saw and from what its author means to write; an empty text of the draft is one
 * that was not told. Indexes of pictures mean `pictures`. Never throws, whatever the report holds.
 */
export function connectorPreview({
  report,
  draft,
  pictures,
}: {
  readonly report: Report;
  readonly draft: ListingDraft;
  readonly pictures: readonly SeenPicture[];
}): ConnectorPreview {
  const { url, host } = report.target !== null && 'url' in report.target ? report.target : { url: '', host: '' };
  const info = serverInfoIn(report);
  return {
    schema: previewSchema,
    url,
    host,
    name: nameOf(draft, info, host),
    tagline: isTold(draft.tagline)
      ? { ...measured(oneLine(draft.tagline), listingLimits.tagline), from: 'draft' }
      : null,
    description: descriptionOf(draft, info, report.facts.auth.mode),
    links: linksOf(draft),
    badges: { custom: true, interactive: isInteractive(report) },
    icon: iconPreview(report, pictures),
    ...toolsPreview(report),
  };
}

/** Characters that are kept of a text whose bounds nobody keeps. */
const most = { name: 1_000, tagline: 2_000, description: 20_000, address: 2_000 } as const;

function isTold(text: string): boolean {
  return text.trim() !== '';
}

function oneLine(text: string): string {
  return text.replace(/[\s\u2028\u2029]+/g, ' ').trim();
}

function measured(text: string, limit: number): PreviewText {
  // Without the blanks around, as the checklist counts it.
  return { text, length: codePoints(text.trim()), limit };
}

function nameOf(draft: ListingDraft, info: JsonObject | undefined, host: string): ConnectorPreview['name'] {
  const candidates = [
    ['draft', draft.name],
    ['server-title', stringMember(info, 'title') ?? ''],
    ['server-name', stringMember(info, 'name') ?? ''],
  ] as const;
  const [from, name] = candidates.find(([, text]) => isTold(text)) ?? (['host', host] as const);
  const text = name.trim().slice(0, most.name);
  return { ...measured(text, listingLimits.name), from, hazards: nameHazards(text) };
}

function descriptionOf(
  draft: ListingDraft,
  info: JsonObject | undefined,
  mode: Report['facts']['auth']['mode'],
): ConnectorPreview['description'] {
  const from = isTold(draft.description) ? 'draft' : 'server';
  const text = (from === 'draft' ? draft.description : (stringMember(info, 'description') ?? '')).slice(
    0,
    most.description,
  );
  if (!isTold(text)) return null;
  const { faults } = readDescription(text);
  return { ...measured(text, listingLimits.description), from, faults, advice: descriptionAdvice(text, mode) };
}

function linksOf(draft: ListingDraft): readonly PreviewLink[] {
  const told = [
    ['documentation', draft.documentationUrl],
    ['privacy', draft.privacyPolicyUrl],
    ['support', draft.supportContact],
  ] as const;
  return told.filter(([, text]) => isTold(text)).map(([which, text]) => previewLink(which, text.trim()));
}

function previewLink(which: PreviewLink['which'], text: string): PreviewLink {
  const isAddress = which === 'support' && /^[^\s@:/]+@[^\s@:/]+$/.test(text);
  const target = linkTarget(isAddress ? `mailto:${text}` : text);
  const shown = inOneLine(text, 200);
  if (target.kind === 'https') return { which, text: shown, href: target.href, host: target.host };
  return { which, text: shown, href: target.kind === 'mailto' ? target.href : null, host: null };
}

/** Openings in which a server introduces itself, what the token opened first. */
const openings = [
  ...['signed-in-initialize', 'signed-in-discover', 'initialize', 'slash-form', 'discover'],
  ...['signed-in-legacy-sse', 'legacy-sse'],
] as const;

/**
 * How the server introduces itself: name, title, description.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/schema#implementation
 */
function serverInfoIn({ evidence, exchanges }: Pick<Report, 'evidence' | 'exchanges'>): JsonObject | undefined {
  const seen = hydrateEvidence(picked(evidence, openings), exchanges);
  for (const key of openings) {
    const value = observed<unknown>(seen[key]);
    const opening = isJsonObject(value) && key.endsWith('legacy-sse') ? value['initialize'] : value;
    const reply = isJsonObject(opening) ? opening['reply'] : undefined;
    const info = isJsonObject(reply) && reply['kind'] === 'result' ? serverInfoOf(reply['result'] ?? null) : undefined;
    if (info) return info;
  }
  return undefined;
}

/** Some tool names an MCP App, or a page of one was read. */
function isInteractive({ evidence, exchanges }: Pick<Report, 'evidence' | 'exchanges'>): boolean {
  const places = ['signed-in-listing', 'listing', 'legacy-sse', 'signed-in-legacy-sse'] as const;
  const seen = hydrateEvidence(picked(evidence, places), exchanges);
  return places.some((place) => {
    const value = observed<unknown>(seen[place]);
    const listing = isJsonObject(value) && place.endsWith('legacy-sse') ? value['listing'] : value;
    const tools = isJsonObject(listing) ? listing['tools'] : undefined;
    return Array.isArray(tools) && appAddresses(tools as readonly Json[]).size > 0;
  });
}

function picked(evidence: Json, keys: readonly string[]): JsonObject {
  if (!isJsonObject(evidence)) return {};
  return Object.fromEntries(
    keys.flatMap((key) => (Object.hasOwn(evidence, key) ? [[key, evidence[key] ?? null]] : [])),
  );
}
