import type { EvidenceMap } from '../kernel/evidence.ts';
import type { FaviconLookup, IconAttempt } from '../kernel/evidence-icons.ts';
import type { Json } from '../kernel/json.ts';
import { observed, type Observation } from '../kernel/observation.ts';
import type { ConnectorFacts } from '../kernel/report.ts';
import { claudeIconSize } from '../standards/favicon-service.ts';

type Keys = 'site-icons' | 'parent-icons' | 'favicon-service' | 'server-icons';

export type IconEvidence = { readonly [K in Keys]: Observation<EvidenceMap[K]> };

/** The icons that were seen, and the one that Claude would show by all that is known; null for that one when Google was not asked. */
export function iconFacts(seen: IconEvidence): ConnectorFacts['icons'] {
  const service = observed(seen['favicon-service']);
  const shown = service?.lookups.find(({ domain, size }) => domain === service.asked && size === claudeIconSize);
  const sites = [observed(seen['site-icons']), observed(seen['parent-icons'])];
  return {
    shown: shown ? { source: 'google', ...lookupFact(shown) } : null,
    google: (service?.lookups ?? []).map(lookupFact),
    site: sites.flatMap((site) => (site?.icons ?? []).map(iconFact)),
    server: (observed(seen['server-icons'])?.icons ?? []).map(iconFact),
  };
}

function lookupFact({ domain, size, exchange, image }: FaviconLookup): { readonly [member: string]: Json } {
  const { width = null, height = null } = image?.sizes[0] ?? {};
  return { domain, size, width, height, status: exchange.kind === 'response' ? exchange.status : null };
}

function iconFact({ url, from, exchange, refused, image }: IconAttempt): Json {
  const { width = null, height = null } = image?.sizes[0] ?? {};
  const status = exchange?.kind === 'response' ? exchange.status : null;
  return { url, from, type: image?.type ?? null, width, height, status, refused };
}
