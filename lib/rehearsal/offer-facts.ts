import type { EvidenceMap, Listing } from '../kernel/evidence.ts';
import type { OfferedList } from '../kernel/evidence-offers.ts';
import { observed, type Observation } from '../kernel/observation.ts';
import type { ConnectorFacts } from '../kernel/report.ts';
import { appAddresses } from '../parsing/app-address.ts';

/** What is offered besides tools, in numbers; null where it was not looked at. Templates of resources are no resources. */
export function offerFacts(
  offers: Observation<EvidenceMap['offers']>,
  listing: Listing | null,
): Pick<ConnectorFacts, 'resources' | 'prompts'> {
  const seen = observed(offers);
  const resources = seen && counted(seen.resources);
  const prompts = seen && counted(seen.prompts);
  return {
    resources: resources ? { ...resources, apps: appAddresses(listing?.tools ?? []).size } : null,
    prompts: prompts ?? null,
  };
}

/** Of a list that could not be read nothing is known; what is not declared is not there. */
function counted(list: OfferedList | null): { readonly count: number } | null {
  if (list?.end === 'failed' && list.count === 0) return null;
  return { count: list?.count ?? 0 };
}
