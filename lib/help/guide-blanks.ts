import { places, type PlaceId } from '../knowledge/places.ts';
import type { GuideConnector } from './guide-life.ts';

/**
 * Whether a text of a guide shows brackets for this connector, since its name, address or host is not known. What stands in a
 * parenthesis of its own is left out instead.
 */
export function hasBlanks(text: string, connector: GuideConnector | null): boolean {
  const name = connector?.name?.trim() ?? '';
  const url = connector?.url ?? '';
  const isUnknown = { name: name === '', url: url === '', host: !URL.canParse(url) };
  const bare = text.replace(/ \(\{(name|url|host)\}\)/g, '');
  return (['name', 'url', 'host'] as const).some((each) => isUnknown[each] && bare.includes(`{${each}}`));
}

/** What opens when a place is asked for: without the connector’s address, the dialog that it fills in is the plain page of connectors. */
export function openedPlace(id: PlaceId, connector: GuideConnector | null): PlaceId {
  return lacksAddress(id, connector) ? 'connectors' : id;
}

/** Whether a place would be filled in, were the connector’s address known. */
export function lacksAddress(id: PlaceId, connector: GuideConnector | null): boolean {
  return id === 'add-custom' && places[id].url.includes('{url}') && !URL.canParse(connector?.url ?? '');
}
