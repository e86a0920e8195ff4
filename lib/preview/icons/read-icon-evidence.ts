import type { IconSource } from '../../kernel/evidence-icons.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import type { Report } from '../../kernel/report.ts';
import { objectsIn, observedValue } from '../../report/data/evidence-value.ts';

/** What the bytes of an icon showed. */
export interface SeenImage {
  readonly type: string;
  /** Of the largest picture in it; null for a drawing that names no size. */
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  /** A rough likeness (`IconPixels.colours`). */
  readonly colours: string | null;
}

/** An icon that was looked at. */
export interface SeenIcon {
  readonly url: string;
  readonly from: IconSource;
  /** HTTP status; null where nothing was asked or nothing came. */
  readonly status: number | null;
  readonly refused: string | null;
  readonly image: SeenImage | null;
}

export interface SeenSite {
  /** With its port where it has one. */
  readonly host: string;
  /** The page at `/` was asked: elsewhere the MCP endpoint is there. */
  readonly hasPage: boolean;
  /** It came. */
  readonly isPageThere: boolean;
  /** The page or an icon was answered, whatever with. */
  readonly isAnswering: boolean;
  /** The page names icons. */
  readonly isNaming: boolean;
  readonly icons: readonly SeenIcon[];
}

export interface SeenLookup {
  readonly domain: string;
  readonly size: number;
  readonly status: number | null;
  readonly image: SeenImage | null;
}

/** What a report holds of icons. */
export interface IconEvidence {
  readonly own: SeenSite | null;
  readonly parent: SeenSite | null;
  readonly domains: {
    readonly asked: string;
    readonly registrable: string | null;
    readonly suffixOf: 'registry' | 'platform' | null;
  } | null;
  readonly google: {
    readonly domain: string;
    readonly asked: string;
    readonly lookups: readonly SeenLookup[];
  } | null;
  readonly server: readonly SeenIcon[];
}

/** Reads it. Never throws: what is not as it should be is not there. */
export function readIconEvidence({ evidence, exchanges }: Pick<Report, 'evidence' | 'exchanges'>): IconEvidence {
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const own = observedValue(evidence, 'site-icons');
  const google = observedValue(evidence, 'favicon-service');
  const domain = stringMember(google, 'domain');
  return {
    own: siteOf(own, byId),
    parent: siteOf(observedValue(evidence, 'parent-icons'), byId),
    domains: domainsOf(own?.['domains']),
    google:
      google === undefined || domain === undefined
        ? null
        : {
            domain,
            asked: stringMember(google, 'asked') ?? domain,
            lookups: objectsIn(google, 'lookups').map((lookup) => lookupOf(lookup, byId)),
          },
    server: objectsIn(observedValue(evidence, 'server-icons'), 'icons').map((icon) => iconOf(icon, byId)),
  };
}

/** The site of which Google takes the icon, and where else one stands. */
export interface SiteRead {
  readonly domain: string;
  /** Null where it was not looked at. */
  readonly site: SeenSite | null;
  /** The connector’s other site, where it has an icon. */
  readonly elsewhere: SeenSite | null;
}

/** The site that an icon has to stand at. Where the name that is asked for belongs to a registry or a platform, it is the connector’s own. */
export function readBy({ own, parent, domains, google }: IconEvidence): SiteRead | null {
  if (!own) return null;
  const isOwnName = domains?.suffixOf === null && domains.registrable !== null;
  const domain = isOwnName ? (google?.asked ?? domains.asked) : own.host;
  const sites = [own, parent].filter((site) => site !== null);
  const hasIcon = ({ icons }: SeenSite): boolean => icons.some(({ image }) => image !== null);
  return {
    domain,
    site: sites.find(({ host }) => host === domain) ?? null,
    elsewhere: sites.find((site) => site.host !== domain && hasIcon(site)) ?? null,
  };
}

type Exchanges = ReadonlyMap<string, Exchange>;

function siteOf(site: Json | undefined, byId: Exchanges): SeenSite | null {
  const origin = stringMember(site, 'origin') ?? '';
  if (!isJsonObject(site) || !URL.canParse(origin)) return null;
  const icons = objectsIn(site, 'icons').map((icon) => iconOf(icon, byId));
  const page = statusOf(site['page'], byId);
  return {
    host: new URL(origin).host,
    hasPage: isJsonObject(site['page']),
    isPageThere: page !== null && page < 300,
    isAnswering: page !== null || icons.some(({ status }) => status !== null),
    isNaming: objectsIn(site, 'declared').length > 0,
    icons,
  };
}

function domainsOf(domains: Json | undefined): IconEvidence['domains'] {
  const asked = stringMember(domains, 'asked');
  if (asked === undefined) return null;
  const suffixOf = stringMember(domains, 'suffixOf');
  return {
    asked,
    registrable: stringMember(domains, 'registrable') ?? null,
    suffixOf: suffixOf === 'registry' || suffixOf === 'platform' ? suffixOf : null,
  };
}

function iconOf(icon: Json, byId: Exchanges): SeenIcon {
  const from = stringMember(icon, 'from');
  return {
    url: stringMember(icon, 'url') ?? '',
    from: from === 'favicon.ico' || from === 'link' || from === 'manifest' ? from : 'server',
    refused: stringMember(icon, 'refused') ?? null,
    ...answerOf(icon, byId),
  };
}

function lookupOf(lookup: Json, byId: Exchanges): SeenLookup {
  const size = isJsonObject(lookup) ? lookup['size'] : undefined;
  return {
    domain: stringMember(lookup, 'domain') ?? '',
    size: typeof size === 'number' ? size : 0,
    ...answerOf(lookup, byId),
  };
}

function answerOf(value: Json, byId: Exchanges): { readonly status: number | null; readonly image: SeenImage | null } {
  const { exchange: reference, image } = isJsonObject(value) ? value : {};
  return { status: statusOf(reference, byId), image: imageOf(image) };
}

function statusOf(reference: Json | undefined, byId: Exchanges): number | null {
  const exchange = byId.get(stringMember(reference, 'exchange') ?? '');
  return exchange?.kind === 'response' ? exchange.status : null;
}

function imageOf(image: Json | undefined): SeenImage | null {
  const type = stringMember(image, 'type');
  if (!isJsonObject(image) || type === undefined) return null;
  const [largest] = objectsIn(image, 'sizes');
  return {
    type,
    width: pixels(largest?.['width']),
    height: pixels(largest?.['height']),
    bytes: pixels(image['bytes']) ?? 0,
    colours: stringMember(image['pixels'], 'colours') ?? null,
  };
}

function pixels(value: Json | undefined): number | null {
  return typeof value === 'number' && value >= 0 ? value : null;
}
